import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { mayEnter, postgresAccount } from './postgres-account.ts'
import type { Account } from './postgres-account.ts'

/** Where the embedded database keeps its files, and as whom it runs (absent: as ourselves). */
export interface Place {
  readonly cluster: string
  readonly passwordFile: string
  readonly logFile: string
  /** Where a copy of PostgreSQL's programs goes when the installed ones cannot be used where they lie. */
  readonly copies: string
  readonly account?: Account
}

/** Folders that outlive a restart of the machine. /var/tmp is second choice: some systems empty it after a month. */
const elsewhereRoots = ['/var/lib', '/var/tmp']

/**
 * The data folder itself, or a place of its own when PostgreSQL's account may not enter the data folder (a project under
 * /root, started as root). The same data folder always leads to the same place; whenever the answer would differ from
 * where the data already are, it refuses instead of starting empty.
 */
export function choosePlace(dataDir: string): Place {
  const folder = openDataDir(dataDir)
  const elsewhere = elsewhereOf(folder)
  if (existsSync(join(elsewhere, 'postgres'))) return placeElsewhere(folder, elsewhere)
  refuseMovedFolder(folder, elsewhere)
  const account = postgresAccount(join(folder, 'postgres'))
  if (account === undefined || mayEnter(folder, account)) return placeIn(folder, account)
  if (existsSync(join(folder, 'postgres'))) throw new Error(closedFolder(folder))
  return placeElsewhere(folder, elsewhere)
}

/** Others may pass through (PostgreSQL's account must) but not list; each file inside guards itself. */
function openDataDir(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 })
    accessSync(dataDir, constants.W_OK | constants.X_OK)
    return realpathSync(dataDir)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(
      `In de gegevensmap ${dataDir} kan niet worden geschreven (${why}): maak hem beschrijfbaar of zet DATA_DIR op een andere map.`,
    )
  }
}

function placeIn(folder: string, account: Account | undefined): Place {
  return {
    cluster: join(folder, 'postgres'),
    passwordFile: join(folder, 'postgres.password'),
    logFile: join(folder, 'postgres.log'),
    copies: folder,
    ...(account && { account }),
  }
}

function placeElsewhere(dataDir: string, folder: string): Place {
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  refuseForeignFolder(folder)
  writeFileSync(noteIn(dataDir), `${folder}\n`)
  return placeIn(folder, postgresAccount(join(folder, 'postgres')))
}

function elsewhereOf(dataDir: string): string {
  const name = `opkomst-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`
  const candidates = elsewhereRoots.filter((root) => existsSync(root)).map((root) => join(root, name))
  return candidates.find((candidate) => existsSync(candidate)) ?? candidates.find(canBeMade) ?? join('/var/tmp', name)
}

function canBeMade(folder: string): boolean {
  try {
    accessSync(join(folder, '..'), constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Anyone may make folders in /var/tmp: what is not root's own is not trusted. */
function refuseForeignFolder(folder: string): void {
  const found = lstatSync(folder)
  if (found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0) return
  throw new Error(
    `De map ${folder} is van iemand anders of voor anderen beschrijfbaar: verwijder haar en start opnieuw.`,
  )
}

function noteIn(dataDir: string): string {
  return join(dataDir, 'postgres.location')
}

function refuseMovedFolder(dataDir: string, expected: string): void {
  const note = noteIn(dataDir)
  if (!existsSync(note)) return
  const noted = readFileSync(note, 'utf8').trim()
  if (noted === expected || !existsSync(noted)) return
  throw new Error(
    `De gegevensmap is verplaatst naar ${dataDir}, maar de database ligt nog in ${noted}: verplaats die met 'mv ${noted} ${expected}', of verwijder ${note} om leeg te beginnen.`,
  )
}

function closedFolder(folder: string): string {
  return `PostgreSQL mag niet meer in ${folder}, waar de database ligt: maak de map en de mappen erboven toegankelijk (chmod o+x) en start opnieuw.`
}
