import type { QuestionTopic } from '../session.ts'

/**
 * How people ask about one topic: `marks` tell which, `beside` say nothing else. Words as people write them, '_' between those that
 * belong together. A topic that is missing is not heard in that language: a person answers.
 */
export interface Asking {
  readonly marks: Readonly<Partial<Record<QuestionTopic, string>>>
  readonly beside: string
}
