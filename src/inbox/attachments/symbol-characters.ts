/**
 * The boxes and ticks of the fonts that have pictures for letters. Word writes them by their code, with or without 0xF000 added.
 */
const wingdings = new Map([
  [0x6e, '■'],
  [0x6f, '☐'],
  [0x71, '☐'],
  [0x72, '☐'],
  [0x78, '☒'],
  [0xa1, '○'],
  [0xa8, '☐'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
])
const wingdings2 = new Map([
  [0x4f, '✗'],
  [0x50, '✓'],
  [0x51, '☒'],
  [0x52, '☑'],
  [0x53, '☒'],
  [0x54, '☒'],
  [0x2a, '☐'],
  [0xa3, '☐'],
  [0xa4, '☐'],
])
const zapfDingbats = new Map([
  [0x33, '✓'],
  [0x34, '✔'],
  [0x37, '✗'],
  [0x38, '✘'],
  [0x6c, '●'],
  [0x6d, '○'],
  [0x6e, '■'],
  [0x6f, '☐'],
  [0x71, '☐'],
  [0x72, '☐'],
])

const fonts = new Map([
  ['wingdings', wingdings],
  ['wingdings 2', wingdings2],
  ['zapfdingbats', zapfDingbats],
  ['zapf dingbats', zapfDingbats],
])

/** The text as it looks in its font; the same text when the font is one of letters. */
export const shownIn = (font: string | undefined, text: string): string => {
  const pictures = fonts.get((font ?? '').toLowerCase())
  return pictures === undefined ? text : [...text].map((char) => pictures.get(codeOf(char)) ?? char).join('')
}

const codeOf = (char: string): number => {
  const code = char.codePointAt(0) ?? 0
  return code >= 0xf0_00 && code <= 0xf0_ff ? code - 0xf0_00 : code
}

/** The same for a text of which the font is not known: only codes that are no letters in any other. */
export const shownPrivateUse = (text: string): string =>
  text.replace(/[\uF000-\uF0FF]/g, (char) => wingdings.get(codeOf(char)) ?? wingdings2.get(codeOf(char)) ?? char)
