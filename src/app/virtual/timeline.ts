import { Temporal } from 'temporal-polyfill'
import { judgeAbsence } from '#src/domain/contract/absence-verdict.ts'
import { describeBasis, type Basis } from '#src/domain/contract/contract.ts'
import { evolve } from '#src/domain/journey/evolve.ts'
import type { JourneyEvent } from '#src/domain/journey/event.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
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

/** Which rule an event carries out by itself, besides the terms that it meets. */
function ruleOf(event: JourneyEvent, journey: Journey, { contract }: Rules): string[] {
  const { terms } = contract
  switch (event.type) {
    case 'appointment_planned':
      return event.attendance.chosenBy === 'system' ? [event.how] : ['keuze van de deelnemer zelf, vastgelegd']
    case 'appointment_moved':
      return ['keuze van de deelnemer zelf, vastgelegd']
    case 'absence_reported':
      return [judgeAbsence(contract, event.absence.reason).words]
    case 'proof_requested':
    case 'proof_seen': {
      const reason = journey.attendances.find((attendance) => attendance.id === event.attendanceId)?.absence?.reason
      const rule = reason && contract.absence.reasons[reason]
      return rule ? [cited(rule.basis, 'bewijs wordt meegebracht en gezien, niet opgestuurd')] : []
    }
    case 'no_show_established':
      return [
        cited(
          contract.no_show.basis,
          `melding ${describeBasis(terms.no_show_notice.basis)} loopt vanaf het begin van de afspraak`,
        ),
      ]
    default:
      return []
  }
}

const wordsOf = (event: JourneyEvent, zone: string): { who: TimelineEntry['who']; what: string } | undefined => {
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
    case 'proof_seen':
      return { who: 'medewerker', what: 'heeft het bewijs gezien' }
    case 'proof_missed':
      return { who: 'Opkomst', what: 'stelt vast dat het bewijs niet is gezien' }
    case 'attendance_marked':
      return { who: 'medewerker', what: event.came ? 'vult in: gekomen' : 'vult in: niet gekomen' }
    case 'attendance_corrected':
      return { who: 'medewerker', what: event.came ? 'verbetert: toch gekomen' : 'verbetert: toch niet gekomen' }
    case 'no_show_established':
      return { who: 'Opkomst', what: 'stelt vast: niet verschenen zonder afmelding' }
    case 'reaction_received':
      return { who: 'Opkomst', what: 'legt vast dat de deelnemer reageerde' }
    case 'task_opened':
      return { who: 'Opkomst', what: `vraagt een medewerker: ${taskTable[event.task.kind].title}` }
    case 'message_failed':
      return { who: 'Opkomst', what: 'kon een bericht niet bezorgen' }
    case 'message_evidenced':
      return event.evidence === 'sent' ? undefined : { who: 'Opkomst', what: 'heeft bewijs dat het bericht aankwam' }
    case 'notice_sent':
      return { who: 'Opkomst', what: 'heeft de mail verstuurd' }
    default:
      return undefined
  }
}

const keyed = (terms: readonly JourneyTerm[]): Map<string, JourneyTerm> =>
  new Map(terms.map((term) => [term.key, term]))

/** Terms that this event met, with how their last moment was computed. */
function newlyMet(before: Journey | undefined, after: Journey, rules: Rules): string[] {
  const earlier = before ? keyed(termsOf(before, rules)) : new Map<string, JourneyTerm>()
  return termsOf(after, rules).flatMap((term) => {
    if (!term.metAt || earlier.get(term.key)?.metAt) return []
    const inTime = Temporal.Instant.compare(term.metAt, term.deadline.breach) <= 0
    return [`${inTime ? '✓' : '✗ te laat:'} ${cited(term.basis, termWords[term.name])} (${term.deadline.how})`]
  })
}

async function eventEntries(universe: Universe, id: Id<'journey'>): Promise<TimelineEntry[]> {
  let state: Journey | undefined
  const entries: TimelineEntry[] = []
  for (const { at, event } of await universe.journal(id)) {
    const next = evolve(state, event)
    const rules = universe.loaded.knowledge.contracts.rules(next.contractHash)
    const words = wordsOf(event, rules.calendar.zone)
    const proofs = [...ruleOf(event, next, rules), ...newlyMet(state, next, rules)]
    const silent = (event.type === 'message_evidenced' || event.type === 'notice_sent') && proofs.length === 0
    if (words && !silent) entries.push({ at, ...words, rules: proofs })
    state = next
  }
  return entries
}

const texts = (universe: Universe): TimelineEntry[] => [
  ...universe.carrier.received.map(({ at, text }): TimelineEntry => ({
    at,
    who: 'Opkomst',
    what: 'bericht aan de deelnemer',
    text,
    rules: [],
  })),
  ...universe.post.sent
    .filter((mail) => !mail.facts.purpose.startsWith('task'))
    .map(({ at, subject, text }): TimelineEntry => ({
      at,
      who: 'Opkomst',
      what: `mail aan de consulent: ${subject}`,
      text,
      rules: [],
    })),
]

function scripted({ referral, steps }: JourneyScript): TimelineEntry[] {
  const written = steps.flatMap(({ at, writes }): TimelineEntry[] => {
    const lines = writes === undefined ? [] : typeof writes === 'string' ? [writes] : writes
    return lines.map((text) => ({ at: scriptMoment(at), who: 'deelnemer', what: 'schrijft', text, rules: [] }))
  })
  return [
    { at: scriptMoment(referral.at), who: 'consulent', what: 'stuurt een aanmelding per mail', rules: [] },
    ...written,
  ]
}

/** What people do comes before what follows from it at the same moment; the sort keeps the order within each list. */
const order = (entry: TimelineEntry): number =>
  entry.who === 'consulent' || entry.who === 'deelnemer' ? 0 : entry.text ? 2 : 1

/** The story of one journey in order of time, made from its journal and from what phone and mailbox received. */
export async function timelineOf(
  universe: Universe,
  script: JourneyScript,
  id: Id<'journey'>,
): Promise<TimelineEntry[]> {
  const entries = [...scripted(script), ...(await eventEntries(universe, id)), ...texts(universe)]
  return entries.sort((a, b) => Temporal.Instant.compare(a.at, b.at) || order(a) - order(b))
}
