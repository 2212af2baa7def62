import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passesElevenTest } from '#src/domain/values/bsn.ts'
import { waitReasons } from '#src/inbox/mail-reading.ts'
import { readMail } from '#src/inbox/read-mail.ts'
import { arrived, facts } from './mail-facts.ts'

const complete = readFileSync(new URL('./mails/compleet.eml', import.meta.url))
const multipart = readFileSync(new URL('./mails/met-bijlage.eml', import.meta.url))
const headers = complete.subarray(0, complete.indexOf('\n\n') + 2).toString()

const expectOneReading = async (raw: Buffer): Promise<void> => {
  const { outcome, sender, bsnRemoved } = await readMail(raw, facts, arrived)
  expect(['verified', 'likely', 'unverified', 'suspicious']).toContain(sender.verdict)
  expect(sender.words).not.toBe('')
  expect(bsnRemoved).toBeGreaterThanOrEqual(0)
  if (outcome.kind === 'referral') return
  expect(waitReasons).toContain(outcome.why)
  expect(outcome.words).toMatch(/^[A-Z].*\.$/s)
}

const bytes = fc.uint8Array({ maxLength: 2000 }).map((array) => Buffer.from(array))
const markup = fc.constantFrom(
  '<',
  '>',
  '<td>',
  '</td>',
  '<style>',
  '<!--',
  '-->',
  '"',
  '&',
  '&#x1F',
  ';',
  'Naam',
  ':',
  '\n',
  '\t',
  '=?',
  '?=',
  '--grens',
)

