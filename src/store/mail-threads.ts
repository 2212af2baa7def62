import type { Kysely } from 'kysely'
import { asId } from '#src/domain/values/id.ts'
import type { Mails, MailThread } from '#src/services/ports/mails.ts'
import { fromInstant } from './instants.ts'
import type { Keyring } from './keyring.ts'
import { statement } from './statement.ts'
import type { Database } from './tables/database.ts'

type Threads = Pick<
  Mails,
  'journeysOf' | 'calledBack' | 'calledBackBy' | 'beginningOf' | 'withdraw' | 'bouncesToldSince' | 'threadName'
>

/** How mails hang together: by what they answer, by our reference, by sender and subject. Nothing is opened for it. */
export function threadsOf(db: Kysely<Database>, keyring: Keyring): Threads {
  /** The ledger keeps a Message-ID as it is written in its header. */
  const idsIn = ({ about }: MailThread): Buffer[] => about.map((id) => keyring.index('message_id', `<${id}>`))
  const count = async (rows: Promise<readonly { readonly n: number }[]>): Promise<number> => (await rows)[0]?.n ?? 0
  return {
    async journeysOf(thread) {
      const { ours, reference = null, conversation } = thread
      const inConversation = conversation ? keyring.index('conversation', conversation.name) : null
      const rows = await statement<{ id: string; contract_id: string; runs: boolean }>`
        select id, contract_id, status <> 'ended' as runs from journeys where id in (
        select id from journeys where id = any(${ours}::uuid[]) or reference = ${reference}
        union select journey_id from outgoing where id = any(${ours}::uuid[]) and journey_id is not null
        union select led.journey_id from mails m cross join lateral (
          select m.journey_id where m.outcome <> 'waiting'
          union select d.journey_id from mail_decisions d where d.mail_id = m.id and d.kind = 'accepted'
        ) led where led.journey_id is not null and (
          m.id = any(${ours}::uuid[]) or m.message_id_index = any(${idsIn(thread)}::bytea[])
          or m.id in (select o.key_id from outgoing o where o.id = any(${ours}::uuid[]) and o.journey_id is null)
          or m.conversation_index = ${inConversation} and led.journey_id in (
            select id from journeys where contract_id = ${conversation?.contractId ?? null}))) order by sequence desc`(
        db,
      )
      return rows.map((row) => ({ id: asId<'journey'>(row.id), contractId: row.contract_id, runs: row.runs }))
    },
    async calledBack(by, stem, contractId) {
      if (stem === '') return { journeys: [], waiting: 0 }
      const rows = await statement<{ found: string; journey: string | null }>`
        select found, journey from mails_called_back(${by}, ${keyring.index('stem', stem)}, ${contractId})`(db)
      const journeys = new Set(rows.flatMap(({ journey }) => (journey === null ? [] : [asId<'journey'>(journey)])))
      return { journeys: [...journeys], waiting: rows.filter(({ journey }) => journey === null).length }
    },
    async calledBackBy(id, stem) {
      if (stem === '') return undefined
      const rows = await statement<{ by: string | null }>`
        select called_back_by(${id}, ${keyring.index('stem', stem)}) as by`(db)
      const by = rows[0]?.by
      if (!by) return undefined
      await statement`update mails set withdrawn_by = ${by} where id = ${id}`(db)
      return asId<'mail'>(by)
    },
    async beginningOf(journeyId) {
      const rows = await statement<{ id: string }>`
        select id from mails where journey_id = ${journeyId} and outcome in ('journey', 'accepted_by_person')
        order by sequence limit 1`(db)
      return rows[0] && asId<'mail'>(rows[0].id)
    },
    async withdraw(by, thread, { stem }) {
      const { ours, reference = null } = thread
      const stemIndex = stem === '' ? null : keyring.index('stem', stem)
      await statement<never>`
        with named as (
          select m.id from mails m, mails l where l.id = ${by} and m.outcome = 'waiting' and m.sequence < l.sequence and (
            m.id = any(${ours}::uuid[]) or m.reference = ${reference} or m.message_id_index = any(${idsIn(thread)}::bytea[])
            or m.id in (select o.key_id from outgoing o where o.id = any(${ours}::uuid[]) and o.journey_id is null))
        ), alike as (
          select m.id from mails m, mails l where l.id = ${by} and m.outcome = 'waiting' and m.sequence < l.sequence
            and m.stem_index = ${stemIndex} and not exists (select from named)
        )
        update mails set withdrawn_by = ${by}
        where id in (select id from named union select id from alike) and outcome = 'waiting'`(db)
    },
    bouncesToldSince: (since) =>
      count(
        statement<{ n: number }>`
          select count(*)::int as n from outgoing o join mails m on m.id = o.key_id
          where o.purpose = 'mail_waiting' and o.created_at > ${fromInstant(since)} and m.kind = 'bounce'`(db),
      ),
    threadName: (root) => `thread:${keyring.index('thread', root).toString('hex')}`,
  }
}
