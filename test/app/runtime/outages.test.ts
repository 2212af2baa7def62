import path from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { readConfig } from '#src/app/config/config.ts'
import { startDemoMailbox, type DemoMailbox } from '#src/app/embedded/demo-mailbox.ts'
import { start, type Running } from '#src/app/runtime/start.ts'
import { asAdmin } from '#test/support/admin.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import { until } from '#test/support/until.ts'
import { makeTemporaryFolder, removeFolder } from '#test/support/temporary-folder.ts'
import { openUnreliableLine, type UnreliableLine } from '#test/support/unreliable-line.ts'

let folder: string
let database: TestDatabase
let line: UnreliableLine
let lines: string[]
let running: Running | undefined
let mailbox: DemoMailbox | undefined

beforeEach(async () => {
  folder = makeTemporaryFolder()
  database = await createTestDatabase()
  const { hostname, port } = new URL(inject('databaseUrl'))
  line = await openUnreliableLine({ host: hostname, port: Number(port) })
  lines = []
})
afterEach(async () => {
  await running?.close()
  await mailbox?.stop()
  await line.close()
  await database.drop()
  removeFolder(folder)
  running = undefined
  mailbox = undefined
})

/** The database through a line that can be broken. */
function throughLine(): string {
  const url = new URL(database.url)
  url.hostname = '127.0.0.1'
  url.port = String(line.port)
  return url.href
}

async function begin(more: Record<string, string> = {}): Promise<string> {
  const reading = readConfig({
    DATA_DIR: path.join(folder, 'data'),
    PORT: '0',
    DATABASE_URL: throughLine(),
    MASTER_KEY: Buffer.alloc(32, 5).toString('base64'),
    LOG_LEVEL: 'error',
    ...more,
  })
  if (!reading.ok) throw new Error(reading.problems.join('\n'))
  running = await start({ ...reading, say: (text) => lines.push(text) })
  return /http:\S+/.exec(lines.join('\n'))?.[0] ?? ''
}

const said = (words: RegExp) => () => words.test(lines.join('\n'))
const health = async (url: string): Promise<number> => (await fetch(`${url}/health`)).status

describe('a running installation', { timeout: 60_000 }, () => {
  it.each(['dies', 'hangs'] as const)(
    'survives a database that %s, says so once, and goes on when it is back',
    async (how) => {
      const url = await begin()
      await until('health', async () => (await health(url)) === 200)
      if (how === 'dies') await line.cut()
      else line.silence()
      await until('the words for a person', said(/Let op: de database antwoordt niet/), 20_000)
      expect(await health(url)).toBe(503)
      await line.restore()
      await until('the end of it', said(/Weer goed: de database antwoordt/), 40_000)
      await until('health', async () => (await health(url)) === 200, 20_000)
      await until(
        'the mails of the demo',
        async () => (await (await fetch(`${url}/aanmeldingen`)).text()).includes('Mail '),
        30_000,
      )
      expect(lines.filter((text) => text.includes('de database antwoordt niet'))).toHaveLength(1)
    },
  )

  it('stops while the database hangs', async () => {
    await begin()
    line.silence()
    const asked = performance.now()
    await running?.close()
    running = undefined
    expect(performance.now() - asked).toBeLessThan(15_000)
  })

  it('says what is wrong with the mailbox, without the password', async () => {
    mailbox = await startDemoMailbox({ user: 'post', password: 'goed' })
    const account = { IMAP_URL: `imap://post@127.0.0.1:${String(mailbox.port)}`, SENDING: 'off' }
    await begin({ ...account, IMAP_PASSWORD: 'fout' })
    await until('the words for a person', said(/Let op: De mailserver .* weigert de gebruikersnaam of het wachtwoord/))
    expect(lines.join('\n')).not.toContain('fout')
  })

  it('says that the mail server cannot be reached, and where to look', async () => {
    await begin({ SMTP_URL: 'smtp://127.0.0.1:9', SENDING: 'off' })
    await until('the words for a person', said(/Let op: de mailserver neemt geen verbinding aan/))
    expect(lines.join('\n')).toContain('kijk naar SMTP_URL')
  })

  it('refuses to go on as a demo with real people, and the other way around', async () => {
    mailbox = await startDemoMailbox({ user: 'post', password: 'goed' })
    const real = { IMAP_URL: `imap://post@127.0.0.1:${String(mailbox.port)}`, IMAP_PASSWORD: 'goed', SENDING: 'off' }
    const url = await begin(real)
    mailbox.deliver('From: iemand@gemeente.example\r\nSubject: Aanmelding\r\n\r\nHallo')
    await until('the mail', async () => (await (await fetch(`${url}/aanmeldingen`)).text()).includes('Mail '))
    await running?.close()
    running = undefined
    await expect(begin()).rejects.toThrow('Deze database bevat echte aanmeldingen')
  })

  it('refuses to start when Redis does not answer, and says that it is Redis', async () => {
    await expect(begin({ REDIS_URL: 'redis://127.0.0.1:9' })).rejects.toThrow(
      'kijk of zij draait en of REDIS_URL klopt',
    )
  })

  it('refuses the database of a newer version of the program, before it changes anything', async () => {
    await begin()
    await running?.close()
    running = undefined
    await asAdmin(database.url, (client) => client.query(`insert into kysely_migration values ('9999-later', 'x')`))
    await expect(begin()).rejects.toThrow('Deze database is van een nieuwere versie van Opkomst')
  })
})
