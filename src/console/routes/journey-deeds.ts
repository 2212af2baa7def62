import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { Command } from '#src/domain/journey/command.ts'
import type { Decision } from '#src/domain/journey/decision.ts'
import { asId, isId } from '#src/domain/values/id.ts'
import { commandJourney } from '#src/services/command-journey.ts'
import { planIntake } from '#src/services/plan-intake.ts'
import { seeOther, type Shell } from '../shell.ts'
import type { ConsoleParts } from '../parts.ts'
import { formIn, idIn, staff } from '../request.ts'
import { refusalOutcome, type Outcome } from '../words/outcome.ts'

const AttendanceId = z
  .string()
  .refine(isId)
  .transform((text) => asId<'attendance'>(text))
const Back = z.enum(['vandaag', 'traject']).default('traject')

const Mark = z.object({ afspraak: AttendanceId, kwam: z.enum(['ja', 'nee']), terug: Back })
const Judgement = z.object({ afspraak: AttendanceId, geldig: z.enum(['ja', 'nee']), terug: Back })
const About = z.object({ afspraak: AttendanceId, terug: Back })
const Status = z.object({ naar: z.enum(['pauze', 'verder']) })
const CloseTask = z.object({ taak: z.string().min(1).max(300), terug: Back })
const Plan = z.object({ plek: z.string().min(1).max(200) })

interface Deed {
  readonly command: Command
  readonly done: Outcome
  readonly back?: z.infer<typeof Back>
}

const mark = ({ afspraak, kwam, terug }: z.infer<typeof Mark>): Deed => ({
  command: { type: 'mark_attendance', attendanceId: afspraak, came: kwam === 'ja' },
  done: kwam === 'ja' ? 'aanwezig-gezet' : 'afwezig-gezet',
  back: terug,
})

const proof = ({ afspraak, terug }: z.infer<typeof About>): Deed => ({
  command: { type: 'see_proof', attendanceId: afspraak },
  done: 'bewijs-gezien',
  back: terug,
})

const judgement = ({ afspraak, geldig, terug }: z.infer<typeof Judgement>): Deed => ({
  command: { type: 'judge_absence', attendanceId: afspraak, valid: geldig === 'ja' },
  done: 'afmelding-beoordeeld',
  back: terug,
})

const contact = ({ afspraak, terug }: z.infer<typeof About>): Deed => ({
  command: { type: 'log_contact', attendanceId: afspraak },
  done: 'contact-gehad',
  back: terug,
})

const status = ({ naar }: z.infer<typeof Status>): Deed =>
  naar === 'pauze'
    ? { command: { type: 'pause' }, done: 'traject-pauze' }
    : { command: { type: 'resume' }, done: 'traject-verder' }

const task = ({ taak, terug }: z.infer<typeof CloseTask>): Deed => ({
  command: { type: 'close_task', key: taak },
  done: 'taak-gesloten',
  back: terug,
})

/** Asked twice is no mistake, but it is not said to have been done again. */
function outcomeOf(decision: Decision, done: Outcome): Outcome {
  if (decision.kind === 'refused') return refusalOutcome(decision.why)
  return decision.events.length === 0 ? 'stond-al-zo' : done
}

/** What staff do to a journey: each a form, one command, and back to the page they came from. */
export function journeyDeedRoutes(app: Hono, parts: ConsoleParts, shell: Shell): void {
  const deed = <Shape extends z.ZodType>(path: string, shape: Shape, read: (form: z.infer<Shape>) => Deed): void => {
    app.post(`/trajecten/:id/${path}`, async (c) => {
      const id = idIn<'journey'>(c)
      if (!id) return shell.missing(c)
      const form = await formIn(c, shape)
      if (form === undefined) return seeOther(c, ['trajecten', id], 'onvolledig-formulier')
      const { command, done, back } = read(form)
      const decision = await commandJourney(parts.verb, id, command, staff)
      if (decision.kind === 'accepted') parts.nudge()
      return seeOther(c, back === 'vandaag' ? [] : ['trajecten', id], outcomeOf(decision, done))
    })
  }
  deed('aanwezigheid', Mark, mark)
  deed('bewijs', About, proof)
  deed('oordeel', Judgement, judgement)
  deed('contact', About, contact)
  deed('stand', Status, status)
  deed('taken', CloseTask, task)
  app.post('/trajecten/:id/afspraak', (c) => plan(c, parts, shell))
}

async function plan(c: Context, parts: ConsoleParts, { missing }: Shell): Promise<Response> {
  const id = idIn<'journey'>(c)
  if (!id) return missing(c)
  const form = await formIn(c, Plan)
  if (!form) return seeOther(c, ['trajecten', id, 'plannen'], 'onvolledig-formulier')
  const planning = await planIntake(parts.verb, id, form.plek, staff)
  if (planning.kind === 'planned') {
    parts.nudge()
    return seeOther(c, ['trajecten', id], planning.reach === 'phone' ? 'afspraak-gepland' : 'afspraak-gepland-bel')
  }
  return seeOther(
    c,
    planning.why === 'slot_taken' ? ['trajecten', id, 'plannen'] : ['trajecten', id],
    refusalOutcome(planning.why),
  )
}
