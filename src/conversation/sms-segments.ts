/**
 * How many SMS parts a text costs: 160 characters in one GSM-7 part, 153 each in more; with one character outside GSM-7 (also 'ë' and
 * 'ï') the whole text is UCS-2: 70, or 67 each.
 */
export function smsSegments(text: string): { readonly encoding: 'gsm7' | 'ucs2'; readonly segments: number } {
  const characters = [...text]
  const gsm7 = characters.every(isGsm7)
  if (!gsm7) return { encoding: 'ucs2', segments: parts(text.length, 70, 67) }
  const length = characters.length + characters.filter((character) => extended.has(character)).length
  return { encoding: 'gsm7', segments: parts(length, 160, 153) }
}

/** Whether a character is in the alphabet of a cheap SMS. */
export const isGsm7 = (character: string): boolean => basic.has(character) || extended.has(character)

function parts(length: number, single: number, each: number): number {
  return length <= single ? 1 : Math.ceil(length / each)
}

/** 3GPP TS 23.038, the default alphabet. */
const basic: ReadonlySet<string> = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)

/** Its extension: each of these takes two places. */
const extended: ReadonlySet<string> = new Set('^{}\\[~]|€')

/** Letters that are no letter with a mark, and what typing in a hurry gives; names of people and streets have them too. */
const plainer: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ı: 'i',
  œ: 'oe',
  Œ: 'OE',
  đ: 'd',
  Đ: 'D',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '\u00A0': ' ',
}

const plain = (character: string): string =>
  isGsm7(character) ? character : (plainer[character] ?? character.normalize('NFKD').replaceAll(/\p{M}/gu, ''))

/**
 * A text as an SMS has it. One 'ş' would make it cost twice as much; Turks, Poles, Spaniards and French have read each other's SMS without
 * these marks for as long as there are any. A text that is not in Latin letters stays as it is: there nothing is won.
 */
export function asSms(text: string): string {
  const written = [...text.normalize('NFC')].map(plain).join('')
  return [...written].every(isGsm7) ? written : text
}
