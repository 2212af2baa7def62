import { stageOf, type Attendance } from './attendance.ts'
import { accepted, nothing, refused, type Decision, type Situation } from './decision.ts'
import { currentAttendance, type Journey } from './journey.ts'
import { isBefore, isSameDay, tellNoShowAt, unknownNoticeMoment, workdaysAfter } from './moments.ts'
import { openTask } from './open-task.ts'
import { awaitsReaction } from './reaction.ts'
import { hearParticipant } from './replies.ts'
import { isOpen } from './task.ts'
import { earlier } from '../values/local-time.ts'

/** The appointment that a message now may be about: one that was missed or has begun, or that is today. */
function subjectOf(situation: Situation): Attendance | undefined {
  const missed = awaitsReaction(situation)
  if (missed) return missed
  const current = currentAttendance(situation.journey)
  return current && isSameDay(situation.now, current.startsAt, situation.rules) ? current : undefined
}

/** A person decides before the consulent is told that nobody was heard from; afterwards within a workday. */
function decideBy(attendance: Attendance, { journey, now, rules }: Situation) {
  const notice = attendance.mark
    ? tellNoShowAt(journey, attendance, attendance.mark, rules)
    : unknownNoticeMoment(attendance, rules)
  const inTime = workdaysAfter(now, 1, rules)
  return isBefore(now, notice) ? earlier(notice, inTime) : inTime
}

/**
 * Somebody wrote from a number that several participants have: it may be this one, after an appointment that was missed. Nobody may say
 * then that the participant was silent, nor that they reacted: a person finds out.
 */
export function hearSharedNumber(situation: Situation, occurrence: string): Decision {
  const attendance = subjectOf(situation)
  const why =
    'Er kwam een bericht van het nummer van deze deelnemer, en dat nummer hebben meer deelnemers. Zoek uit wie het schreef. Tot dan zegt Opkomst niet dat de deelnemer niets liet horen.'
  return attendance ? findOut(attendance, why, { situation, occurrence }) : nothing
}

/** A partner or interpreter wrote after an appointment that was missed. Whether the participant spoke through them a person finds out, once. */
export function hearAnother(situation: Situation, occurrence: string): Decision {
  const attendance = awaitsReaction(situation)
  const why =
    'Iemand anders schreef na de gemiste afspraak, zoals een partner of tolk. Zoek uit of dat namens de deelnemer was. Tot dan zegt Opkomst niet dat de deelnemer niets liet horen.'
  return attendance && !mayHaveWritten(situation.journey, attendance)
    ? findOut(attendance, why, { situation, occurrence })
    : nothing
}

const findOut = (
  attendance: Attendance,
  why: string,
  { situation, occurrence }: { readonly situation: Situation; readonly occurrence: string },
): Decision =>
  accepted(
    ...openTask(situation.journey, {
      kind: 'possible_reaction',
      about: occurrence,
      why,
      now: situation.now,
      dueAt: decideBy(attendance, situation),
      attendanceId: attendance.id,
    }),
  )

/** It was this participant: then they were heard from, as if the number were theirs alone. */
export function recogniseWriter(situation: Situation, key: string): Decision {
  const { journey, now } = situation
  const task = journey.tasks.find((candidate) => candidate.key === key && candidate.kind === 'possible_reaction')
  if (!task) return refused('unknown')
  if (!isOpen(task)) return nothing
  const heard = hearParticipant(situation)
  return heard.kind === 'refused' ? heard : accepted(...heard.events, { type: 'task_closed', key, closedAt: now })
}

/** Another participant has the same number: from now on a message tells not whose it is. */
export function shareNumber({ journey, rules, now }: Situation): Decision {
  const earlier = journey.tasks.filter(({ kind }) => kind === 'number_shared')
  if (earlier.some(isOpen)) return nothing
  return accepted(
    ...openTask(journey, {
      kind: 'number_shared',
      about: earlier.length === 0 ? journey.id : `${journey.id}.again${String(earlier.length)}`,
      why: 'Dit telefoonnummer heeft ook een andere deelnemer. Opkomst weet dan niet wie er schrijft en handelt niets vanzelf af. Vraag een eigen nummer.',
      now,
      dueAt: workdaysAfter(now, 2, rules),
    }),
  )
}

/** Somebody wrote about this appointment, and it is not known yet whether it was the participant. */
export const mayHaveWritten = ({ tasks }: Journey, { id }: Attendance): boolean =>
  tasks.some((task) => task.kind === 'possible_reaction' && task.attendanceId === id && isOpen(task))

/** The participant was heard from otherwise, came, or cancelled: who wrote then makes no difference any more. */
export const isFoundOut = (attendance: Attendance | undefined): boolean =>
  !attendance || attendance.reactedAt !== undefined || !['planned', 'no_show'].includes(stageOf(attendance))
