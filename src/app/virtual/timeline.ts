import { Temporal } from 'temporal-polyfill'
import { ruleFor } from '#src/domain/contract/absence-verdict.ts'
import { describeBasis, type Basis } from '#src/domain/contract/contract.ts'
import type { Absence } from '#src/domain/journey/attendance.ts'
import { evolve } from '#src/domain/journey/evolve.ts'
import type { JourneyEvent } from '#src/domain/journey/event.ts'
import { messageFor, type Journey } from '#src/domain/journey/journey.ts'
import type { MessagePurpose } from '#src/domain/journey/message-purpose.ts'
import type { Rules } from '#src/domain/journey/rules.ts'
import { taskTable } from '#src/domain/journey/task.ts'
import { termWords } from '#src/domain/journey/term-words.ts'
import { termsOf, type JourneyTerm } from '#src/domain/journey/terms.ts'
import type { Id } from '#src/domain/values/id.ts'
import { momentInWords } from '#src/services/words.ts'
import type { JourneyScript } from './journey-script.ts'
import { scriptMoment } from './play-script.ts'
import type { Universe } from './universe.ts'

/** One thing that happened, as a reader sees it, with the clauses or house rules that it satisfies. */
export interface TimelineEntry {
  readonly at: Temporal.Instant
  readonly who: 'consulent' | 'deelnemer' | 'Opkomst' | 'medewerker'
  readonly what: string
  readonly text?: string
  readonly rules: readonly string[]
}

const cited = (basis: Basis, words: string): string => `${describeBasis(basis)} · ${words}`

/** Which rule of the contract makes the bot say this. */
function messageRule(purpose: MessagePurpose, { contract }: Rules): string[] {
  const { terms, no_show, day_before_reminder } = contract
  switch (purpose) {
    case 'invitation':
      return [cited(terms.invitation_lead.basis, 'uitnodiging per bericht')]
    case 'reminder':
      return [cited(terms.reminder_lead.basis, 'herinnering per bericht')]
    case 'day_before':
      return day_before_reminder ? [cited(day_before_reminder.basis, 'herinnering van de dag ervoor')] : []
    case 'no_show_follow_up':
      return [cited(no_show.basis, 'de deelnemer kan reageren; de melding aan de consulent wacht daar niet op')]
  }
}

/** Only a contract that says which reasons count asks for a register; elsewhere it is our own. */
const register = ({ contract }: Rules): string =>
  Object.keys(contract.absence.reasons).length === 0
    ? 'huisregel: wie kwam wordt vastgelegd'
    : cited(contract.absence.basis, 'vastgelegd in het register van aanwezigheid')

/** What was decided of an afmelding when it came in; why a person decides stands in the task that asks them. */
function decided({ reason, verdict }: Absence, { contract }: Rules): string {
  const source = describeBasis((ruleFor(contract, reason) ?? contract.absence).basis)
  if (verdict === 'valid') return `Geldig volgens ${source}.`
  return verdict === 'awaiting_proof'
    ? `Geldig volgens ${source} zodra het bewijs is gezien.`
    : `Een mens beslist (${source}).`
}

/** Which rule an event carries out by itself, besides the terms that it meets. */
function ruleOf(event: JourneyEvent, journey: Journey, rules: Rules): string[] {
  const { contract } = rules
  switch (event.type) {
    case 'referral_accepted':
      return ['huisregel: aangenomen zonder mens, want onze mailserver zag een geldige handtekening van de gemeente']
    case 'appointment_planned':
      return event.attendance.chosenBy === 'system'
        ? [event.how]
        : ['huisregel: keuze van de deelnemer zelf, binnen de termijn van de intake']
    case 'appointment_moved':
      return ['huisregel: keuze van de deelnemer zelf, binnen de termijn van de intake']
    case 'absence_reported':
      return [decided(event.absence, rules)]
    case 'proof_requested':
    case 'proof_seen': {
      const reason = journey.attendances.find((attendance) => attendance.id === event.attendanceId)?.absence?.reason
      const rule = reason && ruleFor(contract, reason)
      return rule ? [cited(rule.basis, 'bewijs wordt meegebracht en gezien, niet opgestuurd')] : []
    }
    case 'proof_received':
    case 'proof_erased': {
      const rule = contract.absence.proof_photo
      return rule ? [cited(rule.basis, 'een foto van bewijs wordt bewaard tot het bewijs is bekeken')] : []
    }
    case 'attendance_confirmed':
      return ['huisregel: elke bevestiging wordt vastgelegd']
    case 'attendance_marked':
    case 'attendance_corrected':
      return [register(rules)]
    case 'no_show_established':
      return [cited(contract.no_show.basis, 'vanaf wanneer de termijn van de melding loopt')]
    case 'message_evidenced': {
      const message = journey.messages.find((candidate) => candidate.key === event.key)
      return message && event.evidence === 'sent' ? messageRule(message.purpose, rules) : []
    }
    case 'task_opened':
      return ['huisregel: een mens doet wat de planningsassistent niet kan of mag']
    default:
      return []
  }
}

