import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { largestPhoto } from '#src/domain/values/photo-type.ts'
import { assetRoutes } from './assets.ts'
import { onlyOwnForms, onlyOwnHost, safeHeaders } from './guard.ts'
import { html } from './html.ts'
import { createShell } from './shell.ts'
import { refuse } from './refused.ts'
import type { ConsoleParts, Health } from './parts.ts'
import { demoRoutes } from './routes/demo.ts'
import { journeyDeedRoutes } from './routes/journey-deeds.ts'
import { journeyRoutes } from './routes/journeys.ts'
import { newsRoutes } from './routes/news.ts'
import { outgoingRoutes } from './routes/outgoing.ts'
import { participantRoutes } from './routes/participants.ts'
import { phoneRoutes } from './routes/phone.ts'
import { proofPhotoRoutes } from './routes/proof-photos.ts'
import { referralRoutes } from './routes/referrals.ts'
import { strayRoutes } from './routes/strays.ts'
import { textRoutes } from './routes/texts.ts'
import { todayRoutes } from './routes/today.ts'
import { uploadRoutes } from './routes/uploads.ts'

export type { ConsoleParts, DemoTime, Health, ReadableMail, RenderedMail } from './parts.ts'

const largestForm = 64 * 1024

/** A mail may be large, and so may a photo; each comes with what stands around it in a form. */
function formLimit({ largestMail }: ConsoleParts): MiddlewareHandler {
  const onError = (c: Context) => refuse(c, 413)
  const forms = bodyLimit({ maxSize: largestForm, onError })
  const mails = bodyLimit({ maxSize: largestMail + largestForm, onError })
  const photos = bodyLimit({ maxSize: largestPhoto + largestForm, onError })
  return (c, next) => {
    if (c.req.path.startsWith('/telefoon/')) return photos(c, next)
    return c.req.path.endsWith('/toevoegen') ? mails(c, next) : forms(c, next)
  }
}

/**
 * The staff console. To be served on 127.0.0.1 only: there are no accounts yet, so whoever can open it may do everything. It checks that
 * it is asked for by its own name and that forms are its own, and puts no personal data in addresses.
 */
export function createConsole(parts: ConsoleParts): Hono {
  const app = new Hono()
  const shell = createShell(parts)
  app.use(safeHeaders, onlyOwnHost(parts), onlyOwnForms, formLimit(parts))
  app.route('/', assetRoutes())
  demoRoutes(app, parts)
  todayRoutes(app, parts, shell)
  uploadRoutes(app, parts, shell)
  referralRoutes(app, parts, shell)
  participantRoutes(app, parts, shell)
  journeyRoutes(app, parts, shell)
  journeyDeedRoutes(app, parts, shell)
  proofPhotoRoutes(app, parts, shell)
  outgoingRoutes(app, parts, shell)
  strayRoutes(app, parts, shell)
  textRoutes(app, parts, shell)
  if (parts.simulator) phoneRoutes(app, parts, shell)
  newsRoutes(app, parts, shell)
  app.all('*', shell.missing)
  app.onError(async (error, c) => {
    parts.onError(error)
    const body = html`<p>
        Er ging iets mis. Er is niets half opgeslagen. Probeer het nog eens; blijft het misgaan, kijk dan in de
        terminal.
      </p>
      ${(await notWell(parts)).map(({ words }) => html`<p>Nu werkt niet alles: ${words}</p>`)}
      <p><a href="/">Naar Vandaag</a></p>`
    return shell.show(c, { title: 'Er ging iets mis', body }, 500)
  })
  return app
}

/** The parts that do not work at this moment, so that whoever meets an error reads which one it may be. */
async function notWell({ health }: ConsoleParts): Promise<readonly Health[]> {
  try {
    return (await health()).filter(({ ok }) => !ok)
  } catch {
    return []
  }
}
