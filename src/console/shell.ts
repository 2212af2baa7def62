import type { Context } from 'hono'
import { demoBarOf } from './demo-bar.ts'
import { href, html } from './html.ts'
import { documentOf, type Frame, type Page } from './layout.ts'
import { sectionsOf } from './menu.ts'
import type { ConsoleParts } from './parts.ts'
import { isOutcome, type Outcome } from './words/outcome.ts'

export interface Shell {
  show(c: Context, page: Page, status?: 200 | 404 | 409 | 422 | 500): Promise<Response>
  /** The page that says that there is no such page. */
  missing(c: Context): Promise<Response>
}

const missingPage: Page = {
  title: 'Niet gevonden',
  body: html`<p>Deze pagina bestaat niet (meer). <a href="/">Naar Vandaag</a></p>`,
}

/** Puts pages in their frame. */
export function createShell(parts: ConsoleParts): Shell {
  const show: Shell['show'] = async (c, page, status = 200) => {
    const code = c.req.query('melding')
    const frame: Frame = {
      provider: parts.verb.knowledge.installation.provider.name,
      stopped: status === 500 ? false : await parts.sendingSwitch.isStopped(), // then the database may be what is gone
      sections: sectionsOf(parts),
      outcome: isOutcome(code) ? code : undefined,
      network: parts.network ?? 'machine',
      ...(status === 500 ? {} : await demoBarOf(parts, c.req.method === 'GET' ? c.req.path : '/')),
    }
    return c.html(documentOf(page, frame), status)
  }
  return { show, missing: (c) => show(c, missingPage, 404) }
}

/** After a form: back to a page, which says what came of it. */
export const seeOther = (c: Context, segments: readonly string[], outcome: Outcome): Response =>
  c.redirect(href(segments, { melding: outcome }), 303)
