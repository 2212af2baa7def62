import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { loadKnowledge } from '#src/app/knowledge/load-knowledge.ts'
import { textPathsIn, type TextPaths } from '#src/app/knowledge/text-paths.ts'
import { virtualAuthserv } from '#src/app/virtual/universe.ts'
import { referralMail } from '#src/app/virtual/referral-mail.ts'
import { createTestUniverse } from '#test/support/universe.ts'
import { createRig, person } from './rig.ts'

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

/** The texts of the project with something changed in one contract file, for as long as the work lasts. */
async function withTexts<Result>(
  change: (text: string) => string,
  work: (texts: TextPaths) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'opkomst-contract-'))
  for (const part of ['contracts', 'flows', 'templates', 'config'])
    await cp(path.join(root, part), path.join(folder, part), { recursive: true })
  const file = path.join(folder, 'contracts', 'lansingerland.yaml')
  await writeFile(file, change(await readFile(file, 'utf8')))
  try {
    return await work(textPathsIn(folder))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** A story under changed texts: when the appointment is, and when the consulent is told that nobody came. */
const storyUnder = (change: (text: string) => string) =>
  withTexts(change, async (texts) => {
    const universe = await createTestUniverse('2026-11-02T09:15', texts)
    try {
      await universe.arrive(mail)
      await universe.settle()
      const [id] = await universe.journeys()
      const attendance = id && (await universe.journey(id))?.journey.attendances[0]
      if (!attendance) throw new Error('no appointment was planned')
      await universe.advanceTo(attendance.endsAt)
      const mark = { type: 'mark_attendance', attendanceId: attendance.id, came: false } as const
      await universe.command(id, mark, { kind: 'staff', id: 'test' })
      await universe.advanceTo(attendance.endsAt.add({ hours: 24 * 6 }))
      const told = universe.post.sent.find(({ facts }) => facts.purpose === 'no_show')
      return { appointment: attendance.startsAt.toString(), told: told?.at.toString() }
    } finally {
      await universe.close()
    }
  })

it('plans another day when the contract file asks for another lead time, without a line of code', async () => {
  const asItIs = await storyUnder((text) => text)
  const longer = await storyUnder((text) => text.replaceAll('at_least: { workdays: 5 }', 'at_least: { workdays: 7 }'))
  expect(asItIs.appointment).toBe('2026-11-10T09:00:00Z')
  expect(longer.appointment).toBe('2026-11-12T12:00:00Z')
})

it('tells the consulent a workday later when the contract file gives a workday more', async () => {
  const more = (text: string) =>
    text.replace('no_show_notice: { within: { workdays: 1 }', 'no_show_notice: { within: { workdays: 2 }')
  expect((await storyUnder((text) => text)).told).toBe('2026-11-10T15:00:00Z')
  expect((await storyUnder(more)).told).toBe('2026-11-11T15:00:00Z')
})

it('leaves a journey under the version that it began with, and refuses another text under the same version', async () => {
  const rig = await createRig()
  try {
    const id = await rig.invited()
    const began = (await rig.load(id))?.journey.contractHash ?? ''
    const longer = (text: string) =>
      text.replace('intake_by: { within: { workdays: 10 }', 'intake_by: { within: { workdays: 12 }')
    await expect(withTexts(longer, (texts) => loadKnowledge(rig.db, texts, 'sent'))).rejects.toThrow('versie 2')
    const second = (text: string) => longer(text).replace('version: 2', 'version: 3')
    const { knowledge } = await withTexts(second, (texts) => loadKnowledge(rig.db, texts, 'sent'))
    expect(knowledge.contracts.rules(began).contract.terms.intake_by.within).toEqual({ workdays: 10 })
    expect(knowledge.contracts.current('lansingerland')?.rules.contract.terms.intake_by.within).toEqual({
      workdays: 12,
    })
  } finally {
    await rig.close()
  }
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
