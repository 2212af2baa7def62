import type { AbsenceReason } from '#src/domain/contract/absence-reason.ts'
import type { MessageIntent, Situation } from './assessment.ts'
import { clarities, enough, type Evidence, type Found } from './evidence.ts'
import type { Meaning } from './lexicon.ts'
import { delayIn } from './when-in.ts'
import type { Match } from './reading.ts'
import { border } from './text.ts'

const asksToCome: ReadonlySet<Situation> = new Set(['invited', 'reminded', 'day_of'])

export function intentOf(evidence: Evidence): Found {
  const { words, clarity } = evidence
  if (words.tokens.every((token) => token === border)) return fromEmoji(evidence)
  const first = (means: Meaning, intent: MessageIntent): Found | undefined =>
    clarity(means) > enough ? { intent, confidence: clarity(means) } : undefined
  return (
    first('crisis', 'crisis') ??
    first('abuse', 'abuse') ??
    first('stop', 'stop') ??
    first('wrong_number', 'wrong_number') ??
    first('complaint', 'complaint') ??
    first('person', 'human') ??
    appointmentIntent(evidence) ??
    first('proof', 'proof_sent') ??
    first('language', 'other_language_request') ??
    questionIn(evidence) ??
    confirmIn(evidence) ??
    first('thanks', 'thanks_or_chitchat') ??
    first('fine', 'thanks_or_chitchat') ?? { intent: 'unclear', confidence: 0.3 }
  )
}

/** Another time, one that was offered, later than planned, or not at all. */
function appointmentIntent(evidence: Evidence): Found | undefined {
  const { slot, message, clarity, reading } = evidence
  const wantsOther = clarity('other_time') > enough
  if (typeof slot === 'number' && !(wantsOther && evidence.pieces.length === 0))
    return { intent: 'choose_slot', confidence: 0.9 }
  if (wantsOther || slot === 'other') return { intent: 'reschedule', confidence: Math.max(0.8, clarity('other_time')) }
  if (
    message.situation === 'offered_slots' &&
    (clarity('no') > 0 || clarity('absence') > enough) &&
    reasonIn(evidence) === null
  )
    return { intent: 'reschedule', confidence: 0.75 }
  if (clarity('late') > enough || (delayIn(evidence) !== null && clarity('absence') < 0.9))
    return { intent: 'running_late', confidence: 0.85 }
  const coming = clarity('confirm') > enough
  const said = reading.matches.filter(({ entry }) => entry.means === 'absence')
  const saysNot = said.some(({ entry, strength }) => entry.reason === undefined && strength !== 'hint')
  const reason = reasonIn(evidence)
  if (reading.hedges.has('condition') && (coming || reason !== null)) return { intent: 'unclear', confidence: 0.6 }
  if (coming && !saysNot) return undefined
  if (reason !== null && isReasonEnough(evidence, saysNot))
    return { intent: 'afmelding', confidence: saysNot ? 0.95 : 0.85 }
  if (saysNot) return { intent: 'decline_no_reason', confidence: 0.85 }
  if (asksToCome.has(message.situation) && clarity('no') > 0.9) return { intent: 'decline_no_reason', confidence: 0.8 }
  return undefined
}

function isReasonEnough({ message, reading }: Evidence, saysNot: boolean): boolean {
  if (saysNot || message.situation === 'asked_reason' || message.situation === 'no_show') return true
  return reading.matches.some(
    ({ entry, strength, past }) => entry.means === 'absence' && entry.reason && strength !== 'hint' && !past,
  )
}

/** Why they cannot come, as far as it is said; the first that is said clearly. */
export function reasonIn({ reading, message }: Evidence): AbsenceReason | null {
  const said = reading.matches.filter(({ entry }) => entry.means === 'absence' && entry.reason !== undefined)
  const asked = message.situation === 'asked_reason' || message.situation === 'no_show'
  const saysNot = reading.matches.some(
    ({ entry, strength }) => entry.means === 'absence' && !entry.reason && strength !== 'hint',
  )
  const clear = said.filter(({ strength }) => strength !== 'hint')
  const usable = clear.length > 0 || !(asked || saysNot) ? clear : said
  const best = usable.toSorted(
    (a, b) => clarities[b.strength] - clarities[a.strength] || weightOf(b) - weightOf(a) || a.start - b.start,
  )[0]
  return best?.entry.reason ?? null
}

const weightOf = ({ start, end }: Match): number => end - start

function questionIn({ words, clarity }: Evidence): Found | undefined {
  if (clarity('question') > enough) return { intent: 'question', confidence: clarity('question') }
  if (words.question && words.tokens.length > 3 && clarity('confirm') < enough)
    return { intent: 'question', confidence: 0.75 }
  return undefined
}

function confirmIn({ message, clarity, reading, slot }: Evidence): Found | undefined {
  const said = Math.max(clarity('confirm'), clarity('yes') > 0.9 ? 0.9 : clarity('yes'))
  const fine = clarity('fine')
  if (message.situation === 'offered_slots') {
    if (said < enough && fine < enough) return undefined
    return typeof slot === 'number' || message.slots?.length === 1
      ? { intent: 'choose_slot', confidence: 0.8 }
      : { intent: 'unclear', confidence: 0.6 }
  }
  if (reading.hedges.has('doubt') && said > 0) return { intent: 'unclear', confidence: 0.6 }
  if (said > enough) return { intent: 'confirm', confidence: said }
  if (asksToCome.has(message.situation) && (fine > enough || clarity('yes') > 0))
    return { intent: 'confirm', confidence: 0.85 }
  return undefined
}

function fromEmoji({ words, message }: Evidence): Found {
  if (words.emoji === 'thumbs_up')
    return asksToCome.has(message.situation)
      ? { intent: 'confirm', confidence: 0.9 }
      : { intent: 'thanks_or_chitchat', confidence: 0.8 }
  if (words.emoji === 'thumbs_down')
    return asksToCome.has(message.situation)
      ? { intent: 'decline_no_reason', confidence: 0.7 }
      : { intent: 'unclear', confidence: 0.5 }
  return /[🙏❤🙂😊😀😁👏🌹💐]/u.test(message.text)
    ? { intent: 'thanks_or_chitchat', confidence: 0.7 }
    : { intent: 'unclear', confidence: 0.3 }
}
