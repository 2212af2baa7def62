import { chosenOf, hasBoxes } from '../attachments/chosen-of.ts'

/**
 * Choices with a box each, on lines of their own ('☐ Ja' and '☒ Nee'), as one line; and choices without any box ('Ja' above 'Nee', drawn
 * boxes that the text does not have) as one that leaves both open. `isItem`: what is no choice of a question but one itself.
 */
export const withChoicesJoined = (lines: readonly string[], isItem: (words: string) => boolean): string[] => {
  const joined: string[] = []
  for (const line of lines) {
    const at = joined.findLastIndex((before) => before.trim() !== '')
    const before = joined[at]
    const isNear = before !== undefined && joined.length - at <= 2
    const between = isNear && !line.trimEnd().includes('\t') ? betweenChoices(before, line, isItem) : undefined
    if (between === undefined) joined.push(line)
    else joined.splice(at, joined.length - at, `${before ?? ''}${between}${line.trim()}`)
  }
  return joined
}

const betweenChoices = (before: string, line: string, isItem: (words: string) => boolean): string | undefined => {
  if (isBareChoice(line) && isBareChoice(before.split('/').at(-1) ?? '')) return ' / '
  if (line.length > longestChoice || !areBoxed(before, line)) return undefined
  const isList = isItem(wordsOf(line)) || (startsWithBox(before) && isItem(wordsOf(before)))
  return isList ? undefined : ' '
}

/** Both with their boxes on the same side. */
const areBoxed = (before: string, line: string): boolean => {
  if (!hasBoxes(`${before} ${line}`) || !anyBox.test(line) || !anyBox.test(before)) return false
  return (startsWithBox(line) && boxFirst.test(before)) || (endsWithBox(line) && endsWithBox(before))
}

/** Cells of one question as one cell: 'Tolk nodig | ☐ Ja | ☒ Nee', 'Tolk nodig | ☐ | Ja | ☒ | Nee', 'Tolk nodig | Ja | Nee'. */
export const withBoxesJoined = (cells: readonly string[]): readonly string[] => {
  const joined: string[] = []
  for (const [index, cell] of cells.entries()) {
    const before = joined.at(-1)
    const between = before === undefined || joined.length < 2 ? undefined : betweenCells(before, cell, cells[index - 1])
    if (between === undefined) joined.push(cell)
    else joined[joined.length - 1] = `${before ?? ''}${between}${cell}`
  }
  return joined
}

const betweenCells = (joined: string, cell: string, before = ''): string | undefined => {
  if (isBareChoice(cell) && isBareChoice(before)) return hasBoxes(joined) ? ' ' : ' / '
  return belongsToBox(before, cell) || (hasBoxes(joined) && hasBoxes(cell)) ? ' ' : undefined
}

/** A box alone in its cell, and the words of its choice in the next or the one before. */
const belongsToBox = (before: string, cell: string): boolean =>
  isOnlyBox(before) ? isShort(cell) : isOnlyBox(cell) && isBareChoice(before)

/** In characters. What goes on longer is a sentence with a bullet. */
const longestChoice = 60
const isShort = (cell: string): boolean => cell.length <= longestChoice

const box = String.raw`(?:[☐☒☑✓✔✗✘⬜❏❐❑❒■□●○◉⦿⚫⚪]|[[(]\s{0,3}[xXvV]?\s{0,3}[\])])`
const anyBox = new RegExp(box, 'u')
/** Whether a line, or what stands behind its label or in the cell behind it, begins with a box. */
const boxFirst = new RegExp(String.raw`(?:^|[:\t])\s*${box}`, 'u')
export const startsWithBox = (text: string): boolean => boxFirst.test(text.trimStart().slice(0, 5))
const endsWithBox = (text: string): boolean => /(?:[☐☒☑✓✔✗✘⬜❏❐❑❒■□●○]|[[(]\s{0,3}[xXvV]?\s{0,3}[\])])\s*$/u.test(text)
const isOnlyBox = (cell: string): boolean =>
  cell !== '' && chosenOf(cell) !== cell && /^\P{L}*[xXvV]?\P{L}*$/u.test(cell)

const wordsOf = (line: string): string => line.replace(/^(?:[^\p{L}]|[[(]\s?[xXvV]\s?[\])])+/u, '')

const isBareChoice = (text: string): boolean =>
  /^(?:ja|nee|onbekend|n\.?v\.?t\.?|laag|gemiddeld|midden|normaal|verhoogd|hoog|problematisch)$/i.test(text.trim())

/**
 * Boxes that stand on lines of their own, as some programs give them, each with the words of its choice: '☐', 'Ja', '☒', 'Nee' below one
 * another. Whether a box belongs to the words above or below it only the ends of the list tell; where they do not, the words stay without
 * a box, so that nothing is chosen.
 */
export const withLoneBoxesJoined = (
  lines: readonly string[],
  isLabel: (words: string) => boolean,
): readonly string[] => {
  if (!lines.some(isLoneBox)) return lines
  const joined: string[] = []
  for (let at = 0; at < lines.length;) {
    const { choices, end } = choicesFrom(lines, at, isLabel)
    joined.push(...(choices ?? lines.slice(at, end)))
    at = end
  }
  return joined
}

interface Pair {
  readonly one: string
  readonly other: string
  readonly end: number
}

/** The choices from a line on, as far as they are some; else that line. */
const choicesFrom = (
  lines: readonly string[],
  start: number,
  isLabel: (words: string) => boolean,
): { readonly choices?: readonly string[]; readonly end: number } => {
  const isBoxFirst = isLoneBox(lines[start] ?? '')
  const pairs = pairsFrom(lines, start, ({ one, other }) => {
    const [box, words] = isBoxFirst ? [one, other] : [other, one]
    return isLoneBox(box) && isWords(words) && !isLabel(words) && (isBoxFirst || isBareChoice(words))
  })
  const end = pairs.at(-1)?.end
  if (
    end === undefined ||
    (pairs.length === 1 && !pairs.some(({ one, other }) => isBareChoice(isBoxFirst ? other : one)))
  )
    return { end: start + 1 }
  const next = skipBlank(lines, end)
  if (isBoxFirst && isLoneBox(lines[next] ?? ''))
    return { choices: [pairs.map(({ other }) => other.trim()).join(' / ')], end: next + 1 }
  return { choices: pairs.map(({ one, other }) => `${one.trim()} ${other.trim()}`), end }
}

const isLoneBox = (line: string): boolean => line.length < 10 && isOnlyBox(line.trim())
const isWords = (line: string): boolean =>
  line.trim() !== '' && isShort(line) && !isLoneBox(line) && !/[:\t]/.test(line)

const pairsFrom = (lines: readonly string[], start: number, isPair: (pair: Pair) => boolean): Pair[] => {
  const pairs: Pair[] = []
  for (let pair = pairAt(lines, start); pair && isPair(pair); pair = pairAt(lines, pair.end)) pairs.push(pair)
  return pairs
}

/** Two lines with something in them, at most one empty one before each. */
const pairAt = (lines: readonly string[], from: number): Pair | undefined => {
  const at = skipBlank(lines, from)
  const next = skipBlank(lines, at + 1)
  const [one, other] = [lines[at], lines[next]]
  return one === undefined || other === undefined ? undefined : { one, other, end: next + 1 }
}

const skipBlank = (lines: readonly string[], from: number): number => (lines[from]?.trim() === '' ? from + 1 : from)
