import type { JourneyEvent } from './event.ts'
import { accepted, nothing, type Decision, type Situation } from './decision.ts'
import { attendanceById, freshNoticeKey, type Notice } from './journey.ts'
import { missEvidence, wantMessage } from './messages.ts'
import { isBefore, noShowDeadline, workdaysAfter } from './moments.ts'
import { openTask, tellOwner } from './open-task.ts'
import { erasePhoto } from './proof-photo.ts'
import { warnsOf } from './task.ts'
import { openTerms } from './terms.ts'
import { correct, untold } from './told.ts'
import { splitTimerKey, wantedTimers, type TimerKind } from './timers.ts'
import type { Temporal } from 'temporal-polyfill'
import type { Attendance } from './attendance.ts'
import type { MessagePurpose } from './message-purpose.ts'

type Firing = (situation: Situation, about: string) => readonly JourneyEvent[]

const sends =
  (purpose: MessagePurpose): Firing =>
  (situation, about) => {
    const attendance = attendanceById(situation.journey, about)
    return attendance ? wantMessage(situation, purpose, attendance) : []
  }

const noticeOf = (
  purpose: Notice['purpose'],
  attendance: Attendance,
  { journey, now }: Situation,
): Extract<JourneyEvent, { type: 'notice_wanted' }> => ({
  type: 'notice_wanted',
  notice: {
    key: freshNoticeKey(journey, `${purpose}.${attendance.id}`),
    purpose,
    to: 'consulent',
    attendanceId: attendance.id,
    wantedAt: now,
    ...(purpose === 'absence' ? { says: 'reacted' } : {}),
  },
})

const tellUnknown: Firing = (situation, about) => {
  const attendance = attendanceById(situation.journey, about)
  return attendance ? [noticeOf('attendance_unknown', attendance, situation)] : []
}

/** Who reacted did not come all the same: a contract that wants to hear of every absence hears of this one as such. */
const tellNoShow: Firing = (situation, about) => {
  const attendance = attendanceById(situation.journey, about)
  return attendance ? [noticeOf(attendance.reactedAt ? 'absence' : 'no_show', attendance, situation)] : []
}

const correctMark: Firing = ({ journey, rules, now }, about) =>
  untold(journey, rules)
    .filter(({ attendance }) => attendance.id === about)
    .map((one) => correct(journey, one, now))

const asksWhoCame =
  (kind: 'mark_attendance' | 'mark_attendance_now', why: string): Firing =>
  (situation, about) => {
    const attendance = attendanceById(situation.journey, about)
    if (!attendance) return []
    const dueAt = noShowDeadline(attendance.startsAt, situation.rules).due
    return openTask(situation.journey, { kind, about, why, now: situation.now, dueAt, attendanceId: attendance.id })
  }

const expire: Firing = (situation, about) => {
  const message = situation.journey.messages.find((candidate) => candidate.key === about)
  return message ? missEvidence(situation, message) : []
}

const presume: Firing = ({ now }, about) => [
  { type: 'message_evidenced', key: about, evidence: 'presumed', evidencedAt: now },
]

const repeatsTask =
  (purpose: 'task_half' | 'task_due'): Firing =>
  ({ journey, now }, about) => {
    const task = journey.tasks.find((candidate) => candidate.key === about)
    return task ? [tellOwner(task, purpose, now)] : []
  }

const missProof: Firing = (situation, about) => {
  const attendance = attendanceById(situation.journey, about)
  if (!attendance) return []
  return [
    { type: 'proof_missed', attendanceId: attendance.id },
    ...openTask(situation.journey, {
      kind: 'judge_absence',
      about,
      why: 'Het bewijs bij de afmelding is niet gezien. Beslis of de afmelding geldig is.',
      now: situation.now,
      dueAt: workdaysAfter(situation.now, 2, situation.rules),
      attendanceId: attendance.id,
    }),
  ]
}

const planAgain: Firing = (situation, about) => {
  const attendance = attendanceById(situation.journey, about)
  if (!attendance) return []
  return openTask(situation.journey, {
    kind: 'plan_again',
    about,
    why: attendance.absence
      ? 'De deelnemer heeft zich afgemeld en koos geen nieuwe afspraak.'
      : 'De deelnemer kwam niet, reageerde wel, en koos geen nieuwe afspraak.',
    now: situation.now,
    dueAt: workdaysAfter(situation.now, 1, situation.rules),
    attendanceId: attendance.id,
  })
}

/** Warned before and ticked off, while the term runs on: that is a new question to a person. */
const warnOfTerm: Firing = ({ journey, rules, now }, about) => {
  const term = openTerms(journey, rules).find((candidate) => candidate.key === about)
  if (!term) return []
  const { due, breach, how } = term.deadline
  const before = journey.tasks.filter((task) => warnsOf(task, about)).length
  return openTask(journey, {
    kind: 'term_in_danger',
    about: before === 0 ? about : `${about}.again${String(before)}`,
    why: isBefore(now, breach) ? `Nog niet voldaan: ${how}.` : `De termijn is voorbij en niet gehaald: ${how}.`,
    now,
    dueAt: isBefore(now, due) ? due : workdaysAfter(now, 1, rules),
    ...(term.attendance ? { attendanceId: term.attendance.id } : {}),
  })
}

const firings: Record<TimerKind, Firing> = {
  invite: sends('invitation'),
  remind: sends('reminder'),
  day_before: sends('day_before'),
  follow_up: sends('no_show_follow_up'),
  ask_coach: asksWhoCame('mark_attendance', 'De afspraak is voorbij en de aanwezigheid is nog niet ingevuld.'),
  ask_coordinator: asksWhoCame('mark_attendance_now', 'De coach heeft de aanwezigheid nog niet ingevuld.'),
  attendance_unknown: tellUnknown,
  no_show_notice: tellNoShow,
  correction: correctMark,
  expire,
  presume,
  task_half: repeatsTask('task_half'),
  task_due: repeatsTask('task_due'),
  proof: missProof,
  erase_photo: erasePhoto,
  plan_again: planAgain,
  term: warnOfTerm,
}

/** A timer acts only if the same key and moment are still wanted by the state as it is now; a stale one does nothing (promise 3). */
export function fireTimer(situation: Situation, key: string, at: Temporal.Instant): Decision {
  const still = wantedTimers(situation.journey, situation.rules).some(
    (timer) => timer.key === key && timer.at.equals(at),
  )
  if (!still) return nothing
  const { kind, about } = splitTimerKey(key)
  return accepted(...firings[kind](situation, about))
}
