import { existsSync } from 'node:fs'
import { openDataDir } from './data-dir.ts'
import { mayEnter, postgresAccount } from './postgres-account.ts'
import { findElsewhere, openElsewhere } from './postgres-elsewhere.ts'
import { filesIn } from './postgres-files.ts'
import type { Account } from './postgres-account.ts'
import type { PostgresFiles } from './postgres-files.ts'

/** Where the embedded database keeps its files, and as whom it runs (absent: as ourselves). */
export interface Place extends PostgresFiles {
  readonly account?: Account
}

/**
 * The data folder itself, or a folder elsewhere when PostgreSQL's account may not enter the data folder (a project under
 * /root, started as root). The same data folder always leads to the same place; where that would mean starting empty
 * beside existing data, it refuses.
 */
export async function choosePlace(dataDir: string, log: (line: string) => void): Promise<Place> {
  const folder = openDataDir(dataDir)
  const known = knownPlace(folder)
  if (known !== undefined) return known
  const account = postgresAccount(filesIn(folder).cluster)
  if (account === undefined || mayEnter(folder, account)) return placeIn(folder)
  return placeIn(await openElsewhere(folder, log))
}

/** The place where this data folder (its real path) has its database already. */
export function knownPlace(folder: string): Place | undefined {
  const elsewhere = findElsewhere(folder)
  if (elsewhere !== undefined) return placeIn(elsewhere)
  if (!existsSync(filesIn(folder).cluster)) return undefined
  refuseClosedFolder(folder)
  return placeIn(folder)
}

function placeIn(folder: string): Place {
  const files = filesIn(folder)
  const account = postgresAccount(files.cluster)
  return { ...files, ...(account && { account }) }
}

function refuseClosedFolder(folder: string): void {
  const account = postgresAccount(filesIn(folder).cluster)
  if (account === undefined || mayEnter(folder, account)) return
  throw new Error(
    `PostgreSQL mag niet meer in ${folder}, waar de database ligt: geef anderen doorgang tot die map en de mappen erboven (chmod o+x) en start opnieuw.`,
  )
}
