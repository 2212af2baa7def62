import {
  copyFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  chmodSync,
} from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '#src/app/config/env.ts'
import { counts, opkomst, startOpkomst, type Running } from '#test/support/opkomst.ts'
import { until } from '#test/support/until.ts'
import { makeTemporaryFolder, removeFolder } from '#test/support/temporary-folder.ts'

const folder = makeTemporaryFolder()
const settings = { DATA_DIR: path.join(folder, 'data') }
const keyFile = path.join(folder, 'data', 'master.key')
const key = (): string => readFileSync(keyFile, 'utf8')
let running: Running

beforeAll(async () => {
  running = await startOpkomst(settings)
  await until('the mails of the demo', async () => (await counts(settings)).handled === 2)
}, 60_000)
afterAll(async () => {
  await running.end('SIGTERM')
  removeFolder(folder)
})

const restart = async (): Promise<void> => {
  running = await startOpkomst(settings)
}

describe('opkomst keys rotate', { timeout: 60_000 }, () => {
  it('refuses while anything runs, because it holds the old key in its memory', async () => {
    const before = key()
    const refused = await opkomst(['keys', 'rotate'], settings)
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('stop eerst') as unknown })
    expect(key()).toBe(before)
  })

  it('wraps every key anew, keeps the old one aside, and reads everything with the new one', async () => {
    await running.end('SIGTERM')
    const before = key()
    const { code, err } = await opkomst(['keys', 'rotate'], settings)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(key()).not.toBe(before)
    expect(statSync(keyFile).mode & 0o777).toBe(0o600)
    const kept = readdirSync(settings.DATA_DIR).filter((name) => name.endsWith('.old'))
    expect(kept.map((name) => readFileSync(path.join(settings.DATA_DIR, name), 'utf8'))).toEqual([before])
    await restart()
    expect(await (await fetch(`${running.url}/deelnemers`)).text()).toContain('Fatima Yilmaz')
    expect(await counts(settings)).toMatchObject({ handled: 2 })
  })

  it('finishes at the next start what a crash cut off between the database and the file', async () => {
    await running.end('SIGTERM')
    const old = key()
    await opkomst(['keys', 'rotate'], settings)
    // As it was before the last step: the new key lies beside the old one, and the database wants the new one.
    renameSync(keyFile, `${keyFile}.new`)
    writeFileSync(keyFile, old, { mode: 0o600 })
    const wanted = readFileSync(`${keyFile}.new`, 'utf8')
    const looked = await opkomst(['doctor', '--quick'], settings)
    expect(looked.out).toContain('een wissel is halverwege afgebroken')
    expect(key()).toBe(old)
    await restart()
    expect(key()).toBe(wanted)
    expect(await counts(settings)).toMatchObject({ handled: 2 })
  })

  it('asks for a file when the key is in a variable, which only a person can change', async () => {
    await running.end('SIGTERM')
    const inVariable = { ...settings, MASTER_KEY: key().trim() }
    expect(await opkomst(['keys', 'rotate'], inVariable)).toMatchObject({
      code: 2,
      err: expect.stringContaining('--to') as unknown,
    })
    expect(
      await opkomst(['keys', 'rotate', '--to', path.join(folder, 'nowhere', 'new.key')], inVariable),
    ).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^De map .+ bestaat niet/) as unknown,
    })
    const target = path.join(folder, 'new.key')
    const rotated = await opkomst(['keys', 'rotate', '--to', target], inVariable)
    expect(rotated.code).toBe(0)
    expect(rotated.out).not.toContain(readFileSync(target, 'utf8').trim())
    expect((await opkomst(['reconcile'], inVariable)).code).toBe(78)
    copyFileSync(target, keyFile)
    await restart()
  })
})

describe('a master key that is lost, or another one', { timeout: 60_000 }, () => {
  it('refuses the start with what to do, and makes no new one', async () => {
    await running.end('SIGTERM')
    const good = key()
    rmSync(keyFile)
    const lost = await opkomst(['start'], settings)
    expect(lost).toMatchObject({ code: 78, err: expect.stringContaining('zet hem terug uit uw kopie') as unknown })
    expect(readdirSync(settings.DATA_DIR)).not.toContain('master.key')
    writeFileSync(keyFile, Buffer.alloc(32, 9).toString('base64'), { mode: 0o600 })
    const other = await opkomst(['start'], settings)
    expect(other).toMatchObject({ code: 78, err: expect.stringContaining('niet die van deze gegevens') as unknown })
    writeFileSync(keyFile, 'geen sleutel', { mode: 0o600 })
    const broken = await opkomst(['start'], settings)
    expect(broken).toMatchObject({ code: 78, err: expect.stringContaining('32 bytes in base64') as unknown })
    for (const { err } of [lost, other, broken]) expect(err.trim().split('\n')).toHaveLength(1)
    writeFileSync(keyFile, good)
    await restart()
  })
})

