import { headsClientNumbers, headsPhones } from '#src/domain/values/innocent-numbers.ts'

/**
 * Below a heading 'Cliëntnr' or 'Telefoon' a number is no BSN, though it passes the eleven test: there its digits are written as characters
 * that nothing takes for digits, until the BSNs are out. Of phones only what has lost its first zero.
 */
export const withColumnsSheltered = (written: string): string => {
  // Who sends such characters does not get digits for them.
  const text = written.replaceAll(/[\uE030-\uE039]/g, '')
  if (!/[\t;]/.test(text)) return text
  let kinds: readonly Kind[] = []
  return text
    .split('\n')
    .map((line) => {
      const mark = markOf(line)
      const cells = line.split(mark)
      if (cells.length < 2) return line
      if (cells.every((cell) => !/\d{3}/.test(cell))) kinds = cells.map(kindOf)
      return cells.map((cell, index) => (isSheltered(cell, kinds[index]) ? sheltered(cell) : cell)).join(mark)
    })
    .join('\n')
}

/** What stands between the cells of a row: a tab, or in a text that somebody typed or exported a semicolon. */
export const markOf = (line: string): string => (line.includes('\t') ? '\t' : ';')

type Kind = 'client' | 'phone' | undefined

const kindOf = (heading: string): Kind =>
  /bsn|burger|sofi/i.test(heading)
    ? undefined
    : headsClientNumbers(heading)
      ? 'client'
      : headsPhones(heading)
        ? 'phone'
        : undefined

const isSheltered = (cell: string, kind: Kind): boolean =>
  kind === 'client' ? /^\s*\d{8,9}\s*$/.test(cell) : kind === 'phone' && /^\s*6(?:[ -]?\d){8}\s*$/.test(cell)

/** Of the private use area of Unicode. */
const firstSheltered = 0xe0_30
const sheltered = (cell: string): string =>
  cell.replaceAll(/\d/g, (digit) => String.fromCharCode(firstSheltered + Number(digit)))

export const unsheltered = (text: string): string =>
  text.replaceAll(/[\uE030-\uE039]/g, (char) => String(char.charCodeAt(0) - firstSheltered))
