import type { Hono } from 'hono'
import { intakePlan } from '#src/services/plan-intake.ts'
import { seeOther, type Shell } from '../shell.ts'
import { journeyPage } from '../pages/journey/journey.ts'
import { mayPlan, whyNotPlan } from '../pages/journey/may-plan.ts'
import { planPage } from '../pages/journey/plan.ts'
import type { ConsoleParts } from '../parts.ts'
import { renderSafely } from '../render-safely.ts'
import { contextOf, idIn } from '../request.ts'

export function journeyRoutes(app: Hono, parts: ConsoleParts, { show, missing }: Shell): void {
  const { overview, verb } = parts
  const { installation, contracts } = verb.knowledge
  const section = 'deelnemers'
  const renderMail = renderSafely(parts)
  app.get('/trajecten/:id', async (c) => {
    const id = idIn<'journey'>(c)
    if (!id) return missing(c)
    const mark = await overview.mark(id) // before the page: what changes meanwhile is news
    const details = await overview.journey(id)
    if (!details) return missing(c)
    const rules = contracts.rules(details.journey.contractHash)
    const facts = { ...contextOf(parts), details, rules, installation, renderMail, simulator: parts.simulator }
    const title = `Traject ${details.reference}`
    const heading = details.participant.name.full
    return show(c, { title, heading, section, watch: { mark, journeyId: id }, body: journeyPage(facts) })
  })

  app.get('/trajecten/:id/plannen', async (c) => {
    const id = idIn<'journey'>(c)
    const details = id && (await overview.journey(id))
    if (!details) return missing(c)
    const { journey } = details
    if (!mayPlan(journey)) return seeOther(c, ['trajecten', journey.id], whyNotPlan(journey, verb.clock.now()))
    const plan = await intakePlan(verb, details.journey)
    const body = planPage({ ...contextOf(parts), details, plan, installation })
    return show(c, { title: 'Plan een afspraak', section, body })
  })
}
