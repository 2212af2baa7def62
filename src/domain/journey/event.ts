import type { Temporal } from 'temporal-polyfill'
import type { Actor } from '../actor.ts'
import type { Id } from '../values/id.ts'
import type { Absence, Attendance, ProofPhoto } from './attendance.ts'
import type { PhoneChange } from './phone-change.ts'
import type { Evidence, Message, MessageFailure, Notice } from './journey.ts'
import type { Task } from './task.ts'

type Attended = { readonly attendanceId: Id<'attendance'> }

/**
 * What can happen to a journey: a closed union. Extending it takes a decision record. Timer firings, marks and replies are commands,
 * not events. `at` of the event is that of its journal row.
 */
export type JourneyEvent =
  | {
      readonly type: 'referral_accepted'
      readonly journeyId: Id<'journey'>
      readonly participantId: Id<'participant'>
      readonly contractId: string
      readonly contractHash: string
      readonly receivedAt: Temporal.Instant
      readonly raisedRisk: boolean
      readonly reach: 'phone' | 'none'
    }
  | { readonly type: 'referral_withdrawn' }
  | { readonly type: 'contract_changed'; readonly contractId: string; readonly contractHash: string }
  | { readonly type: 'appointment_planned'; readonly attendance: Attendance; readonly how: string }
  | ({ readonly type: 'appointment_moved'; readonly attendance: Attendance; readonly how?: string } & Attended)
  | ({ readonly type: 'appointment_cancelled'; readonly cancelledAt: Temporal.Instant } & Attended)
  | ({
      readonly type: 'attendance_confirmed'
      readonly confirmedAt: Temporal.Instant
      readonly through?: 'staff'
    } & Attended)
  | ({ readonly type: 'absence_reported'; readonly absence: Absence } & Attended)
  | ({ readonly type: 'proof_requested' } & Attended)
  | ({ readonly type: 'proof_received'; readonly photo: ProofPhoto } & Attended)
  | ({
      readonly type: 'proof_erased'
      readonly photoId: Id<'inbound'>
      readonly erasedAt: Temporal.Instant
    } & Attended)
  | ({ readonly type: 'proof_seen' } & Attended)
  | ({ readonly type: 'proof_missed' } & Attended)
  | ({ readonly type: 'absence_judged'; readonly valid: boolean } & Attended)
  | ({
      readonly type: 'attendance_marked' | 'attendance_corrected'
      readonly came: boolean
      readonly markedAt: Temporal.Instant
      readonly by: Actor
    } & Attended)
  | ({ readonly type: 'no_show_established' } & Attended)
  | ({
      readonly type: 'reaction_received'
      readonly reactedAt: Temporal.Instant
      readonly through: 'message' | 'staff'
    } & Attended)
  | { readonly type: 'message_wanted'; readonly message: Message }
  | {
      readonly type: 'message_evidenced'
      readonly key: string
      readonly evidence: Evidence | 'sent'
      readonly evidencedAt: Temporal.Instant
    }
  | {
      readonly type: 'message_failed'
      readonly key: string
      readonly why: MessageFailure
      readonly failedAt: Temporal.Instant
    }
  | { readonly type: 'notice_wanted'; readonly notice: Notice }
  | {
      readonly type: 'notice_sent' | 'notice_failed' | 'notice_cancelled'
      readonly key: string
      readonly settledAt: Temporal.Instant
    }
  | { readonly type: 'task_opened'; readonly task: Task }
  | { readonly type: 'task_closed'; readonly key: string; readonly closedAt: Temporal.Instant }
  | { readonly type: 'reach_changed'; readonly reach: 'phone' | 'none' | 'opted_out' }
  /** Entered, replaced or removed by staff; which number stands with the participant only. */
  | { readonly type: 'phone_changed'; readonly change: PhoneChange; readonly reach: 'phone' | 'none' | 'opted_out' }
  | { readonly type: 'journey_paused' | 'journey_resumed' | 'journey_ended' }
  | { readonly type: 'data_erased' }

export type JourneyEventType = JourneyEvent['type']
