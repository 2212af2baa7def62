import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { textPathsIn } from '#src/app/knowledge/load-knowledge.ts'
import { virtualAuthserv } from '#src/app/virtual/universe.ts'
import { referralMail } from '#src/app/virtual/referral-mail.ts'
import { createTestUniverse } from '#test/support/universe.ts'
import { person } from './rig.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const mail = referralMail(
  {
    from: 'm.devries@lansingerland.example',
    to: 'lansingerland@werkwijzer.example',
    messageId: 'een@lansingerland.example',
    signed: true,
    form: { 'Naam deelnemer': person.name, Klantnummer: person.clientNumber, Mobiel: '0612345671' },
  },
  virtualAuthserv,
)

async function appointmentUnder(change: (text: string) => string): Promise<string | undefined> {
  const folder = await mkdtemp(path.join(tmpdir(), 'opkomst-contract-'))
  for (const part of ['contracts', 'flows', 'templates', 'config'])
    await cp(path.join(root, part), path.join(folder, part), { recursive: true })
  const file = path.join(folder, 'contracts', 'lansingerland.yaml')
  await writeFile(file, change(await readFile(file, 'utf8')))
  const universe = await createTestUniverse('2026-11-02T09:15', textPathsIn(folder))
  try {
    await universe.arrive(mail)
    await universe.settle()
    const [id] = await universe.journeys()
    return id && (await universe.journey(id))?.journey.attendances[0]?.startsAt.toString()
  } finally {
    await universe.close()
    await rm(folder, { recursive: true })
  }
}

it('plans another day when the contract file asks for another lead time, without a line of code', async () => {
  const asItIs = await appointmentUnder((text) => text)
  const longer = await appointmentUnder((text) =>
    text.replaceAll('at_least: { workdays: 5 }', 'at_least: { workdays: 7 }'),
  )
  expect(asItIs).toBe('2026-11-10T09:00:00Z')
  expect(longer).toBe('2026-11-12T12:00:00Z')
})

it('names no municipality in the code', async () => {
  const names = (await readdir(path.join(root, 'contracts')))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -5))
  const files = (await readdir(path.join(root, 'src'), { recursive: true })).filter((name) => name.endsWith('.ts'))
  const code = await Promise.all(
    files.map(async (file) =>
      (await readFile(path.join(root, 'src', file), 'utf8')).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''),
    ),
  )
  const said = names.filter((name) => code.some((text) => new RegExp(`['"\`.@/]${name}['"\`.@/]`, 'i').test(text)))
  expect(said).toEqual([])
})
