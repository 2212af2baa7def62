import { Temporal } from 'temporal-polyfill'
import type { Attendance } from './attendance.ts'
import type { JourneyEvent } from './event.ts'
import { freshMessageKey, type Journey, type Message, type MessageFailure } from './journey.ts'
import type { MessagePurpose } from './message-purpose.ts'
import {
  invitationDeadline,
  isBefore,
  latest,
  nextSending,
  noShowNoticeMoment,
  reminderDeadline,
  timeToReact,
  workdaysAfter,
} from './moments.ts'
import { openTask } from './open-task.ts'
import type { Rules } from './rules.ts'
import type { Situation } from './decision.ts'

const beforeTheDoor = Temporal.Duration.from({ hours: 1 })

/** The moment past which a message has lost its use, so that a person must do it instead (the message's `not_after`). */
function expiryOf(
  purpose: MessagePurpose,
  attendance: Attendance,
  now: Temporal.Instant,
  rules: Rules,
): Temporal.Instant {
  switch (purpose) {
    case 'invitation': {
      const lead = invitationDeadline(attendance.startsAt, rules).at
      // Staff may plan nearer than the lead: then the message is of use until the appointment itself. One that is only late is not.
      const nearer = attendance.chosenBy === 'staff' && !isBefore(attendance.plannedAt, lead)
      return nearer ? attendance.startsAt.subtract(beforeTheDoor) : lead
    }
    case 'reminder':
      return reminderDeadline(attendance.startsAt, rules).at
    case 'day_before':
      return attendance.startsAt.subtract(beforeTheDoor)
    case 'no_show_follow_up':
      return latest(
        attendance.mark ? noShowNoticeMoment(attendance, attendance.mark, rules) : now,
        now.add(timeToReact),
      )
  }
}

const cannotReach = (journey: Journey): MessageFailure | undefined =>
  journey.reach === 'none' ? 'no_phone' : journey.reach === 'opted_out' ? 'opted_out' : undefined

const failureWords: Record<MessageFailure, string> = {
  no_phone: 'Er is geen bruikbaar telefoonnummer.',
  opted_out: 'De deelnemer wil geen berichten meer (STOP).',
  undeliverable: 'Het bericht kon niet worden bezorgd.',
  expired: 'Het bericht kon niet op tijd weg.',
  rejected: 'Een medewerker heeft het bericht tegengehouden.',
}

const purposeWords: Record<MessagePurpose, string> = {
  invitation: 'uitnodiging',
  reminder: 'herinnering',
  day_before: 'herinnering van de dag ervoor',
  no_show_follow_up: 'bericht na het niet komen',
}

/** A message that cannot arrive becomes a call by a person, due before the message would have lost its use. */
export function failMessage(situation: Situation, message: Message, why: MessageFailure): readonly JourneyEvent[] {
  const { journey, rules, now } = situation
  return [
    { type: 'message_failed', key: message.key, why, failedAt: now },
    ...openTask(journey, {
      kind: 'call_participant',
      about: message.key,
      why: `${failureWords[why]} Bel de deelnemer: ${purposeWords[message.purpose]}.`,
      now,
      dueAt: isBefore(now, message.expiresAt) ? message.expiresAt : workdaysAfter(now, 1, rules),
      attendanceId: message.attendanceId,
    }),
  ]
}

/**
 * Wants a message, now or when sending hours begin: a worker that was down until the evening does not start to talk at night. To someone
 * who cannot be reached, or when it would come too late, it fails at once, so that a person hears of it.
 */
export function wantMessage(
  situation: Situation,
  purpose: MessagePurpose,
  attendance: Attendance,
): readonly JourneyEvent[] {
  const { journey, rules, now } = situation
  const wantedAt = nextSending(now, rules)
  const message: Message = {
    key: freshMessageKey(journey, purpose, attendance.id),
    purpose,
    attendanceId: attendance.id,
    wantedAt,
    expiresAt: expiryOf(purpose, attendance, wantedAt, rules),
  }
  const why = cannotReach(journey) ?? (isBefore(wantedAt, message.expiresAt) ? undefined : 'expired')
  const want: JourneyEvent = { type: 'message_wanted', message }
  return why ? [want, ...failMessage(situation, message, why)] : [want]
}

/** A message was sent, or must have been, and nothing shows that it arrived in time. */
export function missEvidence(situation: Situation, message: Message): readonly JourneyEvent[] {
  const { journey, rules, now } = situation
  if (!message.sentAt) return failMessage(situation, message, 'expired')
  return openTask(journey, {
    kind: 'not_delivered',
    about: message.key,
    why: `Niets laat zien dat dit bericht aankwam: ${purposeWords[message.purpose]}. Bel de deelnemer.`,
    now,
    dueAt: workdaysAfter(now, 1, rules),
    attendanceId: message.attendanceId,
  })
}
