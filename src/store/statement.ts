import { CompiledQuery, type Kysely } from 'kysely'
import { goesWithNext } from './prepared-statements.ts'
import type { Database } from './tables/database.ts'

const texts = new WeakMap<TemplateStringsArray, string>()

function textOf(parts: TemplateStringsArray): string {
  const known = texts.get(parts)
  if (known !== undefined) return known
  const text = numbered(parts, 0)
  texts.set(parts, text)
  return text
}

const numbered = (parts: TemplateStringsArray, after: number): string =>
  parts.reduce((so, part, index) => `${so}$${String(after + index)}${part}`)

/**
 * A statement of which only the values differ, for the few that every message and mail passes through: building a large one anew each
 * time costs more than running it. Every `${}` is a parameter, never a piece of SQL.
 */
export const statement =
  <Row>(parts: TemplateStringsArray, ...values: readonly unknown[]) =>
  async (db: Kysely<Database>): Promise<readonly Row[]> => {
    const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(textOf(parts), [...values]))
    return rows
  }

/** One of which nobody needs the answer, sent with what comes next in its transaction. */
export const statementBefore =
  (parts: TemplateStringsArray, ...values: readonly unknown[]) =>
  async (db: Kysely<Database>): Promise<void> => {
    await db.executeQuery(CompiledQuery.raw(`${textOf(parts)} ${goesWithNext}`, [...values]))
  }

/** A piece of a statement with its values; every `${}` in it is a parameter. */
export interface Fragment {
  readonly parts: TemplateStringsArray
  readonly values: readonly unknown[]
}

export const fragment = (parts: TemplateStringsArray, ...values: readonly unknown[]): Fragment => ({ parts, values })

/**
 * Named steps and a check of what they did, as one statement (`with a as (...), b as (...) select ...`) that is sent with what comes next
 * in its transaction, often the commit. It must fail of itself when it cannot be kept: its failure is that of what comes next.
 */
export const changeOf =
  (steps: readonly Fragment[], check: Fragment) =>
  async (db: Kysely<Database>): Promise<void> => {
    const values: unknown[] = []
    const textAfter = ({ parts, values: own }: Fragment): string => {
      const text = numbered(parts, values.length)
      values.push(...own)
      return text
    }
    const text = `with ${steps.map(textAfter).join(', ')} ${textAfter(check)} ${goesWithNext}`
    await db.executeQuery(CompiledQuery.raw(text, values))
  }
