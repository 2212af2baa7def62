import type { Context, Hono } from 'hono'
import type { Show } from '../layout.ts'
import { seeOther } from '../layout.ts'
import { journeyPage } from '../pages/journey/journey.ts'
import { mayPlan } from '../pages/journey/appointments.ts'
import { planPage } from '../pages/journey/plan.ts'
import type { ConsoleParts } from '../parts.ts'
import { renderSafely } from '../render-safely.ts'
import { contextOf, idIn } from '../request.ts'
import { intakeOptions } from '#src/services/plan-intake.ts'

export function journeyRoutes(app: Hono, parts: ConsoleParts, show: Show): void {
  const { overview, verb } = parts
  const { installation, contracts } = verb.knowledge
  const detailsIn = async (c: Context) => {
    const id = idIn<'journey'>(c)
    return id && overview.journey(id)
  }

  app.get('/trajecten/:id', async (c) => {
    const details = await detailsIn(c)
    if (!details) return c.notFound()
    const body = journeyPage({
      ...contextOf(parts),
      details,
      rules: contracts.rules(details.journey.contractHash),
      installation,
      renderMail: renderSafely(parts),
      simulator: parts.simulator,
    })
    const title = `Traject ${details.reference}`
    return show(c, { title, heading: details.participant.name.full, section: 'deelnemers', body })
  })

  app.get('/trajecten/:id/plannen', async (c) => {
    const details = await detailsIn(c)
    if (!details) return c.notFound()
    if (!mayPlan(details.journey)) return seeOther(c, ['trajecten', details.journey.id], 'al-gedaan')
    const options = await intakeOptions(verb, details.journey)
    const body = planPage({ ...contextOf(parts), details, options, installation })
    return show(c, { title: 'Plan een afspraak', section: 'deelnemers', body })
  })
}
