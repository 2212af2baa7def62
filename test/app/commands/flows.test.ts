import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tryFlow } from '#src/app/commands/flows-try.ts'
import { ourLanguages } from '#src/domain/values/language.ts'
import { texts } from '#test/conversation/sample.ts'
import { runMain } from '#test/support/run-main.ts'
import { makeTemporaryFolder, removeFolder } from '#test/support/temporary-folder.ts'

const root = path.join(import.meta.dirname, '../../..')

let folder: string
beforeEach(() => {
  folder = makeTemporaryFolder()
  for (const part of ['flows', 'templates']) cpSync(path.join(root, part), path.join(folder, part), { recursive: true })
})
afterEach(() => removeFolder(folder))

const flows = (...args: string[]) => runMain('flows', ...args)

const file = () => path.join(folder, 'flows', 'intake.yaml')
const change = (from: string, to: string) => writeFileSync(file(), readFileSync(file(), 'utf8').replace(from, to))

describe('opkomst flows check', () => {
  it('finds the flow of this repository right, and says its version and how many steps it has', async () => {
    expect(await flows('check', folder)).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /^intake {2}goed: versie \d+, \d+ stappen, met other_slots versie \d+\.\n$/,
      ) as unknown,
    })
    expect(await flows('check', folder, '--json')).toMatchObject({ code: 0, out: '{"ok":true,"problems":[]}' })
  })

  it('prints of each problem the file, the line, what is wrong and what to do', async () => {
    change('text: confirmed', 'text: confirmd')
    const line =
      readFileSync(file(), 'utf8')
        .split('\n')
        .findIndex((one) => one.includes('text: confirmd')) + 1
    const { code, out } = await flows('check', folder)
    expect(code).toBe(1)
    expect(out).toContain(`${file()}:${String(line)}  `)
    expect(out).toContain('confirmd')
    const asJson = JSON.parse((await flows('check', folder, '--json')).out) as { ok: boolean; problems: unknown[] }
    expect(asJson).toMatchObject({ ok: false, problems: [{ line, kind: 'unknown_template' }] })
  })

  it('names a text that is only there in Dutch and English, once, with the languages that it misses', async () => {
    for (const language of ourLanguages.filter((one) => one !== 'nl' && one !== 'en'))
      rmSync(path.join(folder, 'templates', language, 'not_understood.liquid'))
    const { code, out } = await flows('check', folder)
    expect(code).toBe(1)
    expect(
      out.match(/Tekst 'not_understood' heeft geen vertaling \(tr, ar, pl, uk, ru, ti, fa, es, fr\)/g),
    ).toHaveLength(1)
    expect(out.trim().split('\n')).toHaveLength(1)
  })

  it('prints of a text what an editor must mend, with its file and line', async () => {
    const text = path.join(folder, 'templates', 'tr', 'person.liquid')
    writeFileSync(text, readFileSync(text, 'utf8').replace('{{ opening }}', 'uitkering'))
    const { code, out } = await flows('check', folder)
    expect(code).toBe(1)
    expect(out).toContain(`${text}:2  tr/person: {{ opening }} staat wel in de Nederlandse tekst en hier niet.`)
    expect(out).toContain("'uitkering' hoort niet in een bericht")
    const asJson = JSON.parse((await flows('check', folder, '--json')).out) as unknown
    expect(asJson).toMatchObject({ ok: false, problems: [{ kind: 'missing_word' }, { kind: 'forbidden_word' }] })
  })

  it('refuses a translation of which the header does not say who stands for it', async () => {
    const text = path.join(folder, 'templates', 'tr', 'person.liquid')
    writeFileSync(text, readFileSync(text, 'utf8').replace('vertaling: machine', 'vertaling: klaar'))
    const { code, err } = await flows('check', folder)
    expect(code).toBe(1)
    expect(err).toContain('templates/tr/person.liquid: de kop klopt niet. De eerste regel moet zijn:')
  })

  it('says in one sentence that a file is not there', async () => {
    const { code, err } = await flows('check', path.join(folder, 'nowhere'))
    expect(code).toBe(1)
    expect(err).toContain('is niet te lezen')
    expect(err).not.toContain('    at ')
  })
})

describe('opkomst flows draw', () => {
  it('prints the flow as Mermaid', async () => {
    const { code, out } = await flows('draw', folder)
    expect(code).toBe(0)
    expect(out).toMatch(/^flowchart TD\n/)
  })
})

describe('opkomst flows try', () => {
  async function tried(...typed: string[]): Promise<string> {
    const said: string[] = []
    const attempt = { ...texts, language: 'nl', purpose: 'invitation' } as const
    await tryFlow(attempt, Readable.from(typed), (line) => said.push(line))
    return said.join('\n')
  }

  it('invites, says what it understood and does, and answers', async () => {
    const said = await tried('kan niet', 'ben ziek', '2')
    expect(said).toContain('Kunt u komen?\n1 Ja, ik kom')
    expect(said).toContain('[begrijpt: choose reason:illness, ')
    expect(said).toContain('[doet: report_absence illness]')
    expect(said).toContain('2 donderdag 12 november 09:30')
    expect(said).toMatch(/\[doet: pick_slot 2\][^]*donderdag 12 november om 09:30/)
  })

  it('takes what is no text, with a caption or without', async () => {
    const said = await tried('[voice]', '[photo] kan het een andere dag?')
    expect(said).toContain('[begrijpt: unreadable, 1.00]')
    expect(said).toContain('kan alleen tekst lezen. Wilt u het typen?\n1 Ja, ik kom')
    expect(said).toContain('[doet: offer_slots]')
  })

  it('is silent once somebody wants a person', async () => {
    const said = await tried('ik wil iemand spreken', 'hallo?')
    expect(said.endsWith('[een medewerker heeft het gesprek: de bot zwijgt]')).toBe(true)
  })

  it.each([
    [['--taal', 'xx'], "De taal 'xx' is er niet. Kies uit: nl, en, tr, ar, pl, uk, ru, ti, fa, es, fr."],
    [['--begin', 'xx'], "Het bericht 'xx' is er niet."],
  ])('says what can be chosen when %j is not there', async (options, words) => {
    expect(await flows('try', folder, ...options)).toMatchObject({
      code: 2,
      err: expect.stringContaining(words) as unknown,
    })
  })
})
