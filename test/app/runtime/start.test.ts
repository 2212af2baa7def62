import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isAlive } from '#src/app/embedded/process-identity.ts'
import { counts, opkomst, startOpkomst, type Finished, type Running } from '#test/support/opkomst.ts'
import { until } from '#test/support/until.ts'
import { makeTemporaryFolder, removeFolder } from '#test/support/temporary-folder.ts'

let folder: string
let running: Running | undefined

beforeAll(() => {
  folder = makeTemporaryFolder()
})
afterAll(async () => {
  await stop('SIGTERM')
  removeFolder(folder)
})

const settings = () => ({ DATA_DIR: path.join(folder, 'data') })

/** The server process of the embedded database. */
const postmaster = (): number =>
  Number(readFileSync(path.join(folder, 'data', 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

/** The one that runs, or a new one: a start takes seconds, and most tests can share it. */
const start = async (): Promise<Running> => (running ??= await startOpkomst(settings()))

async function stop(signal: NodeJS.Signals): Promise<Finished | undefined> {
  const ended = running
  running = undefined
  return ended?.end(signal)
}

const allMails = () => until('the mails of the demo', async () => (await counts(settings())).received === 3)
/** What a start before was reading when it ended is handed out again after a minute. */
const allRead = () => until('the reading of the mails', async () => (await counts(settings())).unread === 0, 80_000)

describe('opkomst start, on nothing but what npm brings', { timeout: 120_000 }, () => {
  it('says in a few lines what runs where and which page to open, and shows it', async () => {
    const { url, said } = await start()
    const lines = said().trim().split('\n')
    expect(lines.length).toBeLessThan(14)
    for (const words of [
      path.join(folder, 'data', 'postgres'),
      'master.key',
      'alleen op deze computer (127.0.0.1)',
      'nog geen accounts',
    ])
      expect(said()).toContain(words)
    expect(lines.at(-1)).toContain(url)
    const page = await fetch(url)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Opkomst')
    expect(await (await fetch(`${url}/health`)).json()).toEqual({ ok: true })
  })

  it('brings two referrals that are accepted and one mail that waits for a person', async () => {
    await start()
    await allMails()
    await allRead()
    expect(await counts(settings())).toMatchObject({ received: 3, handled: 2, waiting: 1 })
  })

  it('writes the log beside the data, without a person in it', async () => {
    await start()
    await allMails()
    const log = readFileSync(path.join(folder, 'data', 'opkomst.log'), 'utf8')
    expect(log).toContain('"msg":"started"')
    for (const personal of ['Yilmaz', 'Osei', 'Haddad', 'K-20411', '12345671', '1234 5671'])
      expect(log).not.toContain(personal)
  })

  it('refuses a second start on the same data, and says who has them', async () => {
    const { pid } = await start()
    const second = await opkomst(['start'], settings())
    expect(second.code).toBe(1)
    expect(second.err).toContain(`proces ${String(pid)}`)
    expect(second.err).not.toContain('    at ')
  })

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'stops on %s, in order and within five seconds, and leaves no process behind',
    async (signal) => {
      const { pid } = await start()
      const server = postmaster()
      expect(isAlive(server)).toBe(true)
      const asked = performance.now()
      const said = await stop(signal)
      expect(performance.now() - asked).toBeLessThan(5_000)
      expect({ code: said?.code, server: isAlive(server), own: isAlive(pid) }).toEqual({
        code: 0,
        server: false,
        own: false,
      })
      expect(said?.out).toContain('Opkomst is gestopt.')
    },
  )

  it('loses nothing when it is killed: the next start finds all, on the database server that stayed behind', async () => {
    await start()
    await allMails()
    const server = postmaster()
    await stop('SIGKILL')
    expect(isAlive(server)).toBe(true)
    await start()
    expect(await counts(settings())).toMatchObject({ received: 3 })
    expect(postmaster()).toBe(server)
    await allRead()
    const checked = await opkomst(['reconcile', '--json'], settings())
    expect(JSON.parse(checked.out)).toMatchObject({ ok: true, mails: 3, journeys: 2, differences: [] })
  })

  it('brings the invented mails once, not again at every start', async () => {
    await start()
    await allMails()
    await stop('SIGTERM')
    await start()
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    expect(await counts(settings())).toMatchObject({ received: 3 })
    const listed = await opkomst(['inbox', 'list', '--json'], settings())
    expect(JSON.parse(listed.out)).toMatchObject({ total: 3 })
  })

  it('says so at once when the port is taken, before a database is made', async () => {
    const { url } = await start()
    const other = { DATA_DIR: path.join(folder, 'other'), PORT: new URL(url).port }
    const refused = await opkomst(['start'], other)
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('is al in gebruik') as unknown })
    expect(refused.out).not.toContain('PostgreSQL')
    expect(existsSync(path.join(folder, 'other', 'postgres'))).toBe(false)
    await stop('SIGTERM')
    running = await startOpkomst({ ...settings(), DATA_DIR: other.DATA_DIR }) // the folder was given free
  })

  it.each(['/proc/opkomst', '/proc/opkomst/data', '/dev/null/data'])(
    'refuses a data folder that cannot be made, %s, in one sentence',
    async (dataDir) => {
      for (const verb of ['start', 'worker']) {
        const { code, err } = await opkomst([verb], { DATA_DIR: dataDir })
        expect(code).toBe(78)
        expect(err).toContain(`In de gegevensmap ${dataDir} kan niet worden geschreven`)
        expect(err).not.toContain('    at ')
      }
    },
  )
})
