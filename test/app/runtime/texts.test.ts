import { appendFileSync, cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { projectRoot } from '#src/app/config/env.ts'
import { opkomst, startOpkomst } from '#test/support/opkomst.ts'
import { makeTemporaryFolder, removeFolder } from '#test/support/temporary-folder.ts'

const folder = makeTemporaryFolder()
afterAll(() => removeFolder(folder))

/** The texts of the project, to change at will. */
function texts(name: string): string {
  const copy = path.join(folder, name)
  for (const part of ['contracts', 'flows', 'templates', 'config'])
    cpSync(path.join(projectRoot, part), path.join(copy, part), { recursive: true })
  return copy
}

describe('texts that people edit', { timeout: 60_000 }, () => {
  it('stop the start when a contract is broken, with file, line and what to do', async () => {
    const broken = texts('broken')
    const file = path.join(broken, 'contracts', 'arnhem.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('reminder_lead:', 'reminder_leed:'))
    const { code, err } = await opkomst(['start'], { DATA_DIR: path.join(folder, 'one'), TEXTS_DIR: broken })
    expect(code).toBe(78)
    expect(err).toMatch(/arnhem\.yaml, regel \d+: .*Bedoelde u `reminder_lead`\?/)
    expect(err).not.toContain('    at ')
  })

  it('stop the start when a contract changed under the same version: journeys that run under it would change unasked', async () => {
    const settings = { DATA_DIR: path.join(folder, 'two'), TEXTS_DIR: texts('changed') }
    await (await startOpkomst(settings)).end('SIGTERM')
    appendFileSync(path.join(settings.TEXTS_DIR, 'contracts', 'arnhem.yaml'), '# aangepast\n')
    const { code, err } = await opkomst(['start'], settings)
    expect(code).toBe(78)
    expect(err).toContain('geef de nieuwe tekst een hoger versienummer')
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  it('stop the start when the facts of the installation are no good', async () => {
    const broken = texts('facts')
    const file = path.join(broken, 'config', 'installation.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('place: noord', 'place: zuid'))
    const { code, err } = await opkomst(['start'], { DATA_DIR: path.join(folder, 'three'), TEXTS_DIR: broken })
    expect(code).toBe(78)
    expect(err).toContain('deze plaatsen bestaan niet: joost: zuid')
  })

  it('stop the start when the folder is not there', async () => {
    const { code, err } = await opkomst(['start'], {
      DATA_DIR: path.join(folder, 'four'),
      TEXTS_DIR: path.join(folder, 'nowhere'),
    })
    expect(code).toBe(78)
    expect(err).toContain('TEXTS_DIR is geen map die er is')
  })

  it('stand in one list with what else is wrong in the settings', async () => {
    const broken = texts('beside')
    writeFileSync(path.join(broken, 'contracts', 'arnhem.yaml'), 'id: arnhem\n')
    const data = { DATA_DIR: path.join(folder, 'five'), PORT: 'veel' }
    const nowhere = await opkomst(['start'], { ...data, TEXTS_DIR: path.join(folder, 'nowhere') })
    expect(nowhere).toMatchObject({
      code: 78,
      err: expect.stringMatching(/PORT is fout.*TEXTS_DIR is geen map/s) as unknown,
    })
    const wrong = await opkomst(['start'], { ...data, TEXTS_DIR: broken })
    expect(wrong).toMatchObject({ code: 78, err: expect.stringMatching(/PORT is fout.*arnhem\.yaml/s) as unknown })
  })

  it('are all read: a broken contract hides no mistake in the facts, nor in a text', async () => {
    const broken = texts('three-ways')
    writeFileSync(path.join(broken, 'contracts', 'arnhem.yaml'), 'id: arnhem\n')
    const file = path.join(broken, 'config', 'installation.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('place: noord', 'place: zuid'))
    rmSync(path.join(broken, 'flows', 'intake.yaml'))
    const { code, err } = await opkomst(['start'], { DATA_DIR: path.join(folder, 'six'), TEXTS_DIR: broken })
    expect(code).toBe(78)
    for (const words of [
      'arnhem.yaml, regel',
      'deze plaatsen bestaan niet: joost: zuid',
      'intake.yaml is niet te lezen',
    ])
      expect(err).toContain(words)
  })

  it('do not keep anyone from the stop button, the counts and a backup when they are broken, or the key is gone', async () => {
    const settings = { DATA_DIR: path.join(folder, 'two'), TEXTS_DIR: path.join(folder, 'nowhere') }
    renameSync(path.join(settings.DATA_DIR, 'master.key'), path.join(settings.DATA_DIR, 'elsewhere.key'))
    for (const command of [
      ['sending', 'stop'],
      ['sending', 'status'],
      ['inbox', 'counts'],
      ['inbox', 'list'],
      ['journeys', 'list'],
      ['backup', path.join(folder, 'backup')],
    ])
      expect(await opkomst(command, settings)).toMatchObject({ code: 0, err: '' })
  })
})