describe('any bytes end in one reading', () => {
  it('when they are anything at all', async () => {
    await fc.assert(fc.asyncProperty(bytes, expectOneReading), { numRuns: 300 })
  })

  it('when they follow proper headers', async () => {
    const body = fc.oneof(
      bytes,
      fc.array(markup, { maxLength: 200 }).map((parts) => Buffer.from(parts.join(''))),
    )
    const type = fc.constantFrom('text/plain', 'text/html', 'multipart/mixed; boundary=grens', 'message/rfc822', 'x')
    await fc.assert(
      fc.asyncProperty(type, body, (contentType, rest) =>
        expectOneReading(
          Buffer.concat([Buffer.from(headers.replace(/Content-Type: .*/, `Content-Type: ${contentType}`)), rest]),
        ),
      ),
      { numRuns: 300 },
    )
  })

  it('when a real mail was damaged on the way', async () => {
    const damage = fc.array(fc.tuple(fc.nat(multipart.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(multipart.length), (changes, length) => {
        const damaged = Buffer.from(multipart)
        for (const [at, value] of changes) damaged[at] = value
        return expectOneReading(damaged.subarray(0, length))
      }),
      { numRuns: 300 },
    )
  })

  it.each<[string, string | Buffer]>([
    ['nothing', ''],
    ['a line of a megabyte', `${headers}Naam: ${'x'.repeat(1_000_000)}`],
    ['a header of a megabyte', `Subject: ${'x'.repeat(1_000_000)}\n${headers}`],
    ['a header of several megabytes', `Subject: ${'x'.repeat(5_000_000)}\n${headers}`],
    ['fifty thousand headers', `${'X-Kop: a\n'.repeat(50_000)}${headers}`],
    ['twenty thousand recipients', `To: ${'a@b.example, '.repeat(20_000)}\n${headers}`],
    ['an endless group of recipients', `To: ${'a:'.repeat(20_000)}\n${headers}`],
    ['parts nested a hundred deep', nested(100)],
    ['parts nested a thousand deep', nested(1000)],
    ['an empty mail within the mail', 'Content-Type: message/rfc822\nContent-Disposition: inline'],
    ['mails within mails', `${'Content-Type: message/rfc822\n\n'.repeat(200)}${headers}`],
    ['tables nested deep', html(`${'<table><tr><td>'.repeat(20_000)}Naam: Jan`)],
    ['hidden parts nested deep', html('<p hidden>'.repeat(100_000))],
    ['parts without size nested deep', html('<p style="font-size:0">x<b style="font-size:1">'.repeat(20_000))],
    ['tags that do not end', html('<a "'.repeat(100_000))],
    ['quotes that do not end', html('<a title="'.repeat(100_000))],
    ['entities that do not end', html('&#'.repeat(200_000))],
    ['styles that do not end', html('<style>'.repeat(100_000))],
    ['brackets', `${headers}${'('.repeat(400_000)}`],
    ['labels', `${headers}${'Naam: \n'.repeat(60_000)}`],
    ['quote marks', `${headers}${'> '.repeat(240_000)}`],
    ['brackets in the check', `Authentication-Results: mx.aanbieder.example; ${'('.repeat(500_000)}\n${headers}`],
    ['results in the check', `Authentication-Results: mx.aanbieder.example${'; dkim=pass'.repeat(50_000)}\n${headers}`],
    [
      'properties in the check',
      `Authentication-Results: mx.aanbieder.example; dkim=pass${' header.d=x'.repeat(30_000)}\n${headers}`,
    ],
    ['heads of quoted mails', `${headers}${'Van: a\nAan: b\nDatum: c\nNaam: d\n'.repeat(15_000)}`],
    ['sentences', `${headers}${'trek nog niet geen werk '.repeat(20_000)}`],
    ['lines that seem to go on', `${headers}${`${'niet nog '.repeat(8)}\n`.repeat(6_000)}`],
    ['colons in the subject', `Subject: ${'re: '.repeat(200_000)}\n${headers.replace(/Subject: .*\n/, '')}`],
    ['only line ends', '\n'.repeat(1_000_000)],
    ['only carriage returns', `${headers}${'\r'.repeat(1_000_000)}`],
    ['numbers', `${headers}${'123456782 '.repeat(45_000)}`],
    ['digits', `${headers}${'1'.repeat(450_000)}`],
  ])(
    'when they are %s',
    async (_, raw) => {
      await expectOneReading(Buffer.from(raw))
    },
    60_000, // what takes a step more for each line would never end
  )

  it('when there are too many of them', async () => {
    const { outcome } = await readMail(Buffer.alloc(41 * 1024 * 1024), facts, arrived)
    expect(outcome).toMatchObject({ kind: 'waits', why: 'too_large' })
  })
})

function nested(depth: number): string {
  const open = Array.from(
    { length: depth },
    (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
  ).join('')
  return `From: p.jansen@gemeente-voorbeeld.example\nMIME-Version: 1.0\n${open}Content-Type: text/plain\n\nNaam: Jan\n`
}

function html(body: string): string {
  return `${headers.replace('text/plain', 'text/html')}${body}`
}

const bsn = fc
  .integer({ min: 10_000_000, max: 99_999_999 })
  .map((start) => Array.from({ length: 10 }, (_, last) => `${start}${last}`).find(passesElevenTest) ?? '123456782')
const spelled = fc.constantFrom<(digits: string) => string>(
  (digits) => digits,
  (digits) => `${digits.slice(0, 4)}.${digits.slice(4, 6)}.${digits.slice(6)}`,
  (digits) => `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`,
  (digits) => `${digits.slice(0, 3)}\u200b${digits.slice(3, 6)}\u00ad${digits.slice(6)}`,
  (digits) => [...digits].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join(''),
)
const place = fc.constantFrom<(number: string) => string>(
  (number) => headers.replace('Subject: ', `Subject: BSN ${number} `) + form('Jan de Vries', 'geen'),
  (number) => headers + form(`Jan de Vries (BSN ${number})`, 'geen'),
  (number) => headers + form('Jan de Vries', `bsn: ${number}, graag snel`),
  (number) => headers + form('Jan de Vries', `geen\nBurgerservicenummer: ${number}`),
  (number) =>
    headers.replace('text/plain', 'text/html') +
    `<p>Naam: Jan</p><p>Klantnummer: A1</p><p>Opmerkingen: BSN ${number}</p>`,
)

function form(name: string, remarks: string): string {
  return `Naam: ${name}\nKlantnummer: 2026-4711\nOpmerkingen: ${remarks}\n`
}

it('a citizen service number in place of the client number is never taken for one', async () => {
  await fc.assert(
    fc.asyncProperty(bsn, spelled, async (digits, spell) => {
      const raw = Buffer.from(`${headers}Naam: Jan de Vries\nKlantnummer: ${spell(digits)}\n`)
      const reading = await readMail(raw, facts, arrived)
      expect(reading.outcome.kind).toBe('waits')
      expect(JSON.stringify(reading).replaceAll(/\D/g, '')).not.toContain(digits)
    }),
    { numRuns: 200 },
  )
})

it('no citizen service number is in any reading, wherever and however it was written', async () => {
  await fc.assert(
    fc.asyncProperty(bsn, spelled, place, async (digits, spell, put) => {
      const reading = await readMail(Buffer.from(put(spell(digits))), facts, arrived)
      expect(reading.bsnRemoved).toBeGreaterThan(0)
      expect(JSON.stringify(reading).replaceAll(/\D/g, '')).not.toContain(digits)
    }),
    { numRuns: 300 },
  )
})