const sayings: Record<MessagePurpose, string> = {
  invitation: 'nodigt de deelnemer uit',
  reminder: 'herinnert de deelnemer',
  day_before: 'herinnert de deelnemer nog eens',
  no_show_follow_up: 'vraagt de deelnemer wat er is gebeurd',
}

const evidenceWords = (event: Extract<JourneyEvent, { type: 'message_evidenced' }>, journey: Journey): string => {
  const purpose = journey.messages.find((message) => message.key === event.key)?.purpose
  return event.evidence === 'sent' && purpose ? sayings[purpose] : 'heeft bewijs dat het bericht aankwam'
}

const wordsOf = (
  event: JourneyEvent,
  journey: Journey,
  zone: string,
): { who: TimelineEntry['who']; what: string } | undefined => {
  switch (event.type) {
    case 'referral_accepted':
      return { who: 'Opkomst', what: 'neemt de aanmelding aan en begint het traject' }
    case 'appointment_planned':
      return { who: 'Opkomst', what: `plant de intake op ${momentInWords(event.attendance.startsAt, zone)}` }
    case 'appointment_moved':
      return {
        who: 'Opkomst',
        what: `zet de nieuwe afspraak vast op ${momentInWords(event.attendance.startsAt, zone)}`,
      }
    case 'attendance_confirmed':
      return { who: 'Opkomst', what: 'legt de bevestiging vast' }
    case 'absence_reported':
      return { who: 'Opkomst', what: 'legt de afmelding vast' }
    case 'proof_requested':
      return { who: 'Opkomst', what: 'vraagt om bewijs' }
    case 'proof_received':
      return { who: 'Opkomst', what: 'bewaart de foto van het bewijs tot die is bekeken' }
    case 'proof_erased':
      return { who: 'Opkomst', what: 'wist de foto van het bewijs' }
    case 'proof_seen':
      return { who: 'medewerker', what: 'heeft het bewijs gezien' }
    case 'proof_missed':
      return { who: 'Opkomst', what: 'stelt vast dat het bewijs niet is gezien' }
    case 'attendance_marked':
      return { who: 'medewerker', what: event.came ? 'vult in: gekomen' : 'vult in: niet gekomen' }
    case 'attendance_corrected':
      return { who: 'medewerker', what: event.came ? 'verbetert: toch gekomen' : 'verbetert: toch niet gekomen' }
    case 'no_show_established':
      return { who: 'Opkomst', what: 'stelt vast: niet verschenen' }
    case 'reaction_received':
      return { who: 'Opkomst', what: 'legt vast dat de deelnemer reageerde' }
    case 'task_opened':
      return { who: 'Opkomst', what: `vraagt een medewerker: ${taskTable[event.task.kind].title}` }
    case 'message_failed':
      return { who: 'Opkomst', what: 'kon een bericht niet bezorgen' }
    case 'message_evidenced':
      return { who: 'Opkomst', what: evidenceWords(event, journey) }
    case 'notice_sent':
      return { who: 'Opkomst', what: 'mailt de consulent' }
    default:
      return undefined
  }
}

const keyed = (terms: readonly JourneyTerm[]): Map<string, JourneyTerm> =>
  new Map(terms.map((term) => [term.key, term]))

/** What stood for the reminder in its days: say so, or the reader looks for one that never went. */
function inPlaceOfReminder({ name, attendance }: JourneyTerm, journey: Journey): string {
  if (name !== 'reminder_lead' || !attendance || messageFor(journey, 'reminder', attendance.id)) return ''
  return attendance.chosenBy === 'participant'
    ? '; de deelnemer koos dit moment in de dagen van de herinnering zelf, en weet het dus'
    : '; de uitnodiging valt in de dagen van de herinnering en telt als herinnering'
}

/** The consulent was told in time, but not that somebody did not come: only that nobody knew yet. */
const words = ({ name, attendance, metAt }: JourneyTerm, { notices }: Journey): string =>
  name === 'no_show_notice' &&
  notices.some(
    ({ purpose, attendanceId, sentAt }) =>
      purpose === 'attendance_unknown' && attendanceId === attendance?.id && metAt && sentAt?.equals(metAt),
  )
    ? 'op tijd gemeld dat de aanwezigheid nog niet bekend is'
    : termWords[name]

