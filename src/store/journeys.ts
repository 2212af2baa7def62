import type { Kysely } from 'kysely'
import type { Session } from '#src/conversation/session.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import type { Timer } from '#src/domain/journey/timers.ts'
import type { Participant } from '#src/domain/participant.ts'
import { asId, type Id } from '#src/domain/values/id.ts'
import type { MessageKind } from '#src/domain/values/message-kind.ts'
import { fromJson } from '#src/domain/values/instant-json.ts'
import type { StoredMessage } from '#src/services/ports/inbound.ts'
import type { Journeys, PhoneOwner, StoredJourney } from '#src/services/ports/journeys.ts'
import { newKey, open, type SecretKey } from './encryption.ts'
import { isBeginning, writeChange } from './journey-change.ts'
import { openKey, subjectKey, type Keyring } from './keyring.ts'
import { openParticipant } from './overview/opened.ts'
import { ofMilliseconds } from './instants.ts'
import { places } from './sealed-places.ts'
import { statement, statementBefore } from './statement.ts'
import type { Database } from './tables/database.ts'

interface LoadedRow {
  id: string
  participant_id: string
  reference: string
  state: Buffer | null
  session: Buffer | null
  journal_sequence: number
  journal_hash: Buffer
  data: Buffer | null
  wrapped: Buffer | null
  timers: [string, number][] | null
  unhandled: [string, string, string, number, string, string[] | null, boolean][] | null
}

/**
 * What went out less than two seconds before somebody wrote was not what they answered; in the same millisecond it may have been, where a
 * clock stands still. Of many messages of ours the last eight are enough.
 *
 * `coalesce`: of one journey there are few messages, of all those that wait there may be many, and that list is not the one to search.
 */
const rowOf = (db: Kysely<Database>, id: string) =>
  statement<LoadedRow>`
    select j.id, j.participant_id, j.reference, j.state, j.session, j.journal_sequence, j.journal_hash, p.data, k.wrapped,
      (select json_agg(json_build_array(t.key, date_part('epoch', t.due_at) * 1000)) from timers t where t.journey_id = j.id) as timers,
      (select json_agg(json_build_array(i.id, i.sequence::text, encode(i.body, 'base64'), date_part('epoch', i.received_at) * 1000, i.kind,
          case when i.tapped is not null then array[i.tapped] else array(select o.purpose || ' ' || o.occurrence || ' ' || o.subject
            from outgoing o where o.journey_id = j.id and o.kind = 'message' and o.status in ('sent', 'delivered')
              and (o.went_at <= i.received_at - interval '2 seconds' or o.went_at = i.received_at)
            order by o.went_at desc, o.sequence desc limit 8) end,
          exists (select from proof_photos f where f.id = i.id)) order by i.sequence)
        from inbound i where i.journey_id = j.id and coalesce(i.handled_at, 'infinity') = 'infinity') as unhandled
    from journeys j
    join participants p on p.id = j.participant_id
    join keys.subject_keys k on k.subject_id = p.id
    where j.id = ${id}`(db)

/**
 * Locked first, by a statement of its own: one that waits for the lock and reads in the same breath sees the journey as it is when it is let
 * in, but its messages and timers as they were when it began to wait, and would handle again what was handled meanwhile.
 */
async function loadRow(db: Kysely<Database>, id: string): Promise<readonly LoadedRow[]> {
  await lock(db, id)
  return rowOf(db, id)
}

const lock = (db: Kysely<Database>, id: string) =>
  statementBefore`select from participants p join journeys j on j.participant_id = p.id where j.id = ${id} for update of p, j`(
    db,
  )

const readTimers = (rows: LoadedRow['timers']): Timer[] =>
  (rows ?? []).map(([key, at]) => ({ key, at: ofMilliseconds(at) }))

const readMessages = (rows: LoadedRow['unhandled'], key: SecretKey): StoredMessage[] =>
  (rows ?? []).map(([id, sequence, body, receivedAt, kind, onScreen, hasPhoto]) => ({
    id: asId<'inbound'>(id),
    sequence: BigInt(sequence),
    kind: kind as MessageKind, // written by our own verbs only
    text: open(key, places.inbound(id), Buffer.from(body, 'base64')).toString(),
    receivedAt: ofMilliseconds(receivedAt),
    onScreen: onScreen ?? [],
    hasPhoto,
  }))

