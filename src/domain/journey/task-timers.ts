import { Temporal } from 'temporal-polyfill'
import type { Journey } from './journey.ts'
import { isBefore, latest, nextSending } from './moments.ts'
import type { Rules } from './rules.ts'
import { isOpen, type Task } from './task.ts'
import { timer, type Timer } from './timer.ts'

/** At half its time, but when people work: a reminder in the night reminds nobody. */
function halfway(task: Task, rules: Rules): Temporal.Instant {
  const span = task.dueAt.epochMilliseconds - task.openedAt.epochMilliseconds
  const half = Temporal.Instant.fromEpochMilliseconds(
    task.openedAt.epochMilliseconds + Math.max(0, Math.floor(span / 2)),
  )
  const working = nextSending(half, rules)
  return isBefore(working, task.dueAt) ? working : half
}

/** The reminders of a task that is open. */
export function taskTimers(journey: Journey, task: Task, rules: Rules): Timer[] {
  if (!isOpen(task)) return []
  const said = (purpose: 'task_half' | 'task_due') =>
    journey.notices.some((notice) => notice.purpose === purpose && notice.taskKey === task.key)
  return [
    ...(said('task_half') ? [] : [timer('task_half', task.key, halfway(task, rules))]),
    ...(said('task_due') ? [] : [timer('task_due', task.key, latest(task.dueAt, task.openedAt))]),
  ]
}
