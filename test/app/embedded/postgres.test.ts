import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { postgresAccount } from '#src/app/embedded/postgres-account.ts'
import type { Account } from '#src/app/embedded/postgres-account.ts'
import { findEmbeddedPostgres, startEmbeddedPostgres } from '#src/app/embedded/postgres.ts'
import { isAlive, isInUse } from '#src/app/embedded/process-identity.ts'
import { asAdmin } from '#test/support/admin.ts'
import { makeTemporaryFolder, removeFolder } from '#test/support/temporary-folder.ts'

const root = makeTemporaryFolder()
afterAll(() => removeFolder(root))

let folders = 0
/** A data folder that does not exist yet; with what people put in folder names. */
function newDataDir(): string {
  folders += 1
  return join(root, `map ${folders}, 'gegevens' é`)
}

async function start(dataDir: string, log: (line: string) => void = () => {}) {
  const server = await startEmbeddedPostgres({ dataDir, log })
  onTestFinished(() => server.stop())
  return server
}

async function valueOf(url: string, sql: string): Promise<unknown> {
  const { rows } = await asAdmin(url, (client) => client.query({ text: sql, rowMode: 'array' }))
  return rows[0]?.[0]
}

function pidIn(cluster: string): number {
  return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
}

describe('the embedded PostgreSQL', () => {
  it('finds its rows again at a second start and leaves no process behind', async () => {
    const dataDir = newDataDir()
    const first = await start(dataDir)
    await asAdmin(first.url, (client) => client.query("create table note as select 'bewaard' as words"))
    const pid = pidIn(first.location)
    await first.stop()
    expect(isAlive(pid)).toBe(false)
    const second = await start(dataDir)
    expect(second.location).toBe(first.location)
    expect(await valueOf(second.url, 'select words from note')).toBe('bewaard')
  })

  it('has a database of its own, with letters that know their capitals', async () => {
    const server = await start(newDataDir())
    expect(await valueOf(server.url, 'select current_database()')).toBe('opkomst')
    expect(await valueOf(server.url, "select lower('ÉÜ')")).toBe('éü')
    expect(await valueOf(server.url, 'show timezone')).toBe('UTC')
  })

  it('listens on the loopback address only and asks for a password that only its starter can read', async () => {
    const dataDir = newDataDir()
    const server = await start(dataDir)
    expect(await valueOf(server.url, 'show listen_addresses')).toBe('127.0.0.1')
    expect(await valueOf(server.url, 'show unix_socket_directories')).toBe('')
    expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600)
    const wrong = new URL(server.url)
    wrong.password = 'guess'
    await expect(valueOf(wrong.href, 'select 1')).rejects.toThrow(/password/)
  })

  it('waits for the disk at each commit', async () => {
    const server = await start(newDataDir())
    expect(await valueOf(server.url, 'show fsync')).toBe('on')
    expect(await valueOf(server.url, 'show synchronous_commit')).toBe('on')
  })

  it('keeps values of rows out of its log', async () => {
    const dataDir = newDataDir()
    const server = await start(dataDir)
    const twice = "create table person (name text unique); insert into person values ('Voorbeeld'), ('Voorbeeld')"
    await expect(valueOf(server.url, twice)).rejects.toThrow(/unique/)
    await server.stop()
    const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8')
    expect(log).toContain('ready to accept connections')
    expect(log).not.toContain('Voorbeeld')
  })

  it('is found by a command that joins it, and only while it runs', async () => {
    const dataDir = newDataDir()
    expect(findEmbeddedPostgres(dataDir)).toBeUndefined()
    const server = await start(dataDir)
    expect(findEmbeddedPostgres(dataDir)).toBe(server.url)
    await server.stop()
    expect(findEmbeddedPostgres(dataDir)).toBeUndefined()
  })
})

