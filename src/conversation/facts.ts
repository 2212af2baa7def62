import type { AnswerTopic } from '#src/domain/installation.ts'
import type { Opening } from './opening.ts'
import type { QuestionTopic } from './session.ts'
import type { Language } from '#src/domain/values/language.ts'

/** What a conversation may know: words to fill texts with and yes/no facts to branch on. Made by the service from the journey. */
export interface ConversationFacts {
  readonly language: Language
  readonly words: {
    readonly first_name: string
    readonly provider: string
    readonly provider_phone: string
    /** How this client calls its case worker, for example 'werkconsulent'. */
    readonly consulent: string
    readonly office_hours: string
    /** When somebody is there, worked out only for a text that says it; absent where nothing is known of who is written to, and so of their contract. */
    readonly opening?: () => Opening
    /** The planned appointment, else the last one; absent when there never was one. Dates are written out in the participant's language. */
    readonly appointment?: {
      readonly day: string
      readonly time: string
      readonly place: string
      readonly address: string
      readonly coach: string
    }
  }
  readonly appointment: 'none' | 'planned' | 'confirmed' | 'absent' | 'over'
  /** The last appointment was missed and no new one is planned; also after the participant was heard from. */
  readonly noShowOpen: boolean
  /** A photo of proof that comes in now would be kept. */
  readonly wantsPhoto?: boolean
  /** When somebody is there again, in ISO 8601; undefined while somebody is, and where this person need not hear it. */
  readonly closedUntil?: () => string | undefined
  /** The provider's own answers, in the participant's language; absent where there is none. */
  readonly answers?: Partial<Record<AnswerTopic, string>>
}

/** The provider's own answer, in the language of who asks; undefined: other people answer that. */
export function providersAnswer(
  { answers = {} }: ConversationFacts,
  topic: QuestionTopic | undefined,
): string | undefined {
  const known: Partial<Record<QuestionTopic, string>> = answers
  return topic && known[topic]
}
