import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { findByReference, findJourneys, type ByReference } from '#src/services/find-journeys.ts'
import type { JourneyCard, Page } from '#src/services/ports/overview.ts'
import type { Shell } from '../shell.ts'
import type { PageNumber } from '../pages/bits.ts'
import { participantsPage } from '../pages/participants.ts'
import type { ConsoleParts } from '../parts.ts'
import { contextOf, contractTitle, formIn, pageIn } from '../request.ts'

/** More than this is not a search but a list: the page says how many there are. */
const mostFound = 50
const Search = z.object({ zoek: z.string().trim().min(1).max(200) })

interface Shown {
  readonly found: Page<JourneyCard>
  /** What else has the reference that was searched for. */
  readonly other?: ByReference
  readonly at: PageNumber
  readonly typed?: string
}

export function participantRoutes(app: Hono, parts: ConsoleParts, { show }: Shell): void {
  const page = (c: Context, { found, other = {}, at, typed }: Shown): Promise<Response> => {
    const body = participantsPage({ ...contextOf(parts), found, other, at, typed, contractTitle: contractTitle(parts) })
    return show(c, { title: 'Deelnemers', section: 'deelnemers', body })
  }

  app.get('/deelnemers', async (c) => {
    const at = pageIn(c)
    return page(c, { found: await parts.overview.journeys({ kind: 'all' }, at), at })
  })

  // A search is posted: a name in an address stays in histories and logs.
  app.post('/deelnemers', async (c) => {
    const at = { page: 1, size: mostFound }
    const form = await formIn(c, Search)
    if (!form) return page(c, { found: await parts.overview.journeys({ kind: 'all' }, pageIn(c)), at: pageIn(c) })
    const found = await findJourneys(parts.overview, form.zoek, at)
    const other = found.total === 0 ? await findByReference(parts.overview, form.zoek) : {}
    return page(c, { found, other, at, typed: form.zoek })
  })
}
