import type { Temporal } from 'temporal-polyfill'
import { stageOf, type Attendance } from './attendance.ts'
import type { JourneyEvent } from './event.ts'
import { hadIntake, type Journey } from './journey.ts'
import { isBefore, workdaysAfter } from './moments.ts'
import { openTask } from './open-task.ts'
import type { Rules } from './rules.ts'
import { earlier } from '../values/local-time.ts'

/** Whether the participant may know of this appointment, and would come in vain. */
const mayKnow = (attendance: Attendance, { messages }: Journey): boolean =>
  attendance.chosenBy === 'participant' ||
  messages.some(({ attendanceId, sentAt, evidence }) => attendanceId === attendance.id && (sentAt ?? evidence))

/**
 * The bot says nothing more of an appointment that was cancelled, so a person tells who knows of it. An invitation that was on its way at
 * that moment may show only later that it arrived.
 */
export const tellCancelled = (journey: Journey, rules: Rules, now: Temporal.Instant): readonly JourneyEvent[] =>
  journey.attendances
    .filter(
      (attendance) =>
        stageOf(attendance) === 'cancelled' && isBefore(now, attendance.startsAt) && mayKnow(attendance, journey),
    )
    .flatMap((attendance) =>
      openTask(journey, {
        kind: 'tell_cancelled',
        about: attendance.id,
        why: `${hadIntake(journey) ? 'De intake is al geweest' : 'Het traject is gestopt'} en de afspraak gaat niet door, maar de deelnemer weet van de afspraak. Bel de deelnemer.`,
        now,
        dueAt: earlier(workdaysAfter(now, 1, rules), attendance.startsAt),
        attendanceId: attendance.id,
      }),
    )
