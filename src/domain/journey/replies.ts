import type { Temporal } from 'temporal-polyfill'
import { interpreterWords, type Speech } from '../interpreter.ts'
import { judgeAbsence } from '../contract/absence-verdict.ts'
import type { ReportedReason } from '../contract/absence-reason.ts'
import { type Attendance, stageOf } from './attendance.ts'
import type { AskedFor, Command } from './command.ts'
import { accepted, nothing, refused, type Decision, type Situation } from './decision.ts'
import type { JourneyEvent } from './event.ts'
import {
  attendanceById,
  currentAttendance,
  hadIntake,
  lastMissed,
  latestAttendance,
  noticeFor,
  type Journey,
} from './journey.ts'
import { isBefore, isSameDay, workdaysAfter } from './moments.ts'
import { closing, openSilently, openTask } from './open-task.ts'
import { awaitsReaction } from './reaction.ts'
import { loseNumber } from './reach.ts'
import { isOpen, type Task, type TaskKind } from './task.ts'
import { intakeDeadline, tellsAbsence } from './terms.ts'
import { earlier } from '../values/local-time.ts'
import { formatDutch } from '../values/moment.ts'
import { deadlineWithin } from '../values/term.ts'
import type { Id } from '../values/id.ts'

/** Who says it to staff, mostly by telephone, says it as well as who writes; it is told apart for who reads it afterwards. */
const isSpoken = ({ actor }: Situation): boolean => actor.kind === 'staff'
const spoken = (situation: Situation): { readonly through?: 'staff' } =>
  isSpoken(situation) ? { through: 'staff' } : {}

const isAhead = (attendance: Attendance | undefined, { now }: Situation): attendance is Attendance =>
  attendance !== undefined && isBefore(now, attendance.startsAt)

export function confirm(situation: Situation): Decision {
  const current = currentAttendance(situation.journey)
  if (!isAhead(current, situation)) return refused('no_appointment')
  const comesAfterAll = closing([...doubts(situation.journey, current), ...stopped(situation.journey)], situation.now)
  if (current.confirmedAt) return accepted(...comesAfterAll)
  return accepted(
    { type: 'attendance_confirmed', attendanceId: current.id, confirmedAt: situation.now, ...spoken(situation) },
    ...comesAfterAll,
  )
}

/** What was said about coming and is left open: a person asks when it stays so, and the consulent can be told that it was said. */
const leftOpen = {
  no_reason: {
    kind: 'absence_unexplained',
    why: 'De deelnemer schreef niet te kunnen komen. De reden is gevraagd en nog niet gegeven.',
  },
  absence_held: {
    kind: 'absence_unexplained',
    why: 'De deelnemer schreef niet te kunnen komen terwijl een medewerker het gesprek heeft. De afspraak staat nog.',
  },
  other_time: {
    kind: 'other_time_unpicked',
    why: 'De deelnemer vroeg om een andere tijd en koos er nog geen. De afspraak staat nog.',
  },
} as const
type LeftOpen = keyof typeof leftOpen

const doubtKinds: ReadonlySet<TaskKind> = new Set(Object.values(leftOpen).map(({ kind }) => kind))

/** That the participant said they cannot come, or not then, as long as it is not explained, settled or taken back. */
export const doubts = (journey: Journey, { id }: Attendance): readonly Task[] =>
  journey.tasks.filter((task) => isOpen(task) && doubtKinds.has(task.kind) && task.attendanceId === id)

/** A person would call who stopped our messages, to hear whether they come. */
const stopped = ({ tasks }: Journey): readonly Task[] =>
  tasks.filter((task) => isOpen(task) && task.kind === 'opted_out')

/** A person was asked to read what was written, and will have done so before the appointment. */
const isReadInTime = ({ journey, now }: Situation, { startsAt }: Attendance): boolean =>
  journey.tasks.some(
    (task) =>
      isOpen(task) && task.why === asked.held.why && isBefore(now, task.dueAt) && isBefore(task.dueAt, startsAt),
  )

/**
 * Who cannot come says more than who asks for another time: one of the two is asked of a person, and that one goes before, until the
 * participant told a person which of the two it is.
 */
