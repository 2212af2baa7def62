import type { AbsenceReason } from '#src/domain/contract/absence-reason.ts'
import { answerTopics } from '#src/domain/installation.ts'
import type { AskedInFlow } from '#src/domain/journey/command.ts'
import type { MessagePurpose } from '#src/domain/journey/message-purpose.ts'
import type { Language } from '#src/domain/values/language.ts'

/**
 * Where one conversation stands. It is plain JSON: it is written and re-read between all turns. A session stays in the flow version it
 * started in (`flowHash`); a later version of the text does not change what a participant was in the middle of.
 */
export interface Session {
  readonly flow: string
  readonly flowHash: string
  /** The node whose question waits for an answer; absent: nothing was asked. */
  readonly node?: string
  /** The moment, in ISO 8601, until which that question waits; absent: as long as the journey lets it. */
  readonly until?: string
  /** The command whose outcome is awaited, within one transaction, and the node that goes on with it. */
  readonly pending?: { readonly command: string; readonly node: string }
  /** What the last question offered, so that '2' means what it meant then. */
  readonly options: readonly Option[]
  /** What our last messages left to choose from, newest first; absent: none was said since sessions keep it. */
  readonly asked?: readonly Asked[]
  /** Of the appointment that was last named to them: which messages of ours name it, newest first. */
  readonly told?: { readonly attendance: string; readonly by: readonly string[] }
  /** The text that was said last, and how often in a row: nobody reads the same three times. */
  readonly said?: { readonly text: string; readonly times: number }
  /** How many answers in a row were not understood, or could not be read. */
  readonly misses: number
  /** 'person': somebody took over, the bot is silent save for a crisis, STOP and START. */
  readonly holder: 'bot' | 'person'
  /** The next opening that was named last, in ISO 8601: nobody needs to hear of the same one twice. */
  readonly openingTold?: string
  /** Numbers the commands of this session, so that each has an id. */
  readonly commands: number
}

/** A numbered choice: `value` is what it means (an intent, 'none', 'reason:illness', 'slot:<id>'), `label` what the participant reads. */
export interface Option {
  readonly value: string
  readonly label: string
}

/** Messages of ours (their keys, newest first) that leave the same to choose from: nothing, when they end a question. */
export interface Asked {
  readonly by: readonly string[]
  readonly options: readonly Option[]
}

/** Whether the question that stands is who writes; until that is said, nothing is told and nobody was heard. */
export const asksWhoWrites = (options: readonly Option[]): boolean =>
  options.some(({ value }) => value === 'third_party')

const slotPrefix = 'slot:'

export const slotValueOf = (id: string): string => `${slotPrefix}${id}`

/** The id of the slot that an option, or a choice, stands for; undefined when it stands for something else. */
export const slotOf = (value: string): string | undefined =>
  value.startsWith(slotPrefix) ? value.slice(slotPrefix.length) : undefined

/** What a message of the participant means, with how sure that is (0 to 1). Below the threshold of the engine it asks, never acts. */
export interface Understood {
  readonly intent: Intent
  readonly confidence: number
  readonly reason?: AbsenceReason
  /** Of a question: what it is about, when that is all that it asks. */
  readonly topic?: QuestionTopic
  /** The value of the option that was chosen, when the answer fits what was offered. */
  readonly choice?: string
  /** Of a photo of proof: it is kept until somebody looked at it. Absent: it is not. */
  readonly photo?: 'kept'
  /** Of danger: the language that it is written in, as far as that shows. */
  readonly language?: Language
}

/** What a question may be about that needs no person to answer: this appointment, who writes, or what the provider wrote down. */
export const questionTopics = ['appointment', 'who', ...answerTopics] as const
export type QuestionTopic = (typeof questionTopics)[number]

export const intents = [
  'confirm',
  'other_time',
  'absence',
  'choose',
  'person',
  'question',
  'stop',
  'start_again',
  'wrong_number',
  'crisis',
  'abuse',
  'complaint',
  'late',
  'proof',
  'language',
  /** Not in the words of a message: it was a voice note, a picture or the like. */
  'unreadable',
  /** A photo or document without words, while we wait for proof. */
  'proof_photo',
  /** An emoji on a message of ours. It shows that somebody saw it, and answers nothing. */
  'reaction',
  /** Somebody else writes for the participant, or says that they do. */
  'third_party',
  'thanks',
  'unclear',
] as const
export type Intent = (typeof intents)[number]

export type Input =
  | { readonly type: 'start'; readonly purpose: MessagePurpose }
  | { readonly type: 'message'; readonly understood: Understood }
  /** No answer came until then. It does nothing when another question waits by now, or a person has the conversation. */
  | { readonly type: 'timeout'; readonly until: string }
  /** Something that we said cannot be delivered. */
  | { readonly type: 'undelivered' }
  /** What was written waits for whoever holds the conversation. */
  | { readonly type: 'left_to_person' }
  | { readonly type: 'outcome'; readonly commandId: string; readonly outcome: CommandOutcome }

/** What became of a command: done, with slots ('slot:<id>') when it asked for them, or refused with why as a code that flows branch on. */
export type CommandOutcome =
  | { readonly kind: 'done'; readonly slots?: readonly Option[]; readonly proof?: 'needed' | 'not_needed' }
  | { readonly kind: 'refused'; readonly why: 'no_slots' | 'slot_taken' | 'no_appointment' | 'not_open' }

export type Effect =
  | {
      readonly type: 'say'
      readonly template: string
      readonly options: readonly Option[]
      /** What was asked, when the text answers it. */
      readonly topic?: QuestionTopic
    }
  | { readonly type: 'do'; readonly id: string; readonly command: ConversationCommand }

/** What a conversation may ask of the journey. Only codes: what was written stays in the encrypted message. */
export type ConversationCommand =
  | { readonly type: 'confirm' }
  | { readonly type: 'report_absence'; readonly reason: AbsenceReason }
  | { readonly type: 'offer_slots' }
  /** `slot` is the id: the option's value without 'slot:'. */
  | { readonly type: 'pick_slot'; readonly slot: string }
  | {
      readonly type: 'ask_person'
      readonly about: AskedInFlow
    }
  | { readonly type: 'opt_out' }
  | { readonly type: 'opt_in' }
  | { readonly type: 'crisis' }
