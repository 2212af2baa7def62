import type { AbsenceReason } from '#src/domain/contract/absence-reason.ts'
import type { Intent } from '../session.ts'
import type { MomentWords } from './moment/moment-words.ts'

/**
 * What a phrase says. 'yes', 'no' and 'fine' mean different things after different questions; `understand` decides. 'somebody_else' is
 * about another than the participant ('mijn buurman is ziek'): it asks for nothing.
 */
export type Meaning =
  | Exclude<Intent, 'choose' | 'unclear' | 'unreadable' | 'proof_photo' | 'reaction' | 'third_party'>
  | 'yes'
  | 'no'
  | 'fine'
  | 'somebody_else'
  | 'late'
  | 'complaint'
  | 'abuse'
  | 'language'
  | 'proof'

/**
 * Phrases with one meaning, by how much they tell on their own: `sure` leaves no doubt, `likely` is enough to act on, `hint` is not.
 * A phrase is words with spaces; `a/b` either word, `a_b` the word that is written as `ab` or as `a b`, `?a` the word or nothing, `*` at most three words of any kind, `|` where a
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

/** What we know of one language. */
export interface Lexicon {
  /** ISO 639-1. */
  readonly code: string
  /** Very common words, to tell the language by; those of the phrases count as well. */
  readonly common: readonly string[]
  /** Letters that other languages hardly have. */
  readonly letters: string
  readonly moments: MomentWords
  readonly entries: readonly Entry[]
  /** What sounds like a crisis and is none. Only these undo one, so each is as long as it can be: 'telefoon is dood', not 'telefoon * dood'. */
  readonly idioms: readonly string[]
  /** Phrases that look like something else than they are: what they touch means nothing, save a crisis. */
  readonly nothing: readonly string[]
  /** Words that turn what comes after them around. */
  readonly nots: readonly string[]
  /** Those of them that also turn around what comes right before: 'werk niet'. */
  readonly notsAfter: readonly string[]
  /** Words that begin a new thought: a 'not' before one says nothing about what comes after it. */
  readonly starts: readonly string[]
  /** Verbs that put what they are said of in the past: 'was' ziek. */
  readonly pastVerbs: readonly string[]
  /** Words that put what comes before them in the past: op vakantie 'geweest'. */
  readonly pastAfter: readonly string[]
  /** Phrases for a time that is over: 'vorige week'. */
  readonly past: readonly string[]
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
  /** What is written onto the beginning of words ('and', 'the'): taken off where the rest is a word that we know. */
  readonly prefixes?: readonly string[]
  /** How people write some words: read as the other. */
  readonly aliases: Readonly<Record<string, string>>
  /** Words for numbers, for choosing: the first is 1. Each place may hold several. */
  readonly numbers: readonly (readonly string[])[]
  /** Words for the last of several, and for the one in the middle. */
  readonly lasts: readonly string[]
  readonly middles: readonly string[]
  /** Words that leave out what comes after them: 'behalve'. */
  readonly excepts: readonly string[]
  /** Words that turn to the other side: 'maar'. */
  readonly turns: readonly string[]
  /** Words around a number that is chosen: 'nummer 2', 'optie 2'. */
  readonly choosing: readonly string[]
}

/** Of a language whose phrases the flows were written with: how it names the day of an appointment, which a reader of answers in a flow knows by. */
export interface SpokenLexicon extends Lexicon {
  /** The days of the week from Monday, as they are read. */
  readonly days: readonly string[]
  /** The months from January, as they are read, each with its short forms. */
  readonly months: readonly (readonly string[])[]
  /** Days that are named from today: in how many days they are. */
  readonly nearDays: Readonly<Record<string, number>>
  /** What is said before 'week': how many weeks after this one. */
  readonly weeks: Readonly<Record<string, number>>
  /** Phrases for a time to come that does not say which day. */
  readonly later: readonly string[]
}
