import type { Kysely } from 'kysely'
import type { Id } from '#src/domain/values/id.ts'
import type { JourneyCard, JourneyDetails, JourneySearch, Page, PageQuestion } from '#src/services/ports/overview.ts'
import { readJournal } from '../journal.ts'
import type { Keyring } from '../keyring.ts'
import type { Database } from '../tables/database.ts'
import { inboundOf } from './inbound.ts'
import { openCard, openCards, openParticipant, openSession, sealedColumns, sealedJourneys } from './opened.ts'
import { outgoingOf } from './outgoing.ts'
import { offsetOf } from './page.ts'

/** Names are matched on at most so many of the newest journeys: a caseload of years fits, and a page never opens without end. */
const mostNames = 20_000

/** The ids, newest first, of journeys whose participant's name fits. */
async function idsByName(
  db: Kysely<Database>,
  keyring: Keyring,
  matches: Extract<JourneySearch, { kind: 'name' }>['matches'],
): Promise<string[]> {
  const rows = await sealedJourneys(db)
    .select(['journeys.id', 'journeys.participant_id', 'participants.data', 'k.wrapped'])
    .orderBy('journeys.sequence', 'desc')
    .limit(mostNames)
    .execute()
  return rows
    .filter((row) => {
      const participant = openParticipant(row, keyring)
      return participant !== undefined && matches(participant.name)
    })
    .map((row) => row.id)
}

/** A list of ids may be empty, which SQL does not know. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** Which journeys a search means, other than by name. */
function searched(db: Kysely<Database>, keyring: Keyring, search: Exclude<JourneySearch, { kind: 'name' }>) {
  const query = sealedJourneys(db)
  switch (search.kind) {
    case 'all':
      return query
    case 'ids':
      return query.where('journeys.id', 'in', [...search.values, nobody])
    case 'reference':
      return query.where('journeys.reference', '=', search.value)
    case 'phone':
      return query.where('participants.phone_index', '=', keyring.index('phone', search.value))
    case 'client_number':
      return query.where('participants.client_number_index', '=', keyring.index('client_number', search.value))
  }
}

async function findByName(
  db: Kysely<Database>,
  keyring: Keyring,
  { matches }: Extract<JourneySearch, { kind: 'name' }>,
  question: PageQuestion,
): Promise<Page<JourneyCard>> {
  const ids = await idsByName(db, keyring, matches)
  const offset = offsetOf(question)
  const shown = ids.slice(offset, offset + question.size)
  if (shown.length === 0) return { rows: [], total: ids.length }
  const rows = await sealedJourneys(db)
    .select(sealedColumns)
    .where('journeys.id', 'in', shown)
    .orderBy('journeys.sequence', 'desc')
    .execute()
  return { rows: openCards(rows, keyring), total: ids.length }
}

export async function findJourneys(
  db: Kysely<Database>,
  keyring: Keyring,
  search: JourneySearch,
  question: PageQuestion,
): Promise<Page<JourneyCard>> {
  if (search.kind === 'name') return findByName(db, keyring, search, question)
  const rows = await searched(db, keyring, search)
    .select(sealedColumns)
    .orderBy('journeys.sequence', 'desc')
    .limit(question.size)
    .offset(offsetOf(question))
    .execute()
  const { count } = await searched(db, keyring, search)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return { rows: openCards(rows, keyring), total: Number(count) }
}

export async function readJourney(
  db: Kysely<Database>,
  keyring: Keyring,
  id: Id<'journey'>,
): Promise<JourneyDetails | undefined> {
  const row = await sealedJourneys(db).select(sealedColumns).where('journeys.id', '=', id).executeTakeFirst()
  const card = row && openCard(row, keyring)
  if (!card || !row.wrapped) return undefined
  const key = keyring.unwrap(row.participant_id, row.wrapped)
  return {
    ...card,
    session: openSession(row, key),
    journal: await readJournal(db, id, key),
    outgoing: await outgoingOf(db, keyring, id),
    inbound: await inboundOf(db, keyring, id),
  }
}
