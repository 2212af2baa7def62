/**
 * How many SMS parts a text costs: 160 characters in one GSM-7 part, 153 each in more; with one character outside GSM-7 (also 'ë' and
 * 'ï') the whole text is UCS-2: 70, or 67 each.
 */
export function smsSegments(text: string): { readonly encoding: 'gsm7' | 'ucs2'; readonly segments: number } {
  const characters = [...text]
  const gsm7 = characters.every((character) => basic.has(character) || extended.has(character))
  if (!gsm7) return { encoding: 'ucs2', segments: parts(text.length, 70, 67) }
  const length = characters.length + characters.filter((character) => extended.has(character)).length
  return { encoding: 'gsm7', segments: parts(length, 160, 153) }
}

function parts(length: number, single: number, each: number): number {
  return length <= single ? 1 : Math.ceil(length / each)
}

/** 3GPP TS 23.038, the default alphabet. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)

/** Its extension: each of these takes two places. */
const extended = new Set('^{}\\[~]|€')
