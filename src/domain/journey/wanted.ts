import type { Journey, Message, Notice } from './journey.ts'
import type { Rules } from './rules.ts'
import { isOpen, type Task } from './task.ts'
import { isMessageAlive, wantedTimers, type Timer } from './timers.ts'

/** Everything that a state wants from the world: what is stored and not in here any more is taken back. */
export interface Wanted {
  readonly timers: readonly Timer[]
  readonly messages: readonly Message[]
  readonly notices: readonly Notice[]
  readonly tasks: readonly Task[]
}

/** One total function of state, contract and calendar. The service stores the difference with what is stored. */
export const wanted = (journey: Journey, rules: Rules): Wanted => ({
  timers: wantedTimers(journey, rules),
  messages: journey.messages.filter(
    (message) => !message.sentAt && !message.failure && isMessageAlive(journey, message),
  ),
  notices: journey.notices.filter((notice) => !notice.sentAt && !notice.cancelledAt && !notice.failedAt),
  tasks: journey.tasks.filter(isOpen),
})
