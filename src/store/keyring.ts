import { sql, type Kysely } from 'kysely'
import type { Database } from './tables/database.ts'
import { blindIndex, fingerprint, indexKey, newKey, open, seal, SecretKey } from './encryption.ts'

/** The key under which blind indexes are made; a subject like any other, so that a new master key only re-wraps it. */
const indexSubject = '00000000-0000-4000-8000-000000000001'

const place = (subject: string): string => `keys.subject_keys.${subject}`

const indexKinds = [
  'phone',
  'client_number',
  'email',
  'name',
  'message_id',
  'likeness',
  'content',
  'sender',
  'stem',
  'thread',
  'conversation',
] as const
type IndexKind = (typeof indexKinds)[number]

/** Opens and makes keys. Holds the master key in memory; nothing of it is written anywhere. */
export interface Keyring {
  wrap(subject: string, key: SecretKey): Buffer
  unwrap(subject: string, wrapped: Buffer): SecretKey
  index(kind: IndexKind, value: string): Buffer
  /** The keys that were opened in this transaction, which need not be read again; absent outside one. */
  readonly opened?: Map<string, SecretKey>
}

/** The same keys, with a memory that lasts as long as one transaction. */
export const forTransaction = (keyring: Keyring): Keyring => ({ ...keyring, opened: new Map() })

/** Opens the key of a subject as it is stored; absent when it was destroyed. */
export function openKey(keyring: Keyring, subject: string, wrapped: Buffer | null | undefined): SecretKey | undefined {
  if (!wrapped) return undefined
  const key = keyring.unwrap(subject, wrapped)
  keyring.opened?.set(subject, key)
  return key
}

/** We were started with another master key than the data were made with; nothing is read or written. */
export class WrongMasterKey extends Error {
  override readonly name = 'WrongMasterKey'
}

function keyringOf(master: SecretKey, index: SecretKey): Keyring {
  const keys = Object.fromEntries(indexKinds.map((kind) => [kind, indexKey(index, kind)])) as Record<
    IndexKind,
    SecretKey
  > // one per kind
  return {
    wrap: (subject, key) => seal(master, place(subject), key.bytes),
    unwrap: (subject, wrapped) => new SecretKey(open(master, place(subject), wrapped)),
    index: (kind, value) => blindIndex(keys[kind], value),
  }
}

/** Binds empty data to this master key; of two processes that start on them at once with other keys, one is bound and the other refused. */
const makeKeyring = (db: Kysely<Database>, master: SecretKey): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const bound = await trx
      .insertInto('keys.master')
      .values({ fingerprint: fingerprint(master) })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst()
    if (bound.numInsertedOrUpdatedRows !== 1n) return
    const wrapped = seal(master, place(indexSubject), newKey().bytes)
    await trx
      .insertInto('keys.subject_keys')
      .values({ subject_id: indexSubject, wrapped, destroyed_at: null })
      .execute()
  })

/** Throws WrongMasterKey when the data belong to another key. The first start on empty data binds them to this one. */
export async function openKeyring(db: Kysely<Database>, master: SecretKey): Promise<Keyring> {
  const used = await db.selectFrom('keys.subject_keys').select('subject_id').limit(1).executeTakeFirst()
  if (!used) await makeKeyring(db, master)
  const bound = await db.selectFrom('keys.master').select('fingerprint').executeTakeFirst()
  if (!bound?.fingerprint.equals(fingerprint(master)))
    throw new WrongMasterKey('the master key is not the one of these data')
  const row = await db
    .selectFrom('keys.subject_keys')
    .select('wrapped')
    .where('subject_id', '=', indexSubject)
    .executeTakeFirst()
  if (!row?.wrapped) throw new WrongMasterKey('the key store has lost its index key: restore the backup of the keys')
  return keyringOf(master, new SecretKey(open(master, place(indexSubject), row.wrapped)))
}

/** Wraps every key anew under another master key, in one transaction; answers how many. No process may be running meanwhile. */
export async function rotateMasterKey(db: Kysely<Database>, from: SecretKey, to: SecretKey): Promise<number> {
  await openKeyring(db, from)
  return db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('keys.subject_keys')
      .select(['subject_id', 'wrapped'])
      .where('wrapped', 'is not', null)
      .forUpdate()
      .execute()
    for (const row of rows) {
      if (!row.wrapped) continue
      const wrapped = seal(to, place(row.subject_id), open(from, place(row.subject_id), row.wrapped))
      await trx.updateTable('keys.subject_keys').set({ wrapped }).where('subject_id', '=', row.subject_id).execute()
    }
    await trx
      .updateTable('keys.master')
      .set({ fingerprint: fingerprint(to) })
      .execute()
    return rows.length
  })
}

/** A new key for a subject (a participant, a mail), stored wrapped. */
export async function addSubjectKey(db: Kysely<Database>, keyring: Keyring, subject: string): Promise<SecretKey> {
  const key = newKey()
  await db
    .insertInto('keys.subject_keys')
    .values({ subject_id: subject, wrapped: keyring.wrap(subject, key), destroyed_at: null })
    .execute()
  return key
}

/** The key of a subject; absent when it was destroyed, and what it sealed with it. */
export async function subjectKey(
  db: Kysely<Database>,
  keyring: Keyring,
  subject: string,
): Promise<SecretKey | undefined> {
  const known = keyring.opened?.get(subject)
  if (known) return known
  const row = await db
    .selectFrom('keys.subject_keys')
    .select('wrapped')
    .where('subject_id', '=', subject)
    .executeTakeFirst()
  return openKey(keyring, subject, row?.wrapped)
}

/** Destroying the key is deleting the person: nothing that it sealed can be read again, also not from a backup of the database. */
export async function destroySubjectKey(db: Kysely<Database>, subject: string): Promise<void> {
  await db
    .updateTable('keys.subject_keys')
    .set({ wrapped: null, destroyed_at: sql`now()` })
    .where('subject_id', '=', subject)
    .where('destroyed_at', 'is', null)
    .execute()
}