describe('after a crash', () => {
  it('joins the server that a killed start left running, and has every row that was confirmed', async () => {
    const dataDir = newDataDir()
    const confirmed = await writeUntilKilled(dataDir, 200)
    const orphan = pidIn(join(dataDir, 'postgres'))
    expect(isAlive(orphan)).toBe(true)
    const server = await start(dataDir)
    expect(pidIn(server.location)).toBe(orphan)
    expect(await countUpTo(server.url, confirmed)).toBe(confirmed)
    await server.stop()
    expect(isAlive(orphan)).toBe(false)
  })

  it('has every row that was confirmed when the server was killed too', async () => {
    const dataDir = newDataDir()
    const confirmed = await writeUntilKilled(dataDir, 200, (cluster) => process.kill(pidIn(cluster), 'SIGKILL'))
    const server = await start(dataDir)
    expect(await countUpTo(server.url, confirmed)).toBe(confirmed)
  })

  it('comes back on the same port when it is killed while in use', async () => {
    const lines: string[] = []
    const server = await start(newDataDir(), (line) => lines.push(line))
    process.kill(pidIn(server.location), 'SIGKILL')
    await expect.poll(() => valueOf(server.url, 'select 1').catch(() => 0), { timeout: 15_000 }).toBe(1)
    expect(lines).toContain('PostgreSQL is onverwacht gestopt en wordt opnieuw gestart')
  })

  it.each([
    { who: 'another program has now', script: 'sleep 60 & echo $!; wait', alive: true },
    // It ends after its parent became a program that reaps nobody.
    { who: 'a zombie keeps that nobody reaps', script: 'sleep 0.3 & echo $!; exec sleep 60', alive: false },
  ])('is not held up by a file of a dead server with a process id that $who', async ({ script, alive }) => {
    const dataDir = newDataDir()
    const server = await start(dataDir)
    await server.stop()
    const pid = await runAs(postgresAccount(server.location), script)
    await vi.waitFor(() => expect(isAlive(pid)).toBe(alive), { timeout: 10_000 })
    const left = [pid, server.location, 1, 5432, '', '127.0.0.1', '', 'ready'].join('\n')
    writeFileSync(join(server.location, 'postmaster.pid'), `${left}\n`)
    const again = await start(dataDir)
    expect(await valueOf(again.url, 'select 1')).toBe(1)
    expect(isInUse(pid)).toBe(true)
  })

  it('makes the database anew when the first start was killed halfway', async () => {
    const dataDir = newDataDir()
    mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true })
    chmodSync(dataDir, 0o711)
    writeFileSync(join(dataDir, 'postgres.password'), 'of the killed start', { mode: 0o600 })
    const server = await start(dataDir)
    expect(await valueOf(server.url, 'select 1')).toBe(1)
    expect(existsSync(join(dataDir, 'postgres.new'))).toBe(false)
  })
})

describe('what cannot start says what to do', () => {
  it('data of another major version', async () => {
    const dataDir = newDataDir()
    const server = await start(dataDir)
    await server.stop()
    writeFileSync(join(server.location, 'PG_VERSION'), '17\n')
    await expect(start(dataDir)).rejects.toThrow(/gemaakt door PostgreSQL 17 .* reservekopie .* DATABASE_URL/)
  })

  it('a data folder that is a file', async () => {
    const dataDir = newDataDir()
    writeFileSync(dataDir, '')
    await expect(start(dataDir)).rejects.toThrow(/kan niet worden geschreven .* DATA_DIR/)
  })

  it('a lost password', async () => {
    const dataDir = newDataDir()
    const server = await start(dataDir)
    await server.stop()
    removeFolder(join(dataDir, 'postgres.password'))
    await expect(start(dataDir)).rejects.toThrow(/postgres\.password terug uit een reservekopie/)
    expect(findEmbeddedPostgres(dataDir)).toBeUndefined()
  })

  it('a damaged database', async () => {
    const dataDir = newDataDir()
    const server = await start(dataDir)
    await server.stop()
    removeFolder(join(server.location, 'global', 'pg_control'))
    await expect(start(dataDir)).rejects.toThrow(/start niet \(.*pg_control.*\): zie .*postgres\.log/)
  })
})

