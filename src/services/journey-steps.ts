import type { Temporal } from 'temporal-polyfill'
import type { Attendance } from '#src/domain/journey/attendance.ts'
import type { Evidence, Journey, Message, MessageFailure } from '#src/domain/journey/journey.ts'
import type { MessagePurpose } from '#src/domain/journey/message-purpose.ts'
import { isOpen, type Task, type TaskKind } from '#src/domain/journey/task.ts'
import { momentInWords } from './words.ts'

const said: Record<MessagePurpose, string> = {
  invitation: 'Uitnodiging verstuurd',
  reminder: 'Herinnering verstuurd',
  day_before: 'Herinnering van de dag ervoor verstuurd',
  no_show_follow_up: 'Bericht na het niet komen verstuurd',
}

/** Nothing was sent: a person said it. */
const spoken: Record<MessagePurpose, string> = {
  invitation: 'Uitnodiging door een medewerker verteld',
  reminder: 'Herinnering door een medewerker verteld',
  day_before: 'Herinnering van de dag ervoor door een medewerker verteld',
  no_show_follow_up: 'Na het niet komen sprak een medewerker de deelnemer',
}

const failed: Record<MessagePurpose, string> = {
  invitation: 'Uitnodigen lukte niet',
  reminder: 'Herinneren lukte niet',
  day_before: 'Herinneren op de dag ervoor lukte niet',
  no_show_follow_up: 'Vragen wat er was gebeurd lukte niet',
}

const evidenceWords: Record<Evidence, string> = {
  delivered: 'aangekomen',
  read: 'gelezen',
  answered: 'beantwoord',
  presumed: 'vermoedelijk aangekomen',
  told_by_staff: 'door een medewerker verteld',
}

const failureWords: Record<MessageFailure, string> = {
  no_phone: 'geen bruikbaar telefoonnummer',
  opted_out: 'de deelnemer wil geen berichten',
  undeliverable: 'niet bezorgd',
  expired: 'niet op tijd verstuurd',
  rejected: 'niet verstuurd door een medewerker',
}

/** What a participant wrote and left open, by the task that it became. */
const wrote: Partial<Record<TaskKind, string>> = {
  absence_unexplained: 'Deelnemer schreef niet te kunnen komen',
  other_time_unpicked: 'Deelnemer vroeg om een andere tijd',
}

/** What a participant wrote that needs nothing more: it was passed on. */
const wroteInPassing: Partial<Record<TaskKind, string>> = {
  running_late: 'Deelnemer schreef later te komen (doorgegeven aan de coach)',
}

/** What a participant wrote that a colleague answers: whether that was done belongs to the account. */
const wroteToColleague: Partial<Record<TaskKind, string>> = {
  answer_person: 'Bericht van de deelnemer voor een medewerker',
  answer_question: 'Vraag van de deelnemer voor een medewerker',
}

/** What came from a number that several participants have: it is not said that the participant wrote it. */
const maybeWrote: Partial<Record<TaskKind, string>> = {
  possible_reaction: 'Bericht dat van de deelnemer kan zijn',
}

interface Step {
  readonly at: Temporal.Instant
  readonly words: string
  /** Among what was said in one go: what took the rest back comes last. */
  readonly isLast: boolean
}

const step = (at: Temporal.Instant | undefined, words: string, isLast = false): Step[] =>
  at ? [{ at, words, isLast }] : []

/** What a person told is kept as said at that moment, so that it is not sent any more: nothing left then. */
const onlyTold = ({ sentAt, evidence }: Message): boolean =>
  evidence?.kind === 'told_by_staff' && sentAt?.epochMilliseconds === evidence.evidencedAt.epochMilliseconds

function arrival({ evidence, failure }: Message, zone: string): string {
  if (evidence) return `${evidenceWords[evidence.kind]} ${momentInWords(evidence.evidencedAt, zone)}`
  return failure ? 'kwam niet aan' : 'nog geen bewijs van aankomst'
}

function saidSteps(message: Message, zone: string): Step[] {
  const { sentAt, purpose } = message
  if (onlyTold(message)) return step(sentAt, spoken[purpose])
  return step(sentAt, `${said[purpose]} (${arrival(message, zone)})`)
}

const failedSteps = ({ failure, purpose }: Message): Step[] =>
  failure ? step(failure.failedAt, `${failed[purpose]}: ${failureWords[failure.why]}`) : []

