import type { Temporal } from 'temporal-polyfill'
import type { Basis } from '../contract/contract.ts'
import type { Deadline } from '../values/moment.ts'
import { deadlineWithin } from '../values/term.ts'
import { stageOf, type Attendance } from './attendance.ts'
import { messageFor, type Journey, type Message, type Notice } from './journey.ts'
import {
  invitationDeadline,
  isBefore,
  noShowDeadline,
  tellNoShowAt,
  reminderDeadline,
  reminderMoment,
  startOfDay,
  unknownNoticeMoment,
} from './moments.ts'
import { remembered } from './remembered.ts'
import type { Rules } from './rules.ts'

export type TermName =
  'invite_by' | 'intake_by' | 'invitation_lead' | 'reminder_lead' | 'no_show_notice' | 'absence_notice'

/** One term of the contract on this journey: derived, never stored. `metAt` absent: still open, or missed. */
export interface JourneyTerm {
  readonly key: string
  readonly name: TermName
  readonly basis: Basis
  readonly deadline: Deadline
  readonly attendance?: Attendance
  /** When the system itself means to meet it: nobody is warned before that. */
  readonly actsAt?: Temporal.Instant
  readonly metAt?: Temporal.Instant
}

const evidencedAt = (message: Message | undefined): Temporal.Instant | undefined => message?.evidence?.evidencedAt

/** When the participant knew of this appointment: their own choice, or evidence of the invitation. */
const invitedAt = (journey: Journey, attendance: Attendance): Temporal.Instant | undefined =>
  attendance.chosenBy === 'participant'
    ? attendance.plannedAt
    : evidencedAt(messageFor(journey, 'invitation', attendance.id))

/** An invitation in the days in which the reminder was due is that reminder too (see docs/decisions on reminder and invitation). */
export const countsAsReminder = (at: Temporal.Instant, attendance: Attendance, rules: Rules): boolean =>
  !isBefore(at, startOfDay(reminderMoment(attendance.startsAt, rules), rules)) &&
  !isBefore(reminderDeadline(attendance.startsAt, rules).at, at)

const remindedAt = (journey: Journey, attendance: Attendance, rules: Rules): Temporal.Instant | undefined => {
  const invited = invitedAt(journey, attendance)
  if (invited && countsAsReminder(invited, attendance, rules)) return invited
  return evidencedAt(messageFor(journey, 'reminder', attendance.id))
}

const met = (at: Temporal.Instant | undefined): { metAt?: Temporal.Instant } => (at ? { metAt: at } : {})

const exactly = (moment: { at: Temporal.Instant; how: string }): Deadline => ({
  due: moment.at,
  breach: moment.at,
  get how() {
    return moment.how
  },
})

function inviteTerm(receivedAt: Temporal.Instant, { contract, calendar }: Rules): JourneyTerm[] {
  const rule = contract.terms.invite_by
  if (!rule) return []
  const deadline = deadlineWithin(rule.within, receivedAt, 'aanmelding', calendar, contract.office_hours)
  return [{ key: 'invite_by', name: 'invite_by', basis: rule.basis, deadline }]
}

function inviteBy(journey: Journey, rules: Rules): JourneyTerm[] {
  const first = journey.attendances.map((attendance) => invitedAt(journey, attendance)).find((at) => at)
  return inviteTerm(journey.receivedAt, rules).map((term) => ({ ...term, ...met(first) }))
}

/** The last moment for the intake; moving an appointment does not restart it. */
export const intakeDeadline = remembered((receivedAt, { contract, calendar }): Deadline =>
  deadlineWithin(contract.terms.intake_by.within, receivedAt, 'aanmelding', calendar, contract.office_hours),
)

const intakeTerm = (receivedAt: Temporal.Instant, rules: Rules): JourneyTerm => ({
  key: 'intake_by',
  name: 'intake_by',
  basis: rules.contract.terms.intake_by.basis,
  deadline: intakeDeadline(receivedAt, rules),
})

/** What runs from the arrival of a referral, also while there is no journey yet. */
export const arrivalTerms = (receivedAt: Temporal.Instant, rules: Rules): JourneyTerm[] => [
  ...inviteTerm(receivedAt, rules),
  intakeTerm(receivedAt, rules),
]

function intakeBy(journey: Journey, rules: Rules): JourneyTerm {
  const held = journey.attendances.find((attendance) => stageOf(attendance) === 'came')
  return { ...intakeTerm(journey.receivedAt, rules), ...met(held?.startsAt) }
}

function leadTerms(journey: Journey, attendance: Attendance, rules: Rules): JourneyTerm[] {
  const { invitation_lead, reminder_lead } = rules.contract.terms
  const stage = stageOf(attendance)
  const binds = stage === 'planned' || stage === 'came' || stage === 'no_show'
  const invitation: JourneyTerm = {
    key: `invitation_lead.${attendance.id}`,
    name: 'invitation_lead',
    basis: invitation_lead.basis,
    deadline: exactly(invitationDeadline(attendance.startsAt, rules)),
    attendance,
    ...met(invitedAt(journey, attendance)),
  }
  const reminder: JourneyTerm = {
    key: `reminder_lead.${attendance.id}`,
    name: 'reminder_lead',
    basis: reminder_lead.basis,
    deadline: exactly(reminderDeadline(attendance.startsAt, rules)),
    attendance,
    ...met(remindedAt(journey, attendance, rules)),
  }
  // A slot that the participant picked may be nearer than the lead time: their own choice, so the lead does not bind it. It binds one
  // that staff chose: nearer than the lead it is shown as it is, too late.
  const nearer = !isBefore(attendance.plannedAt, reminder.deadline.due)
  return [...(attendance.chosenBy === 'participant' ? [] : [invitation]), ...(nearer ? [] : [reminder])].filter(
    (term) => term.metAt ?? binds,
  )
}

