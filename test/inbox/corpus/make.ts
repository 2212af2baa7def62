import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { otherNumbers } from './making/bsns-elsewhere.ts'
import { bsnCases } from './making/bsns.ts'
import type { Case } from './making/cases.ts'
import { machineMails } from './making/machines.ts'
import { otherMails } from './making/others.ts'
import { pointers } from './making/pointers.ts'
import { charsetReferrals } from './making/referrals-charsets.ts'
import { referralsElsewhere } from './making/referrals-elsewhere.ts'
import { forwardedReferrals } from './making/referrals-forwarded.ts'
import { tabledReferrals } from './making/referrals-html.ts'
import { laidOutReferrals } from './making/referrals-layouts.ts'
import { namedReferrals } from './making/referrals-names.ts'
import { officeReferrals } from './making/referrals-office.ts'
import { pdfReferrals } from './making/referrals-pdf.ts'
import { phonedReferrals } from './making/referrals-phones.ts'
import { trappedReferrals } from './making/referrals-traps.ts'
import { usualReferrals } from './making/referrals-usual.ts'
import { thoughtfulReferrals } from './making/referrals-values.ts'
import { settings } from './making/settings.ts'
import { threads } from './making/threads.ts'
import { trustCases } from './making/trust.ts'
import { unreadables } from './making/unreadables.ts'
import type { ExpectedLine } from './shape.ts'

/** In the order in which they are read: what comes after the first mail comes after it. */
async function allCases(): Promise<Case[]> {
  return [
    ...usualReferrals(),
    ...laidOutReferrals(),
    ...namedReferrals(),
    ...phonedReferrals(),
    ...thoughtfulReferrals(),
    ...trappedReferrals(),
    ...tabledReferrals(),
    ...(await pdfReferrals()),
    ...officeReferrals(),
    ...charsetReferrals(),
    ...forwardedReferrals(),
    ...pointers(),
    ...threads(),
    ...machineMails(),
    ...(await otherMails()),
    ...trustCases(),
    ...(await unreadables()),
    ...(await bsnCases()),
    ...otherNumbers(),
    ...referralsElsewhere(),
  ]
}

/** Every file of the corpus by its path below this folder. The same on every machine and at every moment. */
export async function corpusFiles(): Promise<Map<string, Buffer>> {
  const cases = (await allCases()).map((one, index) => ({ ...one, number: index + 1 }))
  const name = ({ number, what }: { number: number; what: string }): string =>
    `${String(number).padStart(3, '0')}-${what}.eml`
  const expected = cases.map((one): ExpectedLine => ({ file: name(one), ...one.expected }))
  const bsns = cases.filter((one) => one.bsns.length > 0).map((one) => ({ file: name(one), bsns: one.bsns }))
  return new Map([
    ...cases.map((one): [string, Buffer] => [`mails/${name(one)}`, one.make(one.number)]),
    ['expected.jsonl', jsonLines(expected)],
    ['bsns.jsonl', jsonLines(bsns)],
    [
      'settings.yaml',
      Buffer.from(`# Made by make.ts. Whose mail is believed; every domain is invented.\n${stringify(settings)}`),
    ],
  ])
}

function jsonLines(values: readonly unknown[]): Buffer {
  return Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join(''))
}

if (import.meta.main) {
  const folder = import.meta.dirname
  rmSync(join(folder, 'mails'), { recursive: true, force: true })
  for (const [path, bytes] of await corpusFiles()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
}
