import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { readContracts } from '#src/app/contracts/read-contracts.ts'
import { isWorkday } from '#src/domain/values/workday-calendar.ts'
import { contractFolder } from './contract-folder.ts'
import { sampleText } from './sample-text.ts'

const committed = path.join(import.meta.dirname, '../../../contracts')
const ids = ['arnhem', 'lansingerland', 'rip', 'rsd', 'tilburg']

describe('the contracts of this repository', () => {
  it('all load, without a problem', async () => {
    const { contracts, problems } = await readContracts(committed)
    expect(problems).toEqual([])
    expect([...contracts.keys()]).toEqual(ids)
  })

  it.each(ids)('%s.yaml points editors at the schema in its first line', (id) => {
    const [first] = readFileSync(path.join(committed, `${id}.yaml`), 'utf8').split('\n')
    expect(first).toBe('# yaml-language-server: $schema=contract.schema.json')
  })

  it('are the only files in their folder, beside the schema', () => {
    expect(readdirSync(committed)).toEqual([...ids.map((id) => `${id}.yaml`), 'contract.schema.json'].toSorted())
  })
})

describe('readContracts', () => {
  it('keeps the text as it was, and its hash', async () => {
    const text = `\uFEFF# bewaard\r\n${sampleText}`
    const { contracts } = await readContracts(await contractFolder({ 'voorbeeld.yaml': text }))
    const loaded = contracts.get('voorbeeld')
    expect(loaded?.text).toBe(text)
    expect(loaded?.hash).toBe(createHash('sha256').update(text).digest('hex'))
  })

  it('gives each contract the calendar that its file settles', async () => {
    const { contracts } = await readContracts(await contractFolder({ 'voorbeeld.yaml': sampleText }))
    const calendar = contracts.get('voorbeeld')!.calendar
    const workday = (date: string) => isWorkday(calendar, Temporal.PlainDate.from(date), 'act-within')
    expect(workday('2027-05-05')).toBe(false)
    expect(isWorkday(calendar, Temporal.PlainDate.from('2027-04-26'), 'act-before')).toBe(false)
    expect(workday('2027-04-26')).toBe(true)
    expect(calendar.closingDays.has('2026-12-24')).toBe(true)
  })

  it('reads the good files beside a broken one, and says of the broken one where and what', async () => {
    const broken = sampleText.replace('id: voorbeeld', 'id: kapot').replace('title: Voorbeeld\n', '')
    const dir = await contractFolder({ 'kapot.yaml': broken, 'voorbeeld.yaml': sampleText })
    const { contracts, problems } = await readContracts(dir)
    expect([...contracts.keys()]).toEqual(['voorbeeld'])
    expect(problems).toEqual([
      {
        file: 'kapot.yaml',
        line: 1,
        column: 1,
        path: 'title',
        message: '`title` ontbreekt.',
        advice: 'Voeg `title` toe. Hoe het contract heet.',
      },
    ])
  })

  it('refuses a file that is not named after its id', async () => {
    const { contracts, problems } = await readContracts(await contractFolder({ 'anders.yaml': sampleText }))
    expect(contracts.size).toBe(0)
    expect(problems).toMatchObject([
      {
        file: 'anders.yaml',
        line: 1,
        path: 'id',
        message: 'De id is `voorbeeld`, maar het bestand heet anders.yaml.',
        advice: 'Noem het bestand voorbeeld.yaml, of verander de id.',
      },
    ])
  })

  it('refuses a second file with the same id and keeps the one that is named after it', async () => {
    const dir = await contractFolder({ 'kopie.yaml': `# kopie\n${sampleText}`, 'voorbeeld.yaml': sampleText })
    const { contracts, problems } = await readContracts(dir)
    expect(contracts.get('voorbeeld')?.text).toBe(sampleText)
    expect(problems).toMatchObject([
      { file: 'kopie.yaml', line: 2, path: 'id', message: 'De id `voorbeeld` staat ook in voorbeeld.yaml.' },
    ])
  })

  it.each([
    ['a file on .yml', { 'voorbeeld.yml': sampleText }, 'Hernoem het naar .yaml.'],
    ['a folder that is called a file', { 'voorbeeld.yaml/': '' }, 'Controleer of het een gewoon, leesbaar bestand is.'],
    [
      'a file in another encoding',
      { 'voorbeeld.yaml': Buffer.from(sampleText.replace('Voorbeeld', 'Voorbëeld'), 'latin1') },
      'Sla het op als UTF-8.',
    ],
    [
      'a file of a megabyte',
      { 'voorbeeld.yaml': `${sampleText}${'#\n'.repeat(512 * 1024)}` },
      'Zet het contract terug.',
    ],
  ])('does not pass over %s', async (_, files, advice) => {
    const { contracts, problems } = await readContracts(await contractFolder(files))
    expect(contracts.size).toBe(0)
    expect(problems).toMatchObject([{ line: 1, column: 1, path: '', advice }])
  })

  it('passes over what is no contract: the schema, a note, a hidden file', async () => {
    const files = { 'voorbeeld.yaml': sampleText, 'contract.schema.json': '{', 'lees-mij.txt': '', '.half.yaml': 'x' }
    expect((await readContracts(await contractFolder(files))).problems).toEqual([])
  })

  it('says so when the folder is empty or not there', async () => {
    const empty = await contractFolder({})
    expect((await readContracts(empty)).problems).toMatchObject([
      { file: empty, message: 'In deze map staat geen contract.' },
    ])
    expect((await readContracts(path.join(empty, 'weg'))).problems).toMatchObject([
      { message: 'Deze map met contracten is niet te lezen.', advice: 'Controleer of de map bestaat en leesbaar is.' },
    ])
  })
})
