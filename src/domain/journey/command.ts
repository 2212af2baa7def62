import type { Temporal } from 'temporal-polyfill'
import type { Speech } from '../interpreter.ts'
import type { ReportedReason } from '../contract/absence-reason.ts'
import type { Id } from '../values/id.ts'
import type { Slot } from './attendance.ts'
import type { PhoneChange } from './phone-change.ts'
import type { Evidence, MessageFailure } from './journey.ts'
import type { Language } from '../values/language.ts'

/** What a flow may ask a person for; `no_reason`: the participant said that they cannot come, and not yet why. */
export const askedInFlow = [
  'person',
  'question',
  'not_understood',
  'wrong_number',
  'after_end',
  'no_slots',
  'no_reason',
  'late',
  'complaint',
  'abuse',
  'proof',
  'language',
  'unreadable',
  'third_party',
  'undelivered',
] as const
export type AskedInFlow = (typeof askedInFlow)[number]

/**
 * What a person is asked for; `held`: the participant wrote while a person holds the conversation; `flow_changed`: what they were asked
 * is asked no more; `other_time`: they asked for another time, and did not pick one yet.
 */
export type AskedFor = AskedInFlow | 'held' | 'flow_changed' | 'absence_held' | 'other_time'

type About = { readonly attendanceId: Id<'attendance'> }

/** What can be asked of a journey: by its participant, by staff, by a timer, or by a handler that did something outside. */
export type Command =
  | {
      readonly type: 'accept_referral'
      readonly journeyId: Id<'journey'>
      readonly participantId: Id<'participant'>
      readonly contractId: string
      readonly contractHash: string
      readonly receivedAt: Temporal.Instant
      readonly raisedRisk: boolean
      readonly reach: 'phone' | 'none'
    }
  | ({
      readonly type: 'plan_intake'
      readonly slot: Slot
      readonly how: string
      readonly by: 'system' | 'staff'
    } & About)
  | { readonly type: 'report_no_slot'; readonly how: string; readonly dueAt: Temporal.Instant }
  | { readonly type: 'fire_timer'; readonly key: string; readonly at: Temporal.Instant }
  | { readonly type: 'confirm' }
  | { readonly type: 'report_absence'; readonly reason: ReportedReason }
  /** `how`: what staff accepted by choosing this slot with the participant. */
  | ({ readonly type: 'pick_slot'; readonly slot: Slot; readonly how?: string } & About)
  /** The consulent mailed about this participant; `says`: in Dutch what is known of it, without any value of a person. */
  | {
      readonly type: 'hear_consulent'
      readonly about: 'reply' | 'correction'
      /** The mail: it is heard once. */
      readonly occurrence: string
      readonly says?: string
    }
  | { readonly type: 'ask_person'; readonly about: AskedFor; readonly occurrence: string }
  /** Staff take the conversation; closing the task that it opens gives it back. */
  | { readonly type: 'take_conversation' }
  | { readonly type: 'raise_crisis'; readonly occurrence: string; readonly speech?: Speech }
  /** `sharedNumber`: several participants have the number, and STOP goes for all of them. */
  | { readonly type: 'opt_out' | 'opt_in'; readonly sharedNumber?: true }
  /** The participant wrote something that counts as hearing from them: no STOP, no wrong number, no read receipt. */
  | { readonly type: 'hear_participant' }
  /** Somebody wrote from a number that several participants have: it may have been this one. `occurrence`: the message. */
  | { readonly type: 'hear_shared_number'; readonly occurrence: string }
  /** Somebody else wrote for the participant, or may have. */
  | { readonly type: 'hear_another'; readonly occurrence: string }
  /** A person found out that this participant wrote that message. `key`: the task that asked. */
  | { readonly type: 'recognise_writer'; readonly key: string }
  /** Another participant has the same number. */
  | { readonly type: 'share_number' }
  /** The participant has another number, or none any more. The number stands with the participant. */
  | { readonly type: 'change_phone'; readonly change: PhoneChange; readonly isShared: boolean }
  /** Somebody who speaks this language was written to in Dutch, for want of texts that a person approved. */
  | { readonly type: 'report_dutch_sent'; readonly language: Language }
  | {
      readonly type: 'record_evidence'
      readonly key: string
      readonly evidence: Evidence | 'sent'
      readonly at: Temporal.Instant
    }
  | { readonly type: 'record_failure'; readonly key: string; readonly why: MessageFailure }
  | {
      readonly type: 'record_notice'
      readonly key: string
      /** 'bounced': it was taken, and came back. */
      readonly outcome: 'sent' | 'failed' | 'bounced'
      readonly at: Temporal.Instant
    }
  | ({ readonly type: 'mark_attendance'; readonly came: boolean } & About)
  /** A photo of the proof came in. `messageId`: with which message; the same one twice is one photo. */
  | { readonly type: 'receive_proof'; readonly messageId: Id<'inbound'> }
  | ({ readonly type: 'see_proof' } & About)
  /** Staff decide on an afmelding that the contract leaves to a person. */
  | ({ readonly type: 'judge_absence'; readonly valid: boolean } & About)
  /** Staff reached the participant by other means. */
  | ({ readonly type: 'log_contact' } & About)
  | { readonly type: 'close_task'; readonly key: string }
  | { readonly type: 'withdraw_referral' | 'pause' | 'resume' | 'end' }
