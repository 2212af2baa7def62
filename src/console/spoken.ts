import { z } from 'zod'
import { reportedReasons } from '#src/domain/contract/absence-reason.ts'
import { stageOf } from '#src/domain/journey/attendance.ts'
import type { JourneyEvent } from '#src/domain/journey/event.ts'
import { attendanceById, type Journey } from '#src/domain/journey/journey.ts'
import type { Id } from '#src/domain/values/id.ts'
import type { Call, Spoken } from '#src/services/record-spoken.ts'
import { spokenKinds, spokenSeen, spokenSeenIn, spokenWords, type SpokenKind, type SpokenSeen } from './as-seen.ts'
import { AttendanceId, Back, lastStep, type Seen } from './deeds.ts'
import type { Outcome } from './words/outcome.ts'

export const Said = z.object({
  afspraak: AttendanceId,
  uitkomst: z.enum(spokenKinds),
  reden: z.enum(reportedReasons).default('not_given'),
  bekend: z.enum(spokenSeen).default('open'),
  terug: Back,
})

/** What was told or done of the appointment since, in words; absent of an event that says nothing of whether the participant comes. */
function happened(event: JourneyEvent, attendanceId: Id<'attendance'>): string | undefined {
  if (event.type === 'task_opened')
    return event.task.attendanceId === attendanceId ? doubtWords[event.task.kind] : undefined
  if (!('attendanceId' in event) || event.attendanceId !== attendanceId) return undefined
  switch (event.type) {
    case 'attendance_confirmed':
      return 'De deelnemer bevestigde de afspraak'
    case 'absence_reported':
      return 'De deelnemer meldde zich af'
    case 'appointment_moved':
      return 'De afspraak is verzet'
    case 'appointment_cancelled':
      return 'De afspraak is vervallen'
    case 'attendance_marked':
    case 'attendance_corrected':
      return `Ingevuld: ${event.came ? 'gekomen' : 'niet gekomen'}`
    default:
      return undefined
  }
}

const doubtWords: Readonly<Record<string, string>> = {
  absence_unexplained: 'De deelnemer schreef niet te kunnen komen',
  other_time_unpicked: 'De deelnemer vroeg om een ander moment',
}

/** Who asks for what is so already is not overtaken. */
const reachedBy: Readonly<Record<SpokenKind, SpokenSeen | undefined>> = {
  komt: 'bevestigd',
  'komt-niet': undefined,
  'ander-moment': undefined,
}

const asksOtherTime = (journey: Journey, attendanceId: Id<'attendance'>): boolean =>
  journey.tasks.some(
    (task) => task.kind === 'other_time_unpicked' && !task.closedAt && task.attendanceId === attendanceId,
  )

const spokenOf = ({ uitkomst, reden }: z.infer<typeof Said>): Spoken => {
  if (uitkomst === 'komt') return { kind: 'comes' }
  return uitkomst === 'komt-niet' ? { kind: 'does_not_come', reason: reden } : { kind: 'other_time' }
}

/** What the form says, and by what it was filled in. */
export function said(form: z.infer<typeof Said>): { readonly call: Call; readonly seen: Seen } {
  const { afspraak, uitkomst, bekend } = form
  const seenIn = (journey: Journey): SpokenSeen => {
    const attendance = attendanceById(journey, afspraak)
    return attendance ? spokenSeenIn(attendance, journey) : 'anders'
  }
  const stillSo = (journey: Journey): boolean =>
    [bekend, reachedBy[uitkomst]].includes(seenIn(journey)) ||
    (uitkomst === 'ander-moment' && asksOtherTime(journey, afspraak))
  return {
    call: { attendanceId: afspraak, spoken: spokenOf(form), stillSo },
    seen: {
      stillSo,
      overtaken: ({ journey, journal }) => {
        const step = lastStep(journal, (event) => happened(event, afspraak) !== undefined)
        const words = step && happened(step.event, afspraak)
        if (!step || words === undefined) return undefined
        const attendance = attendanceById(journey, afspraak)
        const stands = attendance !== undefined && stageOf(attendance) === 'planned'
        return { ...step, happened: words, ...(stands ? { wanted: `de deelnemer ${spokenWords[uitkomst]}` } : {}) }
      },
      again: (journey) => ({ ...form, bekend: seenIn(journey) }),
    },
  }
}

/** Of an afmelding it is said when proof is needed: who has the participant on the telephone tells it. */
export const doneWords = (kind: SpokenKind, proof: boolean): Outcome => {
  if (kind === 'komt') return 'deelnemer-komt'
  if (kind === 'ander-moment') return 'deelnemer-ander-moment'
  return proof ? 'deelnemer-bewijs' : 'deelnemer-komt-niet'
}
