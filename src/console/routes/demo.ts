import type { Hono } from 'hono'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { seeOther } from '../shell.ts'
import type { ConsoleParts } from '../parts.ts'
import { formIn } from '../request.ts'

/** Where the form stood, to go back there: one of our own pages. */
const Wind = z.object({ naar: z.iso.datetime(), terug: z.string().regex(/^(\/[a-z0-9-]+)*\/?$/) })

/** Winds the demo's clock on to the next moment; only the moment that was shown, so that a second press does nothing more. */
export function demoRoutes(app: Hono, { demo }: ConsoleParts): void {
  if (!demo) return
  app.post('/demo-klok', async (c) => {
    const form = await formIn(c, Wind)
    const next = await demo.next()
    if (!form) return seeOther(c, [], 'onvolledig-formulier')
    const wanted = Temporal.Instant.from(form.naar)
    if (next?.equals(wanted)) await demo.windTo(wanted)
    return c.redirect(form.terug, 303)
  })
}
