import type { Temporal } from 'temporal-polyfill'
import type { Id } from '../values/id.ts'
import { stageOf, type Attendance, type Slot } from './attendance.ts'
import { accepted, nothing, refused, type Decision, type Situation } from './decision.ts'
import type { JourneyEvent } from './event.ts'
import { cancelAhead } from './change-status.ts'
import { attendanceById, currentAttendance, freshNoticeKey, hadIntake, noticeFor, type Journey } from './journey.ts'
import { isBefore, workdaysAfter } from './moments.ts'
import { earlier } from '../values/local-time.ts'
import { openTask } from './open-task.ts'
import { awaitsReaction } from './reaction.ts'

interface Plan {
  readonly attendanceId: Id<'attendance'>
  readonly slot: Slot
  readonly how: string
  readonly by: 'system' | 'staff'
}

export function planIntake({ journey, now }: Situation, { attendanceId, slot, how, by }: Plan): Decision {
  if (currentAttendance(journey) || attendanceById(journey, attendanceId)) return refused('already')
  if (hadIntake(journey)) return refused('not_open')
  if (isBefore(slot.startsAt, now)) return refused('no_appointment')
  const attendance: Attendance = { ...slot, id: attendanceId, kind: 'intake', plannedAt: now, chosenBy: by }
  return accepted({ type: 'appointment_planned', attendance, how })
}

/**
 * No slot meets both the lead time and the deadline: a person decides, with the calculation. Nothing is silently planned late. At the
 * deadline itself it would be too late to invite anybody: the person has a workday.
 */
export const reportNoSlot = ({ journey, rules, now }: Situation, how: string, deadlineAt: Temporal.Instant): Decision =>
  accepted(
    ...openTask(journey, {
      kind: 'no_slot',
      about: journey.id,
      why: how,
      now,
      dueAt: earlier(deadlineAt, workdaysAfter(now, 1, rules)),
    }),
  )

/** Who came. Marking again corrects; marking before the start is refused, because nobody can know yet. */
export function markAttendance(situation: Situation, attendanceId: string, came: boolean): Decision {
  const { journey, actor, now } = situation
  const attendance = attendanceById(journey, attendanceId)
  if (!attendance) return refused('unknown')
  if (isBefore(now, attendance.startsAt)) return refused(journey.status === 'ended' ? 'not_open' : 'not_over')
  const stage = stageOf(attendance)
  if (stage === 'moved' || stage === 'cancelled') return refused('no_appointment')
  if (attendance.mark?.came === came) return nothing
  const type = attendance.mark ? 'attendance_corrected' : 'attendance_marked'
  const noShow = !came && !attendance.absence
  return accepted(
    { type, attendanceId: attendance.id, came, markedAt: now, by: actor },
    ...(came ? cancelAhead(situation) : []),
    ...(noShow ? [{ type: 'no_show_established', attendanceId: attendance.id } as const] : []),
  )
}

export function seeProof({ journey }: Situation, attendanceId: string): Decision {
  const attendance = attendanceById(journey, attendanceId)
  if (!attendance?.absence || attendance.absence.proof === 'not_needed') return refused('unknown')
  return attendance.absence.proof === 'seen' ? nothing : accepted({ type: 'proof_seen', attendanceId: attendance.id })
}

/** Who was told of the afmelding while it was still to be judged, hears what became of it, in the same thread. */
const tellJudgement = (journey: Journey, { id }: Attendance, now: Temporal.Instant): readonly JourneyEvent[] =>
  noticeFor(journey, 'absence', id)
    ? [
        {
          type: 'notice_wanted',
          notice: {
            key: freshNoticeKey(journey, `correction.${id}.judged`),
            purpose: 'correction',
            to: 'consulent',
            attendanceId: id,
            says: 'absent',
            wantedAt: now,
          },
        },
      ]
    : []

/** A person decides what the contract leaves to one; deciding again corrects. */
export function decideAbsence({ journey, now }: Situation, attendanceId: string, valid: boolean): Decision {
  const attendance = attendanceById(journey, attendanceId)
  if (!attendance?.absence) return refused('unknown')
  if (attendance.absence.verdict === (valid ? 'valid' : 'not_valid')) return nothing
  return accepted(
    { type: 'absence_judged', attendanceId: attendance.id, valid },
    ...tellJudgement(journey, attendance, now),
  )
}

/** Staff spoke the participant: evidence for what could not be shown to have arrived, and a reaction after a no-show. */
export function logContact(situation: Situation, attendanceId: string): Decision {
  const { journey, now } = situation
  const attendance = attendanceById(journey, attendanceId)
  if (!attendance) return refused('unknown')
  const told = journey.messages.filter((message) => message.attendanceId === attendance.id && !message.evidence)
  const reacted = awaitsReaction(situation) === attendance
  return accepted(
    ...told.map((message): JourneyEvent => ({
      type: 'message_evidenced',
      key: message.key,
      evidence: 'told_by_staff',
      evidencedAt: now,
    })),
    ...(reacted
      ? [{ type: 'reaction_received', attendanceId: attendance.id, reactedAt: now, through: 'staff' } as const]
      : []),
  )
}

export function closeTask({ journey, now }: Situation, key: string): Decision {
  const task = journey.tasks.find((candidate) => candidate.key === key)
  if (!task) return refused('unknown')
  return task.closedAt ? nothing : accepted({ type: 'task_closed', key, closedAt: now })
}
