import { attendanceTimers } from './attendance-timers.ts'
import type { Journey } from './journey.ts'
import { messageTimers } from './message-timers.ts'
import type { Rules } from './rules.ts'
import { taskTimers } from './task-timers.ts'
import { termTimers } from './term-timers.ts'
import { splitTimerKey, type Timer } from './timer.ts'

export { splitTimerKey, type Timer, type TimerKind } from './timer.ts'

const sendingTimers: ReadonlySet<string> = new Set(['invite', 'remind', 'day_before', 'follow_up'])

/** A paused journey sends nothing of its own accord, but its terms run. */
const mayRun = ({ status }: Journey, { key }: Timer): boolean =>
  status !== 'paused' || !sendingTimers.has(splitTimerKey(key).kind)

/**
 * Every wake-up that this state wants: total, without a clock. Each of them, when it fires, changes the state so that it is no longer
 * wanted; a test holds that. After the end only the tasks are left that a person must close.
 */
export function wantedTimers(journey: Journey, rules: Rules): Timer[] {
  const tasks = journey.tasks.flatMap((task) => taskTimers(journey, task, rules))
  if (journey.status === 'ended') return tasks
  const others = [
    ...journey.attendances.flatMap((attendance) => attendanceTimers(journey, attendance, rules)),
    ...journey.messages.flatMap((message) => messageTimers(journey, message)),
    ...tasks,
  ].filter((wanted) => mayRun(journey, wanted))
  return [...others, ...termTimers(journey, rules, others)]
}
