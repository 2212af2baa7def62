import type { Temporal } from 'temporal-polyfill'
import { stageOf, type Attendance, type Mark } from './attendance.ts'
import type { JourneyEvent } from './event.ts'
import {
  attendanceById,
  freshNoticeKey,
  isPending,
  type AttendanceTruth,
  type Journey,
  type Notice,
} from './journey.ts'
import { isBefore, tellLateNoShowAt, timeToCorrect } from './moments.ts'
import type { Rules } from './rules.ts'
import { timer, type Timer } from './timer.ts'

/** A mail that has not left yet and has lost its reason is taken back; nothing is withdrawn from a crisis. */
export function hasLostItsReason(journey: Journey, notice: Notice): boolean {
  if (notice.taskKey) {
    const task = journey.tasks.find((candidate) => candidate.key === notice.taskKey)
    return task?.kind !== 'crisis' && task?.closedAt !== undefined
  }
  const attendance = notice.attendanceId ? attendanceById(journey, notice.attendanceId) : undefined
  if (!attendance || notice.purpose === 'absence') return false
  if (notice.purpose === 'correction') return notice.says !== truthOf(attendance)
  const stage = stageOf(attendance)
  if (notice.purpose === 'attendance_unknown') return stage !== 'planned'
  return stage !== 'no_show' || attendance.reactedAt !== undefined
}

/** What is to be believed of an attendance now. */
function truthOf(attendance: Attendance): AttendanceTruth {
  const stage = stageOf(attendance)
  if (stage === 'planned') return 'unknown'
  return stage === 'no_show' && attendance.reactedAt ? 'reacted' : stage
}

/** What the consulent believes after this mail; absent: it says nothing that can become untrue. */
function saidBy({ purpose, says }: Notice): AttendanceTruth | undefined {
  if (purpose === 'no_show') return 'no_show'
  return purpose === 'attendance_unknown' ? 'unknown' : says
}

/** What of coming the consulent believes after this mail; absent: it says nothing of that. */
function cameBy(notice: Notice, { absence, startsAt }: Attendance): boolean | undefined {
  switch (saidBy(notice)) {
    case 'came':
      return true
    case 'no_show':
    case 'reacted':
      return false
    case 'absent':
      return absence && isBefore(startsAt, absence.reportedAt) ? false : undefined
    default:
      return undefined
  }
}

/** What the consulent last read of whether the participant came, in mails that left before this one. */
export const toldToHaveCome = (journey: Journey, attendance: Attendance, { key }: Notice): boolean | undefined =>
  journey.notices
    .filter((notice) => notice.attendanceId === attendance.id && notice.key !== key && notice.sentAt)
    .toSorted((a, b) => leftAt(a) - leftAt(b))
    .map((notice) => cameBy(notice, attendance))
    .findLast((came) => came !== undefined)

/** A correction that did not arrive is told by a person, who has a task for it: mailed again it would come back again. */
const toldByPerson = ({ purpose, failedAt }: Notice): boolean => purpose === 'correction' && failedAt !== undefined

/** The last thing that the consulent was told of this attendance, or is about to be. */
const lastTold = (journey: Journey, attendance: Attendance): AttendanceTruth | undefined => {
  const told = journey.notices.filter(
    (notice) =>
      notice.attendanceId === attendance.id &&
      saidBy(notice) &&
      (notice.sentAt ?? (toldByPerson(notice) || (isPending(notice) && !hasLostItsReason(journey, notice)))),
  )
  const last = told.toSorted((a, b) => leftAt(a) - leftAt(b)).at(-1)
  return last && saidBy(last)
}

/** Pending ones leave after all that left; one that left all the same after it was taken back was on its way by then. */
const leftAt = ({ sentAt, cancelledAt, failedAt }: Notice): number =>
  sentAt ? (cancelledAt ?? sentAt).epochMilliseconds : (failedAt?.epochMilliseconds ?? Infinity)

/** Something that the consulent was told and that is no longer so. `at`: not before this moment; absent: at once. */
interface Untold {
  readonly attendance: Attendance
  readonly says: AttendanceTruth
  readonly at?: Temporal.Instant
}

/**
 * A mark can be a wrong button, so that what it says waits until it could be corrected; and whoever did not come is asked first, as far as
 * the term allows.
 */
const tellFrom = (
  journey: Journey,
  attendance: Attendance,
  mark: Mark,
  says: AttendanceTruth,
  rules: Rules,
): Temporal.Instant =>
  says === 'no_show' ? tellLateNoShowAt(journey, attendance, mark, rules) : mark.markedAt.add(timeToCorrect)

/** What the consulent believes and is not so any more, with when they are to hear what is. */
export const untold = (journey: Journey, rules: Rules): Untold[] =>
  journey.attendances.flatMap((attendance): Untold[] => {
    const told = lastTold(journey, attendance)
    const says = truthOf(attendance)
    if (told === undefined || told === says) return []
    const { mark } = attendance
    return [{ attendance, says, ...(mark ? { at: tellFrom(journey, attendance, mark, says, rules) } : {}) }]
  })

export const correct = (journey: Journey, { attendance, says }: Untold, now: Temporal.Instant): JourneyEvent => ({
  type: 'notice_wanted',
  notice: {
    key: freshNoticeKey(journey, `correction.${attendance.id}.${says}`),
    purpose: 'correction',
    to: 'consulent',
    attendanceId: attendance.id,
    says,
    wantedAt: now,
  },
})

/** The corrections that wait for their moment; the others are made at once. */
export const correctionTimers = (journey: Journey, rules: Rules): Timer[] =>
  untold(journey, rules).flatMap(({ attendance, at }) => (at ? [timer('correction', attendance.id, at)] : []))
