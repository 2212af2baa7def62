import { closeSync, existsSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { newKey, type SecretKey } from '#src/store/encryption.ts'
import { openKeyring, WrongMasterKey, type Keyring } from '#src/store/keyring.ts'
import type { Database } from '#src/store/tables/database.ts'
import { readKeyFile, type Config, type Secrets } from '../config/config.ts'
import { exitCodes, Refusal } from './stop-reason.ts'

/** A rotation writes the new key beside the old one first; a crash after that leaves both. */
export const nextKeyFile = (file: string): string => `${file}.new`

/** Writes a key so that only we may read it and a crash leaves either all of it or nothing. */
export function writeKeyFile(file: string, key: SecretKey): void {
  const unfinished = `${file}.${process.pid}.tmp`
  const handle = openSync(unfinished, 'wx', 0o600)
  try {
    writeSync(handle, `${key.bytes.toString('base64')}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(unfinished, file)
}

export interface FoundKey {
  readonly key: SecretKey
  /** It was made just now. */
  readonly isNew: boolean
}

/** The master key: given, or from the data folder, or made there when these data have none yet. */
export async function findMasterKey(
  db: Kysely<Database>,
  config: Pick<Config, 'masterKey' | 'dataDir'>,
  secrets: Pick<Secrets, 'masterKey'>,
): Promise<FoundKey> {
  const { masterKey: place } = config
  if (secrets.masterKey) return { key: secrets.masterKey, isNew: false }
  if (place.from !== 'made') throw new Refusal('Er is geen hoofdsleutel: zet MASTER_KEY of MASTER_KEY_FILE.', 78)
  const found = readKeyFile(place.file)
  if (found) return { key: found, isNew: false }
  if (existsSync(place.file)) throw new Refusal(unreadable(place.file), exitCodes.configuration)
  if (await isBound(db)) throw new Refusal(lost(place.file), exitCodes.configuration)
  const key = newKey()
  writeKeyFile(place.file, key)
  return { key, isNew: true }
}

export interface OpenKeys {
  readonly keyring: Keyring
  /** The key that fitted. */
  readonly key: SecretKey
}

/** Opens the keys with the master key; finishes a rotation that was cut off between the database and the file. */
export async function openKeys(db: Kysely<Database>, key: SecretKey, place: Config['masterKey']): Promise<OpenKeys> {
  const next = place.from === 'variable' ? undefined : readKeyFile(nextKeyFile(place.file))
  const keyring = await tryKey(db, key)
  if (keyring) return { keyring, key }
  const rotated = next && (await tryKey(db, next))
  if (!next || !rotated || place.from === 'variable') return refuse(place)
  promoteNextKey(place.file)
  return { keyring: rotated, key: next }
}

/** The keys under this master key; undefined when the data belong to another. */
export async function tryKey(db: Kysely<Database>, key: SecretKey): Promise<Keyring | undefined> {
  try {
    return await openKeyring(db, key)
  } catch (error) {
    if (error instanceof WrongMasterKey) return undefined
    throw error
  }
}

/** Puts the new key in the old one's place and answers where the old one is kept: it opens backups of keys that were made under it. */
export function promoteNextKey(file: string): string {
  const kept = `${file}.${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.old`
  if (existsSync(file)) renameSync(file, kept)
  renameSync(nextKeyFile(file), file)
  return kept
}

async function isBound(db: Kysely<Database>): Promise<boolean> {
  const row = await db.selectFrom('keys.subject_keys').select('subject_id').limit(1).executeTakeFirst()
  return row !== undefined
}

const unreadable = (file: string): string =>
  `De hoofdsleutel in ${file} is niet te lezen of is geen 32 bytes in base64: zet hem terug uit uw kopie.`

const lost = (file: string): string =>
  `De hoofdsleutel ${file} is weg, en zonder die sleutel zijn deze gegevens niet te lezen: zet hem terug uit uw kopie.`

function refuse(place: Config['masterKey']): never {
  const where = place.from === 'variable' ? 'MASTER_KEY' : place.file
  throw new Refusal(
    `De hoofdsleutel in ${where} is niet die van deze gegevens: zet de juiste sleutel terug. Er is niets gelezen of veranderd.`,
    exitCodes.configuration,
  )
}
