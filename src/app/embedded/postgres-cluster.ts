import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { failureSentence } from './postgres-failure.ts'
import { cleanEnvironment } from './postgres-environment.ts'
import type { Account } from './postgres-account.ts'
import type { Place } from './postgres-place.ts'
import type { Programs } from './postgres-programs.ts'

/** The role that owns everything in the embedded database. */
export const databaseRole = 'opkomst'

const run = promisify(execFile)

/** Makes the cluster if there is none yet, and refuses one that these programs cannot use. */
export async function ensureCluster(place: Place, programs: Programs, durable: boolean): Promise<void> {
  if (filesOf(place.cluster).length === 0) return makeCluster(place, programs, durable)
  const made = readMajor(place)
  const ours = programs.version.split('.')[0]
  if (made !== ours) throw new Error(otherMajor(place, made, programs.version))
}

function filesOf(cluster: string): string[] {
  if (!existsSync(cluster)) return []
  try {
    return readdirSync(cluster)
  } catch {
    throw new Error(
      `De database in ${cluster} is van een andere gebruiker: start Opkomst als de gebruiker die haar maakte, of zet DATA_DIR op een andere map.`,
    )
  }
}

function readMajor(place: Place): string {
  const file = join(place.cluster, 'PG_VERSION')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  throw new Error(
    `In ${place.cluster} ligt geen database (PG_VERSION ontbreekt): zet haar terug uit een reservekopie, of verplaats die map.`,
  )
}

/** The password of the embedded database, from its file. */
export function readPassword(place: Place): string {
  try {
    return readFileSync(place.passwordFile, 'utf8').trim()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(
      `Het wachtwoord van de ingebouwde database is niet te lezen (${why}): zet ${place.passwordFile} terug uit een reservekopie, of start als de gebruiker die de database maakte.`,
    )
  }
}

/** Made under another name and renamed when whole: what a killed start leaves behind is cleared by the next. */
async function makeCluster(place: Place, programs: Programs, durable: boolean): Promise<void> {
  const unfinished = `${place.cluster}.new`
  const passwordInput = `${unfinished}.password`
  try {
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished, { mode: 0o700 })
    writePassword(place.passwordFile, passwordInput)
    handOver([unfinished, passwordInput], place.account)
    await initdb(unfinished, passwordInput, place, programs, durable)
    renameSync(unfinished, place.cluster)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw new Error(failureSentence(initdbOutput(error), place))
  } finally {
    rmSync(passwordInput, { force: true })
  }
}

/** Twice: ours to keep, and for a moment one that PostgreSQL's account may read. */
function writePassword(...files: readonly string[]): void {
  const password = randomBytes(24).toString('base64url')
  for (const file of files) {
    rmSync(file, { force: true })
    writeFileSync(file, password, { mode: 0o600, flag: 'wx' })
  }
}

function handOver(paths: readonly string[], account: Account | undefined): void {
  if (account === undefined) return
  for (const path of paths) chownSync(path, account.uid, account.gid)
}

async function initdb(
  cluster: string,
  passwordFile: string,
  place: Place,
  programs: Programs,
  durable: boolean,
): Promise<void> {
  // With --locale=C alone, lower('É') does nothing; the built-in provider needs no locale of the machine.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = [`--username=${databaseRole}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const args = [`--pgdata=${cluster}`, ...locale, ...access, ...(durable ? [] : ['--no-sync'])]
  await run(join(programs.binDir, 'initdb'), args, { ...place.account, cwd: '/', env: cleanEnvironment() })
}

function initdbOutput(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : ''
  return said || (error instanceof Error ? error.message : String(error))
}

function otherMajor(place: Place, made: string, ours: string): string {
  return `De database in ${place.cluster} is gemaakt door PostgreSQL ${made} en deze versie van Opkomst brengt ${ours} mee: maak met de vorige versie van Opkomst een reservekopie en zet die hier terug, of zet DATABASE_URL op een PostgreSQL ${made}.`
}
