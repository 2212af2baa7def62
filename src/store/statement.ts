import { CompiledQuery, type Kysely } from 'kysely'
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

/** A piece of a statement with its values; every `${}` in it is a parameter. */
export interface Fragment {
  readonly parts: TemplateStringsArray
  readonly values: readonly unknown[]
}

export const fragment = (parts: TemplateStringsArray, ...values: readonly unknown[]): Fragment => ({ parts, values })

/** Named steps and what is asked of them at the end, as one statement (`with a as (...), b as (...) select ...`). */
export const statementOf =
  <Row>(steps: readonly Fragment[], last: Fragment) =>
  async (db: Kysely<Database>): Promise<readonly Row[]> => {
    const values: unknown[] = []
    const textAfter = ({ parts, values: own }: Fragment): string => {
      const text = numbered(parts, values.length)
      values.push(...own)
      return text
    }
    const text = `with ${steps.map(textAfter).join(', ')} ${textAfter(last)}`
    const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, values))
    return rows
  }
