import type { Temporal } from 'temporal-polyfill'
import type { JourneyEvent } from './event.ts'
import { hasTask, type Journey } from './journey.ts'
import { taskTable, type Task, type TaskKind } from './task.ts'

interface TaskWish {
  readonly kind: TaskKind
  /** What distinguishes it from others of its kind: an attendance, a message, a number of an inbound message. */
  readonly about: string
  readonly why: string
  readonly now: Temporal.Instant
  readonly dueAt: Temporal.Instant
  readonly attendanceId?: Task['attendanceId']
}

/** These tasks are done, or need not be done any more. */
export const closing = (tasks: readonly Task[], now: Temporal.Instant): JourneyEvent[] =>
  tasks.map(({ key }) => ({ type: 'task_closed', key, closedAt: now }))

const taskKey = (kind: TaskKind, about: string): string => `${kind}.${about}`

/** What a task is about, as its wish said: of one that was raised by a message, the id of that message. */
export const aboutOf = ({ key, kind }: Pick<Task, 'key' | 'kind'>): string => key.slice(kind.length + 1)

/** Opens a task and mails its owner, once: a task that was opened before under the same key, closed or not, is not opened again. */
export function openTask(journey: Journey, wish: TaskWish): readonly JourneyEvent[] {
  return openSilently(journey, wish).flatMap((opened) => [opened, tellOwner(opened.task, 'task_opened', wish.now)])
}

/** One that mostly goes away by itself: its owner is mailed at half its time only. */
export function openSilently(
  journey: Journey,
  wish: TaskWish,
): readonly Extract<JourneyEvent, { type: 'task_opened' }>[] {
  const key = taskKey(wish.kind, wish.about)
  if (hasTask(journey, key)) return []
  const attended = wish.attendanceId ? { attendanceId: wish.attendanceId } : {}
  const task: Task = { key, kind: wish.kind, openedAt: wish.now, dueAt: wish.dueAt, why: wish.why, ...attended }
  return [{ type: 'task_opened', task }]
}

/** On opening and at half its time the owner is mailed, when it is due the coordinator. */
export const tellOwner = (
  task: Task,
  purpose: 'task_opened' | 'task_half' | 'task_due',
  now: Temporal.Instant,
): JourneyEvent => ({
  type: 'notice_wanted',
  notice: {
    key: `${purpose}.${task.key}`,
    purpose,
    to: purpose === 'task_due' ? 'coordinator' : taskTable[task.kind].owner,
    taskKey: task.key,
    wantedAt: now,
    ...(task.attendanceId ? { attendanceId: task.attendanceId } : {}),
  },
})
