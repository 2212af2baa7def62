import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '#src/app/clock.ts'
import { listenOnLoopback } from '#src/app/embedded/loopback.ts'
import { opkomst } from '../support/opkomst.ts'
import { openProvider, type Provider } from './provider.ts'
import { startOpkomst } from './running.ts'

let provider: Provider
let made = 0

beforeAll(async () => {
  provider = await openProvider(systemClock)
})
afterAll(async () => {
  await provider?.close()
})

/** A folder of texts of our own, to break. */
function texts(): string {
  const folder = path.join(provider.folder, `texts-${String((made += 1))}`)
  cpSync(provider.place.textsDir, folder, { recursive: true })
  return folder
}

function change(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(file, 'utf8')
  const after = before.replace(from, to)
  if (after === before) throw new Error(`${file} does not hold ${String(from)}`)
  writeFileSync(file, after)
}

/** What the terminal shows of a start that ends by itself. */
async function run(environment: Readonly<Record<string, string>>) {
  const { code, out, err } = await opkomst(['start'], environment)
  return { code, said: out + err }
}

const start = (changes: Readonly<Record<string, string>>) => run({ ...provider.environment, ...changes })

describe('an environment that is wrong', () => {
  it('is refused with everything that is wrong in one list, whether malformed, missing or mistyped', async () => {
    const dataDir = path.join(provider.folder, 'never')
    const { code, said } = await run({
      DATA_DIR: dataDir,
      PORT: 'tachtig',
      SENDING: 'misschien',
      LOG_LEVEL: 'luid',
      DATABSE_URL: 'postgres://opkomst:hush@localhost/opkomst',
      IMAP_URL: 'imaps://aanmelding@imap.werkwijzer.example',
      CONSOLE_HOST: '0.0.0.0',
    })
    expect(code).toBe(78)
    expect(said).toContain('De instellingen kloppen niet')
    for (const told of [
      'PORT is fout',
      'SENDING is fout',
      'LOG_LEVEL is fout',
      'DATABSE_URL kennen we niet. Bedoelde u DATABASE_URL?',
      'IMAP_URL is gezet en IMAP_PASSWORD niet',
      'CONSOLE_HOST opent de console voor het netwerk',
    ])
      expect(said).toContain(told)
    expect(said).not.toMatch(/hush|tachtig|misschien|luid| at /)
    expect(readdirSync(dataDir).filter((name) => name !== 'cache')).toEqual([])
  })

  it('does not call something missing that is there and malformed', async () => {
    const { code, said } = await start({ IMAP_URL: 'https://imap.werkwijzer.example' })
    expect(code).toBe(78)
    expect(said).toContain('IMAP_URL is fout')
    expect(said).not.toContain('IMAP_URL niet')
  })

  it('is refused when its master key is not the one of these data, and changes nothing', async () => {
    const running = await startOpkomst(provider.environment, systemClock)
    await running.close()
    const { code, said } = await start({ MASTER_KEY: randomBytes(32).toString('base64') })
    expect(code).toBe(78)
    expect(said).toContain('De hoofdsleutel in MASTER_KEY is niet die van deze gegevens: zet de juiste sleutel terug.')
  })
})

describe('texts that are wrong', () => {
  it('are refused with file, line and advice, all at once', async () => {
    const folder = texts()
    change(path.join(folder, 'contracts/lansingerland.yaml'), "from: '09:00'", "from: '9 uur'")
    change(path.join(folder, 'contracts/tilburg.yaml'), 'no_show_notice:', 'no_shownotice:')
    const { code, said } = await start({ TEXTS_DIR: folder })
    expect(code).toBe(78)
    expect(said).toContain('De contracten kloppen niet')
    expect(said).toMatch(/lansingerland\.yaml, regel \d+: .{20,}/)
    expect(said).toMatch(/tilburg\.yaml, regel \d+: .*no_show_notice/)
  })

  it('are refused when the installation names a contract that has no file', async () => {
    const folder = texts()
    rmSync(path.join(folder, 'contracts/tilburg.yaml'))
    const { code, said } = await start({ TEXTS_DIR: folder })
    expect(code).toBe(78)
    expect(said).toMatch(/installation\.yaml.*tilburg.*contracts\/tilburg\.yaml/s)
  })

  it('are refused when a version that was in use reads differently now', async () => {
    const folder = texts()
    change(path.join(folder, 'contracts/arnhem.yaml'), /^title: .*$/m, 'title: Iets anders')
    const { code, said } = await start({ TEXTS_DIR: folder })
    expect(code).toBe(78)
    expect(said).toContain('arnhem')
    expect(said).toContain('geef de nieuwe tekst een hoger versienummer')
  })

  it('are refused when there are none', async () => {
    const { code, said } = await start({ TEXTS_DIR: path.join(provider.folder, 'nergens') })
    expect(code).toBe(78)
    expect(said).toContain('TEXTS_DIR is geen map die er is')
  })
})

describe('a place that cannot be used', () => {
  it('is refused when another start has the data', async () => {
    const running = await startOpkomst(provider.environment, systemClock)
    const { code, said } = await start({})
    await running.close()
    expect(code).toBe(1)
    expect(said).toMatch(/Opkomst draait al op de gegevens in .*: stop dat eerst, of zet DATA_DIR op een andere map\./)
  })

  it('is refused when nothing answers for the database', async () => {
    const { code, said } = await start({
      DATABASE_URL: `postgres://opkomst:hush@127.0.0.1:${await unusedPort()}/opkomst`,
    })
    expect(code).toBe(1)
    expect(said.trim()).toBe('De database neemt geen verbinding aan: kijk of zij draait en of DATABASE_URL klopt.')
  })

  it('is refused when nothing answers for Redis', async () => {
    const { code, said } = await start({ REDIS_URL: `redis://127.0.0.1:${await unusedPort()}` })
    expect(code).toBe(1)
    expect(said).toMatch(/Redis.*REDIS_URL/)
    expect(said).not.toContain('DATABASE_URL klopt')
  })

  it('is refused when the port is taken', async () => {
    const taken = createServer()
    const port = await listenOnLoopback(taken, 0)
    const { code, said } = await start({ PORT: String(port) })
    taken.close()
    expect(code).toBe(1)
    expect(said).toContain(`Poort ${String(port)} is al in gebruik`)
  })
})

async function unusedPort(): Promise<string> {
  const server = createServer()
  const port = await listenOnLoopback(server, 0)
  await new Promise((resolve) => server.close(resolve))
  return String(port)
}
