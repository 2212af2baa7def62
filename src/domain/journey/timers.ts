import { attendanceTimers } from './attendance-timers.ts'
import type { Journey } from './journey.ts'
import { messageTimers } from './message-timers.ts'
import { photoTimers } from './proof-photo.ts'
import type { Rules } from './rules.ts'
import { taskTimers } from './task-timers.ts'
import { termTimers } from './term-timers.ts'
import { splitTimerKey, type Timer } from './timer.ts'
import { correctionTimers } from './told.ts'

export { splitTimerKey, type Timer, type TimerKind } from './timer.ts'

const sendingTimers: ReadonlySet<string> = new Set(['invite', 'remind', 'day_before', 'follow_up'])

/** Of an appointment that had begun before the end: who came is still asked, and the consulent still hears of it in time. */
const owedTimers: ReadonlySet<string> = new Set([
  'ask_coach',
  'ask_coordinator',
  'attendance_unknown',
  'no_show_notice',
  'correction',
])

const mayRun = ({ status }: Journey, { key }: Timer): boolean => {
  const { kind } = splitTimerKey(key)
  if (status === 'ended') return owedTimers.has(kind)
  // A paused journey sends nothing of its own accord, but its terms run.
  return status !== 'paused' || !sendingTimers.has(kind)
}

/**
 * Every wake-up that this state wants: total, without a clock. Each of them, when it fires, changes the state so that it is no longer
 * wanted; a test holds that. After the end only the tasks are left that a person must close, and what the consulent must still hear.
 */
export function wantedTimers(journey: Journey, rules: Rules): Timer[] {
  const ofJourney = [
    ...journey.attendances.flatMap((attendance) => attendanceTimers(journey, attendance, rules)),
    ...photoTimers(journey),
    ...correctionTimers(journey, rules),
    ...journey.messages.flatMap((message) => messageTimers(journey, message)),
  ].filter((wanted) => mayRun(journey, wanted))
  const others = [...ofJourney, ...journey.tasks.flatMap((task) => taskTimers(journey, task, rules))]
  return [...others, ...termTimers(journey, rules, others)]
}