/** Terms that this event met, with how their last moment was computed. */
function newlyMet(before: Journey | undefined, after: Journey, rules: Rules): string[] {
  const earlier = before ? keyed(termsOf(before, rules)) : new Map<string, JourneyTerm>()
  return termsOf(after, rules).flatMap((term) => {
    if (!term.metAt || earlier.get(term.key)?.metAt) return []
    const inTime = Temporal.Instant.compare(term.metAt, term.deadline.breach) <= 0
    return [
      `${inTime ? '✓' : '✗ te laat:'} ${cited(term.basis, words(term, after))} (${term.deadline.how})${inPlaceOfReminder(term, after)}`,
    ]
  })
}

/** The text that an event sent, if it sent one: what the phone or the mailbox received under the id of the row. */
function textOf(
  event: JourneyEvent,
  rows: ReadonlyMap<string, string>,
  { carrier, post }: Universe,
): string | undefined {
  if (event.type !== 'notice_sent' && !(event.type === 'message_evidenced' && event.evidence === 'sent'))
    return undefined
  const id = rows.get(event.key)
  const mail = post.sent.find((sent) => sent.id === id)
  return mail ? `${mail.subject}\n\n${mail.text}` : carrier.received.find((message) => message.id === id)?.text
}

/** Mails to our own people are left out: the task that they tell of is in the story. */
const isOwnMail = (event: JourneyEvent): boolean => event.type === 'notice_sent' && event.key.startsWith('task_')

async function rowsByKey({ database }: Universe): Promise<ReadonlyMap<string, string>> {
  const rows = await database
    .selectFrom('outgoing')
    .select(['id', 'state_key'])
    .where('state_key', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.state_key ?? '', row.id]))
}

async function eventEntries(universe: Universe, id: Id<'journey'>): Promise<TimelineEntry[]> {
  let state: Journey | undefined
  const rows = await rowsByKey(universe)
  const entries: TimelineEntry[] = []
  for (const { at, event } of await universe.journal(id)) {
    const next = evolve(state, event)
    const rules = universe.loaded.knowledge.contracts.rules(next.contractHash)
    const words = wordsOf(event, next, rules.calendar.zone)
    const text = textOf(event, rows, universe)
    const proofs = [...ruleOf(event, next, rules), ...newlyMet(state, next, rules)]
    const silent = event.type === 'message_evidenced' && event.evidence !== 'sent' && proofs.length === 0
    if (words && !silent && !isOwnMail(event)) entries.push({ at, ...words, ...(text ? { text } : {}), rules: proofs })
    state = next
  }
  return entries
}

const referred = 'huisregel: een aanmelding wordt bewaard voordat zij wordt gelezen, en kwijtraken kan niet'
const kept = 'huisregel: elk bericht wordt versleuteld bewaard en gelezen'
const answered = 'huisregel: wie schrijft krijgt antwoord, op elk uur'

/** Answers to what the participant wrote: they carry out no row of the journey's own. */
async function answers({ carrier, database }: Universe): Promise<TimelineEntry[]> {
  const rows = await database
    .selectFrom('outgoing')
    .select('id')
    .where('purpose', 'in', ['answer', 'emergency'])
    .execute()
  const ids = new Set<string>(rows.map((row) => row.id))
  return carrier.received
    .filter((message) => ids.has(message.id))
    .map(({ at, text }) => ({ at, who: 'Opkomst', what: 'antwoordt', text, rules: [answered] }))
}

function scripted({ referral, steps }: JourneyScript): TimelineEntry[] {
  const written = steps.flatMap(({ at, writes, sends }): TimelineEntry[] => {
    const lines = writes === undefined ? [] : typeof writes === 'string' ? [writes] : writes
    const said = { at: scriptMoment(at), who: 'deelnemer', rules: [kept] } as const
    return [
      ...lines.map((text) => ({ ...said, what: 'schrijft', text })),
      ...(sends ? [{ ...said, what: 'stuurt iets anders dan tekst' }] : []),
    ]
  })
  return [
    { at: scriptMoment(referral.at), who: 'consulent', what: 'stuurt een aanmelding per mail', rules: [referred] },
    ...written,
  ]
}

/** What people do comes before what follows from it at the same moment; the sort keeps the order within each list. */
const order = ({ who }: TimelineEntry): number => (who === 'consulent' || who === 'deelnemer' ? 0 : 1)

/** The story of one journey in order of time, made from its journal and from what phone and mailbox received. */
export async function timelineOf(
  universe: Universe,
  script: JourneyScript,
  id: Id<'journey'>,
): Promise<TimelineEntry[]> {
  const entries = [...scripted(script), ...(await eventEntries(universe, id)), ...(await answers(universe))]
  return entries.sort((a, b) => Temporal.Instant.compare(a.at, b.at) || order(a) - order(b))
}
