import { z } from 'zod'
import type { Command } from '#src/domain/journey/command.ts'
import type { JourneyEvent } from '#src/domain/journey/event.ts'
import { attendanceById, type Journey } from '#src/domain/journey/journey.ts'
import { taskTable } from '#src/domain/journey/task.ts'
import { asId, isId } from '#src/domain/values/id.ts'
import type { JournalLine, JourneyDetails } from '#src/services/ports/overview.ts'
import { markSeenIn, marksSeen, verdictsSeen } from './as-seen.ts'
import type { Overtaken } from './pages/overtaken.ts'
import type { Outcome } from './words/outcome.ts'

export const AttendanceId = z
  .string()
  .refine(isId)
  .transform((text) => asId<'attendance'>(text))
export const Back = z.enum(['vandaag', 'traject']).default('traject')

export const Mark = z.object({
  afspraak: AttendanceId,
  kwam: z.enum(['ja', 'nee']),
  bekend: z.enum(marksSeen).default('leeg'),
  terug: Back,
})
export const Judgement = z.object({
  afspraak: AttendanceId,
  geldig: z.enum(['ja', 'nee']),
  bekend: z.enum(verdictsSeen).default('person'),
  terug: Back,
})
export const About = z.object({ afspraak: AttendanceId, terug: Back })
export const Status = z.object({ naar: z.enum(['pauze', 'verder']) })
export const Take = z.object({})
export const CloseTask = z.object({ taak: z.string().min(1).max(300), terug: Back })

/** What a deed was decided by, and what to say when that is no longer so. */
export interface Seen {
  readonly stillSo: (journey: Journey) => boolean
  /** What a colleague did meanwhile, out of what is there now. */
  readonly overtaken: (details: JourneyDetails) => Overtaken | undefined
  /** The same form, by what is there now; absent: there is nothing left to do. */
  readonly again?: (journey: Journey) => Readonly<Record<string, string>>
}

/** What staff do to a journey with one form: one command. */
export interface Deed {
  readonly command: Command
  readonly done: Outcome
  readonly back?: z.infer<typeof Back>
  readonly seen?: Seen
}

/** The last step of the journal that did this. */
export const lastStep = (
  journal: readonly JournalLine[],
  did: (event: JourneyEvent) => boolean,
): JournalLine | undefined => journal.findLast(({ event }) => did(event))

const cameWords = (came: boolean): string => (came ? 'gekomen' : 'niet gekomen')

export const mark = ({ afspraak, kwam, bekend, terug }: z.infer<typeof Mark>): Deed => {
  const came = kwam === 'ja'
  const seenIn = (journey: Journey) => {
    const attendance = attendanceById(journey, afspraak)
    return attendance && markSeenIn(attendance)
  }
  return {
    command: { type: 'mark_attendance', attendanceId: afspraak, came },
    done: came ? 'aanwezig-gezet' : 'afwezig-gezet',
    back: terug,
    seen: {
      stillSo: (journey) => [undefined, bekend, kwam].includes(seenIn(journey)),
      overtaken: ({ journey, journal }) => {
        const step = lastStep(
          journal,
          (event) =>
            (event.type === 'attendance_marked' || event.type === 'attendance_corrected') &&
            event.attendanceId === afspraak,
        )
        const now = attendanceById(journey, afspraak)?.mark
        return step && now && { ...step, happened: `Ingevuld: ${cameWords(now.came)}`, wanted: cameWords(came) }
      },
      again: (journey) => ({ afspraak, kwam, bekend: seenIn(journey) ?? 'leeg', terug }),
    },
  }
}

export const proof = ({ afspraak, terug }: z.infer<typeof About>): Deed => ({
  command: { type: 'see_proof', attendanceId: afspraak },
  done: 'bewijs-gezien',
  back: terug,
})

const verdictWords = (valid: boolean): string => (valid ? 'geldig' : 'niet geldig')

export const judgement = ({ afspraak, geldig, bekend, terug }: z.infer<typeof Judgement>): Deed => {
  const valid = geldig === 'ja'
  const verdict = (journey: Journey) => attendanceById(journey, afspraak)?.absence?.verdict
  return {
    command: { type: 'judge_absence', attendanceId: afspraak, valid },
    done: 'afmelding-beoordeeld',
    back: terug,
    seen: {
      stillSo: (journey) => [undefined, bekend, valid ? 'valid' : 'not_valid'].includes(verdict(journey)),
      overtaken: ({ journey, journal }) => {
        const step = lastStep(
          journal,
          (event) =>
            (event.type === 'absence_judged' || event.type === 'proof_seen') && event.attendanceId === afspraak,
        )
        const happened = `Beoordeeld: de afmelding is ${verdictWords(verdict(journey) === 'valid')}`
        return step && { ...step, happened, wanted: verdictWords(valid) }
      },
      again: (journey) => ({ afspraak, geldig, bekend: verdict(journey) ?? 'person', terug }),
    },
  }
}

export const contact = ({ afspraak, terug }: z.infer<typeof About>): Deed => ({
  command: { type: 'log_contact', attendanceId: afspraak },
  done: 'contact-gehad',
  back: terug,
})

export const status = ({ naar }: z.infer<typeof Status>): Deed =>
  naar === 'pauze'
    ? { command: { type: 'pause' }, done: 'traject-pauze' }
    : { command: { type: 'resume' }, done: 'traject-verder' }

/** It is given back by ticking off the task that it opens. */
export const take = (): Deed => ({ command: { type: 'take_conversation' }, done: 'gesprek-overgenomen' })

export const writer = ({ taak, terug }: z.infer<typeof CloseTask>): Deed => ({
  ...task({ taak, terug }),
  command: { type: 'recognise_writer', key: taak },
  done: 'schrijver-bekend',
})

export const task = ({ taak, terug }: z.infer<typeof CloseTask>): Deed => {
  const taskIn = ({ tasks }: Journey) => tasks.find(({ key }) => key === taak)
  return {
    command: { type: 'close_task', key: taak },
    done: 'taak-gesloten',
    back: terug,
    seen: {
      stillSo: (journey) => taskIn(journey)?.closedAt === undefined,
      overtaken: ({ journey, journal }) => {
        const step = lastStep(journal, (event) => event.type === 'task_closed' && event.key === taak)
        const closed = taskIn(journey)
        return step && closed && { ...step, happened: `De taak is al klaar: ${taskTable[closed.kind].title}` }
      },
    },
  }
}
