import { expect, it } from 'vitest'
import { chosenOf } from '#src/inbox/attachments/chosen-of.ts'

it.each<[string, string]>([
  ['☒ ja ☐ nee', 'ja'],
  ['☐ ja ☒ nee', 'nee'],
  ['☒ja ☐nee', 'ja'],
  ['[x] ja [ ] nee', 'ja'],
  ['[ ] ja / [X] nee', 'nee'],
  ['( ) laag (x) verhoogd ( ) hoog', 'verhoogd'],
  ['ja ☒ nee ☐', 'ja'],
  ['ja [ ] nee [x]', 'nee'],
  ['☑ ja, Arabisch ☐ nee', 'ja, Arabisch'],
  ['■ ja □ nee', 'ja'],
  ['○ ja ● nee', 'nee'],
  ['❏ ja ✔ nee', 'nee'],
  ['☒ ja ☐', 'ja'],
  ['☐ ja ☐ nee', ''],
  ['☒', 'ja'],
  [' ☐ ', 'nee'],
  ['ja ☒', 'ja'],
])('of %j %j is chosen', (value, chosen) => {
  expect(chosenOf(value)).toBe(chosen)
})

it.each([
  'ja',
  '',
  // Two at once is no answer.
  '☒ ja ☒ nee',
  // The box may belong to what stands on either side.
  'tolk ☒ ja ☐ nee',
  'ja ☒ nee ☐ namelijk Arabisch',
  // A list, and words in brackets.
  '● kan niet op maandag ● heeft geen auto',
  '[BSN verwijderd]',
  'dhr. (Sanne) de Vries',
])('%j is left as it is', (value) => {
  expect(chosenOf(value)).toBe(value)
})
