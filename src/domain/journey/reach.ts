import { accepted, nothing, type Decision, type Situation } from './decision.ts'
import type { JourneyEvent } from './event.ts'
import { currentAttendance, type Message, type MessageFailure } from './journey.ts'
import { failMessage } from './messages.ts'
import { workdaysAfter } from './moments.ts'
import { openTask } from './open-task.ts'
import { hasReason } from './message-timers.ts'

const failAll = (situation: Situation, messages: readonly Message[], why: MessageFailure): readonly JourneyEvent[] =>
  messages.flatMap((message) => failMessage(situation, message, why))

const stillUseful = ({ journey }: Situation): readonly Message[] =>
  journey.messages.filter((message) => !message.failure && hasReason(journey, message))

const who = {
  own: 'De deelnemer stuurde STOP.',
  shared: 'Iemand stuurde STOP van dit nummer. Dat geldt voor iedereen die dit nummer heeft.',
} as const

/** STOP ends messages, also those that were on their way out; it never cancels an appointment: a person takes over. */
export function optOut(situation: Situation, sharedNumber = false): Decision {
  const { journey, rules, now } = situation
  if (journey.reach === 'opted_out') return nothing
  const times = journey.tasks.filter((task) => task.kind === 'opted_out').length + 1
  return accepted(
    { type: 'reach_changed', reach: 'opted_out' },
    ...failAll(
      situation,
      stillUseful(situation).filter((message) => !message.sentAt),
      'opted_out',
    ),
    ...openTask(journey, {
      kind: 'opted_out',
      about: String(times),
      why: [
        who[sharedNumber ? 'shared' : 'own'],
        currentAttendance(journey)
          ? 'De afspraak staat nog: bel om te horen of de deelnemer komt.'
          : 'Er staat geen afspraak: wie de deelnemer nodig heeft, belt of schrijft.',
      ].join(' '),
      now,
      dueAt: workdaysAfter(now, 1, rules),
    }),
  )
}

export const optIn = ({ journey }: Situation): Decision =>
  journey.reach === 'opted_out' ? accepted({ type: 'reach_changed', reach: 'phone' }) : nothing

/**
 * The number is somebody else's: nothing goes there any more, and what did arrive there did not arrive at the participant, so that it
 * counts for no term (promise 10; a term whose message never arrived is not shown as met).
 */
export const loseNumber = (situation: Situation): readonly JourneyEvent[] =>
  situation.journey.reach === 'none'
    ? []
    : [{ type: 'reach_changed', reach: 'none' }, ...failAll(situation, stillUseful(situation), 'no_phone')]
