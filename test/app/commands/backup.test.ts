import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Manifest } from '#src/app/backup/manifest.ts'
import { readKeyFile } from '#src/app/config/config.ts'
import { startEmbeddedPostgres } from '#src/app/embedded/postgres.ts'
import { openDatabase, type OpenDatabase } from '#src/store/database.ts'
import { newKey } from '#src/store/encryption.ts'
import { destroySubjectKey, openKeyring } from '#src/store/keyring.ts'
import { createOverview } from '#src/store/overview.ts'
import { counts, opkomst, startOpkomst } from '#test/support/opkomst.ts'
import { until } from '#test/support/until.ts'
import { makeTemporaryFolder, removeFolder } from '#test/support/temporary-folder.ts'

const folder = makeTemporaryFolder()
const at = (...names: string[]): string => path.join(folder, ...names)
const original = { DATA_DIR: at('data') }
const [copies, keys] = [at('copies'), at('keys')]

interface Listed {
  readonly reference: string
}

const list = async (settings: { DATA_DIR: string }): Promise<Listed[]> =>
  (JSON.parse((await opkomst(['journeys', 'list', '--json'], settings)).out) as Listed[]).map(({ reference }) => ({
    reference,
  }))

/** An empty data folder that has the master key already, as an operator brings it from its third place. */
function emptyFolderWithKey(name: string, from = at('data', 'master.key')): { DATA_DIR: string } {
  mkdirSync(at(name), { mode: 0o711 })
  copyFileSync(from, at(name, 'master.key'))
  return { DATA_DIR: at(name) }
}

const backup = () => opkomst(['backup', copies, '--keys-to', keys], original)
const restoreInto = (settings: { DATA_DIR: string }, from = copies, keysFrom = keys) =>
  opkomst(['restore', from, '--keys-from', keysFrom], settings)

/** The database of a data folder that nothing runs on. */
async function inDatabase<Result>(
  { DATA_DIR: dataDir }: { DATA_DIR: string },
  work: (db: OpenDatabase['db']) => Promise<Result>,
): Promise<Result> {
  const server = await startEmbeddedPostgres({ dataDir, log: () => {} })
  const { db, close } = openDatabase(server.url, { max: 1, onError: () => {} })
  try {
    return await work(db)
  } finally {
    await close()
    await server.stop()
  }
}

const eraseSomebody = (settings: { DATA_DIR: string }): Promise<void> =>
  inDatabase(settings, async (db) => {
    const { id } = await db.selectFrom('participants').select('id').limit(1).executeTakeFirstOrThrow()
    await destroySubjectKey(db, id)
  })

/** Names that can still be opened with the keys of this data folder. */
const readableNames = (settings: { DATA_DIR: string }): Promise<string[]> =>
  inDatabase(settings, async (db) => {
    const master = readKeyFile(path.join(settings.DATA_DIR, 'master.key'))
    const keyring = await openKeyring(db, master ?? newKey())
    const { rows } = await createOverview(db, keyring).journeys({ kind: 'all' }, { page: 1, size: 10 })
    return rows.map(({ participant }) => participant.name.full)
  })

/** A backup of the keys as it would have been made before one participant came. */
async function withoutOneKey(): Promise<string> {
  const id = await inDatabase(
    original,
    async (db) => (await db.selectFrom('participants').select('id').limit(1).executeTakeFirstOrThrow()).id,
  )
  const name = readdirSync(keys).find((file) => file.endsWith('.keys')) ?? ''
  const lines = gunzipSync(readFileSync(path.join(keys, name)))
    .toString()
    .split('\n')
    .filter((line) => !line.includes(id))
  const file = gzipSync(lines.join('\n'))
  const manifest = Manifest.parse(JSON.parse(readFileSync(path.join(keys, `${name}.json`), 'utf8')))
  const tables = { ...manifest.tables, 'keys.subject_keys': (manifest.tables['keys.subject_keys'] ?? 0) - 1 }
  mkdirSync(at('earlier-keys'))
  writeFileSync(at('earlier-keys', name), file)
  writeFileSync(
    at('earlier-keys', `${name}.json`),
    JSON.stringify({ ...manifest, tables, sha256: createHash('sha256').update(file).digest('hex') }),
  )
  return at('earlier-keys')
}

