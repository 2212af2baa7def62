import { accepted, type Decision, type Situation } from './decision.ts'
import type { JourneyEvent } from './event.ts'
import { attendanceById, messageFor, type Journey, type Message, type MessageFailure } from './journey.ts'
import { hasReason } from './message-timers.ts'
import { failMessage, wantMessage } from './messages.ts'
import type { PhoneChange } from './phone-change.ts'
import { shareNumber } from './shared-number.ts'
import { closing } from './open-task.ts'
import { isOpen, type TaskKind } from './task.ts'

interface Changed {
  readonly change: PhoneChange
  /** Another participant whose journey runs has the new number. */
  readonly isShared: boolean
}

/** Whoever said that the number is not the participant's own did not speak for the participant: a STOP of theirs is not the participant's. */
export const hasWrongNumber = ({ tasks }: Journey): boolean =>
  tasks.some((task) => task.kind === 'wrong_number' && isOpen(task))

function reachAfter(journey: Journey, change: PhoneChange): Journey['reach'] {
  if (journey.reach === 'opted_out' && !hasWrongNumber(journey)) return 'opted_out'
  return change === 'removed' ? 'none' : 'phone'
}

/** Said to nobody, or to somebody else, for want of the right number. What a person held back stays back. */
const missedItsNumber: ReadonlySet<MessageFailure> = new Set(['no_phone', 'undeliverable'])

/** A mark can be corrected, and then what is said after a no-show is wanted again: not at the number of before. */
const mayBeWanted = (journey: Journey, message: Message): boolean =>
  hasReason(journey, message) || (message.purpose === 'no_show_follow_up' && !message.sentAt)

/** What was not shown to have arrived at the number of before: of each the last. */
const notArrived = (journey: Journey): readonly Message[] =>
  journey.messages.filter(
    (message) =>
      message === messageFor(journey, message.purpose, message.attendanceId) &&
      !message.evidence &&
      (!message.failure || missedItsNumber.has(message.failure.why)) &&
      mayBeWanted(journey, message),
  )

/** What was for the number of before goes there no more, and is said at the new one. */
const saidAgain = (messages: readonly Message[], situation: Situation): readonly JourneyEvent[] =>
  messages.flatMap((message): readonly JourneyEvent[] => {
    const attendance = attendanceById(situation.journey, message.attendanceId)
    const givenUp: JourneyEvent = { type: 'message_failed', key: message.key, why: 'no_phone', failedAt: situation.now }
    return [
      ...(message.failure ? [] : [givenUp]),
      ...(attendance ? wantMessage(situation, message.purpose, attendance) : []),
    ]
  })

/** There is no number to say it at: a person calls. */
const leftToPerson = (
  messages: readonly Message[],
  situation: Situation,
  why: MessageFailure,
): readonly JourneyEvent[] =>
  messages.filter(({ failure }) => !failure).flatMap((message) => failMessage(situation, message, why))

const eventsOf = (decision: Decision): readonly JourneyEvent[] => (decision.kind === 'accepted' ? decision.events : [])

/**
 * Another number, or none any more. What did not arrive is said again at the new one; what did, is not. Without a number the tasks to call
 * are made instead, and who looks for the right one goes on looking.
 */
export function changePhone(situation: Situation, { change, isShared }: Changed): Decision {
  const { journey } = situation
  const reach = reachAfter(journey, change)
  const messages = notArrived(journey)
  const renumbered: Situation = { ...situation, journey: { ...journey, reach } }
  const settled: readonly TaskKind[] = [
    ...(change === 'removed' ? [] : ['wrong_number' as const]),
    ...(isShared ? [] : ['number_shared' as const]),
  ]
  return accepted(
    { type: 'phone_changed', change, reach },
    ...(reach === 'phone'
      ? saidAgain(messages, renumbered)
      : leftToPerson(messages, renumbered, reach === 'none' ? 'no_phone' : 'opted_out')),
    ...closing(
      journey.tasks.filter((task) => isOpen(task) && settled.includes(task.kind)),
      situation.now,
    ),
    ...(isShared ? eventsOf(shareNumber(situation)) : []),
  )
}
