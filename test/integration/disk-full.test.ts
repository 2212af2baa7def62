import { execFileSync } from 'node:child_process'
import { chmodSync, closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findEmbeddedPostgres } from '#src/app/embedded/postgres.ts'
import { opkomst as commandLine } from '../support/opkomst.ts'
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts'
import { person, referralOf } from './people.ts'
import { openRecords } from './records.ts'
import { openScene } from './scene.ts'
import { until } from '../support/until.ts'

/** A disk of so many megabytes; undefined where this user may not make one. */
function smallDisk(megabytes: number): { readonly folder: string; remove(): void } | undefined {
  const parent = makeTemporaryFolder()
  const folder = path.join(parent, 'disk')
  mkdirSync(folder)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    removeFolder(parent)
    return undefined
  }
  chmodSync(folder, 0o711)
  return {
    folder,
    remove() {
      execFileSync('umount', ['-l', folder])
      removeFolder(parent)
    },
  }
}

/** Writes until nothing fits any more. */
function fill(folder: string): () => void {
  const file = path.join(folder, 'full')
  const handle = openSync(file, 'w')
  try {
    for (let size = 1024 * 1024; size >= 512;) {
      try {
        writeSync(handle, Buffer.alloc(size))
      } catch {
        size /= 2
      }
    }
  } finally {
    closeSync(handle)
  }
  return () => rmSync(file)
}

const probe = smallDisk(1)
probe?.remove()
const mayMount = probe !== undefined
const title = mayMount ? 'a full disk' : 'a full disk (needs root: this user may not mount one)'

describe.skipIf(!mayMount)(title, () => {
  it('is told; mails stay on the server and come in when there is room', async () => {
    await using scene = await openScene()
    const disk = smallDisk(200)
    if (!disk) throw new Error('no disk')
    scene.defer(async () => disk.remove())
    const { DATABASE_URL: _, MASTER_KEY: __, ...environment } = scene.provider.environment
    const dataDir = path.join(disk.folder, 'data')
    const opkomst = await scene.startIn({ ...environment, DATA_DIR: dataDir, EMBEDDED_DATABASE: 'accepted' })
    const url = findEmbeddedPostgres(dataDir) ?? ''
    const masterKey = Buffer.from(readFileSync(path.join(dataDir, 'master.key'), 'utf8'), 'base64')
    const records = await openRecords({ url, masterKey, textsDir: scene.provider.place.textsDir })
    scene.defer(() => records.close())
    const makeRoom = fill(disk.folder)
    let number = 0
    await until('a mail could not be stored', () => {
      scene.provider.deliver(Buffer.concat([referralOf(person((number += 1))), Buffer.alloc(200_000, 'x')]))
      return opkomst.lines.some((line) => line.includes('Een mail kon niet worden opgeslagen'))
    })
    makeRoom()
    await until('all mails are stored', async () => (await records.overview.ledger()).received === number)
    await scene.whileTimePasses('all are handled', async () => (await records.overview.ledger()).handled === number)
    expect(opkomst.lines).toContain('Weer goed: leest de mailbox.')
    expect(await records.differences()).toEqual([])
  }, 120_000)

  it('is told by a start that cannot begin', async () => {
    await using scene = await openScene()
    const disk = smallDisk(1)
    if (!disk) throw new Error('no disk')
    scene.defer(async () => disk.remove())
    const { DATABASE_URL: _, MASTER_KEY: __, ...environment } = scene.provider.environment
    fill(disk.folder)
    const { code, err } = await commandLine(['start'], {
      ...environment,
      DATA_DIR: path.join(disk.folder, 'data'),
      EMBEDDED_DATABASE: 'accepted',
    })
    expect(code).toBe(1)
    expect(err).toMatch(/schijf is vol: maak ruimte/)
  }, 120_000)
})
