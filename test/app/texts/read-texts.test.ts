import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demandGoodFlow } from '#src/app/texts/demand-good-flow.ts'
import { flowProblems } from '#src/app/texts/flow-problems.ts'
import { parseFlow } from '#src/app/texts/parse-flow.ts'
import { readFlow, readTemplates } from '#src/app/texts/read-texts.ts'

let dir = ''

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'opkomst-texts-'))
  for (const folder of ['texts/nl', 'texts/mail', 'empty']) await mkdir(join(dir, folder), { recursive: true })
  await writeFile(join(dir, 'texts/nl/hi.liquid'), 'Dag {{ first_name }}\n')
  await writeFile(join(dir, 'texts/nl/notes.md'), 'geen tekst')
  await writeFile(join(dir, 'texts/mail/notice.liquid'), 'mail')
  await writeFile(join(dir, 'small.yaml'), small)
})
afterAll(() => rm(dir, { recursive: true }))

const interrupts = [
  'crisis',
  'stop',
  'wrong_number',
  'person',
  'other_time',
  'absence',
  'question',
  'confirm',
  'start_again',
  'thanks',
  'unclear',
]

const small = `name: small
version: 1
entries: { invitation: hi, reminder: hi, day_before: hi, no_show_follow_up: hi }
interrupts: { ${interrupts.map((name) => `${name}: hi`).join(', ')} }
choices: {}
nodes:
  hi: { kind: say, text: hi, then: end }
  end: { kind: end, question: closed }
`

describe('reading texts', () => {
  it('names each text by its folder and file', async () => {
    expect([...(await readTemplates(join(dir, 'texts')))]).toEqual([
      ['mail/notice', 'mail'],
      ['nl/hi', 'Dag {{ first_name }}\n'],
    ])
  })

  it('says which folder is missing or empty', async () => {
    await expect(readTemplates(join(dir, 'nowhere'))).rejects.toThrow(
      /nowhere is niet te lezen \(ENOENT\)\. Controleer het pad/,
    )
    await expect(readTemplates(join(dir, 'empty'))).rejects.toThrow(/geen teksten .*empty/)
  })
})

describe('reading a flow', () => {
  it('gives the flow with a hash that changes with every letter of it', async () => {
    const file = join(dir, 'small.yaml')
    const first = await readFlow(file)
    await writeFile(join(dir, 'other.yaml'), `${small}# een opmerking\n`)

    expect(first.flow.name).toBe('small')
    expect(first.hash).toMatch(/^[0-9a-f]{64}$/)
    expect((await readFlow(file)).hash).toBe(first.hash)
    expect((await readFlow(join(dir, 'other.yaml'))).hash).not.toBe(first.hash)
  })

  it('says which file is missing', async () => {
    await expect(readFlow(join(dir, 'nowhere.yaml'))).rejects.toThrow(/nowhere\.yaml is niet te lezen \(ENOENT\)/)
  })

  it.each([
    ['a key that is misspelt', small.replace('text: hi', 'txet: hi'), /small\.yaml:7: nodes\.hi.*txet hoort hier niet/],
    ['a key that is missing', small.replace(', then: end', ''), /small\.yaml:7: nodes\.hi\.then ontbreekt/],
    ['an unknown kind of node', small.replace('kind: say', 'kind: shout'), /small\.yaml:7: nodes\.hi\.kind .*say.*ask/],
    [
      'a name with capitals',
      small.replace('then: end', 'then: End'),
      /small\.yaml:7: nodes\.hi\.then .*kleine letters/,
    ],
    ['no version', small.replace('version: 1\n', ''), /small\.yaml:1: version ontbreekt/],
    ['a version of zero', small.replace('version: 1', 'version: 0'), /small\.yaml:2: version/],
    ['something that is not YAML', small.replace('entries: {', 'entries: ['), /small\.yaml:3: geen geldige YAML/],
    ['nothing at all', '', /small\.yaml:1: het bestand/],
  ])('tells file and line of %s', (_what, text, problem) => {
    expect(() => parseFlow('small.yaml', text)).toThrow(problem)
  })

  it('tells all mistakes at once', () => {
    const text = small.replace('version: 1', 'version: een').replace('text: hi', 'text: Hi')
    expect(() => parseFlow('small.yaml', text)).toThrow(/small\.yaml:2:.*\n.*small\.yaml:7:/)
  })
})

describe('a flow and texts that do not fit', () => {
  it('are refused, with the line', async () => {
    const file = join(dir, 'small.yaml')
    const flow = await readFlow(file)
    expect(() => demandGoodFlow(file, flow, { has: () => false })).toThrow(
      /small\.yaml:7: nodes\.hi\.text: Er is geen tekst 'hi'/,
    )
    expect(() => demandGoodFlow(file, flow, { has: () => true })).not.toThrow()
  })

  it('start all the same where only a translation is missing, for then Dutch goes; the check says which', async () => {
    const file = join(dir, 'small.yaml')
    const flow = await readFlow(file)
    const onlyDutch = { has: (language: string) => language === 'nl' }
    expect(() => demandGoodFlow(file, flow, onlyDutch)).not.toThrow()
    expect(flowProblems(file, flow, onlyDutch)).toMatchObject([
      { kind: 'missing_translation', line: 7, words: expect.stringContaining('(en, tr, ar,') as unknown },
    ])
  })
})
