/**
 * Boxes that somebody drew with letters ('O Nederlands X Engels', '_ laag _x_ hoog', 'o ja' above 'x nee') as the characters that forms have for
 * them. Only where empty and ticked ones stand together: a lone 'o' is a bullet, and a lone 'x' may be anything.
 */
export const withTypedBoxes = (lines: readonly string[]): string[] => withBoxesBelow(lines).map(withBoxesBeside)

const drawn = String.raw`[oO0xX](?!\S)|_{1,6}(?:[xX]_{0,6})?(?=\s|\p{L}|$)`
const boxes = new RegExp(String.raw`(?<![^\s:?])(?<!\d\s?)(?:${drawn})`, 'gu')
const boxAtStart = new RegExp(String.raw`^(?<before>(?:[^:]{2,60}:)?\s*)(?<box>${drawn})(?=\s*\p{L})`, 'u')

const isTicked = (box: string): boolean => /x/i.test(box)
const asCharacter = (box: string): string => (isTicked(box) ? '☒' : '☐')
const isChoice = (some: readonly string[]): boolean => some.some(isTicked) && !some.every(isTicked)

/** In characters. What goes on longer is a sentence. */
const longestChoices = 200

const withBoxesBeside = (line: string): string =>
  line.length > longestChoices ? line : line.replaceAll(/[^\t|]+/g, withBoxesInCell)

const withBoxesInCell = (cell: string): string => {
  const choices = cell.split(boxes)
  const areBoxes =
    isChoice(cell.match(boxes) ?? []) &&
    choices.slice(1, -1).every((words) => /\p{L}/u.test(words)) &&
    (couldBeLabel.test(choices[0] ?? '') || choices.at(-1)?.trim() === '')
  return areBoxes ? cell.replace(boxes, asCharacter) : cell
}

/** Nothing, a label, or few words: 'Tolk nodig O ja X nee'. */
const couldBeLabel = /^[^.,;:]{0,40}$|[:?]\s*$/

/** Lines that each begin with a box, at most an empty one between them. */
const withBoxesBelow = (lines: readonly string[]): readonly string[] => {
  const boxed = lines.map((line) => (line.length > longestChoices ? null : boxAtStart.exec(line)?.groups))
  let list = 0
  const lists = boxed.map((found, index) => {
    const goesOn = found && (boxed[index - 1] ?? (lines[index - 1]?.trim() === '' && boxed[index - 2]))
    if (found && !goesOn) list += 1
    return list
  })
  const boxesOfList = Map.groupBy(
    boxed.flatMap((found, index) => (found ? [{ box: found['box'] ?? '', list: lists[index] }] : [])),
    (one) => one.list,
  )
  const choices = new Set([...boxesOfList].flatMap(([at, some]) => (isChoice(some.map(({ box }) => box)) ? [at] : [])))
  return lines.map((line, index) => {
    const found = boxed[index]
    return found && choices.has(lists[index])
      ? line.replace(boxAtStart, `$<before>${asCharacter(found['box'] ?? '')}`)
      : line
  })
}
