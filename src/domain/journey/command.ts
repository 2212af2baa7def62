import type { Temporal } from 'temporal-polyfill'
import type { AbsenceReason } from '../contract/absence-reason.ts'
import type { Id } from '../values/id.ts'
import type { Slot } from './attendance.ts'
import type { Evidence, MessageFailure } from './journey.ts'

/**
 * What a participant asked a person for; `held`: they wrote while a person holds the conversation; `no_reason`: they said that they
 * cannot come, and not yet why.
 */
export type AskedFor =
  'person' | 'question' | 'not_understood' | 'wrong_number' | 'after_end' | 'no_slots' | 'held' | 'no_reason'

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
  | { readonly type: 'report_absence'; readonly reason: AbsenceReason }
  | ({ readonly type: 'pick_slot'; readonly slot: Slot } & About)
  | { readonly type: 'ask_person'; readonly about: AskedFor; readonly occurrence: string }
  | { readonly type: 'raise_crisis'; readonly occurrence: string }
  | { readonly type: 'opt_out' | 'opt_in' }
  /** The participant wrote something that counts as hearing from them: no STOP, no wrong number, no read receipt. */
  | { readonly type: 'hear_participant' }
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
      readonly outcome: 'sent' | 'failed'
      readonly at: Temporal.Instant
    }
  | ({ readonly type: 'mark_attendance'; readonly came: boolean } & About)
  | ({ readonly type: 'see_proof' } & About)
  /** Staff decide on an afmelding that the contract leaves to a person. */
  | ({ readonly type: 'judge_absence'; readonly valid: boolean } & About)
  /** Staff reached the participant by other means. */
  | ({ readonly type: 'log_contact' } & About)
  | { readonly type: 'close_task'; readonly key: string }
  | { readonly type: 'withdraw_referral' | 'pause' | 'resume' | 'end' }
