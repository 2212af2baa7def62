import type { Kysely } from 'kysely'
import type { PhotoType } from '#src/domain/values/photo-type.ts'
import type { Photo } from '#src/services/ports/inbound.ts'
import { open, seal } from './encryption.ts'
import { fromInstant } from './instants.ts'
import { addSubjectKey, openKey, type Keyring } from './keyring.ts'
import { places } from './sealed-places.ts'
import { fragment, type Fragment } from './statement.ts'
import type { Database } from './tables/database.ts'
import type { Temporal } from 'temporal-polyfill'

interface Stored {
  /** The message that it came with. */
  readonly id: string
  readonly journeyId: string
  readonly receivedAt: Temporal.Instant
  readonly photo: Photo
}

/** Seals a photo with a key of its own, so that destroying the key is destroying the photo, also in every backup. */
export async function addProofPhoto(
  db: Kysely<Database>,
  keyring: Keyring,
  { id, journeyId, receivedAt, photo: { type, bytes } }: Stored,
): Promise<void> {
  const key = await addSubjectKey(db, keyring, id)
  await db
    .insertInto('proof_photos')
    .values({
      id,
      journey_id: journeyId,
      media_type: type,
      bytes: seal(key, places.proofPhoto(id), Buffer.from(bytes)),
      received_at: fromInstant(receivedAt),
    })
    .execute()
}

/** The bytes of a photo that is kept for this journey; absent: it was erased, or never was there. */
export async function proofPhoto(
  db: Kysely<Database>,
  keyring: Keyring,
  journeyId: string,
  id: string,
): Promise<Photo | undefined> {
  const row = await db
    .selectFrom('proof_photos as f')
    .innerJoin('keys.subject_keys as k', 'k.subject_id', 'f.id')
    .select(['f.media_type', 'f.bytes', 'k.wrapped'])
    .where('f.id', '=', id)
    .where('f.journey_id', '=', journeyId)
    .executeTakeFirst()
  const key = row && openKey(keyring, id, row.wrapped)
  if (!key) return undefined
  const type = row.media_type as PhotoType // written by our own verb only
  return { type, bytes: open(key, places.proofPhoto(id), row.bytes) }
}

/** Bytes and keys of these, among the steps of one change. */
export const erasingPhotos = (ids: readonly string[], at: string): Fragment[] =>
  ids.length === 0
    ? []
    : [
        fragment`erased as (delete from proof_photos where id = any(${[...ids]}::uuid[]))`,
        fragment`forgotten as (
          update keys.subject_keys set wrapped = null, destroyed_at = ${at} where subject_id = any(${[...ids]}::uuid[]) and destroyed_at is null
        )`,
      ]
