import { sql, type Kysely } from 'kysely'
import { asId, type Id } from '#src/domain/values/id.ts'
import type { MailKind } from '#src/services/ports/mail-kind.ts'
import { contentAdded, type ArrivedMail, type Mails, type WaitingMail } from '#src/services/ports/mails.ts'
import { claimMail, indexesOf, ledgerMail } from './claim-mail.ts'
import { newKey, open, seal } from './encryption.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Keyring } from './keyring.ts'
import { ledgerCounts } from './ledger-counts.ts'
import { firstLaidWith } from './mails-together.ts'
import { threadsOf } from './mail-threads.ts'
import type { RecentMails } from './recent-mails.ts'
import { addDecision, readDecisions } from './mail-decisions.ts'
import { openReading, sealReading } from './sealed-reading.ts'
import { statement } from './statement.ts'
import type { Database } from './tables/database.ts'

export const rawPlace = (id: string): string => `mails.raw.${id}`

/** A mail too large to fetch has no bytes to compare: where it was seen is all that it is known by. */
const contentOf = ({ raw, sighting }: Pick<ArrivedMail, 'raw' | 'sighting'>): string =>
  raw ? raw.toString('latin1') : `unfetched ${sighting.mailbox} ${sighting.uidValidity} ${String(sighting.uid)}`

/** By which a mail is known to be the same wherever it is seen. */
export const contentIndex = (keyring: Keyring, mail: Pick<ArrivedMail, 'raw' | 'sighting'>): Buffer =>
  keyring.index('content', contentOf(mail))

/**
 * The key, the mail and where it was seen, in one statement. A mail with the same content makes no second row: only the sighting is
 * new. Two workers that store the same mail at once end in one row, because the content is unique.
 */
const insertMail = (db: Kysely<Database>, keyring: Keyring, mail: ArrivedMail, id: string, reference: string) => {
  const key = newKey()
  const index = contentIndex(keyring, mail)
  const { mailbox, uidValidity, uid } = mail.sighting
  const raw = mail.raw ? seal(key, rawPlace(id), mail.raw) : null
  return statement<{ id: string; is_new: boolean }>`
    with known as (
      select id from mails where content_index = ${index}
    ), keyed as (
      insert into keys.subject_keys (subject_id, wrapped) select ${id}, ${keyring.wrap(id, key)} where not exists (select from known)
      returning subject_id
    ), added as (
      insert into mails (id, reference, raw, size, received_at, content_index)
      select subject_id, ${reference}, ${raw}, ${mail.size}, ${fromInstant(mail.receivedAt)}, ${index} from keyed
      returning id
    ), stored as (
      select id, false as is_new from known union all select id, true from added
    ), seen as (
      insert into mail_sightings (mailbox, uid_validity, uid, mail_id)
      select ${mailbox}, ${uidValidity}, ${uid}, id from stored on conflict do nothing
    )
    select id, is_new from stored`(db)
}

