import { Temporal } from 'temporal-polyfill'
import { stageOf, type Attendance } from './attendance.ts'
import { hadIntake, latestAttendance, messageFor, noticeFor, type Journey, type Message } from './journey.ts'
import {
  askCoachMoment,
  askCoordinatorMoment,
  dayBeforeMoment,
  isBefore,
  isSameDay,
  latest,
  nextSending,
  noticeMoment,
  reminderDeadline,
  reminderMoment,
  workdaysAfter,
  workdaysBefore,
} from './moments.ts'
import { subtractOfficeHours } from '../values/office-hours.ts'
import type { Rules } from './rules.ts'
import { isOpen, type Task } from './task.ts'
import { countsAsReminder, openTerms, type JourneyTerm } from './terms.ts'

/** A stored wake-up. It acts only if the same key and moment are still wanted by the state as it then is (promise 3). */
export interface Timer {
  readonly key: string
  readonly at: Temporal.Instant
}

export type TimerKind =
  | 'invite'
  | 'remind'
  | 'day_before'
  | 'ask_coach'
  | 'ask_coordinator'
  | 'attendance_unknown'
  | 'follow_up'
  | 'no_show_notice'
  | 'expire'
  | 'presume'
  | 'task_half'
  | 'task_due'
  | 'proof'
  | 'plan_again'
  | 'term'

/** `<kind>.<what it is about>`: a kind has no dot in it. */
export const timerKey = (kind: TimerKind, about: string): string => `${kind}.${about}`

export function splitTimerKey(key: string): { kind: TimerKind; about: string } {
  const dot = key.indexOf('.')
  return { kind: key.slice(0, dot) as TimerKind, about: key.slice(dot + 1) } // keys come from timerKey, through our own table
}

const timer = (kind: TimerKind, about: string, at: Temporal.Instant): Timer => ({ key: timerKey(kind, about), at })

const hasTask = (journey: Journey, key: string): boolean => journey.tasks.some((task) => task.key === key)

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
  const at = dayBeforeMoment(attendance, rules)
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
      : [timer('attendance_unknown', attendance.id, noticeMoment(attendance, rules))]),
  ]
}

const plannedTimers = (journey: Journey, attendance: Attendance, rules: Rules): Timer[] => [
  ...inviteTimer(journey, attendance, rules),
  ...remindTimer(journey, attendance, rules),
  ...dayBeforeTimer(journey, attendance, rules),
  ...unmarkedTimers(journey, attendance, rules),
]

/** The follow-up goes within a quarter of an hour, and leaves a coach who pressed the wrong button time to correct it. */
const timeToCorrect = Temporal.Duration.from({ minutes: 5 })

function noShowTimers(journey: Journey, attendance: Attendance, rules: Rules): Timer[] {
  if (!attendance.mark || attendance.reactedAt) return []
  const told = noticeFor(journey, 'no_show', attendance.id) ?? noticeFor(journey, 'attendance_unknown', attendance.id)
  return [
    ...(messageFor(journey, 'no_show_follow_up', attendance.id)
      ? []
      : [timer('follow_up', attendance.id, nextSending(attendance.mark.markedAt.add(timeToCorrect), rules))]),
    ...(told ? [] : [timer('no_show_notice', attendance.id, noticeMoment(attendance, rules))]),
  ]
}

function absentTimers(journey: Journey, attendance: Attendance, rules: Rules): Timer[] {
  const { absence } = attendance
  if (!absence) return []
  const later = journey.attendances.find((other) => isBefore(attendance.plannedAt, other.plannedAt))
  const proofFrom = later ? later.endsAt : workdaysAfter(absence.reportedAt, 10, rules)
  return [
    ...(absence.proof === 'awaited' ? [timer('proof', attendance.id, workdaysAfter(proofFrom, 1, rules))] : []),
    ...(attendance === latestAttendance(journey) &&
    !hadIntake(journey) &&
    !hasTask(journey, `plan_again.${attendance.id}`)
      ? [timer('plan_again', attendance.id, workdaysAfter(absence.reportedAt, 1, rules))]
      : []),
  ]
}

