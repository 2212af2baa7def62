import { sql, type Kysely } from 'kysely'
import type { ReferralForm } from '#src/domain/participant.ts'
import { asId, type Id } from '#src/domain/values/id.ts'
import { fromJson, toJson } from '#src/domain/values/instant-json.ts'
import type { ArrivedMail, MailResult, Mails, WaitingMail } from '#src/services/ports/mails.ts'
import { newKey, open, seal } from './encryption.ts'
import { fromInstant, toInstant } from './instants.ts'
import { subjectKey, type Keyring } from './keyring.ts'
import { ledgerCounts } from './ledger-counts.ts'
import { statement } from './statement.ts'
import type { Database } from './tables/database.ts'

export const rawPlace = (id: string): string => `mails.raw.${id}`
const readingPlace = (id: string): string => `mails.reading.${id}`

interface Reading {
  readonly words?: string
  readonly form?: ReferralForm
}

/** A mail too large to fetch has no bytes to compare: where it was seen is all that it is known by. */
const contentOf = ({ raw, sighting }: ArrivedMail): string =>
  raw ? raw.toString('latin1') : `unfetched ${sighting.mailbox} ${sighting.uidValidity} ${String(sighting.uid)}`

/**
 * The key, the mail and where it was seen, in one statement. A mail with the same content makes no second row: only the sighting is
 * new. Two workers that store the same mail at once end in one row, because the content is unique.
 */
const insertMail = (db: Kysely<Database>, keyring: Keyring, mail: ArrivedMail, id: string, reference: string) => {
  const key = newKey()
  const { mailbox, uidValidity, uid } = mail.sighting
  const raw = mail.raw ? seal(key, rawPlace(id), mail.raw) : null
  return statement<{ id: string; is_new: boolean }>`
    with known as (
      select id from mails where content_index = ${keyring.index('content', contentOf(mail))}
    ), keyed as (
      insert into keys.subject_keys (subject_id, wrapped) select ${id}, ${keyring.wrap(id, key)} where not exists (select from known)
      returning subject_id
    ), added as (
      insert into mails (id, reference, raw, size, received_at, content_index)
      select subject_id, ${reference}, ${raw}, ${mail.size}, ${fromInstant(mail.receivedAt)}, ${keyring.index('content', contentOf(mail))} from keyed
      returning id
    ), stored as (
      select id, false as is_new from known union all select id, true from added
    ), seen as (
      insert into mail_sightings (mailbox, uid_validity, uid, mail_id)
      select ${mailbox}, ${uidValidity}, ${uid}, id from stored on conflict do nothing
    )
    select id, is_new from stored`(db)
}

async function sealReading(
  db: Kysely<Database>,
  keyring: Keyring,
  id: string,
  result: MailResult,
): Promise<Buffer | null> {
  if (!result.words && !result.form) return null
  const key = await subjectKey(db, keyring, id)
  const reading: Reading = {
    ...(result.words ? { words: result.words } : {}),
    ...(result.form ? { form: result.form } : {}),
  }
  return key ? seal(key, readingPlace(id), toJson(reading)) : null
}

const ledgerMail = (row: { id: string; reference: string; received_at: Date; size: number }) => ({
  id: asId<'mail'>(row.id),
  reference: row.reference,
  receivedAt: toInstant(row.received_at),
  size: row.size,
})

export const createMails = (db: Kysely<Database>, keyring: Keyring): Mails => ({
  async store(mail, id, reference) {
    const rows = await insertMail(db, keyring, mail, id, reference)
    const [stored] = rows
    if (!stored) throw new Error('a mail was neither stored nor found')
    return { id: asId<'mail'>(stored.id), isNew: stored.is_new }
  },

  async read(id) {
    const row = await db
      .selectFrom('mails')
      .innerJoin('keys.subject_keys as k', 'k.subject_id', 'mails.id')
      .select(['mails.id', 'mails.reference', 'mails.raw', 'mails.received_at', 'mails.size', 'k.wrapped'])
      .where('mails.id', '=', id)
      .where('mails.outcome', 'is', null)
      .executeTakeFirst()
    if (!row) return undefined
    const key = row.wrapped ? keyring.unwrap(id, row.wrapped) : undefined
    return { ...ledgerMail(row), raw: row.raw && key ? open(key, rawPlace(id), row.raw) : undefined }
  },

  async claim(id, messageId) {
    const index = messageId ? keyring.index('message_id', messageId) : null
    const rows = await statement<{
      id: string
      reference: string
      received_at: Date
      size: number
      earlier: string | null
    }>`
      update mails m set message_id_index = coalesce(${index}, m.message_id_index)
      where m.id = ${id} and m.outcome is null
      returning m.id, m.reference, m.received_at, m.size,
        (select e.id from mails e where e.message_id_index = ${index} and e.id <> m.id and e.outcome is not null order by e.sequence limit 1) as earlier`(
      db,
    )
    const [row] = rows
    return row && { ...ledgerMail(row), ...(row.earlier ? { earlier: asId<'mail'>(row.earlier) } : {}) }
  },

  async settle(id, result, at) {
    await db
      .updateTable('mails')
      .set({
        outcome: result.outcome,
        why: result.why ?? null,
        handled_at: fromInstant(at),
        contract_id: result.contractId ?? null,
        journey_id: result.journeyId ?? null,
        reading: await sealReading(db, keyring, id, result),
      })
      .where('id', '=', id)
      .where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '=', 'waiting')]))
      .execute()
  },

  async unread(now, leaseSeconds, limit) {
    const { rows } = await sql<{ id: string }>`
      update mails m set wake_at = ${fromInstant(now.add({ seconds: leaseSeconds }))}
      from (select id from mails where outcome is null and wake_at <= ${fromInstant(now)} order by sequence limit ${limit} for update skip locked) d
      where m.id = d.id returning m.id`.execute(db)
    return rows.map((row) => asId<'mail'>(row.id))
  },

  waiting: (id) => readWaiting(db, keyring, id),

  counts: () => ledgerCounts(db),
})

async function readWaiting(db: Kysely<Database>, keyring: Keyring, id?: Id<'mail'>): Promise<WaitingMail[]> {
  const rows = await db
    .selectFrom('mails')
    .innerJoin('keys.subject_keys as k', 'k.subject_id', 'mails.id')
    .select([
      'mails.id',
      'mails.reference',
      'mails.received_at',
      'mails.why',
      'mails.reading',
      'mails.contract_id',
      'k.wrapped',
    ])
    .where('mails.outcome', '=', 'waiting')
    .$if(id !== undefined, (query) => query.where('mails.id', '=', id ?? '').forUpdate('mails'))
    .orderBy('mails.sequence', 'desc')
    .execute()
  return rows.map((row) => {
    const sealed =
      row.reading && row.wrapped
        ? open(keyring.unwrap(row.id, row.wrapped), readingPlace(row.id), row.reading)
        : undefined
    const reading: Reading = sealed ? fromJson<Reading>(sealed.toString()) : {}
    return {
      id: asId<'mail'>(row.id),
      reference: row.reference,
      receivedAt: toInstant(row.received_at),
      why: row.why ?? '',
      words: reading.words ?? '',
      form: reading.form,
      contractId: row.contract_id ?? undefined,
    }
  })
}
