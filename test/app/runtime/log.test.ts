import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLog } from '#src/app/runtime/log.ts'
import { makeTemporaryFolder, removeFolder } from '#test/support/temporary-folder.ts'

let folder: string
beforeEach(() => {
  folder = makeTemporaryFolder()
})
afterEach(() => removeFolder(folder))

const open = () => openLog({ dataDir: folder, logLevel: 'info', database: 'embedded' }, true)
const written = (): string => readFileSync(path.join(folder, 'opkomst.log'), 'utf8')

describe('the log', () => {
  it('is a file of JSON lines that only we may read', () => {
    const { log, close } = open()
    log.info({ mailId: '1' }, 'mail stored')
    close()
    expect(JSON.parse(written())).toMatchObject({ mailId: '1', msg: 'mail stored' })
    expect(statSync(path.join(folder, 'opkomst.log')).mode & 0o077).toBe(0)
  })

  it('blots out what may be of a person or a secret, however deep it stands', () => {
    const { log, close } = open()
    const person = { name: 'Fatima Yilmaz', phone: '+31612345671', email: 'f@voorbeeld.example', password: 'geheim' }
    log.warn({ ...person, mail: person, more: { row: person } }, 'something')
    close()
    expect(written()).not.toMatch(/Fatima|3161234|voorbeeld\.example|geheim/)
  })

  it('is put aside at a start once it has grown large', () => {
    const file = path.join(folder, 'opkomst.log')
    writeFileSync(file, '')
    truncateSync(file, 21 * 1024 * 1024)
    open().close()
    expect(statSync(file).size).toBe(0)
    expect(statSync(`${file}.1`).size).toBe(21 * 1024 * 1024)
  })
})
