import { childOf, elementsOf, xmlTree } from './xml.ts'

/** How a number in a cell of a style is shown, by the number of the style. */
export type NumberFormats = readonly NumberFormat[]

export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date'; readonly withTime: boolean }
  | { readonly kind: 'time' }
  /** Digits in places: '0000000000' keeps the first zero of a phone number. */
  | { readonly kind: 'places'; readonly mask: string }

export const numberFormatsOf = (xml: Buffer | undefined): NumberFormats => {
  const styles = xml === undefined ? undefined : childOf(xmlTree(xml), 'styleSheet')
  const custom = new Map(
    childrenOf(styles, 'numFmts').map(({ attributes }) => [
      Number(attributes.get('numFmtId')),
      numberFormatOf(attributes.get('formatCode') ?? ''),
    ]),
  )
  return childrenOf(styles, 'cellXfs').map(({ attributes }) => {
    const id = Number(attributes.get('numFmtId') ?? 0)
    return custom.get(id) ?? builtIn(id)
  })
}

const childrenOf = (styles: Parameters<typeof childOf>[0], name: string) => {
  const found = childOf(styles, name)
  return found === undefined ? [] : elementsOf(found)
}

export const plain: NumberFormat = { kind: 'plain' }

/** ECMA-376, part 1, section 18.8.30: 14 to 17 are dates, 18 to 21 and 45 to 47 times, 22 both; 27 to 36 and 50 to 58 dates elsewhere. */
const builtIn = (id: number): NumberFormat => {
  if (id === 22) return { kind: 'date', withTime: true }
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return { kind: 'date', withTime: false }
  return (id >= 18 && id <= 21) || (id >= 45 && id <= 47) ? { kind: 'time' } : plain
}

/** Of the first section of a format: the others are for negative numbers, zero and text. */
const numberFormatOf = (code: string): NumberFormat => {
  const section = code.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').split(';')[0] ?? ''
  const letters = section.replace(/"[^"]*"|\\.|_./g, '')
  if (/general|standaard/i.test(letters)) return plain
  if (/[dyj]/i.test(letters)) return { kind: 'date', withTime: /[hu]/i.test(letters) }
  if (/[hus]/i.test(letters)) return { kind: 'time' }
  if (/m/i.test(letters)) return { kind: 'date', withTime: false }
  const mask = section.replace(/"([^"]*)"|\\(.)|_./g, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? '')
  return /^[-0 ()+/]*$/.test(mask) && (mask.match(/0/g)?.length ?? 0) > 4 ? { kind: 'places', mask } : plain
}
