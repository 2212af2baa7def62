import type { AbsenceReason } from '#src/domain/contract/absence-reason.ts'
import type { When } from './moment/when.ts'

/** What the bot said last, which the message may be an answer to. */
export const situations = [
  'invited',
  'reminded',
  'day_of',
  'no_show',
  'asked_reason',
  'offered_slots',
  'asked_proof',
  'idle',
] as const
export type Situation = (typeof situations)[number]

/** What a message means. When it holds several, the first of these counts. */
export const meanings = [
  'crisis',
  'abuse',
  'stop',
  'wrong_number',
  'complaint',
  'human',
  'reschedule',
  'choose_slot',
  'running_late',
  'afmelding',
  'decline_no_reason',
  'proof_sent',
  'other_language_request',
  'question',
  'confirm',
  'thanks_or_chitchat',
  'unclear',
] as const
export type MessageIntent = (typeof meanings)[number]

/** What the machine does nothing about by itself. */
export const forPeople: ReadonlySet<MessageIntent> = new Set(['crisis', 'abuse', 'complaint', 'human'])

/** With these a reason goes along, where one is said. */
export const takesReason: ReadonlySet<MessageIntent> = new Set([
  'afmelding',
  'reschedule',
  'running_late',
  'human',
  'question',
  'complaint',
])

export interface Assessment {
  readonly intent: MessageIntent
  readonly reason: AbsenceReason | null
  /** The moment that is wanted, hindered or chosen (a slot's number, from 1), or a delay: 'PT15M', 'T10:20'. */
  readonly when: When | number | null
  /** ISO 639-1, of the text. */
  readonly language: string
  /** From 0 to 1: how often what is said with this much is right. */
  readonly confidence: number
  /** `act`: the system may do it; `ask`: it must ask first; `person`: a person must see it. */
  readonly act: 'act' | 'ask' | 'person'
}
