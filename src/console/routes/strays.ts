import type { Hono } from 'hono'
import { settleStray } from '#src/services/settle-stray.ts'
import { seeOther, type Shell } from '../shell.ts'
import type { ConsoleParts } from '../parts.ts'
import { idIn } from '../request.ts'

/** A message that belongs to no journey: somebody is done with it. */
export function strayRoutes(app: Hono, parts: ConsoleParts, { missing }: Shell): void {
  app.post('/onbekend/:id', async (c) => {
    const id = idIn<'inbound'>(c)
    if (!id) return missing(c)
    const done = await settleStray(parts.verb, id, 'console')
    return seeOther(c, [], done ? 'bericht-afgehandeld' : 'niet-meer-nodig')
  })
}
