import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { politely } from './politely.ts'
import { Refusal } from './stop-reason.ts'

/** A server that is silent is left behind with the process; the lock goes with its connection. */
const longestCloseMs = 1_000

/** Our number among PostgreSQL's advisory locks of this database. */
const lockNumber = 417_830_418

const connect = async (url: string): Promise<Client> => {
  const client = new Client({ connectionString: url, application_name: 'opkomst-mark', keepAlive: true })
  client.on('error', () => undefined) // seen by 'end' too
  await client.connect()
  return client
}

async function ask(client: Client, statement: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(`select ${statement}(${lockNumber}) as taken`)
  return rows[0]?.taken ?? false
}

export interface RunningMark {
  release(): Promise<void>
}

/**
 * Says in the database that a process works on it, for as long as it lives: any number may, but nothing that changes keys or data as a
 * whole goes on meanwhile. Taken again after the database was gone.
 */
export async function markRunning(url: string): Promise<RunningMark> {
  let released = false
  let client = await take(url)

  const keep = (): void => {
    client.once('end', () => void again())
  }
  const again = async (): Promise<void> => {
    while (!released) {
      await sleep(1_000, undefined, { ref: false })
      try {
        client = await take(url)
        if (released) await client.end()
        else keep()
        return
      } catch {
        // Still gone; the health of the database says so.
      }
    }
  }
  keep()
  return {
    async release() {
      released = true
      await politely(longestCloseMs, client.end())
    },
  }
}

async function take(url: string): Promise<Client> {
  const client = await connect(url)
  if (await ask(client, 'pg_try_advisory_lock_shared')) return client
  await client.end()
  throw new Refusal('De sleutels worden gewisseld of de gegevens teruggezet: wacht tot dat klaar is en start opnieuw.')
}

/** Runs work that nobody else may be at work beside; refuses while any process runs on this database. */
export async function withoutOthers<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
  const client = await connect(url)
  try {
    if (!(await ask(client, 'pg_try_advisory_lock')))
      throw new Refusal(
        'Opkomst draait nog op deze database: stop eerst elke start en worker, en probeer het dan opnieuw.',
      )
    return await work()
  } finally {
    await client.end()
  }
}