/** With `recent` what was just stored is read from there. */
export const createMails = (db: Kysely<Database>, keyring: Keyring, recent?: RecentMails): Mails => ({
  async store(mail, id, reference) {
    const rows = await insertMail(db, keyring, mail, id, reference)
    const [stored] = rows
    if (!stored) throw new Error('a mail was neither stored nor found')
    const { raw, size, receivedAt } = mail
    if (stored.is_new) recent?.keep({ id, reference, raw, size, receivedAt: toInstant(fromInstant(receivedAt)) })
    return { id: asId<'mail'>(stored.id), isNew: stored.is_new }
  },

  async read(id) {
    const stored = recent?.take(id)
    if (stored) return stored
    const row = await db
      .selectFrom('mails')
      .innerJoin('keys.subject_keys as k', 'k.subject_id', 'mails.id')
      .select([
        'mails.id',
        'mails.reference',
        'mails.raw',
        'mails.received_at',
        'mails.size',
        'mails.dkim',
        'k.wrapped',
      ])
      .where('mails.id', '=', id)
      .where('mails.outcome', 'is', null)
      .executeTakeFirst()
    if (!row) return undefined
    const key = row.wrapped ? keyring.unwrap(id, row.wrapped) : undefined
    return {
      ...ledgerMail(row),
      raw: row.raw && key ? open(key, rawPlace(id), row.raw) : undefined,
      ...(row.dkim === null ? {} : { dkim: row.dkim }),
    }
  },

  claim: (id, marks, now) => claimMail(db, keyring, id, marks, now),

  async settle(id, result, at, marks) {
    const known = marks && indexesOf(keyring, marks)
    const reading = await sealReading(db, keyring, id, result)
    await statement`
      update mails set outcome = ${result.outcome}, kind = coalesce(${result.kind ?? null}, kind),
        earlier_id = ${result.earlier ?? null}, why = ${result.why ?? null}, handled_at = ${fromInstant(at)},
        contract_id = ${result.contractId ?? null}, journey_id = ${result.journeyId ?? null}, reading = ${reading},
        message_id_index = coalesce(${known?.messageId ?? null}, message_id_index),
        likeness_index = coalesce(${known?.likeness ?? null}, likeness_index),
        sender_index = coalesce(${known?.sender ?? null}, sender_index), stem_index = coalesce(${known?.stem ?? null}, stem_index),
        conversation_index = coalesce(${known?.conversation ?? null}, conversation_index)
      where id = ${id} and (outcome is null or outcome = 'waiting')`(db)
  },

  async reopen(id, at) {
    const { numUpdatedRows } = await db
      .updateTable('mails')
      .set({ outcome: 'waiting', why: 'reopened', handled_at: fromInstant(at) })
      .where('id', '=', id)
      .where((eb) =>
        eb.or([
          eb('outcome', 'in', ['rejected_by_person', 'aside', 'duplicate']),
          eb.and([eb('outcome', '=', 'accepted_by_person'), eb('reading', 'is not', null)]),
        ]),
      )
      .executeTakeFirst()
    return numUpdatedRows > 0
  },

  record: (id, decision, actor, at) => addDecision(db, id, decision, actor, at),

  async announcement(id) {
    const row = await db
      .selectFrom('mails')
      .select(['received_at', 'outcome', 'why'])
      .where('id', '=', id)
      .where('kind', '=', 'pointer')
      .forUpdate()
      .executeTakeFirst()
    const isWaiting = row?.outcome === 'waiting'
    if (!row || !(isWaiting || row.why === contentAdded)) return undefined
    return { id, receivedAt: toInstant(row.received_at), isWaiting }
  },

  decisions: (id) => readDecisions(db, id),

  async unread(now, leaseSeconds, limit) {
    const { rows } = await sql<{ id: string }>`
      update mails m set wake_at = ${fromInstant(now.add({ seconds: leaseSeconds }))}
      from (select id from mails where outcome is null and wake_at <= ${fromInstant(now)} order by sequence limit ${limit} for update skip locked) d
      where m.id = d.id returning m.id`.execute(db)
    return rows.map((row) => asId<'mail'>(row.id))
  },

  async giveBack(id, now) {
    await statement`update mails set wake_at = ${fromInstant(now)} where id = ${id} and outcome is null`(db)
  },

  async keepDkim(id, dkim) {
    await sql`update mails set dkim = ${JSON.stringify(dkim)}::jsonb where id = ${id} and dkim is null`.execute(db)
  },

  ...threadsOf(db, keyring),

  waiting: (id) => readWaiting(db, keyring, id),

  counts: () => ledgerCounts(db),
})

const withdrawnWords = (reference: string | null): string =>
  reference
    ? `Let op: de gemeente stuurde hierna een mail die deze aanmelding lijkt in te trekken of te wijzigen (kenmerk ${reference}). Lees die eerst.`
    : ''

async function readWaiting(db: Kysely<Database>, keyring: Keyring, id?: Id<'mail'>): Promise<WaitingMail[]> {
  const rows = await db
    .selectFrom('mails')
    .innerJoin('keys.subject_keys as k', 'k.subject_id', 'mails.id')
    .leftJoin('mails as later', 'later.id', 'mails.withdrawn_by')
    .leftJoin(firstLaidWith, 'laid.other_mail_id', 'mails.id')
    .select([
      'mails.id',
      'mails.reference',
      'mails.received_at',
      'mails.kind',
      'mails.withdrawn_by',
      'later.reference as withdrawn_by_reference',
      'mails.why',
      'mails.reading',
      'mails.contract_id',
      'laid.first_at',
      'k.wrapped',
    ])
    .where('mails.outcome', '=', 'waiting')
    .$if(id !== undefined, (query) => query.where('mails.id', '=', id ?? '').forUpdate('mails'))
    .orderBy('mails.sequence', 'desc')
    .execute()
  return rows.map((row) => {
    const reading = openReading(row, keyring)
    const isFirst = row.first_at === null || row.first_at >= row.received_at
    return {
      id: asId<'mail'>(row.id),
      countsFrom: toInstant(isFirst || row.first_at === null ? row.received_at : row.first_at),
      kind: (row.kind ?? undefined) as MailKind | undefined, // only `settle` writes it
      reference: row.reference,
      receivedAt: toInstant(row.received_at),
      why: row.why ?? '',
      words: [withdrawnWords(row.withdrawn_by_reference), reading.words].filter((text) => text).join(' '),
      form: reading.form,
      contractId: row.contract_id ?? undefined,
      proposals: reading.proposals ?? [],
      sender: reading.sender,
      candidates: reading.candidates ?? [],
      returned: reading.returned,
      withdrawnBy: row.withdrawn_by
        ? { id: asId<'mail'>(row.withdrawn_by), reference: row.withdrawn_by_reference ?? '' }
        : undefined,
    }
  })
}
