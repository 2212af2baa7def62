import type { Kysely } from 'kysely'
import type { ReferralForm } from '#src/domain/participant.ts'
import type { ProposedReferral } from '#src/domain/proposed-referral.ts'
import type { Id } from '#src/domain/values/id.ts'
import { fromJson, toJson } from '#src/domain/values/instant-json.ts'
import type { MailResult } from '#src/services/ports/mails.ts'
import type { SenderSeen } from '#src/services/ports/sender-seen.ts'
import { open, seal } from './encryption.ts'
import { subjectKey, type Keyring } from './keyring.ts'
import type { Database } from './tables/database.ts'

const readingPlace = (id: string): string => `mails.reading.${id}`

interface Reading {
  readonly words?: string
  readonly form?: ReferralForm
  readonly proposals?: readonly ProposedReferral[]
  readonly sender?: SenderSeen
  readonly candidates?: readonly Id<'journey'>[]
  readonly returned?: Id<'outgoing'>
}

/** What was read in a mail that a person has, or had; empty when nothing is kept. */
export function openReading(
  row: { readonly id: string; readonly reading: Buffer | null; readonly wrapped: Buffer | null },
  keyring: Keyring,
): Reading {
  if (!row.reading || !row.wrapped) return {}
  const sealed = open(keyring.unwrap(row.id, row.wrapped), readingPlace(row.id), row.reading)
  return fromJson<Reading>(sealed.toString())
}

export async function sealReading(
  db: Kysely<Database>,
  keyring: Keyring,
  id: string,
  result: MailResult,
): Promise<Buffer | null> {
  const { words, form, proposals, sender, candidates, returned } = result
  if (!words && !form && !proposals && !sender && !candidates && !returned) return null
  const key = await subjectKey(db, keyring, id)
  const reading: Reading = {
    ...(words ? { words } : {}),
    ...(form ? { form } : {}),
    ...(proposals ? { proposals } : {}),
    ...(sender ? { sender } : {}),
    ...(candidates ? { candidates } : {}),
    ...(returned ? { returned } : {}),
  }
  return key ? seal(key, readingPlace(id), toJson(reading)) : null
}
