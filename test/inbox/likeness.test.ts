import { expect, it } from 'vitest'
import { likenessOf } from '#src/inbox/likeness.ts'
import { mailOf } from './kinds/plain-mail.ts'

const likeness = async (...mail: Parameters<typeof mailOf>): Promise<string> => likenessOf(await mailOf(...mail))
const text = 'Naam: Jan Smit\r\nKlantnummer: 12-34'

it.each<[string, Parameters<typeof mailOf>]>([
  [
    'another subject, sender and Message-ID',
    [text, { subject: 'Fw: x', from: 'a@b.example', headers: ['Message-ID: <2@b.example>'] }],
  ],
  ['other spaces, lines and capitals', ['NAAM:  Jan Smit\r\n\r\nklantnummer: 12-34\r\n']],
  ['quote marks', ['> Naam: Jan Smit\r\n> Klantnummer: 12-34']],
  ['HTML', ['<p>Naam: Jan Smit</p><p>Klantnummer: 12-34</p>', { type: 'text/html' }]],
])('two mails are alike with %s', async (_, mail) => {
  expect(await likeness(...mail)).toBe(await likeness(text))
})

it.each(['Naam: Jan Smit\r\nKlantnummer: 12-35', `${text}\r\nLet op: gewijzigd`, ''])(
  'and not with %j',
  async (other) => {
    expect(await likeness(other)).not.toBe(await likeness(text))
  },
)

it('nor with another attachment', async () => {
  const withFile = (content: string) =>
    likeness(
      `--b\r\nContent-Type: text/plain\r\n\r\nZie bijlage.\r\n--b\r\nContent-Type: text/csv; name=a.csv\r\n` +
        `Content-Disposition: attachment; filename=a.csv\r\n\r\n${content}\r\n--b--`,
      { headers: ['Content-Type: multipart/mixed; boundary=b'] },
    )
  expect(await withFile('Naam;Jan')).toBe(await withFile('Naam;Jan'))
  expect(await withFile('Naam;Jan')).not.toBe(await withFile('Naam;Piet'))
})
