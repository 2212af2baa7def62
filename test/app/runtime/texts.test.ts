import { appendFileSync, cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
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
    expect(err.trim()).not.toBe('')
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
