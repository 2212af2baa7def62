import type { Language } from '#src/domain/values/language.ts'
import { intents } from '../session.ts'
import type { Intent, Option, Understood } from '../session.ts'
import { absenceIn, reasonsIn } from './absence.ts'
import { fineTo, noTo, yesTo } from './bare-answers.ts'
import { chosenFrom } from './choice.ts'
import type { Chosen } from './choice.ts'
import { isDoubtful, isObstacle, isShort } from './doubt.ts'
import type { Message } from './message.ts'
import type { Strength } from './phrase-book.ts'
import { readText, type ReadText } from './read-text.ts'
import type { Match, Reading } from './reading.ts'
import { border } from './text.ts'
import type { Words } from './text.ts'
import { usualBook } from './usual-book.ts'

export interface UnderstandContext {
  /** What the question that waits offered; absent or empty: nothing was asked. */
  readonly asked?: readonly Option[]
  /** The participant's language. The phrases of Dutch and English are tried whatever it is. */
  readonly language: Language
  /** Day and time of the planned appointment, in Dutch or English, so that yes to another day is not taken for yes. */
  readonly planned?: string
  /** In how many days that is, so that 'tomorrow' is not taken for it when it is next week. */
  readonly ahead?: number
}

const certainty: Record<Strength, number> = { sure: 0.95, likely: 0.8, hint: 0.5 }

/** What the engine does not act on. */
const guess = 0.6

/** So many words that say nothing to us make a phrase that is not telling by itself a guess. */
const manyUnexplained = 4

const answers: ReadonlySet<Intent> = new Set(['confirm', 'thanks'])

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
export function understand(
  text: string,
  { asked = [], planned, ahead }: UnderstandContext,
  read: ReadText = readText(text),
): Understood {
  const { words } = read
  if (words.tokens.every((token) => token === border)) return fromEmoji(words, asked)
  const reading = read.readWith(usualBook)
  const chosen = chosenFrom(words.tokens, asked)
  if (chosen?.how === 'whole' && !reading.matches.some(({ entry }) => entry.means === 'crisis')) return picked(chosen)
  const message = { words, reading, asked, planned, ahead }
  return decide(candidates(message, chosen), message)
}

/** A choice in its own words is what it says; by its number, or one of the journey's slots, it is a choice. */
function picked({ option: { value }, by }: Chosen): Understood {
  const intent = intents.find((known) => known === value)
  return by === 'words' && intent !== undefined
    ? { intent, confidence: 0.95 }
    : { intent: 'choose', choice: value, confidence: 0.95 }
}

function fromEmoji({ emoji }: Words, asked: readonly Option[]): Understood {
  if (emoji === 'none') return { intent: 'unclear', confidence: 0 }
  return emoji === 'thumbs_up' ? yesTo(asked) : noTo(asked)
}

/** Everything that the message could mean, still next to each other. */
function candidates(message: Message, chosen: Chosen | undefined): Understood[] {
  const { reading, asked, words } = message
  const certaintyOf = (match: Match) => certaintyIn(reading, match)
  const found = reading.matches.flatMap((match) => candidateOf(match, asked, certaintyOf(match)))
  const absence = absenceIn(reading.matches, asked, certaintyOf)
  const any = [...found, ...(absence ? [absence] : [])]
  if (words.question && isMoreThan(any, message)) any.push({ intent: 'question', confidence: 0.75 })
  if (chosen) any.push(started(chosen, reading.matches))
  return any
}

function certaintyIn({ unexplained }: Reading, { strength, entry }: Match): number {
  const loose = strength === 'likely' && unexplained >= manyUnexplained && entry.means !== 'crisis'
  return loose ? guess : certainty[strength]
}

function candidateOf({ entry, strength }: Match, asked: readonly Option[], confidence: number): Understood[] {
  switch (entry.means) {
    case 'absence':
    case 'somebody_else':
      return []
    case 'late':
    case 'proof':
    case 'language':
      return strength === 'hint' ? [] : [{ intent: 'question', confidence }]
    case 'complaint':
    case 'abuse':
      return [{ intent: 'person', confidence }]
    case 'yes':
      return strength === 'sure' ? [yesTo(asked)] : [{ intent: 'confirm', confidence }]
    case 'no':
      return strength === 'sure' ? [noTo(asked)] : []
    case 'fine':
      return [fineTo(asked)]
    default:
      return [{ intent: entry.means, confidence }]
  }
}

/** '3 ik ben ziek': the number counts when the words say the same, else it is a guess. */
function started({ option: { value } }: Chosen, matches: readonly Match[]): Understood {
  const same = value.startsWith('reason:')
    ? reasonsIn(matches).some((reason) => value === `reason:${reason}`)
    : matches.some(({ entry }) => (entry.means === 'yes' ? 'confirm' : entry.means) === value)
  return { intent: 'choose', choice: value, confidence: same ? 0.9 : guess }
}

/** A question mark asks for more than what we already read: 'ik kom, mag de hond mee?', but not 'ik kom?' or 'kan het later?' */
function isMoreThan(any: readonly Understood[], { words, reading }: Message): boolean {
  return (
    any.length === 0 ||
    (!isShort(words) &&
      any.every((one) => answers.has(one.intent) || (one.intent === 'absence' && isObstacle(one, reading.matches))))
  )
}

function decide(all: readonly Understood[], message: Message): Understood {
  const isAsked = all.some(({ intent }) => intent === 'question')
  for (const intent of order) {
    const [best] = all.filter((one) => one.intent === intent).sort((a, b) => b.confidence - a.confidence)
    if (best?.intent === 'absence' && isAsked && isObstacle(best, message.reading.matches)) continue
    if (best !== undefined && best.confidence > certainty.hint) return doubted(withReason(best, all), all, message)
  }
  return all[0] ?? { intent: 'unclear', confidence: 0.2 }
}

/** The reason goes along with what counts first: 'ik ben ziek, mag het een andere dag?' */
function withReason(best: Understood, all: readonly Understood[]): Understood {
  const reason = all.find((one) => one.reason !== undefined && one.confidence > certainty.hint)?.reason
  return reason !== undefined && (best.intent === 'other_time' || best.intent === 'choose') ? { ...best, reason } : best
}

function doubted(best: Understood, all: readonly Understood[], message: Message): Understood {
  return isDoubtful(best, all, message) ? { ...best, confidence: Math.min(best.confidence, guess) } : best
}