function leaveOpen(situation: Situation, about: LeftOpen, occurrence: string): Decision {
  const { journey, rules, now } = situation
  const current = currentAttendance(journey)
  if (!isAhead(current, situation)) return nothing
  const { kind, why } = leftOpen[about]
  const open = doubts(journey, current)
  const isExplained = isSpoken(situation)
  if (open.some((task) => task.kind === kind || (task.kind === 'absence_unexplained' && !isExplained))) return nothing
  if (about === 'absence_held' && isReadInTime(situation, current)) return nothing
  const ask = about === 'absence_held' ? openTask : openSilently
  return accepted(
    ...closing(open, now),
    ...ask(journey, {
      kind,
      about: occurrence,
      why,
      now,
      dueAt: earlier(workdaysAfter(now, 1, rules), current.startsAt),
      attendanceId: current.id,
    }),
  )
}

/** A person looks for another time now, so that nobody need ask whether one was picked. */
const noLongerUnpicked = ({ journey, now }: Situation): JourneyEvent[] =>
  closing(
    journey.tasks.filter((task) => isOpen(task) && task.kind === 'other_time_unpicked'),
    now,
  )

/** Before the appointment it is about that one; after a no-show it explains why the participant did not come. */
const absenceSubject = (journey: Journey): Attendance | undefined => currentAttendance(journey) ?? lastMissed(journey)

/** Once per appointment: who was told that somebody did not come and reacted, is not told again that they then said why. */
const absenceNotice = (
  situation: Situation,
  attendanceId: Id<'attendance'>,
  says: 'absent' | 'moved',
): readonly JourneyEvent[] =>
  tellsAbsence(situation.journey, situation.rules) && !noticeFor(situation.journey, 'absence', attendanceId)
    ? [
        {
          type: 'notice_wanted',
          notice: {
            key: `absence.${attendanceId}`,
            purpose: 'absence',
            to: 'consulent',
            attendanceId,
            says,
            wantedAt: situation.now,
          },
        },
      ]
    : []

/**
 * Once it is over and nobody said who came, 'ik ben ziek' may be about today, by somebody who was there. A person reads it, and only a mark
 * says that they did not come.
 */
const mayHaveCome = (attendance: Attendance, now: Temporal.Instant): boolean =>
  stageOf(attendance) === 'planned' && !isBefore(now, attendance.endsAt)

export function reportAbsence(situation: Situation, reason: ReportedReason): Decision {
  const { journey, rules, now } = situation
  const subject = absenceSubject(journey)
  if (!subject) return refused('no_appointment')
  if (mayHaveCome(subject, now)) return refused('not_open')
  const judged = judgeAbsence(rules.contract, reason, { onTheDay: isSameDay(now, subject.startsAt, rules) })
  const verdict = judged.verdict === 'valid' || judged.verdict === 'awaiting_proof' ? judged.verdict : 'person'
  const attendanceId = subject.id
  return accepted(
    {
      type: 'absence_reported',
      attendanceId,
      absence: {
        reason,
        reportedAt: now,
        ...spoken(situation),
        verdict,
        proof: judged.proof ? 'awaited' : 'not_needed',
      },
    },
    ...(judged.proof ? askProof(situation, attendanceId) : []),
    ...(verdict === 'person' ? askJudgement(situation, attendanceId, judged.words) : []),
    ...absenceNotice(situation, attendanceId, 'absent'),
  )
}

const askProof = ({ journey, rules, now }: Situation, attendanceId: Id<'attendance'>): readonly JourneyEvent[] => [
  { type: 'proof_requested', attendanceId },
  ...openTask(journey, {
    kind: 'see_proof',
    about: attendanceId,
    why: 'De deelnemer brengt bewijs mee naar de volgende afspraak. Bekijk het en vink het af; bewaar geen kopie.',
    now,
    dueAt: workdaysAfter(now, 10, rules),
    attendanceId,
  }),
]

const askJudgement = (
  { journey, rules, now }: Situation,
  attendanceId: Id<'attendance'>,
  words: string,
): readonly JourneyEvent[] =>
  openTask(journey, {
    kind: 'judge_absence',
    about: attendanceId,
    why: words,
    now,
    dueAt: workdaysAfter(now, 2, rules),
    attendanceId,
  })

/**
 * A slot that the participant picked: a new attendance, already confirmed, in the place of the one that was planned. One that has begun
 * is not moved any more: whether the participant came is for a person to say, and a late answer must not hide a no-show. Staff who choose
 * it with the participant may go past the term, as when they plan: they saw that it is.
 */
