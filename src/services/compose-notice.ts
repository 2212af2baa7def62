import type { Installation } from '#src/domain/installation.ts'
import { stageOf, type Absence, type Attendance } from '#src/domain/journey/attendance.ts'
import { describeBasis, type Basis } from '#src/domain/contract/contract.ts'
import { attendanceById, messageFor, type Journey, type Notice } from '#src/domain/journey/journey.ts'
import { isBefore, noShowDeadline } from '#src/domain/journey/moments.ts'
import type { Rules } from '#src/domain/journey/rules.ts'
import { taskTable } from '#src/domain/journey/task.ts'
import { mayHaveWritten } from '#src/domain/journey/shared-number.ts'
import { noShowBasis } from '#src/domain/journey/terms.ts'
import { toldToHaveCome } from '#src/domain/journey/told.ts'
import type { Participant } from '#src/domain/participant.ts'
import { journeySteps, waitsForColleague, wroteToComeLater } from './journey-steps.ts'
import type { NoticeFacts } from './notice-facts.ts'
import { momentInWords } from './words.ts'

interface About {
  readonly journey: Journey
  readonly participant: Participant
  readonly reference: string
  readonly rules: Rules
  readonly installation: Installation
}

/** The address that a notice goes to: a consulent's only as the referral gave it, checked against the contract's domains then. */
export function addressee(notice: Notice, { journey, participant, installation }: About): string {
  const { provider, coaches } = installation
  switch (notice.to) {
    case 'consulent':
      return participant.consulent.email
    case 'on_duty':
      return provider.on_duty_mail
    case 'coordinator':
      return provider.coordinator_mail
    case 'coach': {
      const attendance = notice.attendanceId && attendanceById(journey, notice.attendanceId)
      return coaches.find((coach) => attendance && coach.id === attendance.coachId)?.mail ?? provider.coordinator_mail
    }
  }
}

const verdictWords: Record<Absence['verdict'], string> = {
  valid: 'geldig',
  awaiting_proof: 'in afwachting van bewijs',
  person: 'nog te beoordelen',
  not_valid: 'niet geldig',
}

/** A clause means something to the consulent; why we made a rule of our own does not. */
const clauseWords = (name: string, basis: Basis): Record<string, string> =>
  'clause' in basis ? { [name]: describeBasis(basis) } : {}

/**
 * The consulent hears whether an afmelding is valid under the contract, not why, unless the contract asks for the reason. Of who came it
 * does not matter any more.
 */
function absenceWords(attendance: Attendance, rules: Rules): Record<string, string> {
  const { absence } = attendance
  if (!absence || stageOf(attendance) === 'came') return {}
  return { verdict: verdictWords[absence.verdict], ...clauseWords('basis', rules.contract.absence.basis) }
}

/** Who says afterwards why they were not there did not cancel: they stayed away, and then explained it. */
const explainedLater = ({ absence, startsAt }: Attendance): boolean =>
  absence !== undefined && absence.reportedAt.epochMilliseconds > startsAt.epochMilliseconds

/**
 * Nothing was asked when the message after a no-show did not go: a pause, no number, an end. One that leaves at this same moment is being
 * asked: that it was sent is known only afterwards.
 */
function asked(journey: Journey, { id }: Attendance, { wantedAt }: Notice): 'yes' | 'now' | 'no' {
  const message = messageFor(journey, 'no_show_follow_up', id)
  if (!message || message.failure) return 'no'
  if (message.sentAt) return 'yes'
  return journey.status === 'open' && !isBefore(wantedAt, message.wantedAt) ? 'now' : 'no'
}

const askedWords = {
  yes: 'is niet gekomen en heeft nog niet gereageerd',
  now: 'is niet gekomen, en wij vragen nu wat er was',
  no: 'is niet gekomen, en wij hebben nog niet kunnen vragen wat er was',
} as const

const noShowWords = (journey: Journey, attendance: Attendance, notice: Notice): string => {
  if (attendance.reactedAt) return 'is niet gekomen en heeft daarna gereageerd'
  if (waitsForColleague(journey, attendance))
    return 'is niet gekomen en schreef ons vóór de afspraak; een medewerker heeft dat nog niet afgehandeld'
  if (mayHaveWritten(journey, attendance))
    return 'is niet gekomen; er kwam een bericht waarvan wij nog uitzoeken of het van de deelnemer is'
  const late = wroteToComeLater(journey, attendance) ? 'schreef later te komen, maar ' : ''
  return `${late}${askedWords[asked(journey, attendance, notice)]}`
}

/** A member of staff had them on the telephone: the mail says so, because no message shows it. */
const absentWords = (attendance: Attendance): string => {
  if (explainedLater(attendance)) return 'is niet gekomen en heeft daarna laten weten waarom'
  return attendance.absence?.through ? 'heeft zich telefonisch afgemeld' : 'heeft zich afgemeld'
}

