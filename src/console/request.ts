import type { Context } from 'hono'
import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { Actor } from '#src/domain/actor.ts'
import { asId, isId, type Id, type Identified } from '#src/domain/values/id.ts'
import type { PageNumber } from './pages/bits.ts'
import type { ConsoleParts, PageContext } from './parts.ts'

/** Who acts, as long as there are no accounts: whoever sits at this machine. */
export const staff: Actor = { kind: 'staff', id: 'console' }

/** The identifier in the address; undefined when it is none, which is a page that does not exist. */
export function idIn<Of extends Identified>(c: Context): Id<Of> | undefined {
  const text = c.req.param('id') ?? ''
  return isId(text) ? asId<Of>(text) : undefined
}

/** What was posted; nothing when it is no form at all. */
export const postedIn = (c: Context): Promise<Record<string, unknown>> => c.req.parseBody().catch(() => ({}))

/** What a form said, in the shape that is asked; undefined when it said something else. */
export async function formIn<Shape extends z.ZodType>(c: Context, shape: Shape): Promise<z.infer<Shape> | undefined> {
  return shape.safeParse(await postedIn(c)).data
}

const size = 25
const lastPage = 100_000

export function pageIn(c: Context): PageNumber {
  const typed = Number(c.req.query('pagina') ?? '1')
  return { page: Number.isInteger(typed) && typed >= 1 && typed <= lastPage ? typed : 1, size }
}

export const contextOf = ({ verb, zone }: ConsoleParts): PageContext => ({ now: verb.clock.now(), zone })

export const todayOf = ({ verb, zone }: ConsoleParts): Temporal.PlainDate =>
  verb.clock.now().toZonedDateTimeISO(zone).toPlainDate()

/** The title of a contract as its newest text has it; its id when the text is gone. */
export const contractTitle =
  ({ verb }: ConsoleParts) =>
  (id: string): string =>
    verb.knowledge.contracts.current(id)?.rules.contract.title ?? id