describe.skipIf(process.getuid?.() !== 0)('started as root (needs to run as root)', () => {
  it('puts the data where its own account can reach them when the data folder is closed, and finds them again', async () => {
    const dataDir = closedDataDir()
    const first = await start(dataDir)
    onTestFinished(() => removeFolder(join(first.location, '..')))
    expect(first.location.startsWith(root)).toBe(false)
    await asAdmin(first.url, (client) => client.query("create table note as select 'bewaard' as words"))
    await first.stop()
    const second = await start(dataDir)
    expect(second.location).toBe(first.location)
    expect(await valueOf(second.url, 'select words from note')).toBe('bewaard')
    expect(statSync(join(first.location, '..')).mode & 0o777).toBe(0o711)
  })

  it('starts empty in an emptied data folder, and says where the former data lie', async () => {
    const dataDir = closedDataDir()
    const first = await start(dataDir)
    onTestFinished(() => removeFolder(join(first.location, '..')))
    await asAdmin(first.url, (client) => client.query('create table note ()'))
    await first.stop()
    removeFolder(dataDir)
    const lines: string[] = []
    const second = await start(dataDir, (line) => lines.push(line))
    const aside = /ligt nu in (\S+);/.exec(lines.join('\n'))?.[1] ?? ''
    onTestFinished(() => removeFolder(aside))
    expect(await valueOf(second.url, "select to_regclass('note')::text")).toBeNull()
    expect(existsSync(join(aside, 'postgres', 'PG_VERSION'))).toBe(true)
  })

  it('does not work on the data of the original when a project was copied', async () => {
    const dataDir = closedDataDir()
    const first = await start(dataDir)
    onTestFinished(() => removeFolder(join(first.location, '..')))
    await first.stop()
    const copy = closedDataDir()
    mkdirSync(copy, { recursive: true })
    writeFileSync(join(copy, 'postgres.location'), readFileSync(join(dataDir, 'postgres.location')))
    await expect(start(copy)).rejects.toThrow(/verplaatst of gekopieerd/)
  })

  it('runs a database that another account owns as that account', async () => {
    const dataDir = newDataDir()
    const first = await start(dataDir)
    await first.stop()
    execFileSync('chown', ['-R', '12345:12345', first.location])
    const second = await start(dataDir)
    expect(accountOf(pidIn(second.location))).toBe(12345)
    expect(await valueOf(second.url, 'select 1')).toBe(1)
  })
})

function accountOf(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'uid=', '-p', String(pid)], { encoding: 'utf8' }))
}

/** Like a project under /root. */
function closedDataDir(): string {
  folders += 1
  const closed = join(root, `closed ${folders}`)
  mkdirSync(closed, { mode: 0o700 })
  return join(closed, 'data')
}

/** Resolves to the process id that the script prints first. */
async function runAs(account: Account | undefined, script: string): Promise<number> {
  const shell = spawn('/bin/sh', ['-c', script], {
    ...account,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  })
  onTestFinished(() => void process.kill(-Number(shell.pid), 'SIGKILL'))
  const [printed] = await once(shell.stdout, 'data')
  return Number(printed)
}

/** Resolves to the last number that the killed program had seen committed. */
async function writeUntilKilled(
  dataDir: string,
  atLeast: number,
  alsoKill?: (cluster: string) => void,
): Promise<number> {
  const child = spawn(process.execPath, ['test/support/write-until-killed.ts', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let last = 0
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line)
    if (last === atLeast) kill(child, dataDir, alsoKill)
  }
  return last
}

function kill(child: ChildProcess, dataDir: string, alsoKill?: (cluster: string) => void): void {
  alsoKill?.(join(dataDir, 'postgres'))
  child.kill('SIGKILL')
}

async function countUpTo(url: string, last: number): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from written where number <= $1', [
    last,
  ])
  await client.end()
  return rows[0]?.n ?? 0
}