function attendanceTimers(journey: Journey, attendance: Attendance, rules: Rules): Timer[] {
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

const presumedAfter = Temporal.Duration.from({ hours: 24 })

/** A message whose reason is still there: the appointment lies ahead, or the no-show was not heard from. */
export function isMessageAlive(journey: Journey, message: Message): boolean {
  const attendance = journey.attendances.find((candidate) => candidate.id === message.attendanceId)
  if (!attendance || journey.status === 'ended') return false
  const stage = stageOf(attendance)
  return message.purpose === 'no_show_follow_up' ? stage === 'no_show' && !attendance.reactedAt : stage === 'planned'
}

function messageTimers(journey: Journey, message: Message): Timer[] {
  if (message.evidence || message.failure) return []
  return [
    ...(message.sentAt ? [timer('presume', message.key, message.sentAt.add(presumedAfter))] : []),
    ...(isMessageAlive(journey, message) && !hasTask(journey, `not_delivered.${message.key}`)
      ? [timer('expire', message.key, message.expiresAt)]
      : []),
  ]
}

/** At half its time, but when people work: a reminder in the night reminds nobody. */
function halfway(task: Task, rules: Rules): Temporal.Instant {
  const span = task.dueAt.epochMilliseconds - task.openedAt.epochMilliseconds
  const half = Temporal.Instant.fromEpochMilliseconds(
    task.openedAt.epochMilliseconds + Math.max(0, Math.floor(span / 2)),
  )
  const working = nextSending(half, rules)
  return isBefore(working, task.dueAt) ? working : half
}

function taskTimers(journey: Journey, task: Task, rules: Rules): Timer[] {
  if (!isOpen(task)) return []
  const said = (purpose: 'task_half' | 'task_due') =>
    journey.notices.some((notice) => notice.purpose === purpose && notice.taskKey === task.key)
  return [
    ...(said('task_half') ? [] : [timer('task_half', task.key, halfway(task, rules))]),
    ...(said('task_due') ? [] : [timer('task_due', task.key, latest(task.dueAt, task.openedAt))]),
  ]
}

/** When a person hears that a term is in danger: two workdays ahead, or once the appointment that would meet it has passed unmarked. */
function dangerMoment(journey: Journey, term: JourneyTerm, rules: Rules): Temporal.Instant {
  const { due, breach } = term.deadline
  if (term.attendance) return subtractOfficeHours(rules.calendar, rules.contract.office_hours, due, 1)
  const warning = latest(workdaysBefore(due, 2, rules), journey.receivedAt)
  const planned = journey.attendances.findLast((attendance) => stageOf(attendance) === 'planned')
  const willBeMet = term.name === 'intake_by' && planned && !isBefore(breach, planned.startsAt)
  return willBeMet ? latest(warning, noticeMoment(planned, rules)) : warning
}

/** The lead of an appointment is watched by its message: by the timer that sends it, the one that expires it, or the task after that. */
const isWatchedByMessage = (term: JourneyTerm): boolean =>
  term.name === 'invitation_lead' || term.name === 'reminder_lead'

const termTimers = (journey: Journey, rules: Rules): Timer[] =>
  openTerms(journey, rules)
    .filter((term) => !isWatchedByMessage(term) && !hasTask(journey, `term_in_danger.${term.key}`))
    .map((term) => timer('term', term.key, dangerMoment(journey, term, rules)))

const sendingTimers: ReadonlySet<string> = new Set(['invite', 'remind', 'day_before', 'follow_up'])

/**
 * Every wake-up that this state wants: total, without a clock. Each of them, when it fires, changes the state so that it is no longer
 * wanted; a test holds that. A paused journey sends nothing of its own accord, but its terms run.
 */
export function wantedTimers(journey: Journey, rules: Rules): Timer[] {
  if (journey.status === 'ended') return []
  const all = [
    ...journey.attendances.flatMap((attendance) => attendanceTimers(journey, attendance, rules)),
    ...journey.messages.flatMap((message) => messageTimers(journey, message)),
    ...journey.tasks.flatMap((task) => taskTimers(journey, task, rules)),
    ...termTimers(journey, rules),
  ]
  return journey.status === 'paused' ? all.filter((wanted) => !sendingTimers.has(splitTimerKey(wanted.key).kind)) : all
}
