import { Temporal } from 'temporal-polyfill'
import { stageOf } from './attendance.ts'
import { hasTask, type Journey, type Message } from './journey.ts'
import { isBefore } from './moments.ts'
import { timer, type Timer } from './timer.ts'

const presumedAfter = Temporal.Duration.from({ hours: 24 })

/** Whether what a message is about is still so: the appointment lies ahead, or the no-show was not heard from. */
export function hasReason(journey: Journey, message: Message): boolean {
  const attendance = journey.attendances.find((candidate) => candidate.id === message.attendanceId)
  if (!attendance || journey.status === 'ended') return false
  const stage = stageOf(attendance)
  return message.purpose === 'no_show_follow_up' ? stage === 'no_show' && !attendance.reactedAt : stage === 'planned'
}

/** No term hangs on the reminder of the day before: when it went and nothing came back, nobody need call. */
const needsEvidence = ({ purpose, sentAt }: Message): boolean => purpose !== 'day_before' || !sentAt

/** What a message that is not settled wants to be woken for: to presume that it arrived, or to miss the evidence of it. */
export function messageTimers(journey: Journey, message: Message): Timer[] {
  if (message.evidence || message.failure) return []
  const presumedAt = message.sentAt?.add(presumedAfter)
  const inTime = presumedAt && !isBefore(message.expiresAt, presumedAt)
  return [
    ...(presumedAt ? [timer('presume', message.key, presumedAt)] : []),
    ...(!inTime &&
    needsEvidence(message) &&
    hasReason(journey, message) &&
    !hasTask(journey, `not_delivered.${message.key}`)
      ? [timer('expire', message.key, message.expiresAt)]
      : []),
  ]
}
