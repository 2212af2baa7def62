import { isPending, type Journey, type Message, type Notice } from './journey.ts'
import type { Rules } from './rules.ts'
import { isOpen, type Task } from './task.ts'
import { hasReason } from './message-timers.ts'
import { wantedTimers, type Timer } from './timers.ts'

/** Everything that a state wants from the world: what is stored and not in here any more is taken back. */
export interface Wanted {
  readonly timers: readonly Timer[]
  readonly messages: readonly Message[]
  readonly notices: readonly Notice[]
  readonly tasks: readonly Task[]
}

/** A paused journey says nothing of its own accord. */
const mayGo = (journey: Journey, message: Message): boolean =>
  journey.status === 'open' && !message.sentAt && !message.failure && hasReason(journey, message)

export const wantedMessages = (journey: Journey): Message[] =>
  journey.messages.filter((message) => mayGo(journey, message))

export const wantedNotices = (journey: Journey): Notice[] => journey.notices.filter(isPending)

/** One total function of state, contract and calendar. The service stores the difference with what is stored. */
export const wanted = (journey: Journey, rules: Rules): Wanted => ({
  timers: wantedTimers(journey, rules),
  messages: wantedMessages(journey),
  notices: wantedNotices(journey),
  tasks: journey.tasks.filter(isOpen),
})