const movedWords = (journey: Journey, { replacedBy }: Attendance): string =>
  replacedBy && attendanceById(journey, replacedBy)?.confirmedThrough
    ? 'heeft telefonisch een andere afspraak gekozen'
    : 'heeft een andere afspraak gekozen'

const stageWords = (journey: Journey, attendance: Attendance, notice: Notice): string => {
  switch (stageOf(attendance)) {
    case 'came':
      return 'is gekomen'
    case 'no_show':
      return noShowWords(journey, attendance, notice)
    case 'absent':
      return absentWords(attendance)
    case 'moved':
      return movedWords(journey, attendance)
    case 'cancelled':
      return 'had een afspraak die is vervallen'
    case 'planned':
      return 'had een afspraak waarvan de aanwezigheid nog niet bekend is'
  }
}

/** A mail of ours that turned out to be wrong is called so: what is true now would otherwise stand beside what was not. */
function wrongWords(journey: Journey, attendance: Attendance, notice: Notice): Record<string, string> {
  const told = toldToHaveCome(journey, attendance, notice)
  const { mark } = attendance
  if (notice.purpose !== 'correction' || told === undefined || !mark || mark.came === told) return {}
  return { told_wrongly: told ? 'was gekomen' : 'niet was gekomen' }
}

function successorWords(journey: Journey, attendance: Attendance, zone: string): Record<string, string> {
  const later = journey.attendances.findLast((other) => stageOf(other) === 'planned' && other.id !== attendance.id)
  return later ? { next_appointment: momentInWords(later.startsAt, zone) } : {}
}

/** The term of the notice, as long as it has not passed: a mail that is late does not say that it is in time. */
function termWords(journey: Journey, { startsAt }: Attendance, notice: Notice, rules: Rules): Record<string, string> {
  const { breach } = noShowDeadline(startsAt, rules)
  if (isBefore(breach, notice.wantedAt)) return {}
  return {
    ...clauseWords('term', noShowBasis(journey, rules)),
    term_ends: momentInWords(breach, rules.calendar.zone),
  }
}

function attendanceWords(
  journey: Journey,
  attendance: Attendance,
  notice: Notice,
  rules: Rules,
): Record<string, string> {
  const { zone } = rules.calendar
  return {
    appointment: momentInWords(attendance.startsAt, zone),
    happened: stageWords(journey, attendance, notice),
    ...{ yes: { asked: 'ja' }, now: { asking: 'ja' }, no: {} }[asked(journey, attendance, notice)],
    ...(waitsForColleague(journey, attendance) ? { waits_for_colleague: 'ja' } : {}),
    ...(wroteToComeLater(journey, attendance) ? { wrote_late: 'ja' } : {}),
    ...(mayHaveWritten(journey, attendance) ? { may_have_written: 'ja' } : {}),
    ...termWords(journey, attendance, notice, rules),
    ...absenceWords(attendance, rules),
    ...wrongWords(journey, attendance, notice),
    ...successorWords(journey, attendance, zone),
  }
}

function taskWords(notice: Notice, journey: Journey, zone: string): Record<string, string> {
  const task = journey.tasks.find((candidate) => candidate.key === notice.taskKey)
  if (!task) return {}
  return {
    title: taskTable[task.kind].title,
    why: task.why,
    due: momentInWords(task.dueAt, zone),
    ...(task.kind === 'crisis' ? { urgent: 'ja' } : {}),
  }
}

/** Only the consulent reads names: staff are told to look in the console, so that nothing about a person lies in their mail. */
const personWords = (notice: Notice, participant: Participant): Record<string, string> =>
  notice.to === 'consulent'
    ? {
        participant: participant.name.full,
        client_number: participant.clientNumber,
        ...(participant.consulent.name ? { consulent: participant.consulent.name } : {}),
      }
    : {}

/** What a mail says, as facts; the text is the template's. */
export function composeNotice(notice: Notice, about: About): NoticeFacts {
  const { journey, participant, reference, rules, installation } = about
  const attendance = notice.attendanceId ? attendanceById(journey, notice.attendanceId) : undefined
  const forConsulent = notice.to === 'consulent'
  return {
    purpose: notice.purpose,
    reference,
    words: {
      provider: installation.provider.name,
      provider_phone: installation.provider.phone,
      consulent_word: rules.contract.words.consulent,
      participant_word: rules.contract.words.participant,
      ...personWords(notice, participant),
      ...(attendance && forConsulent ? attendanceWords(journey, attendance, notice, rules) : {}),
      ...taskWords(notice, journey, rules.calendar.zone),
    },
    steps: attendance && forConsulent ? journeySteps(journey, attendance, rules.calendar.zone) : [],
    thread: forConsulent ? journey.id : `${journey.id}.${notice.taskKey ?? notice.key}`,
  }
}
