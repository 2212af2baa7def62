import { z } from 'zod'
import { providersAnswer, type ConversationFacts } from './facts.ts'
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
  day: Word,
  time: Word,
  place: Word,
  address: Word,
  coach: Word,
  /** The provider's own answer to what was asked; only a text that answers a question has it. */
  answer: Word,
}
export const templateWords: readonly string[] = Object.keys(words)

/** The schema of one text: the words it uses, all of them present. */
export function schemaFor(used: readonly string[]): z.ZodObject {
  return z.object(Object.fromEntries(Object.entries(words).filter(([name]) => used.includes(name))))
}

export function wordsFrom(facts: ConversationFacts, topic?: QuestionTopic): Record<string, unknown> {
  const { appointment, ...general } = facts.words
  return { ...general, ...appointment, answer: providersAnswer(facts, topic) }
}
