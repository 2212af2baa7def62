import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { filesIn } from './postgres-files.ts'
import { stopServer } from './postgres-stop.ts'
import { runningPostmaster } from './postmaster-pid.ts'
import { identify } from './process-identity.ts'

/** Folders that outlive a restart of the machine. /var/tmp is second choice: some systems clear what lies there long. */
const roots = ['/var/lib', '/var/tmp']

/**
 * The folder elsewhere that holds this data folder's database, when a note in the data folder says that there is one. The
 * name follows from the data folder's path, so a copy of a project never works on the database of the original.
 */
export function findElsewhere(dataDir: string): string | undefined {
  const noted = readNote(dataDir)
  if (noted === undefined) return undefined
  const expected = elsewhereOf(dataDir)
  if (existsSync(filesIn(expected).cluster)) return expected
  if (existsSync(filesIn(noted).cluster)) throw new Error(moved(dataDir, noted, expected))
  return undefined
}

/** Makes the folder elsewhere and notes it in the data folder. */
export async function openElsewhere(dataDir: string, log: (line: string) => void): Promise<string> {
  const folder = elsewhereOf(dataDir)
  if (existsSync(filesIn(folder).cluster)) await setAside(folder, log)
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  refuseForeign(folder)
  writeFileSync(noteIn(dataDir), `${folder}\n`)
  return folder
}

function elsewhereOf(dataDir: string): string {
  const name = `opkomst-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`
  const candidates = roots.map((root) => join(root, name))
  return candidates.find((folder) => existsSync(folder)) ?? candidates.find(canBeMade) ?? join('/var/tmp', name)
}

function canBeMade(folder: string): boolean {
  try {
    accessSync(dirname(folder), constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** The data folder was emptied or made anew: what belonged to the former one is kept, out of the way, and named. */
async function setAside(folder: string, log: (line: string) => void): Promise<void> {
  refuseForeign(folder)
  const running = runningPostmaster(filesIn(folder).cluster)
  if (running !== undefined) await stopServer(identify(running.pid))
  const aside = `${folder}.${new Date().toISOString().slice(0, 19).replaceAll(':', '')}`
  renameSync(folder, aside)
  log(`De vorige database van deze gegevensmap ligt nu in ${aside}; verwijder die als u haar niet meer nodig hebt.`)
}

/** Anyone may make folders in /var/tmp: what is not our own is not trusted. */
function refuseForeign(folder: string): void {
  const found = lstatSync(folder)
  if (found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0) return
  throw new Error(`${folder} is van iemand anders of voor anderen beschrijfbaar: verwijder het en start opnieuw.`)
}

function noteIn(dataDir: string): string {
  return join(dataDir, 'postgres.location')
}

function readNote(dataDir: string): string | undefined {
  try {
    return readFileSync(noteIn(dataDir), 'utf8').trim()
  } catch {
    return undefined
  }
}

function moved(dataDir: string, noted: string, expected: string): string {
  return `De gegevensmap is verplaatst of gekopieerd naar ${dataDir}, maar haar database ligt in ${noted}: verplaats of kopieer die met Opkomst gestopt naar ${expected} (mv of cp -a), of verwijder ${noteIn(dataDir)} om leeg te beginnen.`
}
