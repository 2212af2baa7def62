import type { Temporal } from 'temporal-polyfill'
import { stageOf, type Absence, type Attendance, type Mark } from './attendance.ts'
import { hadIntake, hasTask, latestAttendance, messageFor, noticeFor, type Journey, type Message } from './journey.ts'
import {
  askCoachMoment,
  askCoordinatorMoment,
  dayBeforeMoment,
  isBefore,
  isSameDay,
  latest,
  nextSending,
  tellNoShowAt,
  reminderDeadline,
  reminderMoment,
  timeToCorrect,
  unknownNoticeMoment,
  workdaysAfter,
} from './moments.ts'
import { waitsToBeSeen } from './proof-photo.ts'
import type { Rules } from './rules.ts'
import { countsAsReminder, mustBeTold } from './terms.ts'
import { timer, type Timer } from './timer.ts'

/** When the invitation goes, or went. */
const inviteMoment = (journey: Journey, attendance: Attendance, rules: Rules): Temporal.Instant =>
  messageFor(journey, 'invitation', attendance.id)?.wantedAt ?? nextSending(attendance.plannedAt, rules)

function inviteTimer(journey: Journey, attendance: Attendance, rules: Rules): Timer[] {
  if (attendance.chosenBy === 'participant' || messageFor(journey, 'invitation', attendance.id)) return []
  return [timer('invite', attendance.id, nextSending(attendance.plannedAt, rules))]
}

/** No reminder of its own: the slot was picked nearer than its lead, or the invitation goes out in the days of the reminder. */
function remindTimer(journey: Journey, attendance: Attendance, rules: Rules): Timer[] {
  if (messageFor(journey, 'reminder', attendance.id)) return []
  if (!isBefore(attendance.plannedAt, reminderDeadline(attendance.startsAt, rules).at)) return []
  const told = attendance.chosenBy === 'participant' ? attendance.plannedAt : inviteMoment(journey, attendance, rules)
  if (countsAsReminder(told, attendance, rules)) return []
  return [timer('remind', attendance.id, reminderMoment(attendance.startsAt, rules))]
}

function dayBeforeTimer(journey: Journey, attendance: Attendance, rules: Rules): Timer[] {
  const at = dayBeforeMoment(attendance.startsAt, rules)
  if (!at || messageFor(journey, 'day_before', attendance.id)) return []
  const heardThatDay = [attendance.plannedAt, ...messagesAbout(journey, attendance).map((message) => message.wantedAt)]
  if (heardThatDay.some((heard) => isSameDay(heard, at, rules) || !isBefore(heard, at))) return []
  return [timer('day_before', attendance.id, at)]
}

const messagesAbout = (journey: Journey, attendance: Attendance): readonly Message[] =>
  journey.messages.filter((message) => message.attendanceId === attendance.id)

function unmarkedTimers(journey: Journey, attendance: Attendance, rules: Rules): Timer[] {
  const unless = (task: string, wanted: Timer): Timer[] => (hasTask(journey, task) ? [] : [wanted])
  return [
    ...unless(`mark_attendance.${attendance.id}`, timer('ask_coach', attendance.id, askCoachMoment(attendance))),
    ...unless(
      `mark_attendance_now.${attendance.id}`,
      timer('ask_coordinator', attendance.id, askCoordinatorMoment(attendance, rules)),
    ),
    ...(noticeFor(journey, 'attendance_unknown', attendance.id)
      ? []
      : [timer('attendance_unknown', attendance.id, unknownNoticeMoment(attendance, rules))]),
  ]
}

const plannedTimers = (journey: Journey, attendance: Attendance, rules: Rules): Timer[] => [
  ...inviteTimer(journey, attendance, rules),
  ...remindTimer(journey, attendance, rules),
  ...dayBeforeTimer(journey, attendance, rules),
  ...unmarkedTimers(journey, attendance, rules),
]

/** The follow-up goes within a quarter of an hour after the mark, and leaves time to correct it. */
function followUpTimer(journey: Journey, attendance: Attendance, mark: Mark, rules: Rules): Timer[] {
  if (attendance.reactedAt || messageFor(journey, 'no_show_follow_up', attendance.id)) return []
  return [timer('follow_up', attendance.id, nextSending(mark.markedAt.add(timeToCorrect), rules))]
}

/** A reaction takes the notice back; where the contract wants to hear of every absence, it goes as soon as there is a reaction. */
function noShowNoticeTimer(journey: Journey, attendance: Attendance, mark: Mark, rules: Rules): Timer[] {
  if (!mustBeTold(journey, attendance, rules)) return []
  const told = (['no_show', 'attendance_unknown', 'absence'] as const).some((purpose) =>
    noticeFor(journey, purpose, attendance.id),
  )
  if (told) return []
  const at = attendance.reactedAt
    ? latest(attendance.reactedAt, mark.markedAt.add(timeToCorrect))
    : tellNoShowAt(journey, attendance, mark, rules)
  return [timer('no_show_notice', attendance.id, at)]
}

/** Who reacted and has no new appointment: a person plans again, as for who cancelled. */
const planAgainTimer = (journey: Journey, attendance: Attendance, heardAt: Temporal.Instant, rules: Rules): Timer[] =>
  attendance === latestAttendance(journey) && !hadIntake(journey) && !hasTask(journey, `plan_again.${attendance.id}`)
    ? [timer('plan_again', attendance.id, workdaysAfter(heardAt, 1, rules))]
    : []

const noShowTimers = (journey: Journey, attendance: Attendance, rules: Rules): Timer[] =>
  attendance.mark
    ? [
        ...followUpTimer(journey, attendance, attendance.mark, rules),
        ...noShowNoticeTimer(journey, attendance, attendance.mark, rules),
        ...(attendance.reactedAt
          ? planAgainTimer(journey, attendance, latest(attendance.reactedAt, attendance.mark.markedAt), rules)
          : []),
      ]
    : []

const isHeld = (attendance: Attendance): boolean => ['planned', 'came', 'no_show'].includes(stageOf(attendance))

/**
 * Proof is brought to the next appointment that was not moved or cancelled itself, else it is waited for two weeks; longer when a photo of it
 * is still to be looked at.
 */
function proofMoment(
  journey: Journey,
  attendance: Attendance,
  { reportedAt }: Absence,
  rules: Rules,
): Temporal.Instant {
  const later = journey.attendances.slice(journey.attendances.indexOf(attendance) + 1)
  const next = later.findLast(isHeld)
  const brought = workdaysAfter(next ? next.endsAt : workdaysAfter(reportedAt, 10, rules), 1, rules)
  return latest(brought, waitsToBeSeen(journey, attendance) ?? brought)
}

function absentTimers(journey: Journey, attendance: Attendance, rules: Rules): Timer[] {
  const { absence } = attendance
  if (!absence) return []
  return [
    ...(absence.proof === 'awaited'
      ? [timer('proof', attendance.id, proofMoment(journey, attendance, absence, rules))]
      : []),
    ...planAgainTimer(journey, attendance, absence.reportedAt, rules),
  ]
}

/** What an appointment wants to be woken for, by the stage that it is in. */
export function attendanceTimers(journey: Journey, attendance: Attendance, rules: Rules): Timer[] {
  switch (stageOf(attendance)) {
    case 'planned':
      return plannedTimers(journey, attendance, rules)
    case 'no_show':
      return noShowTimers(journey, attendance, rules)
    case 'absent':
      return absentTimers(journey, attendance, rules)
    case 'came':
    case 'moved':
    case 'cancelled':
      return []
  }
}
