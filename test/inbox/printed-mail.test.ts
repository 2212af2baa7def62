import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { printedMail } from '#src/app/inbox-read/printed-mail.ts'
import { readMail } from '#src/inbox/read-mail.ts'
import { arrived, facts } from './mail-facts.ts'

const complete = readFileSync(new URL('./mails/compleet.eml', import.meta.url), 'utf8')

it.each(['hp-2202', 'Hp 2202', '2026-4711'])('a client number is printed as it is written: %s', async (number) => {
  const raw = Buffer.from(complete.replace(/^Klantnummer: .*$/m, `Klantnummer: ${number}`))
  const reading = await readMail(raw, facts, arrived)
  expect(reading.proposals[0]?.clientNumber).toBe(number.toUpperCase())
  const { participants } = printedMail('een.eml', { kind: reading.kind, reading, waitsFor: undefined })
  expect(participants[0]?.client_number).toBe(number)
})