function readJourney(row: LoadedRow, keyring: Keyring): StoredJourney | undefined {
  const key = openKey(keyring, row.participant_id, row.wrapped)
  if (!key || !row.data || !row.state) return undefined
  return {
    journey: fromJson<Journey>(open(key, places.state(row.id), row.state).toString()),
    participant: fromJson<Participant>(open(key, places.participant(row.participant_id), row.data).toString()),
    session: row.session ? fromJson<Session>(open(key, places.session(row.id), row.session).toString()) : undefined,
    timers: readTimers(row.timers),
    unhandled: readMessages(row.unhandled, key),
    reference: row.reference,
    journal: { sequence: row.journal_sequence, hash: row.journal_hash },
  }
}

async function keyOf(db: Kysely<Database>, keyring: Keyring, participantId: string): Promise<SecretKey> {
  const key = await subjectKey(db, keyring, participantId)
  if (!key) throw new Error('the key of this participant was destroyed: nothing can be stored for them')
  return key
}

const runningOwner = (row: { participant: string; journey: string }): PhoneOwner => ({
  participantId: asId<'participant'>(row.participant),
  journeyId: asId<'journey'>(row.journey),
  hasEnded: false,
})

/** The journeys of participants, as `services` see them. */
export function createJourneys(db: Kysely<Database>, keyring: Keyring, zone: string): Journeys {
  const load = async (id: Id<'journey'>): Promise<StoredJourney | undefined> => {
    const rows = await loadRow(db, id)
    const [row] = rows
    return row && readJourney(row, keyring)
  }
  return {
    load,
    async save(change) {
      const key = isBeginning(change) ? newKey() : await keyOf(db, keyring, change.journey.participantId)
      await writeChange(db, change, { key, keyring, zone })
    },
    async findPerson(contractId, clientNumber, phone) {
      const client = keyring.index('client_number', clientNumber)
      const lock = `${contractId} ${client.toString('hex')}`
      const rows = await statement<{ participant: string; journey: string; same_person: boolean; same_phone: boolean }>`
        select participant, journey, same_person, same_phone
        from journeys_of_person(${lock}, ${contractId}, ${client}, ${phone ? keyring.index('phone', phone) : null})`(db)
      const own = rows.find((row) => row.same_person)
      const sharing = phone ? rows.filter((row) => row.same_phone) : []
      return { ...(own ? { open: asId<'journey'>(own.journey) } : {}), samePhone: sharing.map(runningOwner) }
    },
    async runningNames(contractId) {
      const rows = await statement<{ journey: string; participant_id: string; data: Buffer; wrapped: Buffer | null }>`
        select j.id as journey, p.id as participant_id, p.data, k.wrapped from journeys j
        join participants p on p.id = j.participant_id join keys.subject_keys k on k.subject_id = p.id
        where j.contract_id = ${contractId} and j.status <> 'ended' and p.data is not null order by j.sequence desc`(db)
      return rows.flatMap((row) => {
        const participant = openParticipant(row, keyring)
        return participant ? [{ journeyId: asId<'journey'>(row.journey), name: participant.name }] : []
      })
    },
    async findByPhone(phone) {
      const rows = await statement<{ participant: string; journey: string; status: string }>`
        select p.id as participant, j.id as journey, j.status from participants p join journeys j on j.participant_id = p.id
        where p.phone_index = ${keyring.index('phone', phone)} order by j.sequence desc`(db)
      // Who comes back after an earlier journey has one that runs; only when none does, the ended ones count.
      const running = rows.filter((row) => row.status !== 'ended')
      return (running.length > 0 ? running : rows).map((row) => ({
        participantId: asId<'participant'>(row.participant),
        journeyId: asId<'journey'>(row.journey),
        hasEnded: row.status === 'ended',
      }))
    },
  }
}
