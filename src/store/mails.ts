import { sql, type Kysely } from 'kysely'
import type { ReferralForm } from '#src/domain/participant.ts'
import { asId, type Id } from '#src/domain/values/id.ts'
import { fromJson, toJson } from '#src/domain/values/instant-json.ts'
import type { ArrivedMail, MailResult, Mails, WaitingMail } from '#src/services/ports/mails.ts'
import { open, seal } from './encryption.ts'
import { fromInstant, toInstant } from './instants.ts'
import { addSubjectKey, subjectKey, type Keyring } from './keyring.ts'
import type { Database } from './tables/database.ts'

const rawPlace = (id: string): string => `mails.raw.${id}`
const readingPlace = (id: string): string => `mails.reading.${id}`

interface Reading {
  readonly words?: string
  readonly form?: ReferralForm
}

/** A mail too large to fetch has no bytes to compare: where it was seen is all that it is known by. */
const contentOf = ({ raw, sighting }: ArrivedMail): string =>
  raw ? raw.toString('latin1') : `unfetched ${sighting.mailbox} ${sighting.uidValidity} ${String(sighting.uid)}`

async function addSighting(db: Kysely<Database>, id: string, { sighting }: ArrivedMail): Promise<void> {
  await db
    .insertInto('mail_sightings')
    .values({ mailbox: sighting.mailbox, uid_validity: sighting.uidValidity, uid: sighting.uid, mail_id: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function insertMail(
  db: Kysely<Database>,
  keyring: Keyring,
  mail: ArrivedMail,
  id: string,
  reference: string,
): Promise<boolean> {
  const key = await addSubjectKey(db, keyring, id)
  const row = await db
    .insertInto('mails')
    .values({
      id,
      reference,
      raw: mail.raw ? seal(key, rawPlace(id), mail.raw) : null,
      size: mail.size,
      received_at: fromInstant(mail.receivedAt),
      content_index: keyring.index('content', contentOf(mail)),
      message_id_index: null,
      contract_id: null,
      journey_id: null,
      outcome: null,
      why: null,
      reading: null,
      handled_at: null,
    })
    .onConflict((conflict) => conflict.column('content_index').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) await db.deleteFrom('keys.subject_keys').where('subject_id', '=', id).execute() // it sealed nothing
  return row !== undefined
}

const sameContent = (db: Kysely<Database>, keyring: Keyring, mail: ArrivedMail) =>
  db
    .selectFrom('mails')
    .select('id')
    .where('content_index', '=', keyring.index('content', contentOf(mail)))
    .executeTakeFirst()

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

const unsettled = (db: Kysely<Database>, id: string) =>
  db
    .selectFrom('mails')
    .select(['id', 'reference', 'received_at', 'size'])
    .where('id', '=', id)
    .where('outcome', 'is', null)

const ledgerMail = (row: { id: string; reference: string; received_at: Date; size: number }) => ({
  id: asId<'mail'>(row.id),
  reference: row.reference,
  receivedAt: toInstant(row.received_at),
  size: row.size,
})

export const createMails = (db: Kysely<Database>, keyring: Keyring): Mails => ({
  async store(mail, id, reference) {
    const known = await sameContent(db, keyring, mail)
    const isNew = !known && (await insertMail(db, keyring, mail, id, reference))
    const stored = known ?? (isNew ? { id } : await sameContent(db, keyring, mail))
    if (!stored) throw new Error('a mail was neither stored nor found')
    await addSighting(db, stored.id, mail)
    return { id: asId<'mail'>(stored.id), isNew }
  },

  async read(id) {
    const row = await unsettled(db, id).select('raw').executeTakeFirst()
    if (!row) return undefined
    const key = row.raw ? await subjectKey(db, keyring, row.id) : undefined
    return { ...ledgerMail(row), raw: row.raw && key ? open(key, rawPlace(id), row.raw) : undefined }
  },

  async claim(id) {
    const row = await unsettled(db, id).forUpdate().executeTakeFirst()
    return row && ledgerMail(row)
  },

  async rememberMessageId(id, messageId) {
    const index = keyring.index('message_id', messageId)
    await db.updateTable('mails').set({ message_id_index: index }).where('id', '=', id).execute()
    const row = await db
      .selectFrom('mails')
      .select('id')
      .where('message_id_index', '=', index)
      .where('id', '!=', id)
      .where('outcome', 'is not', null)
      .orderBy('sequence')
      .executeTakeFirst()
    return row && asId<'mail'>(row.id)
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

  async counts() {
    const { rows } = await sql<{ received: number; handled: number; waiting: number; unread: number }>`
      select count(*)::int as received, (count(*) filter (where outcome is not null and outcome <> 'waiting'))::int as handled,
        (count(*) filter (where outcome = 'waiting'))::int as waiting, (count(*) filter (where outcome is null))::int as unread from mails`.execute(
      db,
    )
    return rows[0] ?? { received: 0, handled: 0, waiting: 0, unread: 0 }
  },
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
