import { consulentWords, othersWords, participantWords, peopleAround } from '../extraction/role-words.ts'
import type { PageRow } from './page-rows.ts'
import type { PageText } from './page-text.ts'

/** Only the words: what reads the labels of forms loads much, and each thread that reads a document would. */
const roles = new Map<string, string>(
  [participantWords, consulentWords, [...othersWords, ...peopleAround]].flatMap((words, index) =>
    words.map((word): [string, string] => [fold(word), String(index)]),
  ),
)

function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
}

/** 'Klant', 'Gegevens klant', 'Gegevens van de consulent:' */
const sectionOf = ({ text }: PageText): string | undefined =>
  roles.get(fold(text.replace(/^(?:contact|persoons)?gegevens (?:van )?(?:de |het )?/i, '')))

/** 'Klant | Klantmanager': whom each column below it is about. */
const isOfPeople = ({ cells }: PageRow): boolean =>
  cells.length === 2 && new Set(cells.map(sectionOf)).size === 2 && cells.every((cell) => sectionOf(cell) !== undefined)

/** In points. */
const aligned = 4
const mostLinesBetween = 4

const columnOf = ({ left }: PageText, heads: readonly PageText[]): number =>
  heads.findIndex((head) => Math.abs(head.left - left) <= aligned)

/** 'Naam: Jan Smit' below one of the heads. A row with anything else ends the columns. */
const isOfColumns = ({ cells }: PageRow, heads: readonly PageText[]): boolean =>
  cells.every((cell) => columnOf(cell, heads) !== -1 && /^[^:]{2,40}:/.test(cell.text))

/**
 * Two columns that are about two people, one below the other: read row by row, nobody could tell whose number it is. `baseline`s are
 * changed only so far that the order stays.
 */
export const withPeopleApart = (rows: readonly PageRow[]): readonly PageRow[] => {
  const at = rows.findIndex(isOfPeople)
  const heads = rows[at]?.cells ?? []
  if (at === -1) return rows
  const below = rows.slice(at + 1)
  const end = below.findIndex((row, index) => {
    const before = below[index - 1] ?? rows[at]
    return !isOfColumns(row, heads) || row.baseline - (before?.baseline ?? 0) > mostLinesBetween * row.height
  })
  const block = end === -1 ? below : below.slice(0, end)
  const top = rows[at]
  if (block.length === 0 || top === undefined) return rows
  const cells = heads.flatMap((head, column) => [
    head,
    ...block.flatMap((row) => row.cells.filter((cell) => columnOf(cell, heads) === column)),
  ])
  const last = block.at(-1)?.baseline ?? top.baseline
  const step = (last - top.baseline) / cells.length
  const apart = cells.map((cell, index) => ({
    baseline: top.baseline + index * step,
    height: top.height,
    cells: [cell],
  }))
  return [...rows.slice(0, at), ...apart, ...withPeopleApart(below.slice(block.length))]
}
