import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { counts, opkomst, startOpkomst, type Running } from '#test/support/opkomst.ts'
import { until } from '#test/support/until.ts'
import { makeTemporaryFolder, removeFolder } from '#test/support/temporary-folder.ts'

let folder: string
let all: Running[]

beforeEach(() => {
  folder = makeTemporaryFolder()
  all = []
})
afterEach(async () => {
  // The one that owns the database last.
  for (const running of all.toReversed()) await running.end('SIGTERM')
  removeFolder(folder)
})

const settings = () => ({ DATA_DIR: path.join(folder, 'data') })

async function begin(...args: string[]): Promise<Running> {
  const running = await startOpkomst(settings(), args)
  all.push(running)
  return running
}

const postmaster = (): number =>
  Number(readFileSync(path.join(folder, 'data', 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

describe('more than one process on the same data', { timeout: 60_000 }, () => {
  it('lets workers join a start, and handles each mail once', async () => {
    await begin('start')
    const worker = await begin('worker')
    await begin('worker')
    await until('the mails of the demo', async () => (await counts(settings())).received === 3)
    await until('their reading', async () => (await counts(settings())).unread === 0)
    expect(await counts(settings())).toMatchObject({ received: 3, handled: 2, waiting: 1 })
    const { out } = await opkomst(['reconcile', '--json'], settings())
    expect(JSON.parse(out)).toMatchObject({ ok: true, journeys: 2, differences: [] })
    const mails = JSON.parse((await opkomst(['inbox', 'list', '--json'], settings())).out) as {
      mails: { reference: string; outcome: string }[]
    }
    const waiting = mails.mails.find(({ outcome }) => outcome === 'waiting')
    const shown = await opkomst(['inbox', 'show', waiting?.reference ?? ''], settings())
    expect(shown.out).toMatch(/^binnengekomen (ma|di|wo|do|vr|za|zo) \d+ [a-z]+ \d{4}, \d\d:\d\d$/m)
    expect(shown.out).toContain('wacht op een mens')
    expect(shown.out).toMatch(/^reden +Het is niet zeker dat de afzender echt is wie hij zegt te zijn$/m)
    expect(worker.said()).toContain(`Logboek     ${path.join(folder, 'data', 'opkomst.log')}`)
    expect(worker.said()).not.toContain('{')
    expect(readFileSync(path.join(folder, 'data', 'opkomst.log'), 'utf8')).toContain(`"pid":${String(worker.pid)}`)
  })

  it('lets a worker run alone, on a database server of its own that ends with it', async () => {
    const worker = await begin('worker')
    const { out, code } = await opkomst(['inbox', 'counts'], settings())
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('0 ontvangen') as unknown })
    expect(await worker.end('SIGTERM')).toMatchObject({ code: 0 })
    all = []
  })

  it('brings the database back when it is killed, says so, and goes on', async () => {
    const running = await begin('start')
    await until('health', async () => (await fetch(`${running.url}/health`)).ok)
    process.kill(postmaster(), 'SIGKILL')
    await until('the words for a person', () => running.said().includes('PostgreSQL is onverwacht gestopt'))
    await until(
      'the mails of the demo',
      async () => {
        const { received, unread } = await counts(settings()).catch(() => ({ received: 0, unread: 1 }))
        return received === 3 && unread === 0
      },
      30_000,
    )
    await until('health', async () => (await fetch(`${running.url}/health`)).ok)
    expect((await fetch(running.url)).status).toBe(200)
  })
})
