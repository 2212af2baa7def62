import type { Temporal } from 'temporal-polyfill'
import type { Actor } from '../actor.ts'
import type { ReportedReason } from '../contract/absence-reason.ts'
import type { Id } from '../values/id.ts'

/** A planned meeting as it is chosen: when, with whom, where. `id` names the attendance that it becomes. */
export interface Slot {
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly coachId: string
  readonly placeId: string
}

/** One journey at one appointment. Invitation, confirmation, afmelding, proof and no-show belong to it. */
export interface Attendance extends Slot {
  readonly id: Id<'attendance'>
  readonly kind: 'intake'
  readonly plannedAt: Temporal.Instant
  /** A slot that the participant picked may be nearer than the lead time: their own choice, recorded. */
  readonly chosenBy: 'system' | 'participant' | 'staff'
  readonly confirmedAt?: Temporal.Instant
  /** The participant said so to staff, who recorded it; absent: by message. */
  readonly confirmedThrough?: 'staff'
  readonly absence?: Absence
  /** The attendance that took its place, when the appointment was moved. */
  readonly replacedBy?: Id<'attendance'>
  readonly cancelledAt?: Temporal.Instant
  readonly mark?: Mark
  /** When a participant who was marked as not having come was heard from. */
  readonly reactedAt?: Temporal.Instant
}

export interface Absence {
  readonly reason: ReportedReason
  readonly reportedAt: Temporal.Instant
  /** The participant said so to staff, who recorded it; absent: by message. */
  readonly through?: 'staff'
  /** What the contract says of the reason; the software never refuses one: `person` means that a person decides, `not_valid` that one did. */
  readonly verdict: 'valid' | 'awaiting_proof' | 'person' | 'not_valid'
  /** `settled`: it was not seen by the time a person judged the afmelding. */
  readonly proof: 'not_needed' | 'awaited' | 'seen' | 'missed' | 'settled'
  /** Photos of the proof, in the order in which they came in; absent: none did. */
  readonly photos?: readonly ProofPhoto[]
}

/** A photo or PDF that the participant sent of the proof. Its bytes are kept under its id, that of the message, until it is erased. */
export interface ProofPhoto {
  readonly id: Id<'inbound'>
  readonly receivedAt: Temporal.Instant
  readonly erasedAt?: Temporal.Instant
}

export interface Mark {
  readonly came: boolean
  readonly markedAt: Temporal.Instant
  readonly by: Actor
}

export type AttendanceStage = 'planned' | 'moved' | 'cancelled' | 'absent' | 'came' | 'no_show'

/** A mark says what happened and beats what was announced: who cancelled and came all the same, came. */
export function stageOf(attendance: Attendance): AttendanceStage {
  if (attendance.mark) return attendance.mark.came ? 'came' : attendance.absence ? 'absent' : 'no_show'
  if (attendance.absence) return 'absent'
  if (attendance.cancelledAt) return 'cancelled'
  return attendance.replacedBy ? 'moved' : 'planned'
}