function writtenSteps({ kind, openedAt, closedAt }: Task, zone: string): Step[] {
  const words = wrote[kind]
  // Who said after it that they come, closed it by that.
  if (words) return step(openedAt, words, closedAt?.epochMilliseconds !== openedAt.epochMilliseconds)
  const inPassing = wroteInPassing[kind]
  if (inPassing) return step(openedAt, inPassing)
  const maybe = maybeWrote[kind]
  if (maybe)
    return step(
      openedAt,
      closedAt ? `${maybe} (uitgezocht ${momentInWords(closedAt, zone)})` : `${maybe} (wordt uitgezocht)`,
    )
  const toColleague = wroteToColleague[kind]
  if (!toColleague) return []
  const settled = closedAt ? `afgehandeld ${momentInWords(closedAt, zone)}` : 'nog niet afgehandeld'
  return step(openedAt, `${toColleague} (${settled})`)
}

/** What was written before the appointment that still waits for a colleague. */
export const waitsForColleague = ({ tasks }: Journey, { id, startsAt }: Attendance): boolean =>
  tasks.some(
    (task) =>
      task.kind in wroteToColleague &&
      isOpen(task) &&
      task.attendanceId === id &&
      task.openedAt.epochMilliseconds < startsAt.epochMilliseconds,
  )

/** Of an afmelding by message the mail itself tells; that somebody called only the account can show. */
const spokenAbsence = ({ absence, startsAt }: Pick<Attendance, 'absence' | 'startsAt'>): Step[] =>
  absence?.through
    ? step(
        absence.reportedAt,
        absence.reportedAt.epochMilliseconds > startsAt.epochMilliseconds
          ? 'Deelnemer liet telefonisch weten waarom'
          : 'Deelnemer meldde zich telefonisch af',
      )
    : []

/** Who wrote before the appointment to come later, and whom nobody heard of since. */
export const wroteToComeLater = ({ tasks }: Journey, { id, startsAt }: Attendance): boolean =>
  tasks.some(
    ({ kind, attendanceId, openedAt }) =>
      kind === 'running_late' && attendanceId === id && openedAt.epochMilliseconds < startsAt.epochMilliseconds,
  )

/** The appointments in whose place this one came, the last first. */
function placeTakenOf(journey: Journey, { id }: Attendance): Attendance[] {
  const earlier = journey.attendances.find(({ replacedBy }) => replacedBy === id)
  return earlier ? [earlier, ...placeTakenOf(journey, earlier)] : []
}

/** Who picked another time was invited to the one before: nobody invites them to what they chose. */
const earlierInvitations = (journey: Journey, attendance: Attendance, zone: string): Step[] =>
  placeTakenOf(journey, attendance).flatMap(({ id, startsAt }) =>
    journey.messages
      .filter(({ purpose, attendanceId }) => purpose === 'invitation' && attendanceId === id)
      .flatMap((message) => [...saidSteps(message, zone), ...failedSteps(message)])
      .map((made) => ({ ...made, words: `${made.words}, voor de afspraak van ${momentInWords(startsAt, zone)}` })),
  )

/** Picking a time is saying to come then: it is not told as the answer to an invitation that never was. */
function agreedSteps(journey: Journey, attendance: Attendance, zone: string): Step[] {
  const { chosenBy, plannedAt, confirmedAt, confirmedThrough } = attendance
  const by = confirmedThrough ? ' telefonisch' : ''
  if (chosenBy !== 'participant') return step(confirmedAt, `Deelnemer bevestigde de afspraak${by}`)
  const [before] = placeTakenOf(journey, attendance)
  const instead = before ? ` in plaats van ${momentInWords(before.startsAt, zone)}` : ''
  return step(plannedAt, `Deelnemer koos${by || ' zelf'} dit moment${instead}`)
}

const attendanceSteps = ({ mark, reactedAt, ...attendance }: Attendance): Step[] => [
  ...spokenAbsence(attendance),
  ...step(mark?.markedAt, `Aanwezigheid ingevuld: ${mark?.came ? 'gekomen' : 'niet gekomen'}`),
  ...step(reactedAt, 'Reactie van de deelnemer'),
]

/** What was done for one attendance, in order, in Dutch: the account that goes with a notice. No reasons, no texts. */
export function journeySteps(journey: Journey, attendance: Attendance, zone: string): string[] {
  const isAbout = ({ attendanceId }: { readonly attendanceId?: Attendance['id'] }): boolean =>
    attendanceId === attendance.id
  return [
    ...journey.messages.filter(isAbout).flatMap((message) => [...saidSteps(message, zone), ...failedSteps(message)]),
    ...journey.tasks.filter(isAbout).flatMap((task) => writtenSteps(task, zone)),
    ...earlierInvitations(journey, attendance, zone),
    ...agreedSteps(journey, attendance, zone),
    ...attendanceSteps(attendance),
  ]
    .toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds || Number(a.isLast) - Number(b.isLast))
    .map(({ at, words }) => `${momentInWords(at, zone)}: ${words}`)
}
