import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { Decision } from '#src/domain/journey/decision.ts'
import type { Id } from '#src/domain/values/id.ts'
import { recordSpoken } from '#src/services/record-spoken.ts'
import { commandAsSeen } from '#src/services/command-journey.ts'
import { moveIntake, planIntake, type Planning } from '#src/services/plan-intake.ts'
import {
  About,
  AttendanceId,
  CloseTask,
  contact,
  judgement,
  Judgement,
  mark,
  Mark,
  proof,
  status,
  Status,
  take,
  Take,
  task,
  writer,
  type Deed,
} from '../deeds.ts'
import { doneWords, Said, said } from '../spoken.ts'
import { overtakenPage } from '../pages/overtaken.ts'
import { seeOther, type Shell } from '../shell.ts'
import type { ConsoleParts } from '../parts.ts'
import { contextOf, formIn, idIn, staff } from '../request.ts'
import { refusalOutcome, type Outcome } from '../words/outcome.ts'

const Plan = z.object({ plek: z.string().min(1).max(200), vervangt: AttendanceId.optional() })

/** Asked twice is no mistake, but it is not said to have been done again. */
function outcomeOf(decision: Decision, done: Outcome): Outcome {
  if (decision.kind === 'refused') return refusalOutcome(decision.why)
  return decision.events.length === 0 ? 'stond-al-zo' : done
}

const backTo = ({ back }: Pick<Deed, 'back'>, id: Id<'journey'>): readonly string[] =>
  back === 'vandaag' ? [] : ['trajecten', id]

const always = (): boolean => true

/** What staff do to a journey: each a form, one command, and back to the page they came from. */
export function journeyDeedRoutes(app: Hono, parts: ConsoleParts, shell: Shell): void {
  /** Somebody was first: who, what and when, and a button for who wants it otherwise all the same. */
  const overtaken = async (
    c: Context,
    id: Id<'journey'>,
    path: string,
    done: Pick<Deed, 'back' | 'seen'>,
  ): Promise<Response> => {
    const details = await parts.overview.journey(id)
    const what = details && done.seen?.overtaken(details)
    if (!what) return seeOther(c, backTo(done, id), 'niet-meer-nodig')
    const body = overtakenPage({
      ...contextOf(parts),
      details,
      overtaken: what,
      back: backTo(done, id),
      path: ['trajecten', id, path],
      fields: done.seen?.again?.(details.journey) ?? {},
    })
    return shell.show(c, { title: 'Iemand was u voor', section: 'deelnemers', body }, 409)
  }

  const deed = <Shape extends z.ZodType>(path: string, shape: Shape, read: (form: z.infer<Shape>) => Deed): void => {
    app.post(`/trajecten/:id/${path}`, async (c) => {
      const id = idIn<'journey'>(c)
      if (!id) return shell.missing(c)
      const form = await formIn(c, shape)
      if (form === undefined) return seeOther(c, ['trajecten', id], 'onvolledig-formulier')
      const wanted = read(form)
      const decision = await commandAsSeen(parts.verb, id, wanted.command, staff, wanted.seen?.stillSo ?? always)
      if (decision.kind === 'overtaken') return overtaken(c, id, path, wanted)
      if (decision.kind === 'accepted') parts.nudge()
      return seeOther(c, backTo(wanted, id), outcomeOf(decision, wanted.done))
    })
  }
  deed('aanwezigheid', Mark, mark)
  deed('bewijs', About, proof)
  deed('oordeel', Judgement, judgement)
  deed('contact', About, contact)
  deed('stand', Status, status)
  deed('taken', CloseTask, task)
  deed('schrijver', CloseTask, writer)
  deed('gesprek', Take, take)
  app.post('/trajecten/:id/gesproken', async (c) => {
    const id = idIn<'journey'>(c)
    if (!id) return shell.missing(c)
    const form = await formIn(c, Said)
    if (!form) return seeOther(c, ['trajecten', id], 'onvolledig-formulier')
    const { call, seen } = said(form)
    const back = form.terug
    const recording = await recordSpoken(parts.verb, id, call, staff)
    if (recording.kind === 'overtaken') return overtaken(c, id, 'gesproken', { back, seen })
    if (recording.kind === 'refused') return seeOther(c, backTo({ back }, id), refusalOutcome(recording.why))
    if (recording.changed) parts.nudge()
    // Another time is chosen while the participant is still on the telephone.
    const next = form.uitkomst === 'ander-moment' ? ['trajecten', id, 'plannen'] : backTo({ back }, id)
    return seeOther(c, next, recording.changed ? doneWords(form.uitkomst, recording.proof) : 'stond-al-zo')
  })
  app.post('/trajecten/:id/afspraak', (c) => plan(c, parts, shell))
}

const plannedWords = (planning: Exclude<Planning, { kind: 'refused' }>): Outcome => {
  if (planning.kind === 'stood') return 'stond-al-zo'
  if (planning.kind === 'moved') return 'afspraak-verzet'
  return planning.reach === 'phone' ? 'afspraak-gepland' : 'afspraak-gepland-bel'
}

async function plan(c: Context, parts: ConsoleParts, { missing }: Shell): Promise<Response> {
  const id = idIn<'journey'>(c)
  if (!id) return missing(c)
  const form = await formIn(c, Plan)
  if (!form) return seeOther(c, ['trajecten', id, 'plannen'], 'onvolledig-formulier')
  const { plek, vervangt } = form
  const planning = vervangt
    ? await moveIntake(parts.verb, id, { slot: plek, replaces: vervangt }, staff)
    : await planIntake(parts.verb, id, plek, staff)
  if (planning.kind !== 'refused') {
    parts.nudge()
    return seeOther(c, ['trajecten', id], plannedWords(planning))
  }
  return seeOther(
    c,
    planning.why === 'slot_taken' ? ['trajecten', id, 'plannen'] : ['trajecten', id],
    refusalOutcome(planning.why),
  )
}