export function pickSlot(
  situation: Situation,
  { attendanceId, slot, how }: Extract<Command, { type: 'pick_slot' }>,
): Decision {
  const { journey, rules, now } = situation
  if (hadIntake(journey)) return refused('not_open')
  if (attendanceById(journey, attendanceId)) return refused('already')
  if (isBefore(slot.startsAt, now)) return refused('no_appointment')
  const isTooLate = isBefore(intakeDeadline(journey.receivedAt, rules).breach, slot.startsAt)
  if (isTooLate && !isSpoken(situation)) return refused('not_open')
  const attendance: Attendance = {
    ...slot,
    id: attendanceId,
    kind: 'intake',
    plannedAt: now,
    chosenBy: 'participant',
    confirmedAt: now,
    ...(isSpoken(situation) ? { confirmedThrough: 'staff' } : {}),
  }
  const current = currentAttendance(journey)
  const comes = closing(stopped(journey), now)
  if (!current)
    return accepted({ type: 'appointment_planned', attendance, how: how ?? 'gekozen door de deelnemer' }, ...comes)
  if (!isAhead(current, situation)) return refused('not_open')
  return accepted(
    { type: 'appointment_moved', attendanceId: current.id, attendance, ...(how ? { how } : {}) },
    ...comes,
    ...absenceNotice(situation, current.id, 'moved'),
  )
}

const asked: Record<Exclude<AskedFor, LeftOpen>, { kind: TaskKind; why: string }> = {
  person: { kind: 'answer_person', why: 'De deelnemer vraagt of een medewerker contact opneemt.' },
  question: {
    kind: 'answer_question',
    why: 'De deelnemer stelt een vraag. Een automatisch bericht telt niet als antwoord.',
  },
  not_understood: { kind: 'answer_person', why: 'De planningsassistent begreep de deelnemer twee keer niet.' },
  wrong_number: { kind: 'wrong_number', why: 'De ontvanger zegt dat dit nummer niet van de deelnemer is.' },
  after_end: { kind: 'late_reply', why: 'De deelnemer schreef terwijl er geen afspraak openstaat.' },
  no_slots: {
    kind: 'answer_person',
    why: 'De deelnemer wil een andere tijd, maar er is geen plek die op tijd is en past.',
  },
  late: { kind: 'running_late', why: 'De deelnemer schrijft later te komen. Lees het bericht.' },
  complaint: {
    kind: 'complaint',
    why: 'De deelnemer heeft een klacht. Laat iemand reageren over wie de klacht niet gaat, en zeg hoe het verder gaat.',
  },
  abuse: { kind: 'answer_person', why: 'De deelnemer is boos of scheldt. Lees het bericht en reageer rustig.' },
  proof: {
    kind: 'answer_question',
    why: 'De deelnemer schrijft over een bewijs. Bewaar hier geen kopie: het wordt bij de afspraak bekeken.',
  },
  language: {
    kind: 'answer_person',
    why: 'De deelnemer vraagt om een andere taal. Lees het bericht en regel een tolk, of pas de taal aan.',
  },
  unreadable: {
    kind: 'answer_person',
    why: 'De deelnemer stuurt iets anders dan tekst, zoals spraak, een foto of een plaatje. Opkomst leest en bewaart dat niet. Bel de deelnemer.',
  },
  third_party: {
    kind: 'answer_person',
    why: 'Iemand anders schrijft voor de deelnemer, zoals een partner of tolk. Lees het bericht. Opkomst vraagt wie het is en vertelt tot dan niets over de afspraak.',
  },
  undelivered: {
    kind: 'answer_lost',
    why: 'Wat wij de deelnemer antwoordden is niet te bezorgen, of is tegengehouden. Bel de deelnemer en vertel het zelf.',
  },
  flow_changed: {
    kind: 'answer_person',
    why: 'Het gesprek van Opkomst is gewijzigd terwijl er aan de deelnemer een vraag openstond. Lees wat er staat en ga zelf verder.',
  },
  held: {
    kind: 'answer_person',
    why: 'De deelnemer schreef opnieuw terwijl een medewerker het gesprek heeft. Lees het bericht en reageer zelf.',
  },
}

/** What is written when nothing is open has a reason that the reader must know: it may be about an appointment of which nobody said who came. */
function whyOutside({ journey, rules, now }: Situation): string {
  if (hadIntake(journey))
    return 'De intake is al geweest, en daarna schreef de deelnemer nog. Lees het bericht en antwoord als dat nodig is.'
  const current = currentAttendance(journey)
  if (!current || isBefore(now, current.startsAt)) return asked.after_end.why
  const moment = formatDutch(current.startsAt, rules.calendar.zone)
  const state = isBefore(now, current.endsAt) ? 'begonnen' : 'voorbij'
  return `De afspraak van ${moment} is ${state}, en er is nog niet ingevuld of de deelnemer kwam. Daarna schreef de deelnemer nog.`
}

