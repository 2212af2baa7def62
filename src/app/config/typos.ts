import { variableNames, type VariableName } from './variables.ts'

/** Letters to insert, drop, replace or swap with their neighbour to get from one word to the other. */
function edits(from: string, to: string): number {
  const rows = [Array.from({ length: to.length + 1 }, (_, index) => index)]
  for (let line = 1; line <= from.length; line += 1) rows.push(nextRow(rows, from, to, line))
  return rows.at(-1)?.at(-1) ?? 0
}

function nextRow(rows: readonly (readonly number[])[], from: string, to: string, line: number): number[] {
  const row = [line]
  const above = rows[line - 1] ?? []
  for (let column = 1; column <= to.length; column += 1) {
    const same = from[line - 1] === to[column - 1]
    const swapped = from[line - 1] === to[column - 2] && from[line - 2] === to[column - 1]
    const least = Math.min(
      (above[column] ?? 0) + 1,
      (row[column - 1] ?? 0) + 1,
      (above[column - 1] ?? 0) + (same ? 0 : 1),
      swapped ? (rows[line - 2]?.[column - 2] ?? 0) + 1 : Infinity,
    )
    row.push(least)
  }
  return row
}

/** Short names (PORT) have too many neighbours of other programs. */
const shortestWatched = 7
const mostEdits = 2

const meant = (name: string): VariableName | undefined =>
  variableNames.find((known) => known.length >= shortestWatched && edits(name, known) <= mostEdits)

/** `sending=off` sets nothing either. */
const inCapitals = (name: string): VariableName | undefined =>
  variableNames.find((known) => known.length >= shortestWatched && known === name.toUpperCase())

export interface Typo {
  readonly written: string
  readonly meant: VariableName
}

/**
 * Names that are almost one of ours while ours is not set: started like that, a server with a mistyped DATABASE_URL would quietly keep
 * people's data somewhere else.
 */
export function findTypos(env: Readonly<Record<string, string | undefined>>): Typo[] {
  const known: ReadonlySet<string> = new Set(variableNames)
  return Object.keys(env).flatMap((written) => {
    if (known.has(written)) return []
    const name = /^[A-Z][A-Z0-9_]+$/.test(written) ? meant(written) : inCapitals(written)
    return name && !env[name] ? [{ written, meant: name }] : []
  })
}
