import type { AbsenceReason } from '#src/domain/contract/absence-reason.ts'
import type { Language } from '#src/domain/values/language.ts'
import { intents } from '../session.ts'
import type { Intent, Option, Understood } from '../session.ts'
import { chosenFrom } from './choice.ts'
import type { Chosen } from './choice.ts'
import { readMeanings } from './reading.ts'
import type { Match, Strength } from './reading.ts'
import { border, wordsIn } from './text.ts'
import type { Words } from './text.ts'

export interface UnderstandContext {
  /** What the question that waits offered; absent or empty: nothing was asked. */
  readonly asked?: readonly Option[]
  readonly language: Language
}

const certainty: Record<Strength, number> = { sure: 0.95, likely: 0.8, hint: 0.5 }

/** Said in one message, the first of these is what counts. */
const order = [
  'crisis',
  'stop',
  'start_again',
  'wrong_number',
  'person',
  'other_time',
  'choose',
  'absence',
  'question',
  'confirm',
  'thanks',
] as const satisfies readonly Intent[]

/**
 * What a message means, by rules that need nothing but the message and what was asked. Total and fast: any string gives an answer,
 * 'unclear' when there is none. The confidence is honest: below the engine's threshold it says that this is a guess.
 */
export function understand(text: string, { asked = [] }: UnderstandContext): Understood {
  const words = wordsIn(text)
  if (words.tokens.every((token) => token === border)) return fromEmoji(words, asked)
  const matches = readMeanings(words.tokens)
  const chosen = chosenFrom(words.tokens, asked)
  if (chosen?.how === 'whole' && !matches.some(({ entry }) => entry.means === 'crisis')) return picked(chosen)
  return decide(words, readings(words, matches, chosen, asked))
}

/** A choice in its own words is what it says; by its number, or one of the journey's slots, it is a choice. */
function picked({ option: { value }, by }: Chosen): Understood {
  const intent = intents.find((known) => known === value)
  return by === 'words' && intent !== undefined
    ? { intent, confidence: 0.95 }
    : { intent: 'choose', choice: value, confidence: 0.95 }
}

function choose(option: Option, confidence: number): Understood {
  return { intent: 'choose', choice: option.value, confidence }
}

function fromEmoji({ emoji }: Words, asked: readonly Option[]): Understood {
  if (emoji === 'none') return { intent: 'unclear', confidence: 0 }
  return emoji === 'thumbs_up' ? yes(asked) : no(asked)
}

/** Every reading of the message, still next to each other. */
function readings(
  words: Words,
  matches: readonly Match[],
  chosen: Chosen | undefined,
  asked: readonly Option[],
): Understood[] {
  const found = matches.flatMap((match) => readingOf(match, asked))
  const absence = absenceIn(matches, asked)
  return [
    ...found,
    ...(absence ? [absence] : []),
    ...(chosen ? [choose(chosen.option, agrees(chosen.option, matches) ? 0.9 : 0.6)] : []),
    ...(words.question && found.length === 0 && !absence ? [{ intent: 'question', confidence: 0.75 } as const] : []),
  ]
}

function readingOf({ entry, strength }: Match, asked: readonly Option[]): Understood[] {
  switch (entry.means) {
    case 'absence':
      return []
    case 'yes':
      return strength === 'sure' ? [yes(asked)] : [{ intent: 'confirm', confidence: 0.5 }]
    case 'no':
      return strength === 'sure' ? [no(asked)] : []
    case 'fine':
      return [fine(asked)]
    default:
      return [{ intent: entry.means, confidence: certainty[strength] }]
  }
}

/** A bare yes agrees to what was asked; when the question was not a yes-or-no one, it tells nothing. */
function yes(asked: readonly Option[]): Understood {
  if (offers(asked, 'confirm')) return { intent: 'confirm', confidence: 0.95 }
  const slots = asked.filter((option) => option.value.startsWith('slot:'))
  if (slots[0] !== undefined && slots.length === 1) return choose(slots[0], 0.9)
  return { intent: 'confirm', confidence: asked.length === 0 ? 0.75 : 0.5 }
}

function no(asked: readonly Option[]): Understood {
  const none = asked.find((option) => option.value === 'none')
  if (none !== undefined) return choose(none, 0.9)
  return { intent: 'absence', confidence: offers(asked, 'confirm') ? 0.8 : 0.5 }
}

function fine(asked: readonly Option[]): Understood {
  if (offers(asked, 'confirm')) return { intent: 'confirm', confidence: 0.85 }
  return { intent: 'thanks', confidence: asked.length === 0 ? 0.85 : 0.6 }
}

function offers(asked: readonly Option[], value: string): boolean {
  return asked.some((option) => option.value === value)
}

/** Not coming, with why if that was said. Two different reasons are no reason: then we ask. */
function absenceIn(matches: readonly Match[], asked: readonly Option[]): Understood | undefined {
  const said = matches.filter(({ entry }) => entry.means === 'absence')
  if (said.length === 0) return undefined
  const plain = said.filter(({ entry }) => entry.reason === undefined)
  const hintsCount = plain.length > 0 || asked.some((option) => option.value.startsWith('reason:'))
  const clear = said.filter(({ strength }) => strength !== 'hint')
  const named = reasonsIn(clear).length > 0 || !hintsCount ? reasonsIn(clear) : reasonsIn(said)
  const confidence = Math.max(
    ...said.map(({ strength }) => certainty[hintsCount && strength === 'hint' ? 'likely' : strength]),
  )
  return { intent: 'absence', confidence, ...(named.length === 1 && named[0] ? { reason: named[0] } : {}) }
}

function reasonsIn(matches: readonly Match[]): AbsenceReason[] {
  return [...new Set(matches.flatMap(({ entry }) => entry.reason ?? []))]
}

/** Whether the words after a number say the same as the option: '3 ik ben ziek'. */
function agrees({ value }: Option, matches: readonly Match[]): boolean {
  if (value.startsWith('reason:')) return reasonsIn(matches).some((reason) => value === `reason:${reason}`)
  return matches.some(({ entry }) => (entry.means === 'yes' ? 'confirm' : entry.means) === value)
}

const conditional = new Set(['als', 'indien', 'stel', 'if', 'wanneer'])

function decide(words: Words, all: readonly Understood[]): Understood {
  for (const intent of order) {
    const [best] = all.filter((reading) => reading.intent === intent).sort((a, b) => b.confidence - a.confidence)
    if (best === undefined || best.confidence <= 0.5) continue
    return doubted(withReason(best, all), words, all)
  }
  const [guess] = all
  return guess ?? { intent: 'unclear', confidence: 0.2 }
}

/** The reason goes along with whatever counts first: 'ik ben ziek, mag het een andere dag?' */
function withReason(best: Understood, all: readonly Understood[]): Understood {
  const reason = all.find((reading) => reading.reason !== undefined && reading.confidence > 0.5)?.reason
  return reason !== undefined && (best.intent === 'other_time' || best.intent === 'choose') ? { ...best, reason } : best
}

/** Coming and not coming in one message, or only 'what if': we ask. */
function doubted(best: Understood, words: Words, all: readonly Understood[]): Understood {
  if (best.intent !== 'absence') return best
  const both = all.some((reading) => reading.intent === 'confirm' && reading.confidence >= 0.95)
  const whatIf = words.question && words.tokens.some((token) => conditional.has(token))
  return both || whatIf ? { ...best, confidence: Math.min(best.confidence, 0.6) } : best
}