beforeAll(async () => {
  const running = await startOpkomst(original)
  await until('the demo', async () => {
    const { received, unread } = await counts(original)
    return received === 3 && unread === 0
  })
  // Beside the running program, as an operator does it every night.
  const { code, err } = await backup()
  if (code !== 0) throw new Error(err)
  await running.end('SIGTERM')
}, 60_000)

afterAll(() => removeFolder(folder))

describe('opkomst backup and restore', { timeout: 60_000 }, () => {
  it('puts everything back in an empty place, with chains that fit and people who can be read', async () => {
    const settings = emptyFolderWithKey('restored')
    const restored = await restoreInto(settings)
    expect(restored.err).toBe('')
    expect(restored).toMatchObject({
      code: 0,
      out: expect.stringContaining('2 trajecten, alle logboeken kloppen') as unknown,
    })
    expect(await list(settings)).toEqual(await list(original))
    expect(await counts(settings)).toEqual(await counts(original))
    const checked = await opkomst(['reconcile', '--json'], settings)
    expect(JSON.parse(checked.out)).toMatchObject({ ok: true, mails: 3, journeys: 2, differences: [] })
    const running = await startOpkomst(settings)
    expect(await (await fetch(`${running.url}/deelnemers`)).text()).toContain('Fatima Yilmaz')
    await running.end('SIGTERM')
  })

  it('keeps sending stopped after a restore: what waited then may have gone out since', async () => {
    const status = await opkomst(['sending', 'status', '--json'], { DATA_DIR: at('restored') })
    expect(JSON.parse(status.out)).toMatchObject({ stopped: true })
  })

  it('holds no person, neither in the database nor in the keys: each is unreadable without the other and the master key', () => {
    const files = [
      ...readdirSync(copies).map((file) => path.join(copies, file)),
      ...readdirSync(keys).map((file) => path.join(keys, file)),
    ]
    expect(files).toHaveLength(4)
    for (const file of files) {
      expect(statSync(file).mode & 0o077).toBe(0)
      const text = file.endsWith('.json') ? readFileSync(file, 'utf8') : gunzipSync(readFileSync(file)).toString()
      for (const personal of ['Yilmaz', 'Osei', '1234567', readFileSync(at('data', 'master.key'), 'utf8').trim()])
        expect(text).not.toContain(personal)
      // The client number, with or without its letter; not five digits that stand in what is encrypted by chance.
      expect(text).not.toMatch(/(?<![\da-f])20411(?![\da-f])/i)
    }
    const database = gunzipSync(
      readFileSync(path.join(copies, readdirSync(copies).find((file) => file.endsWith('.db')) ?? '')),
    ).toString()
    expect(database).toContain('#public.journeys')
    expect(database).not.toContain('#keys.')
  })

  it('leaves out who was erased after the backup of the database, when the backup of the keys is of later', async () => {
    const settings = emptyFolderWithKey('erased')
    await restoreInto(settings)
    await eraseSomebody(settings)
    await opkomst(['keys', 'backup', at('later-keys')], settings)
    const later = emptyFolderWithKey('after-erasure')
    const restored = await restoreInto(later, copies, at('later-keys'))
    expect(restored).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 deelnemers zijn niet meer te lezen') as unknown,
    })
    expect(await readableNames(later)).toHaveLength(1)
  })

  it('brings back the rest when the backup of the keys is of before somebody came', async () => {
    const earlier = await withoutOneKey()
    const settings = emptyFolderWithKey('with-earlier-keys')
    const restored = await restoreInto(settings, copies, earlier)
    expect(restored).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 deelnemers zijn niet meer te lezen') as unknown,
    })
    expect(await readableNames(settings)).toHaveLength(1)
    expect(await list(settings)).toHaveLength(2)
  })

  it('refuses to put data among data', async () => {
    const refused = await restoreInto({ DATA_DIR: at('restored') })
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('niet leeg') as unknown })
  })

  it('refuses to make a new master key for a restore', async () => {
    mkdirSync(at('no-key'), { mode: 0o711 })
    const refused = await restoreInto({ DATA_DIR: at('no-key') })
    expect(refused).toMatchObject({ code: 78, err: expect.stringContaining('hoofdsleutel ontbreekt') as unknown })
    expect(readdirSync(at('no-key'))).not.toContain('master.key')
  })

  it('refuses keys that were wrapped with another master key', async () => {
    writeFileSync(at('other.key'), Buffer.alloc(32, 7).toString('base64'))
    const refused = await restoreInto(emptyFolderWithKey('other-key', at('other.key')))
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('hoofdsleutel') as unknown })
  })

  it('refuses a file that was changed', async () => {
    mkdirSync(at('damaged'))
    for (const file of readdirSync(copies)) copyFileSync(path.join(copies, file), at('damaged', file))
    const file = at('damaged', readdirSync(copies).find((name) => name.endsWith('.db')) ?? '')
    const bytes = readFileSync(file)
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1)
    writeFileSync(file, bytes)
    const refused = await restoreInto(emptyFolderWithKey('from-damaged'), at('damaged'))
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('niet zoals het werd gemaakt') as unknown })
  })

  it('puts nothing back when a journal does not fit, and a good copy in the same place after that', async () => {
    mkdirSync(at('altered'))
    const name = readdirSync(copies).find((file) => file.endsWith('.db')) ?? ''
    const lines = gunzipSync(readFileSync(path.join(copies, name)))
      .toString()
      .replace('"type":"referral_accepted"', '"type":"referral_withdrawn"')
    const file = gzipSync(lines)
    const manifest = Manifest.parse(JSON.parse(readFileSync(path.join(copies, `${name}.json`), 'utf8')))
    const sha256 = createHash('sha256').update(file).digest('hex')
    writeFileSync(at('altered', name), file)
    writeFileSync(at('altered', `${name}.json`), JSON.stringify({ ...manifest, sha256 }))
    const settings = emptyFolderWithKey('from-altered')
    const refused = await restoreInto(settings, at('altered'))
    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringMatching(/niets teruggezet: het logboek van/) as unknown,
    })
    expect(await restoreInto(settings)).toMatchObject({ code: 0, err: '' })
    expect(await list(settings)).toHaveLength(2)
  })

  it('refuses the same folder, or one in the other, for the database and the keys', async () => {
    for (const together of [copies, path.join(copies, 'keys')]) {
      const refused = await opkomst(['backup', copies, '--keys-to', together], original)
      expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('niet in dezelfde map') as unknown })
    }
    expect(readdirSync(copies)).not.toContain('keys')
  })

  it('refuses to put the keys where the database was copied to on another day, and the other way round', async () => {
    for (const [verb, folder] of [
      [['keys', 'backup'], copies],
      [['backup'], keys],
    ] as const) {
      const before = readdirSync(folder)
      const refused = await opkomst([...verb, folder], original)
      expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('niet in dezelfde map') as unknown })
      expect(readdirSync(folder)).toEqual(before)
    }
  })

  it('says in one sentence that a folder cannot be used', async () => {
    const file = path.join(copies, readdirSync(copies)[0] ?? '')
    for (const folder of [file, path.join(file, 'deeper')]) {
      const refused = await opkomst(['backup', folder], original)
      expect(refused).toMatchObject({
        code: 1,
        err: expect.stringMatching(/^De map .+ kies een andere map/) as unknown,
      })
    }
  })

  it('throws away copies of keys that are older than seven days: who was erased stays erased', async () => {
    const old = readdirSync(keys).find((file) => file.endsWith('.keys')) ?? ''
    const longAgo = new Date(Date.now() - 8 * 24 * 60 * 60 * 1_000)
    utimesSync(path.join(keys, old), longAgo, longAgo)
    const made = await opkomst(['keys', 'backup', keys], original)
    expect(made).toMatchObject({ code: 0, out: expect.stringContaining('1 sleutelkopieën') as unknown })
    expect(readdirSync(keys)).not.toContain(old)
    expect(readdirSync(keys)).toHaveLength(2)
  })
})
