import { CompiledQuery, type Kysely } from 'kysely'
import type { Database } from './tables/database.ts'

const texts = new WeakMap<TemplateStringsArray, string>()

function textOf(parts: TemplateStringsArray): string {
  const known = texts.get(parts)
  if (known !== undefined) return known
  const text = parts.reduce((so, part, index) => `${so}$${String(index)}${part}`)
  texts.set(parts, text)
  return text
}

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
