import type { Temporal } from 'temporal-polyfill'
import { stageOf, type Attendance } from './attendance.ts'
import type { JourneyEvent } from './event.ts'
import {
  attendanceById,
  currentAttendance,
  freshNoticeKey,
  hadIntake,
  isPending,
  type AttendanceTruth,
  type Journey,
  type Notice,
} from './journey.ts'
import { closedByHand, isOpen, type Task, type TaskKind } from './task.ts'
import { hasReason } from './message-timers.ts'
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
  return !message || message.evidence !== undefined || !hasReason(journey, message)
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
  answer_person: onlyByHand,
  answer_question: onlyByHand,
  wrong_number: onlyByHand,
  late_reply: onlyByHand,
  opted_out: (journey) => journey.reach !== 'opted_out',
  mark_attendance: marked,
  mark_attendance_now: marked,
  absence_unexplained: marked,
  see_proof: (journey, task) =>
    !task.attendanceId || attendanceById(journey, task.attendanceId)?.absence?.proof !== 'awaited',
  judge_absence: (journey, task) => stageOfTask(journey, task) === 'came' || isJudged(journey, task),
  term_in_danger: (journey, task, rules) =>
    !openTerms(journey, rules).some((term) => task.key === `term_in_danger.${term.key}`),
  notice_failed: onlyByHand,
  tell_cancelled: onlyByHand,
}

const hasNoReason = (journey: Journey, task: Task, rules: Rules): boolean =>
  journey.status === 'ended' ? !closedByHand.has(task.kind) : reasonGone[task.kind](journey, task, rules)

const closedTasks = (journey: Journey, rules: Rules, now: Temporal.Instant): JourneyEvent[] =>
  journey.tasks
    .filter((task) => isOpen(task) && hasNoReason(journey, task, rules))
    .map((task) => ({ type: 'task_closed', key: task.key, closedAt: now }))

/** A mail that has not left yet and has lost its reason is taken back; nothing is withdrawn from a crisis. */
function hasLostItsReason(journey: Journey, notice: Notice): boolean {
  if (notice.taskKey) {
    const task = journey.tasks.find((candidate) => candidate.key === notice.taskKey)
    return task?.kind !== 'crisis' && task?.closedAt !== undefined
  }
  const attendance = notice.attendanceId ? attendanceById(journey, notice.attendanceId) : undefined
  if (!attendance || notice.purpose === 'absence') return false
  if (notice.purpose === 'correction') return notice.says !== truthOf(attendance)
  const stage = stageOf(attendance)
  if (notice.purpose === 'attendance_unknown') return stage !== 'planned'
  return stage !== 'no_show' || attendance.reactedAt !== undefined
}

const cancelledNotices = (journey: Journey, now: Temporal.Instant): JourneyEvent[] =>
  journey.notices
    .filter((notice) => isPending(notice) && hasLostItsReason(journey, notice))
    .map((notice) => ({ type: 'notice_cancelled', key: notice.key, settledAt: now }))

/** What is to be believed of an attendance now. */
function truthOf(attendance: Attendance): AttendanceTruth {
  const stage = stageOf(attendance)
  if (stage === 'planned') return 'unknown'
  return stage === 'no_show' && attendance.reactedAt ? 'reacted' : stage
}

/** What the consulent believes after this mail; absent: it says nothing that can become untrue. */
function saidBy({ purpose, says }: Notice): AttendanceTruth | undefined {
  if (purpose === 'no_show') return 'no_show'
  return purpose === 'attendance_unknown' ? 'unknown' : says
}

/** The last thing that the consulent was told of this attendance, or is about to be. */
const lastTold = (journey: Journey, attendance: Attendance): AttendanceTruth | undefined => {
  const told = journey.notices.filter(
    (notice) =>
      notice.attendanceId === attendance.id &&
      saidBy(notice) &&
      (notice.sentAt ?? (isPending(notice) && !hasLostItsReason(journey, notice))),
  )
  const last = told.toSorted((a, b) => leftAt(a) - leftAt(b)).at(-1)
  return last && saidBy(last)
}

/** Pending ones leave after all that left. */
const leftAt = (notice: Notice): number => notice.sentAt?.epochMilliseconds ?? Infinity

/** A notice that is no longer true is corrected, in the same thread, as often as the truth changes. */
const corrections = (journey: Journey, now: Temporal.Instant): JourneyEvent[] =>
  journey.attendances.flatMap((attendance): JourneyEvent[] => {
    const told = lastTold(journey, attendance)
    const says = truthOf(attendance)
    if (told === undefined || told === says) return []
    const key = freshNoticeKey(journey, `correction.${attendance.id}.${says}`)
    return [
      {
        type: 'notice_wanted',
        notice: { key, purpose: 'correction', to: 'consulent', attendanceId: attendance.id, says, wantedAt: now },
      },
    ]
  })

/** What follows of itself from a new state: tasks whose reason is gone close, mails that lost theirs are taken back or corrected. */
export const settle = (journey: Journey, rules: Rules, now: Temporal.Instant): readonly JourneyEvent[] => [
  ...closedTasks(journey, rules, now),
  ...cancelledNotices(journey, now),
  ...corrections(journey, now),
]
