import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runDemo } from '#src/app/commands/demo.ts'
import { textPathsIn } from '#src/app/knowledge/load-knowledge.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
let folder: string

/** The project's texts in a folder of their own, with one rule of one contract changed. */
async function textsWith(file: string, from: string, to: string) {
  for (const part of ['contracts', 'flows', 'templates', 'config'])
    await cp(path.join(root, part), path.join(folder, part), { recursive: true })
  const contract = path.join(folder, 'contracts', file)
  const text = await readFile(contract, 'utf8')
  expect(text, 'the rule that the test changes stands in the file').toContain(from)
  await writeFile(contract, text.replace(from, to))
  return textPathsIn(folder)
}

async function output(texts = textPathsIn(root)): Promise<string> {
  const lines: string[] = []
  await runDemo((line) => lines.push(line), { json: false, texts })
  return lines.join('\n').replace(/\s+/g, ' ')
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'opkomst-demo-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the demo', () => {
  it('tells three stories, each step with its clause or house rule', async () => {
    const text = await output()
    expect(text).toContain('✓ eis 9 · uitgenodigd binnen de termijn')
    expect(text).toContain('✓ eis 51 · uitnodiging op tijd vooraf')
    expect(text).toContain('Geldig volgens eis 43 zodra het bewijs is gezien.')
    expect(text).toContain('✓ eis 44 · niet verschenen op tijd gemeld')
    expect(text).toContain('do 12 november 2026, 11:30 Opkomst mailt de consulent')
    expect(text).not.toContain('✗')
  })

  it('follows the contract files: another term there is another story here', async () => {
    const text = await output(
      await textsWith('lansingerland.yaml', 'within: { workdays: 10 }', 'within: { workdays: 9 }'),
    )
    expect(text).toContain('aanmelding ma 2 nov 2026 09:15 + 9 werkdagen = vr 13 nov 2026 09:15')
    expect(text).not.toContain('+ 10 werkdagen')
  })
})