describe('opkomst doctor', { timeout: 60_000 }, () => {
  interface Report {
    readonly ok: boolean
    readonly findings: readonly { readonly name: string; readonly ok: boolean; readonly words: string }[]
  }

  const doctor = async (more: Record<string, string> = {}): Promise<{ code: number | null; report: Report }> => {
    const { code, out } = await opkomst(['doctor', '--json'], { ...settings, ...more })
    return { code, report: JSON.parse(out) as Report }
  }
  const wrongNames = ({ findings }: Report): string[] => findings.filter(({ ok }) => !ok).map(({ name }) => name)

  it('finds everything well beside a running demo', async () => {
    const { code, report } = await doctor()
    expect({ code, wrong: wrongNames(report) }).toEqual({ code: 0, wrong: [] })
    for (const name of [
      'instellingen',
      'database',
      'wachtrij',
      'hoofdsleutel',
      'klok',
      'mailbox',
      'mailserver',
      'kanalen',
      'schijf',
      'contracten',
    ])
      expect(report.findings.map((finding) => finding.name)).toContain(name)
  })

  it('says that the key file may be read by others, and how to mend that', async () => {
    chmodSync(keyFile, 0o644)
    const { code, report } = await doctor()
    chmodSync(keyFile, 0o600)
    expect({ code, wrong: wrongNames(report) }).toEqual({ code: 1, wrong: ['sleutelbestand'] })
    expect(JSON.stringify(report)).toContain('chmod 600')
  })

  it('says of each server that it does not answer, which one and what to look at', async () => {
    const mail = {
      EMBEDDED_DATABASE: 'accepted',
      IMAP_URL: 'imap://post@127.0.0.1:9',
      IMAP_PASSWORD: 'geheim',
      SMTP_URL: 'smtp://127.0.0.1:9',
      REDIS_URL: 'redis://127.0.0.1:9',
      DKIM_CHECK: 'off',
    }
    const { code, report } = await doctor(mail)
    expect(code).toBe(1)
    expect(wrongNames(report)).toEqual(
      expect.arrayContaining(['mailbox', 'mailserver', 'wachtrij', 'afzenders', 'reservekopie']),
    )
    expect(JSON.stringify(report)).not.toContain('geheim')
  })

  it('looks at Redis also while there are no data yet', async () => {
    const { code, report } = await doctor({
      DATA_DIR: path.join(folder, 'nothing yet'),
      REDIS_URL: 'redis://127.0.0.1:9',
    })
    expect({ code, wrong: wrongNames(report) }).toEqual({ code: 1, wrong: ['wachtrij'] })
    expect(JSON.stringify(report)).toContain('REDIS_URL')
  })

  it('says before the next start does that a contract was changed under the same version', async () => {
    const texts = path.join(folder, 'texts')
    for (const name of ['contracts', 'flows', 'templates', 'config'])
      cpSync(path.join(projectRoot, name), path.join(texts, name), { recursive: true })
    const contract = path.join(texts, 'contracts', 'lansingerland.yaml')
    writeFileSync(contract, readFileSync(contract, 'utf8').replace('workdays: 10', 'workdays: 9'))
    const { code, report } = await doctor({ TEXTS_DIR: texts })
    expect({ code, wrong: wrongNames(report) }).toEqual({ code: 1, wrong: ['teksten'] })
    expect(JSON.stringify(report)).toMatch(/contract lansingerland versie \d+ is veranderd/)
    const refused = await opkomst(['worker'], { ...settings, TEXTS_DIR: texts })
    expect(refused).toMatchObject({
      code: 78,
      err: expect.stringContaining('contract lansingerland versie') as unknown,
    })
  })

  it('says that the database does not answer', async () => {
    const { code, report } = await doctor({
      DATABASE_URL: 'postgres://a:geheim@127.0.0.1:9/x',
      MASTER_KEY: key().trim(),
    })
    expect({ code, wrong: wrongNames(report) }).toMatchObject({
      code: 1,
      wrong: expect.arrayContaining(['database']) as unknown,
    })
    expect(report.findings.map((finding) => finding.name)).toEqual(expect.arrayContaining(['mailbox', 'klok']))
    expect(JSON.stringify(report)).not.toContain('geheim')
  })

  it('exits 78 with the whole list when the settings are wrong', async () => {
    const { code, report } = await doctor({ PORT: 'x', SENDING: 'x' })
    expect(code).toBe(78)
    expect(report.findings).toHaveLength(2)
  })

  it('looks at the database and the queue alone when asked to be quick, and asks nothing of others', async () => {
    const { code, out } = await opkomst(['doctor', '--quick', '--json'], settings)
    const { findings } = JSON.parse(out) as Report
    expect(code).toBe(0)
    expect(findings.map(({ name }) => name)).toEqual(['database', 'tabellen', 'wachtrij', 'hoofdsleutel', 'klok'])
  })

  it('says what ought to have been done long ago, and since when', async () => {
    await running.end('SIGTERM')
    const clockFile = path.join(settings.DATA_DIR, 'demo-clock')
    writeFileSync(clockFile, String(40 * 24 * 60 * 60_000))
    const { code, report } = await doctor()
    expect({ code, wrong: wrongNames(report) }).toEqual({ code: 1, wrong: ['werk'] })
    expect(report.findings.find(({ name }) => name === 'werk')?.words).toMatch(
      /^te laat: \d+ wekkers, het oudste van .+ 20\d\d, \d\d:\d\d: kijk of Opkomst draait/,
    )
    rmSync(clockFile)
    await restart()
  })
})
