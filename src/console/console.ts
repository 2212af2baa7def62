import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { assetRoutes } from './assets.ts'
import { onlyOwnForms, onlyOwnHost, safeHeaders } from './guard.ts'
import { html } from './html.ts'
import { createShow } from './layout.ts'
import type { ConsoleParts } from './parts.ts'
import { journeyDeedRoutes } from './routes/journey-deeds.ts'
import { journeyRoutes } from './routes/journeys.ts'
import { outgoingRoutes } from './routes/outgoing.ts'
import { participantRoutes } from './routes/participants.ts'
import { phoneRoutes } from './routes/phone.ts'
import { referralRoutes } from './routes/referrals.ts'
import { todayRoutes } from './routes/today.ts'

export type { ConsoleParts, Health, ReadableMail, RenderedMail } from './parts.ts'

const largestForm = 64 * 1024

/**
 * The staff console. To be served on 127.0.0.1 only: there are no accounts yet, so whoever can open it may do everything. It checks that
 * it is asked for by its own name and that forms are its own, and puts no personal data in addresses.
 */
export function createConsole(parts: ConsoleParts): Hono {
  const app = new Hono()
  const show = createShow(parts)
  app.use(safeHeaders, onlyOwnHost(parts.port), onlyOwnForms, bodyLimit({ maxSize: largestForm }))
  app.route('/', assetRoutes())
  todayRoutes(app, parts, show)
  referralRoutes(app, parts, show)
  participantRoutes(app, parts, show)
  journeyRoutes(app, parts, show)
  journeyDeedRoutes(app, parts)
  outgoingRoutes(app, parts, show)
  if (parts.simulator) phoneRoutes(app, parts, show)
  app.notFound((c) =>
    show(
      c,
      { title: 'Niet gevonden', body: html`<p>Deze pagina bestaat niet (meer). <a href="/">Naar Vandaag</a></p>` },
      404,
    ),
  )
  app.onError((error, c) => {
    parts.onError(error)
    const body = html`<p>
        Er ging iets mis. Er is niets half opgeslagen. Probeer het nog eens; blijft het misgaan, kijk dan in de
        terminal.
      </p>
      <p><a href="/">Naar Vandaag</a></p>`
    return show(c, { title: 'Er ging iets mis', body }, 500)
  })
  return app
}
