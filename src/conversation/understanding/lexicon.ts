import type { AbsenceReason } from '#src/domain/contract/absence-reason.ts'
import type { Intent } from '../session.ts'

/** What a phrase says. 'yes', 'no' and 'fine' mean different things after different questions; `understand` decides. */
export type Meaning = Exclude<Intent, 'choose' | 'unclear'> | 'yes' | 'no' | 'fine'

/**
 * Phrases with one meaning, by how much they tell on their own: `sure` leaves no doubt, `likely` is enough to act on, `hint` is not.
 * A phrase is words with spaces; `a/b` either word, `?a` the word or nothing, `*` at most three words of any kind, `|` where a
 * sentence begins or ends. No accents, no apostrophes, no capitals: messages are read without them.
 */
export interface Entry {
  readonly means: Meaning
  readonly reason?: AbsenceReason
  /** Counts only when it is all that was written, greetings and politeness aside. */
  readonly whole?: readonly string[]
  readonly sure?: readonly string[]
  readonly likely?: readonly string[]
  readonly hint?: readonly string[]
}

/** What we know of one language. All lexicons are always tried: people mix languages. */
export interface Lexicon {
  readonly entries: readonly Entry[]
  /** What sounds like a crisis and is none. Only these undo one, so each is as long as it can be: 'telefoon is dood', not 'telefoon * dood'. */
  readonly idioms: readonly string[]
  /** Phrases that look like something else than they are: what they touch means nothing, save a crisis. */
  readonly nothing: readonly string[]
  /** Words that turn the phrase right after them around. */
  readonly nots: readonly string[]
  /** Greetings and politeness, without meaning of their own. */
  readonly fillers: readonly string[]
  /** Common words that a spelling mistake of one of ours could be taken for: never corrected. */
  readonly plain: readonly string[]
  /** Phrases that take back what is said: 'misschien'. After one, coming is not promised. */
  readonly doubts: readonly string[]
  /** Phrases that begin a what-if: neither coming nor not coming is said. */
  readonly conditions: readonly string[]
  /** Beginnings of words that are a crisis however they go on; as words they are among the crisis phrases. */
  readonly stems: readonly string[]
  /** How people write some words: read as the other. */
  readonly aliases: Readonly<Record<string, string>>
  /** Words for numbers, for choosing: the first is 1. Each place may hold several. */
  readonly numbers: readonly (readonly string[])[]
  /** The days of the week from Monday, as they are read. */
  readonly days: readonly string[]
  /** Words around a number that is chosen: 'nummer 2', 'optie 2'. */
  readonly choosing: readonly string[]
}
