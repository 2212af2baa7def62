import type { Temporal } from 'temporal-polyfill'
import { stageOf } from './attendance.ts'
import type { JourneyEvent } from './event.ts'
import { attendanceById, currentAttendance, hadIntake, isPending, messageFor, type Journey } from './journey.ts'
import { closing } from './open-task.ts'
import { closedByHand, isOpen, owedAfterEnd, warnsOf, type Task, type TaskKind } from './task.ts'
import { hasReason } from './message-timers.ts'
import { isFoundOut } from './shared-number.ts'
import { tellCancelled } from './tell-cancelled.ts'
import { unmetTerms } from './terms.ts'
import { photosToErase } from './proof-photo.ts'
import type { Rules } from './rules.ts'
import { correct, hasLostItsReason, untold } from './told.ts'

type IsGone = (journey: Journey, task: Task, rules: Rules) => boolean

const onlyByHand: IsGone = () => false
const planned: IsGone = (journey) => currentAttendance(journey) !== undefined || hadIntake(journey)

const stageOfTask = (journey: Journey, task: Task) => {
  const attendance = task.attendanceId && attendanceById(journey, task.attendanceId)
  return attendance ? stageOf(attendance) : undefined
}

const messageSettled: IsGone = (journey, task) => {
  const message = journey.messages.find((candidate) => task.key === `${task.kind}.${candidate.key}`)
  if (!message || message.evidence !== undefined || !hasReason(journey, message)) return true
  return message !== messageFor(journey, message.purpose, message.attendanceId)
}

const isJudged = (journey: Journey, { attendanceId }: Task): boolean => {
  const verdict = attendanceId && attendanceById(journey, attendanceId)?.absence?.verdict
  return verdict === 'valid' || verdict === 'not_valid'
}

const marked: IsGone = (journey, task) => stageOfTask(journey, task) !== 'planned'

/** When the reason for a task is gone, so that nobody does what need not be done any more. */
const reasonGone: Record<TaskKind, IsGone> = {
  crisis: onlyByHand,
  no_slot: planned,
  plan_again: planned,
  call_participant: messageSettled,
  not_delivered: messageSettled,
  answer_lost: onlyByHand,
  answer_person: onlyByHand,
  answer_question: onlyByHand,
  complaint: onlyByHand,
  running_late: marked,
  conversation_taken: onlyByHand,
  wrong_number: onlyByHand,
  late_reply: onlyByHand,
  opted_out: (journey) => journey.reach !== 'opted_out',
  possible_reaction: (journey, { attendanceId }) => isFoundOut(attendanceId && attendanceById(journey, attendanceId)),
  number_shared: onlyByHand,
  dutch_sent: onlyByHand,
  mark_attendance: marked,
  mark_attendance_now: marked,
  absence_unexplained: marked,
  other_time_unpicked: marked,
  see_proof: (journey, task) =>
    !task.attendanceId || attendanceById(journey, task.attendanceId)?.absence?.proof !== 'awaited',
  judge_absence: (journey, task) => stageOfTask(journey, task) === 'came' || isJudged(journey, task),
  term_in_danger: (journey, task, rules) => !unmetTerms(journey, rules).some((term) => warnsOf(task, term.key)),
  notice_failed: onlyByHand,
  tell_cancelled: onlyByHand,
  consulent_wrote: onlyByHand,
  consulent_corrects: onlyByHand,
}

const hasNoReason = (journey: Journey, task: Task, rules: Rules): boolean =>
  journey.status === 'ended' && !closedByHand.has(task.kind) && !owedAfterEnd.has(task.kind)
    ? true
    : reasonGone[task.kind](journey, task, rules)

const closedTasks = (journey: Journey, rules: Rules, now: Temporal.Instant): JourneyEvent[] =>
  closing(
    journey.tasks.filter((task) => isOpen(task) && hasNoReason(journey, task, rules)),
    now,
  )

const cancelledNotices = (journey: Journey, now: Temporal.Instant): JourneyEvent[] =>
  journey.notices
    .filter((notice) => isPending(notice) && hasLostItsReason(journey, notice))
    .map((notice) => ({ type: 'notice_cancelled', key: notice.key, settledAt: now }))

/** A notice that is no longer true is corrected, in the same thread, as often as the truth changes; what was marked waits for its timer. */
const corrections = (journey: Journey, rules: Rules, now: Temporal.Instant): JourneyEvent[] =>
  untold(journey, rules).flatMap((one) => (one.at ? [] : [correct(journey, one, now)]))

/** What follows of itself from a new state: tasks whose reason is gone close, photos of proof that was judged go, mails that lost theirs are taken back or corrected. */
export const settle = (journey: Journey, rules: Rules, now: Temporal.Instant): readonly JourneyEvent[] => [
  ...closedTasks(journey, rules, now),
  ...photosToErase(journey, now),
  ...tellCancelled(journey, rules, now),
  ...cancelledNotices(journey, now),
  ...corrections(journey, rules, now),
]
