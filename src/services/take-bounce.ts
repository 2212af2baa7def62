import { system } from '#src/domain/actor.ts'
import { commandLoaded } from './command-journey.ts'
import {
  readingOf,
  threadOf,
  type MailFinding,
  type MailParts,
  type MailVerb,
  type Settlement,
} from './mail-finding.ts'
import type { StoredJourney } from './ports/journeys.ts'
import type { SentMail } from './ports/outgoing.ts'
import type { MailResult } from './ports/mails.ts'

interface Returned {
  readonly sent: SentMail
  /** Absent: it belongs to none. */
  readonly stored: StoredJourney | undefined
}

/** The mail that came back, as it stands once its journey is ours: of two reports at the same moment the second sees what the first did. */
async function returned({ journeys, outgoing }: MailParts, ids: readonly string[]): Promise<Returned | undefined> {
  const found = await outgoing.mailAmong(ids)
  const stored = found?.journeyId && (await journeys.load(found.journeyId))
  const sent = found && (await outgoing.mailAmong([found.id]))
  return sent && { sent, stored }
}

/** Tells the journey: true when it asks or tells somebody else now. */
async function tellJourney(
  { journeys, outgoing }: MailParts,
  { sent, stored }: Returned,
  verb: MailVerb,
): Promise<boolean> {
  const now = verb.clock.now()
  const carried = await outgoing.recordDelivery(sent.id, 'failed', now)
  if (!carried?.stateKey || !stored) return false
  const command = { type: 'record_notice', key: carried.stateKey, outcome: 'bounced', at: now } as const
  const decision = await commandLoaded(journeys, stored, command, system, verb)
  return decision.kind === 'accepted' && decision.events.some(({ type }) => type !== 'notice_failed')
}

/** Nobody reads a mail in a mailbox that gives mails back. */
const isToStaff = ({ purpose }: SentMail): boolean => /^(?:mail_waiting|task_)/.test(purpose)

const knownWords = {
  failed:
    'Een mailserver meldt dat een mail van ons niet is aangekomen. Bij de melding staat welke, en aan wie. Zorg dat de ontvanger het op een andere manier hoort.',
  delayed:
    'Een mailserver meldt dat een mail van ons nog niet is aangekomen en later opnieuw wordt geprobeerd. Bij de melding staat welke, en aan wie. Bel de ontvanger als het haast heeft.',
}

/** More reports than this in an hour go to the list only: each mail about one may come back itself. */
const mostToldPerHour = 3

/**
 * A report that a mail of ours did not arrive. What it was about fails after all, once; a mail that is still being tried, or that we do
 * not know again, waits for a person.
 */
export async function takeBounce(parts: MailParts, finding: MailFinding, verb: MailVerb): Promise<Settlement> {
  const read = readingOf(finding)
  const back = await returned(parts, threadOf(finding, verb).ours)
  const sent = back?.sent
  const waits: MailResult = { ...read, outcome: 'waiting' }
  const told = await parts.mails.bouncesToldSince(verb.clock.now().subtract({ hours: 1 }))
  const tell = told < mostToldPerHour && !(sent && isToStaff(sent))
  if (!back || !sent) return { result: waits, tell }
  const about = { returned: sent.id, ...(sent.journeyId ? { journeyId: sent.journeyId } : {}) }
  const known: MailResult = { ...read, ...about, outcome: sent.journeyId ? 'attached' : 'aside' }
  const shown: MailResult = { ...waits, ...about, words: knownWords[finding.bounce ?? 'failed'] }
  if (sent.status === 'failed') return { result: known, tell: false }
  if (finding.bounce === 'delayed') return { result: shown, tell }
  const handled = await tellJourney(parts, back, verb)
  return { result: handled ? known : shown, tell }
}
