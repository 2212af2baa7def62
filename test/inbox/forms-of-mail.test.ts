import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { proposalOf } from '#src/inbox/extraction/proposal.ts'
import { vocabularyOf } from '#src/inbox/extraction/vocabulary.ts'
import { formsOfMail, type FormTexts } from '#src/inbox/forms-of-mail.ts'

const context = {
  today: Temporal.PlainDate.from('2026-09-14'),
  isMunicipal: (address: string): boolean => address.endsWith('@stad.example'),
}
const forms = (texts: Partial<FormTexts>) =>
  formsOfMail({ typed: '', shown: '', attached: [], ...texts }, vocabularyOf({}), (written) =>
    proposalOf(written, context),
  )

/** Name, client number and phone of each participant; '?' is in doubt. */
const said = (texts: Partial<FormTexts>): string[] =>
  forms(texts).proposals.map(({ name, clientNumber, phone }) =>
    [
      name.kind === 'read' ? name.value.full : name.kind === 'absent' ? '-' : '?',
      ...[clientNumber, phone].map((field) =>
        field.kind === 'read' ? field.value : field.kind === 'absent' ? '-' : '?',
      ),
    ].join(', '),
  )

const jan = 'Naam: Jan Smit\nKlantnummer: 12-34'
const phone = '\nTelefoon: 06-12345678'

describe('what a mail proposes', () => {
  it.each<[string, Partial<FormTexts>, string[]]>([
    [
      'of text and HTML the one that says more',
      { typed: jan, shown: `${jan}${phone}` },
      ['Jan Smit, 12-34, +31612345678'],
    ],
    ['the text when both say the same', { typed: jan, shown: jan }, ['Jan Smit, 12-34, -']],
    [
      'what only an attachment says',
      { typed: 'Zie bijlage.', attached: [`${jan}${phone}`] },
      ['Jan Smit, 12-34, +31612345678'],
    ],
    [
      'an attachment beside the text, of one person',
      { typed: jan, attached: [`Naam: J. Smit${phone}`] },
      ['?, 12-34, +31612345678'],
    ],
    [
      'the same said in both',
      { typed: `${jan}${phone}`, attached: [`${jan}${phone}`] },
      ['Jan Smit, 12-34, +31612345678'],
    ],
    [
      'another number in the attachment is a doubt',
      { typed: `${jan}${phone}`, attached: [`${jan}\nTelefoon: 06-87654321`] },
      ['Jan Smit, 12-34, ?'],
    ],
    [
      'another person in the attachment is one more',
      { typed: jan, attached: ['Naam: Piet Bos\nKlantnummer: 56-78'] },
      ['Jan Smit, 12-34, -', 'Piet Bos, 56-78, -'],
    ],
    [
      'two attachments are two people',
      { attached: [jan, 'Naam: Piet Bos\nKlantnummer: 56-78'] },
      ['Jan Smit, 12-34, -', 'Piet Bos, 56-78, -'],
    ],
    [
      'the same name under two numbers is two people',
      { attached: [jan, 'Naam: Jan Smit\nKlantnummer: 56-78'] },
      ['Jan Smit, 12-34, -', 'Jan Smit, 56-78, -'],
    ],
    [
      'who refers is no participant',
      { typed: `${jan}\n\nNaam: Petra Klein\nTelefoon: 010-5550123\nE-mail: p.klein@stad.example` },
      ['Jan Smit, 12-34, -'],
    ],
    ['nothing', { typed: 'Tot morgen.' }, []],
  ])('%s', (_, texts, people) => {
    expect(said(texts)).toEqual(people)
  })

  it('compares client numbers whole: a year in common makes nobody the same', () => {
    const attached = ['Klantnummer: LL-2026-0002\nNaam: Jan Smit', 'Klantnummer: LL-2026-0003\nNaam: Piet Bos']
    expect(said({ attached })).toEqual(['Jan Smit, LL-2026-0002, -', 'Piet Bos, LL-2026-0003, -'])
    const written = ['Klantnummer: LL-2026-0002\nNaam: Jan Smit', `Klantnummer: ll 2026 0002${phone}`]
    expect(forms({ attached: written }).proposals).toHaveLength(1)
  })

  it('says whether a table is broken, wherever it stands', () => {
    const broken = 'Naam\tKlantnummer\nJan\tSmit\t12-34'
    expect(forms({ typed: broken }).brokenTable).toBe(true)
    expect(forms({ typed: jan, attached: [broken] }).brokenTable).toBe(true)
    expect(forms({ typed: jan }).brokenTable).toBe(false)
  })
})

describe('text and HTML of one mail', () => {
  const all = `${jan}${phone}\nGeboortedatum: 1-2-1990`

  it.each([
    ['another phone number', '06-12345678', '06-87654321'],
    ['a phone number that cannot be read', '06-12345678', '06-99999999'],
    ['another client number', '12-34', '12-35'],
    ['another name', 'Jan Smit', 'Piet Bos'],
    ['another birth date', '1-2-1990', '2-1-1990'],
  ])('contradict each other by %s', (_, from, to) => {
    expect(forms({ typed: all, shown: all.replace(from, to) }).partsDiffer).toBe(true)
    expect(forms({ typed: all.replace(from, to), shown: all }).partsDiffer).toBe(true)
  })

  it.each([
    ['the same number written otherwise', '06-12345678', '+31 6 1234 5678'],
    ['a name that says less', 'Jan Smit', 'J. Smit'],
    ['a field that one has not', '\nGeboortedatum: 1-2-1990', ''],
  ])('do not by %s', (_, from, to) => {
    expect(forms({ typed: all, shown: all.replace(from, to) }).partsDiffer).toBe(false)
  })
})
