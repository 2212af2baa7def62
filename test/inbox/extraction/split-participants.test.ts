import { expect, it } from 'vitest'
import { readEntries } from '#src/inbox/extraction/form-entries.ts'
import { splitParticipants } from '#src/inbox/extraction/split-participants.ts'
import { vocabularyOf } from '#src/inbox/extraction/vocabulary.ts'

const split = (text: string): string[] =>
  splitParticipants(readEntries(text.split('\n'), vocabularyOf({})).entries).map((form) =>
    form.map(({ value }) => value).join(', '),
  )

it.each<[string, string, string[]]>([
  ['one form is one participant', 'Naam: Jan\nTelefoon: 1\nTaal: Turks', ['Jan, 1, Turks']],
  ['a second name begins another', 'Naam: Jan\nTelefoon: 1\nNaam: Piet\nTelefoon: 2', ['Jan, 1', 'Piet, 2']],
  [
    'or a second number, when the form begins with one',
    'Klantnummer: 12\nNaam: Jan\nKlantnummer: 34\nNaam: Piet',
    ['12, Jan', '34, Piet'],
  ],
  ['a name said again in more words does not', 'Naam: Smit\nTelefoon: 1\nNaam: Jan Smit', ['Smit, 1, Jan Smit']],
  ['nor in other accents', 'Naam: José Mendes\nNaam: Jose Mendes', ['José Mendes, Jose Mendes']],
  [
    'who refers, and for which municipality, holds for all',
    'Gemeente: Oostermeer\nNaam: Jan\nNaam: Piet\nConsulent: Petra Klein',
    ['Jan, Oostermeer, Petra Klein', 'Piet, Oostermeer, Petra Klein'],
  ],
  [
    'a table has one in each row',
    'Consulent: Petra Klein\n\nNaam\tKlantnummer\nJan Smit\t12\nPiet Bos\t34',
    ['Jan Smit, 12, Petra Klein', 'Piet Bos, 34, Petra Klein'],
  ],
  ['a form without a participant is still one', 'Consulent: Petra Klein', ['Petra Klein']],
  ['and nothing is none', '', []],
])('%s', (_, text, forms) => {
  expect(split(text)).toEqual(forms)
})
