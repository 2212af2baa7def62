import { expect, it } from 'vitest'
import { cleanText } from '#src/inbox/extraction/clean-text.ts'

it.each([
  ['every kind of line end', 'a\r\nb\rc\u2028d\u0085e\vf', 'a\nb\nc\nd\ne\nf'],
  ['hard spaces', 'a\u00a0b\u2007c', 'a b c'],
  ['full-width digits', '１２３', '123'],
  ['characters that nobody sees', '1\u200b2\u00ad3\u2060\ufeff\u202e4', '1234'],
  ['control characters', 'a\0b\x07c', 'abc'],
  ['tabs stay', 'a\tb', 'a\tb'],
  ['boxes in a font of pictures', '\uF0A8 nee \uF0FE ja', '☐ nee ☑ ja'],
  ['accents that stand apart', 'Zoe\u0308', 'Zoë'],
])('%s', (_, written, clean) => {
  expect(cleanText(written)).toBe(clean)
})
