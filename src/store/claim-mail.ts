import type { Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { asId, type Id } from '#src/domain/values/id.ts'
import type { ClaimedMail, EarlierMail, MailMarks, MailOutcome } from '#src/services/ports/mails.ts'
import { fromInstant, toInstant } from './instants.ts'
import { openKey, type Keyring } from './keyring.ts'
import { openReading } from './sealed-reading.ts'
import { statement } from './statement.ts'
import type { Database } from './tables/database.ts'

export const ledgerMail = (row: { id: string; reference: string; received_at: Date; size: number }) => ({
  id: asId<'mail'>(row.id),
  reference: row.reference,
  receivedAt: toInstant(row.received_at),
  size: row.size,
})

/** A row beside the one that is claimed. */
interface OtherRow {
  readonly id: string
  readonly outcome: MailOutcome
  readonly why: string | null
  readonly same_sender: boolean | null
  /** A person put it in: what it says of its sender proves nothing. */
  readonly uploaded: boolean
  /** Both in hexadecimal digits. */
  readonly reading: string | null
  readonly wrapped: string | null
}

const fromHex = (bytes: string | null): Buffer | null => (bytes === null ? null : Buffer.from(bytes, 'hex'))

const earlierMail = (row: OtherRow, keyring: Keyring): EarlierMail => {
  const { id, outcome, why, same_sender: sameSender, uploaded } = row
  const { sender } = openReading({ id, reading: fromHex(row.reading), wrapped: fromHex(row.wrapped) }, keyring)
  return {
    id: asId<'mail'>(id),
    outcome,
    sameSender: sameSender ?? false,
    ...(why ? { why } : {}),
    ...(sender && !uploaded ? { verdict: sender.verdict } : {}),
  }
}

/** What a mail is known again by, as it stands in its row; null for what it does not have. */
export const indexesOf = (keyring: Keyring, { messageId, likeness, from, stem, conversation }: MailMarks) => ({
  messageId: messageId ? keyring.index('message_id', messageId) : null,
  likeness: likeness === '' ? null : keyring.index('likeness', likeness),
  sender: from ? keyring.index('sender', from) : null,
  stem: stem === '' ? null : keyring.index('stem', stem),
  conversation: conversation ? keyring.index('conversation', conversation) : null,
})

/** Locks a mail that has no outcome yet, with those that it may repeat; undefined when it has one. */
export async function claimMail(
  db: Kysely<Database>,
  keyring: Keyring,
  id: Id<'mail'>,
  marks: MailMarks,
  now: Temporal.Instant,
): Promise<ClaimedMail | undefined> {
  const { messageId: index, sender, likeness: alike } = indexesOf(keyring, marks)
  const rows = await statement<{
    id: string
    reference: string
    received_at: Date
    size: number
    earlier: (OtherRow & { readonly alike: boolean | null }) | null
    twin: OtherRow | null
    uploaded: boolean
    announced_contract: string | null
    receipts: number
    wrapped: Buffer | null
  }>`
    select m.id, m.reference, m.received_at, m.size,
      e.found as earlier, t.found as twin,
      u.mail_id is not null as uploaded, u.contract_id as announced_contract,
      (select count(*) from outgoing o join mails r on r.id = o.key_id where o.purpose = 'receipt' and r.sender_index = ${sender}
        and o.created_at > ${fromInstant(now.subtract({ hours: 1 }))})::int as receipts,
      (select k.wrapped from keys.subject_keys k where k.subject_id = m.id) as wrapped
    from mails m left join lateral (
      select jsonb_build_object('id', e.id, 'outcome', e.outcome, 'why', e.why, 'same_sender', e.sender_index = ${sender},
        'reading', encode(e.reading, 'hex'), 'wrapped', encode(k.wrapped, 'hex'),
        'uploaded', exists (select from mail_decisions d where d.mail_id = e.id and d.kind = 'uploaded'), 'alike', e.likeness_index = ${alike}) as found
      from mails e left join keys.subject_keys k on k.subject_id = e.id
      where e.message_id_index = ${index} and e.id <> ${id} and e.outcome is not null order by e.sequence limit 1
    ) e on true left join lateral (
      select jsonb_build_object('id', t.id, 'outcome', t.outcome, 'why', t.why, 'same_sender', t.sender_index = ${sender},
        'reading', encode(t.reading, 'hex'), 'wrapped', encode(k.wrapped, 'hex'),
        'uploaded', exists (select from mail_decisions d where d.mail_id = t.id and d.kind = 'uploaded')) as found
      from mails t left join keys.subject_keys k on k.subject_id = t.id left join journeys j on j.id = t.journey_id
      where t.likeness_index = ${alike} and t.id <> ${id}
        and (t.outcome = 'waiting' or t.outcome in ('journey', 'attached', 'accepted_by_person') and j.status <> 'ended')
        order by t.sender_index is not distinct from ${sender} desc, t.outcome = 'waiting', t.sequence limit 1
    ) t on true left join lateral (
      select d.mail_id, a.contract_id from mail_decisions d left join mails a on a.id = d.other_mail_id
      where d.mail_id = ${id} and d.kind = 'uploaded' limit 1
    ) u on true
    where m.id = ${id} and m.outcome is null
    for update of m`(db)
  const [row] = rows
  if (!row) return undefined
  openKey(keyring, row.id, row.wrapped) // what is read in it is sealed in the same transaction
  const { earlier, twin } = row
  return {
    ...ledgerMail(row),
    ...(earlier ? { earlier: { ...earlierMail(earlier, keyring), alike: earlier.alike ?? false } } : {}),
    ...(twin ? { twin: earlierMail(twin, keyring) } : {}),
    receipts: row.receipts,
    ...(row.uploaded ? { upload: row.announced_contract ? { contractId: row.announced_contract } : {} } : {}),
  }
}
