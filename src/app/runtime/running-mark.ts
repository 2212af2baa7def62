import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { politely } from './politely.ts'
import { Refusal } from './stop-reason.ts'

/** A server that is silent is left behind with the process; the lock goes with its connection. */
const longestCloseMs = 1_000

/** Our numbers among PostgreSQL's advisory locks of this database: of every process that works on it, and of the one `start`. */
const ofProcess = 417_830_418
const ofStart = 417_830_419

/** The session of a start that was killed is there for a moment still. */
const longestWaitMs = 3_000
const lookAgainMs = 200

const connect = async (url: string): Promise<Client> => {
  const client = new Client({ connectionString: url, application_name: 'opkomst-mark', keepAlive: true })
  client.on('error', () => undefined) // seen by 'end' too
  await client.connect()
  return client
}

type Lock = 'pg_try_advisory_lock' | 'pg_try_advisory_lock_shared'

async function ask(client: Client, lock: Lock, number: number): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(`select ${lock}(${String(number)}) as taken`)
  return rows[0]?.taken ?? false
}

/** Without this the server would hold the lock of a machine that lost its power for hours. */
const noticeSoonThatWeAreGone =
  'set tcp_keepalives_idle = 20; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3'

/** The one `start`, or what works beside it: a worker, a command. */
export type Role = 'start' | 'beside'

export interface RunningMark {
  release(): Promise<void>
}

/**
 * Says in the database that a process works on it, for as long as it lives: any number of workers may and one `start`, but nothing that
 * changes keys or data as a whole goes on meanwhile. Taken again after the database was gone.
 */
export async function markRunning(url: string, role: Role): Promise<RunningMark> {
  let released = false
  let client = await take(url)
  if (role === 'start') await takeAlone(client)

  const keep = (): void => {
    client.once('end', () => void again())
  }
  const again = async (): Promise<void> => {
    while (!released) {
      await sleep(1_000, undefined, { ref: false })
      try {
        client = await take(url)
        if (role === 'start') await ask(client, 'pg_try_advisory_lock', ofStart) // we run: who came meanwhile does too
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
  if (await ask(client, 'pg_try_advisory_lock_shared', ofProcess)) {
    await client.query(noticeSoonThatWeAreGone)
    return client
  }
  await client.end()
  throw new Refusal('De sleutels worden gewisseld of de gegevens teruggezet: wacht tot dat klaar is en start opnieuw.')
}

async function takeAlone(client: Client): Promise<void> {
  const latest = performance.now() + longestWaitMs
  while (!(await ask(client, 'pg_try_advisory_lock', ofStart))) {
    if (performance.now() < latest) await sleep(lookAgainMs)
    else {
      await client.end()
      throw new Refusal(
        "Op deze database draait al een start, misschien op een andere machine: stop die eerst, of geef 'opkomst worker' voor een tweede proces dat meewerkt.",
      )
    }
  }
}

/** Runs work that nobody else may be at work beside; refuses while any process runs on this database. */
export async function withoutOthers<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
  const client = await connect(url)
  try {
    if (!(await ask(client, 'pg_try_advisory_lock', ofProcess)))
      throw new Refusal(
        'Opkomst draait nog op deze database: stop eerst elke start en worker, en probeer het dan opnieuw.',
      )
    return await work()
  } finally {
    await client.end()
  }
}
