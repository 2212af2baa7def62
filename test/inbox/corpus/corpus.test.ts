import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { corpusFiles } from './make.ts'
import { expectedLine, kinds, settingsShape, type ExpectedLine } from './shape.ts'

const folder = import.meta.dirname
const read = (path: string): Buffer => readFileSync(join(folder, path))
const jsonLines = (path: string): unknown[] =>
  read(path)
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))

const mails = readdirSync(join(folder, 'mails')).toSorted()
const expected = jsonLines('expected.jsonl').map((line) => expectedLine.parse(line))
const settings = settingsShape.parse(parse(read('settings.yaml').toString('utf8')))
const bsns = jsonLines('bsns.jsonl') as { file: string; bsns: string[] }[]

describe('the corpus of mails', () => {
  it('has one expected line for each mail, in the order in which they are read', () => {
    expect(expected.map(({ file }) => file)).toEqual(mails)
    expect(new Set(mails.map((file) => file.slice(4))).size).toBe(mails.length)
  })

  it('has at least 110 mails and every kind, and is small enough to keep', () => {
    expect(mails.length).toBeGreaterThanOrEqual(110)
    expect(new Set(expected.map(({ kind }) => kind))).toEqual(new Set(kinds))
    expect(mails.reduce((sum, file) => sum + read(`mails/${file}`).length, 0)).toBeLessThan(3_000_000)
  })

  it('is what its script makes, byte for byte', async () => {
    const made = await corpusFiles()
    expect([...made.keys()].filter((path) => path.startsWith('mails/')).map((path) => path.slice(6))).toEqual(mails)
    for (const [path, bytes] of made)
      expect(read(path).equals(bytes), `${path}: run node test/inbox/corpus/make.ts`).toBe(true)
  })

  it('names participants in referrals and corrections only', () => {
    const naming = expected.filter(({ participants }) => participants.length > 0).map(({ kind }) => kind)
    expect(new Set(naming)).toEqual(new Set(['referral', 'correction']))
  })

  it('lets nothing be done without a person but what is safe', () => {
    const alone = new Set(expected.filter(({ needs_human: waits }) => !waits).map(({ kind }) => kind))
    expect(alone).toEqual(new Set(['referral', 'duplicate', 'auto_reply', 'not_referral']))
    for (const line of expected.filter(({ kind, needs_human: waits }) => kind === 'referral' && !waits)) {
      expect(line.participants.length, line.file).toBeGreaterThan(0)
      for (const { name, phone_e164: phone, client_number: client } of line.participants) {
        expect([name, phone, client], line.file).not.toContain(null)
      }
      expect(believedDomains(), line.file).toContain(line.consulent.email?.split('@')[1])
    }
  })

  it('says a number for each mail that has a citizen service number, and for no other', () => {
    const sure = expected.filter(({ bsn_present: present }) => present).map(({ file }) => file)
    expect(bsns.map(({ file }) => file)).toEqual(sure)
  })

  it('puts no citizen service number among what is expected', () => {
    const text = read('expected.jsonl').toString('utf8')
    for (const number of bsns.flatMap((line) => line.bsns)) expect(text).not.toContain(number)
  })

  it('gives every person a phone number of their own, save where a mail is about the same person', () => {
    const fresh = expected.filter(({ kind }) => kind === 'referral').flatMap((line) => phonesOf(line))
    const twice = fresh.filter((phone, index) => fresh.indexOf(phone) < index)
    expect(twice).toEqual([])
  })
})

function believedDomains(): string[] {
  return settings.contracts.flatMap(({ domains }) => domains)
}

function phonesOf({ participants }: ExpectedLine): string[] {
  return participants.flatMap(({ phone_e164: phone }) => (phone === null ? [] : [phone]))
}
