import type { Temporal } from 'temporal-polyfill'
import type { Id } from '../values/id.ts'
import { stageOf, type Attendance, type AttendanceStage } from './attendance.ts'
import type { MessagePurpose } from './message-purpose.ts'
import type { Task } from './task.ts'

/**
 * Everything after one referral until its end, under one version of one contract. It holds codes and moments, no names or numbers of
 * people, and is stored encrypted all the same: a reason code is about a person.
 */
export interface Journey {
  readonly id: Id<'journey'>
  readonly participantId: Id<'participant'>
  readonly contractId: string
  readonly contractHash: string
  readonly receivedAt: Temporal.Instant
  /** Raised, or not stated: an unknown risk is treated as raised. */
  readonly raisedRisk: boolean
  /** Whether the bot can reach the participant. `opted_out` is never a cancelled appointment. */
  readonly reach: 'phone' | 'none' | 'opted_out'
  readonly status: 'open' | 'paused' | 'ended'
  readonly attendances: readonly Attendance[]
  readonly messages: readonly Message[]
  readonly notices: readonly Notice[]
  readonly tasks: readonly Task[]
}

/** Something the system says to the participant of its own accord. `key` is unique within the journey: it is said once. */
export interface Message {
  readonly key: string
  readonly purpose: MessagePurpose
  readonly attendanceId: Id<'attendance'>
  readonly wantedAt: Temporal.Instant
  /** Past it nothing goes out and a person is asked. */
  readonly expiresAt: Temporal.Instant
  readonly sentAt?: Temporal.Instant
  readonly evidence?: { readonly kind: Evidence; readonly evidencedAt: Temporal.Instant }
  readonly failure?: { readonly why: MessageFailure; readonly failedAt: Temporal.Instant }
}

/** Why we may say that a message arrived. `presumed`: sent, and 24 hours without a failure on a carrier that gives no receipts. */
export type Evidence = 'delivered' | 'read' | 'answered' | 'presumed' | 'told_by_staff'

export type MessageFailure = 'no_phone' | 'opted_out' | 'undeliverable' | 'expired' | 'rejected'

/** A mail about this journey, to the consulent or to our own people. */
export interface Notice {
  readonly key: string
  readonly purpose: NoticePurpose
  readonly to: 'consulent' | StaffRole
  readonly attendanceId?: Id<'attendance'>
  readonly taskKey?: string
  /** What an absence or a correction says of the attendance. */
  readonly says?: AttendanceTruth
  readonly wantedAt: Temporal.Instant
  readonly sentAt?: Temporal.Instant
  readonly cancelledAt?: Temporal.Instant
  readonly failedAt?: Temporal.Instant
}

/** What is to be believed of an attendance, as a consulent hears it. */
export type AttendanceTruth = Exclude<AttendanceStage, 'planned'> | 'unknown' | 'reacted'

export type StaffRole = 'coach' | 'coordinator' | 'on_duty'

export type NoticePurpose =
  'no_show' | 'attendance_unknown' | 'absence' | 'correction' | 'task_opened' | 'task_half' | 'task_due'

/** The appointment that lies ahead, or was not marked yet: the one that replies are about. */
export const currentAttendance = (journey: Journey): Attendance | undefined =>
  journey.attendances.findLast((attendance) => stageOf(attendance) === 'planned')

export const latestAttendance = (journey: Journey): Attendance | undefined => journey.attendances.at(-1)

export const attendanceById = (journey: Journey, id: string): Attendance | undefined =>
  journey.attendances.find((attendance) => attendance.id === id)

export const messageKey = (purpose: MessagePurpose, attendanceId: string): string => `${purpose}.${attendanceId}`

/** A key that no message of this journey has yet: for another number it is another message. */
export function freshMessageKey(journey: Journey, purpose: MessagePurpose, attendanceId: string): string {
  const times = messagesFor(journey, purpose, attendanceId).length
  const key = messageKey(purpose, attendanceId)
  return times === 0 ? key : `${key}.again${String(times)}`
}

/** All that was wanted of one kind for one appointment: more than one when the participant's number was changed. */
export const messagesFor = (journey: Journey, purpose: MessagePurpose, attendanceId: string): readonly Message[] =>
  journey.messages.filter((message) => message.purpose === purpose && message.attendanceId === attendanceId)

/** The last of them: what was for another number counts no more. */
export const messageFor = (journey: Journey, purpose: MessagePurpose, attendanceId: string): Message | undefined =>
  messagesFor(journey, purpose, attendanceId).at(-1)

/**
 * A notice that went, failed, or is on its way; one that was taken back is as if it had never been wanted, unless it was on its way by then
 * and left all the same.
 */
export const noticeFor = (journey: Journey, purpose: NoticePurpose, attendanceId: string): Notice | undefined =>
  journey.notices.find(
    ({ sentAt, cancelledAt, ...notice }) =>
      notice.purpose === purpose && notice.attendanceId === attendanceId && (sentAt ?? !cancelledAt),
  )

/** A key that no notice of this journey has yet: what was taken back may be wanted again. */
export function freshNoticeKey(journey: Journey, wanted: string): string {
  const taken = journey.notices.filter(({ key }) => key === wanted || key.startsWith(`${wanted}.again`)).length
  return taken === 0 ? wanted : `${wanted}.again${String(taken)}`
}

export const isPending = (notice: Notice): boolean => !notice.sentAt && !notice.cancelledAt && !notice.failedAt

export const hadIntake = (journey: Journey): boolean =>
  journey.attendances.some((attendance) => stageOf(attendance) === 'came')

/** A task that was opened, closed by now or not: it is not opened again. */
export const hasTask = (journey: Journey, key: string): boolean => journey.tasks.some((task) => task.key === key)

/** The last appointment, when the participant missed it, heard from since or not, and no new one is planned. */
export const lastMissed = (journey: Journey): Attendance | undefined => {
  const latest = latestAttendance(journey)
  return latest && stageOf(latest) === 'no_show' ? latest : undefined
}
