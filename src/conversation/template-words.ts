import { z } from 'zod'
import { providersAnswer, type ConversationFacts } from './facts.ts'
import { isOpeningText } from './opening.ts'
import type { QuestionTopic } from './session.ts'

/** A word in a text: never empty, never more than one line, so that no sentence breaks and no channel refuses it. */
const Word = z
  .string()
  .transform((word) => word.replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1).max(255))

/** Every word that a text may use. What is not here does not leave the system (promise 10). */
const words = {
  first_name: Word,
  provider: Word,
  provider_phone: Word,
  consulent: Word,
  office_hours: Word,
  /** The sentence that says when somebody is there, of `openingTexts`. */
  opening: Word,
  /** Only in those sentences: the day and the time that they name. */
  open_day: Word,
  open_time: Word,
  day: Word,
  time: Word,
  place: Word,
  address: Word,
  coach: Word,
  /** The provider's own answer to what was asked; only a text that answers a question has it. */
  answer: Word,
}

/** The words that a text may have. A sentence that is put into other texts is filled by its own words alone. */
export const wordsOf = (name: string): readonly string[] =>
  isOpeningText(name) ? openingWords : Object.keys(words).filter((word) => !openingWords.includes(word))
const openingWords: readonly string[] = ['open_day', 'open_time']

/** The schema of one text: the words it uses, all of them present. */
export function schemaFor(used: readonly string[]): z.ZodObject {
  return z.object(Object.fromEntries(Object.entries(words).filter(([name]) => used.includes(name))))
}

export function wordsFrom(facts: ConversationFacts, topic?: QuestionTopic): Record<string, unknown> {
  const { appointment, opening: _, ...general } = facts.words
  return { ...general, ...appointment, answer: providersAnswer(facts, topic) }
}
