import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runDemo } from '#src/app/commands/demo.ts'
import { projectRoot } from '#src/app/config/env.ts'
import { textPathsIn } from '#src/app/knowledge/text-paths.ts'
import { opkomst } from '../../support/opkomst.ts'

let folder: string

/** The project's texts in a folder of their own. */
async function textsIn(name: string): Promise<string> {
  const own = path.join(folder, name)
  for (const part of ['contracts', 'flows', 'templates', 'config'])
    await cp(path.join(projectRoot, part), path.join(own, part), { recursive: true })
  return own
}

/** With one rule of one contract changed. */
async function textsWith(file: string, from: string, to: string): Promise<string> {
  const own = await textsIn('changed')
  const contract = path.join(own, 'contracts', file)
  const text = await readFile(contract, 'utf8')
  expect(text, 'the rule that the test changes stands in the file').toContain(from)
  await writeFile(contract, text.replace(from, to))
  return own
}

interface Written {
  readonly text: string
  readonly atMs: number
}

function demo(json: boolean): { readonly written: readonly Written[]; readonly ended: Promise<void> } {
  const written: Written[] = []
  const write = (text: string) => void written.push({ text, atMs: performance.now() })
  return { written, ended: runDemo(write, { json, texts: textPathsIn(projectRoot) }) }
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ')

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'opkomst-demo-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the demo', () => {
  it('says at once what it waits for, and tells three stories as they end, each step with its clause or house rule', async () => {
    const { written, ended } = demo(false)
    expect(written.map(({ text }) => text)).toEqual([
      expect.stringContaining('Een database voor alleen dit spel wordt gestart'),
    ])
    await ended
    const [, first, , third, last] = written
    expect((third?.atMs ?? 0) - (first?.atMs ?? 0), 'milliseconds: nobody plays a story in less').toBeGreaterThan(20)
    expect(last?.text).toContain('Drie trajecten gespeeld')

    const text = inOneLine(written.map((line) => line.text).join('\n'))
    expect(text).toContain('✓ eis 9 · uitgenodigd binnen de termijn')
    expect(text).toContain('✓ eis 51 · uitnodiging op tijd vooraf')
    expect(text).toContain('Geldig volgens eis 43 zodra het bewijs is gezien.')
    expect(text).toContain('✓ eis 44 · niet verschenen op tijd gemeld')
    expect(text).toContain('do 12 november 2026, 11:30 Opkomst mailt de consulent')
    expect(text).not.toContain('✗')
  })

  it('writes one document for a program, in which every step of every story names a rule', async () => {
    const { written, ended } = demo(true)
    await ended
    const { stories } = JSON.parse(written.map(({ text }) => text).join('')) as {
      stories: { title: string; contract: string; timeline: { rules: string[] }[] }[]
    }
    expect(stories.map(({ contract }) => contract)).toEqual(['rip', 'lansingerland', 'lansingerland'])
    expect(stories.flatMap(({ timeline }) => timeline.filter(({ rules }) => rules.length === 0))).toEqual([])
  })

  it('follows the contract files of TEXTS_DIR: another term there is another story here', async () => {
    const TEXTS_DIR = await textsWith('lansingerland.yaml', 'within: { workdays: 10 }', 'within: { workdays: 9 }')
    const { code, out, err } = await opkomst(['demo'], { TEXTS_DIR })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(inOneLine(out)).toContain('aanmelding ma 2 nov 2026 09:15 + 9 werkdagen = vr 13 nov 2026 09:15')
    expect(inOneLine(out)).not.toContain('+ 10 werkdagen')
  })

  it('says which story goes another way when the texts no longer fit it', async () => {
    const TEXTS_DIR = await textsIn('elsewhere')
    const file = path.join(TEXTS_DIR, 'config', 'installation.yaml')
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll('lansingerland.example', 'elders.example'))
    const { code, err } = await opkomst(['demo'], { TEXTS_DIR })
    expect(code).toBe(1)
    expect(err).toContain('loopt met deze teksten anders dan het verhaal is geschreven (bij ')
    expect(err).toContain('contracts/lansingerland.yaml')
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  it.each(['demo', 'play'])('is refused, as a start is, when settings or texts are wrong: %s', async (verb) => {
    const TEXTS_DIR = await textsIn(`broken-for-${verb}`)
    await writeFile(path.join(TEXTS_DIR, 'contracts', 'arnhem.yaml'), 'id: arnhem\n')
    await rm(path.join(TEXTS_DIR, 'flows', 'intake.yaml'))
    const DATA_DIR = path.join(folder, 'data')
    const broken = await opkomst([verb], { TEXTS_DIR })
    expect(broken).toEqual(
      await opkomst(['start'], { TEXTS_DIR, DATA_DIR, PORT: '0' }).then(({ err }) => ({ code: 78, out: '', err })),
    )
    expect(broken.err).toMatch(/arnhem\.yaml, regel.*intake\.yaml is niet te lezen/s)

    const nowhere = { TEXTS_DIR: path.join(folder, 'nowhere'), PORT: 'abc' }
    const refused = await opkomst([verb], nowhere)
    expect(refused).toEqual(await opkomst(['start'], { ...nowhere, DATA_DIR }))
    expect(refused).toMatchObject({
      code: 78,
      out: '',
      err: expect.stringMatching(/PORT is fout.*TEXTS_DIR is geen map/s) as unknown,
    })

    const both = await opkomst([verb], { TEXTS_DIR, PORT: 'abc' })
    expect(both).toMatchObject({
      code: 78,
      out: '',
      err: expect.stringMatching(/PORT is fout.*arnhem\.yaml/s) as unknown,
    })
  })
})
