import type { Context, Hono } from 'hono'
import type { Id } from '#src/domain/values/id.ts'
import { href, html } from '../html.ts'
import type { Shell } from '../shell.ts'
import type { ConsoleParts } from '../parts.ts'
import { idIn } from '../request.ts'

/** An open page asks whether what it shows still stands; only a link appears, so that no button moves from under a finger. */
export function newsRoutes(app: Hono, { overview }: ConsoleParts, { missing }: Shell): void {
  const answer = async (c: Context, page: readonly string[], journeyId?: Id<'journey'>): Promise<Response> => {
    const isNew = String(await overview.mark(journeyId)) !== c.req.query('sinds')
    return isNew ? c.html(html`<a href="${href(page)}">Er is iets nieuws. Toon het</a>`) : c.body(null, 204)
  }
  app.get('/nieuws', (c) => answer(c, []))
  app.get('/trajecten/:id/nieuws', (c) => {
    const id = idIn<'journey'>(c)
    return id ? answer(c, ['trajecten', id], id) : missing(c)
  })
}