/** Where the term of this participant's notice comes from: a clause may ask it at a raised risk only. */
export function noShowBasis({ raisedRisk }: Journey, { contract }: Rules): Basis {
  const { basis, without_risk } = contract.terms.no_show_notice
  return raisedRisk ? basis : (without_risk ?? basis)
}

const tellsOfAttendance: ReadonlySet<Notice['purpose']> = new Set(['no_show', 'attendance_unknown', 'absence'])

/** Somebody who did not come and of whom the consulent must hear: a reaction ends that, unless the contract wants to hear of everyone. */
export const mustBeTold = (journey: Journey, attendance: Attendance, rules: Rules): boolean =>
  stageOf(attendance) === 'no_show' && (!attendance.reactedAt || tellsAbsence(journey, rules))

function noShowTerm(journey: Journey, attendance: Attendance, rules: Rules): JourneyTerm[] {
  const stage = stageOf(attendance)
  const told = journey.notices.find(
    (notice) => notice.attendanceId === attendance.id && tellsOfAttendance.has(notice.purpose) && notice.sentAt,
  )
  const isOwn = told !== undefined && (told.purpose !== 'absence' || stage === 'no_show')
  if (stage !== 'planned' && !mustBeTold(journey, attendance, rules) && !isOwn) return []
  return [
    {
      key: `no_show_notice.${attendance.id}`,
      name: 'no_show_notice',
      basis: noShowBasis(journey, rules),
      deadline: noShowDeadline(attendance.startsAt, rules),
      attendance,
      actsAt: attendance.mark
        ? tellNoShowAt(journey, attendance, attendance.mark, rules)
        : unknownNoticeMoment(attendance, rules),
      ...met(told?.sentAt),
    },
  ]
}

/** Whether this contract wants to hear of a cancelled or moved appointment of this participant. */
export const tellsAbsence = (journey: Journey, rules: Rules): boolean => {
  const rule = rules.contract.terms.absence_notice
  return rule !== undefined && (rule.for === 'everyone' || journey.raisedRisk)
}

function absenceTerms(journey: Journey, rules: Rules): JourneyTerm[] {
  const rule = rules.contract.terms.absence_notice
  if (!rule) return []
  return journey.notices.flatMap((notice) => {
    const attendance = journey.attendances.find((candidate) => candidate.id === notice.attendanceId)
    if (notice.purpose !== 'absence' || !attendance) return []
    const deadline = deadlineWithin(
      rule.within,
      notice.wantedAt,
      'afmelding',
      rules.calendar,
      rules.contract.office_hours,
    )
    return [
      {
        key: `absence_notice.${attendance.id}`,
        name: 'absence_notice' as const,
        basis: rule.basis,
        deadline,
        attendance,
        actsAt: notice.wantedAt,
        ...met(notice.sentAt),
      },
    ]
  })
}

export const isLead = ({ name }: JourneyTerm): boolean => name === 'invitation_lead' || name === 'reminder_lead'

/** The lead of an appointment that is over was missed: it stays among the terms, and nobody can do anything about it any more. */
const canBeMet = (term: JourneyTerm): boolean =>
  !isLead(term) || (term.attendance !== undefined && stageOf(term.attendance) === 'planned')

/** Every term of the contract that runs, or ran and was met, on this journey. */
export function termsOf(journey: Journey, rules: Rules): JourneyTerm[] {
  const perAttendance = journey.attendances.flatMap((attendance) => [
    ...leadTerms(journey, attendance, rules),
    ...noShowTerm(journey, attendance, rules),
  ])
  return [...inviteBy(journey, rules), intakeBy(journey, rules), ...perAttendance, ...absenceTerms(journey, rules)]
}

/** What the consulent must hear of an appointment that was missed does not end with the journey. */
const outlivesEnd: ReadonlySet<TermName> = new Set(['no_show_notice', 'absence_notice'])

const bindingTerms = (journey: Journey, rules: Rules): JourneyTerm[] =>
  termsOf(journey, rules).filter((term) => canBeMet(term) && (journey.status !== 'ended' || outlivesEnd.has(term.name)))

export const openTerms = (journey: Journey, rules: Rules): JourneyTerm[] =>
  bindingTerms(journey, rules).filter((term) => !term.metAt)

/** Open, or met too late: that was missed, and whoever was warned of it is not told that all is well. */
export const unmetTerms = (journey: Journey, rules: Rules): JourneyTerm[] =>
  bindingTerms(journey, rules).filter(({ metAt, deadline }) => !metAt || isBefore(deadline.breach, metAt))