const whyOf = (about: Exclude<AskedFor, LeftOpen>, situation: Situation): string =>
  about === 'after_end' ? whyOutside(situation) : asked[about].why

/** People ask in pieces: what comes so soon behind the first is read with it. */
const burst = { minutes: 10 }
const inPieces: ReadonlySet<Exclude<AskedFor, LeftOpen>> = new Set([
  'person',
  'question',
  'not_understood',
  'after_end',
  'late',
  'complaint',
  'abuse',
  'proof',
  'language',
  'unreadable',
  'undelivered',
])

const readTogether: ReadonlySet<TaskKind> = new Set([...inPieces].map((about) => asked[about].kind))

/** Until when what comes in behind the message that raised this task is read with it; undefined: it is not. */
export const readUntil = ({ kind, openedAt }: Task): Temporal.Instant | undefined =>
  readTogether.has(kind) ? openedAt.add(burst) : undefined

/** Whether an open task is about this message too. Of a conversation that a person has, or has to look into, always: they read on. */
const isOneAsking = (about: Exclude<AskedFor, LeftOpen>, { openedAt }: Task, now: Temporal.Instant): boolean =>
  about === 'held' ||
  about === 'flow_changed' ||
  about === 'third_party' ||
  (inPieces.has(about) && isBefore(now, openedAt.add(burst)))

/** Who waits for somebody must know before they are there; who is waiting already, soon. */
const lateDue = (latest: Attendance | undefined, now: Temporal.Instant): Temporal.Instant =>
  latest && isBefore(now, latest.startsAt) ? latest.startsAt : now.add({ minutes: 15 })

function answerDue(about: AskedFor, { rules, now }: Situation): Temporal.Instant {
  const { question_answer, complaint_answer } = rules.contract.terms
  const { within } = about === 'complaint' ? (complaint_answer ?? question_answer) : question_answer
  return deadlineWithin(within, now, 'bericht', rules.calendar, rules.contract.office_hours).due
}

/** What somebody else writes may be that the participant cannot come: it is read before the appointment. */
function dueOf(about: AskedFor, situation: Situation): Temporal.Instant {
  const latest = latestAttendance(situation.journey)
  if (about === 'late') return lateDue(latest, situation.now)
  const due = answerDue(about, situation)
  return about === 'third_party' && isAhead(latest, situation) ? earlier(due, latest.startsAt) : due
}

/** A question is really answered within the contract's term; an automatic reply is no answer. */
export function askPerson(situation: Situation, about: AskedFor, occurrence: string): Decision {
  const { journey, now } = situation
  if (about === 'no_reason' || about === 'absence_held' || about === 'other_time')
    return leaveOpen(situation, about, occurrence)
  const { kind } = asked[about]
  const why = whyOf(about, situation)
  if (journey.tasks.some((task) => isOpen(task) && task.why === why && isOneAsking(about, task, now))) return nothing
  const latest = latestAttendance(journey)
  const dueAt = dueOf(about, situation)
  const latestId = latest?.id
  return accepted(
    ...(about === 'wrong_number' ? loseNumber(situation) : []),
    ...(about === 'no_slots' ? noLongerUnpicked(situation) : []),
    ...openTask(journey, { kind, about: occurrence, why, now, dueAt, ...(latestId ? { attendanceId: latestId } : {}) }),
  )
}

const inDanger = 'Het bericht van de deelnemer wijst op gevaar. Lees het in de console en neem nu contact op.'

/** Who is called at night must know before they call that they may not be understood. */
export const raiseCrisis = ({ journey, now }: Situation, occurrence: string, speech: Speech = {}): Decision =>
  accepted(
    ...openTask(journey, {
      kind: 'crisis',
      about: occurrence,
      why: [inDanger, interpreterWords('De deelnemer', speech)].filter((words) => words !== undefined).join(' '),
      now,
      dueAt: now.add({ minutes: 30 }),
    }),
  )

/** Hearing from someone is evidence for what was sent, and a reaction to a no-show. */
export function hearParticipant(situation: Situation): Decision {
  const { journey, now } = situation
  const missed = awaitsReaction(situation)
  const unseen = journey.messages.filter((message) => message.sentAt && !message.evidence && !message.failure)
  return accepted(
    ...unseen.map((message): JourneyEvent => ({
      type: 'message_evidenced',
      key: message.key,
      evidence: 'answered',
      evidencedAt: now,
    })),
    ...(missed
      ? [{ type: 'reaction_received', attendanceId: missed.id, reactedAt: now, through: 'message' } as const]
      : []),
  )
}
