import type { Temporal } from 'temporal-polyfill'
import { stageOf, type Attendance } from './attendance.ts'
import type { JourneyEvent } from './event.ts'
import { attendanceById, currentAttendance, hadIntake, type Journey, type Notice } from './journey.ts'
import { isOpen, type Task, type TaskKind } from './task.ts'
import { isMessageAlive } from './timers.ts'
import { openTerms } from './terms.ts'
import type { Rules } from './rules.ts'

type IsGone = (journey: Journey, task: Task, rules: Rules) => boolean

const onlyByHand: IsGone = () => false
const planned: IsGone = (journey) => currentAttendance(journey) !== undefined || hadIntake(journey)

const stageOfTask = (journey: Journey, task: Task) => {
  const attendance = task.attendanceId && attendanceById(journey, task.attendanceId)
  return attendance ? stageOf(attendance) : undefined
}

const messageSettled: IsGone = (journey, task) => {
  const message = journey.messages.find((candidate) => task.key === `${task.kind}.${candidate.key}`)
  return !message || message.evidence !== undefined || !isMessageAlive(journey, message)
}

const marked: IsGone = (journey, task) => stageOfTask(journey, task) !== 'planned'

/** When the reason for a task is gone, so that nobody does what need not be done any more. */
const reasonGone: Record<TaskKind, IsGone> = {
  crisis: onlyByHand,
  no_slot: planned,
  plan_again: planned,
  call_participant: messageSettled,
  not_delivered: messageSettled,
  answer_person: onlyByHand,
  answer_question: onlyByHand,
  wrong_number: onlyByHand,
  late_reply: onlyByHand,
  opted_out: (journey) => journey.reach !== 'opted_out',
  mark_attendance: marked,
  mark_attendance_now: marked,
  see_proof: (journey, task) =>
    !task.attendanceId || attendanceById(journey, task.attendanceId)?.absence?.proof !== 'awaited',
  judge_absence: (journey, task) => stageOfTask(journey, task) === 'came',
  term_in_danger: (journey, task, rules) =>
    !openTerms(journey, rules).some((term) => task.key === `term_in_danger.${term.key}`),
  notice_failed: onlyByHand,
}

const closedTasks = (journey: Journey, rules: Rules, now: Temporal.Instant): JourneyEvent[] =>
  journey.tasks
    .filter((task) => isOpen(task) && (journey.status === 'ended' || reasonGone[task.kind](journey, task, rules)))
    .map((task) => ({ type: 'task_closed', key: task.key, closedAt: now }))

const isPending = (notice: Notice): boolean => !notice.sentAt && !notice.cancelledAt && !notice.failedAt

/** A mail that has not left yet and has lost its reason is taken back; nothing is withdrawn from a crisis. */
function hasLostItsReason(journey: Journey, notice: Notice): boolean {
  if (notice.taskKey) {
    const task = journey.tasks.find((candidate) => candidate.key === notice.taskKey)
    return task?.kind !== 'crisis' && task?.closedAt !== undefined
  }
  const attendance = notice.attendanceId ? attendanceById(journey, notice.attendanceId) : undefined
  if (!attendance || notice.purpose === 'absence' || notice.purpose === 'correction') return false
  const stage = stageOf(attendance)
  if (notice.purpose === 'attendance_unknown') return stage !== 'planned'
  return stage !== 'no_show' || attendance.reactedAt !== undefined
}

const cancelledNotices = (journey: Journey, now: Temporal.Instant): JourneyEvent[] =>
  journey.notices
    .filter((notice) => isPending(notice) && hasLostItsReason(journey, notice))
    .map((notice) => ({ type: 'notice_cancelled', key: notice.key, settledAt: now }))

/** What the consulent should believe of an attendance after a notice about it went out; absent: the notice still tells the truth. */
function truthSince(purpose: Notice['purpose'], attendance: Attendance): string | undefined {
  const stage = stageOf(attendance)
  if (stage === 'no_show') {
    if (attendance.reactedAt) return 'reacted'
    return purpose === 'attendance_unknown' ? 'no_show' : undefined
  }
  return stage === 'planned' ? undefined : stage
}

/** A notice that went out and is no longer true is corrected, in the same thread, once per truth. */
function corrections(journey: Journey, now: Temporal.Instant): JourneyEvent[] {
  return journey.notices.flatMap((notice): JourneyEvent[] => {
    const attendance = notice.attendanceId ? attendanceById(journey, notice.attendanceId) : undefined
    if (!attendance || !notice.sentAt || (notice.purpose !== 'no_show' && notice.purpose !== 'attendance_unknown'))
      return []
    const truth = truthSince(notice.purpose, attendance)
    const key = `correction.${attendance.id}.${truth ?? ''}`
    if (!truth || journey.notices.some((other) => other.key === key)) return []
    return [
      {
        type: 'notice_wanted',
        notice: { key, purpose: 'correction', to: 'consulent', attendanceId: attendance.id, wantedAt: now },
      },
    ]
  })
}

/** What follows of itself from a new state: tasks whose reason is gone close, mails that lost theirs are taken back or corrected. */
export const settle = (journey: Journey, rules: Rules, now: Temporal.Instant): readonly JourneyEvent[] => [
  ...closedTasks(journey, rules, now),
  ...cancelledNotices(journey, now),
  ...corrections(journey, now),
]
