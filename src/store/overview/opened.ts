import type { Kysely } from 'kysely'
import type { Session } from '#src/conversation/session.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import type { Participant } from '#src/domain/participant.ts'
import { fromJson } from '#src/domain/values/instant-json.ts'
import type { JourneyCard } from '#src/services/ports/overview.ts'
import { open, type SecretKey } from '../encryption.ts'
import { places } from '../sealed-places.ts'
import type { Keyring } from '../keyring.ts'
import type { Database } from '../tables/database.ts'

/** Journeys with what opens them. Without lock: a page may show a moment ago, a verb may not. */
export const sealedJourneys = (db: Kysely<Database>) =>
  db
    .selectFrom('journeys')
    .innerJoin('participants', 'participants.id', 'journeys.participant_id')
    .innerJoin('keys.subject_keys as k', 'k.subject_id', 'participants.id')
    .where('k.wrapped', 'is not', null)
    .where('journeys.state', 'is not', null)
    .where('participants.data', 'is not', null)

export const sealedColumns = [
  'journeys.id',
  'journeys.participant_id',
  'journeys.reference',
  'journeys.state',
  'journeys.session',
  'participants.data',
  'k.wrapped',
] as const

export interface SealedJourney {
  readonly id: string
  readonly participant_id: string
  readonly reference: string
  readonly state: Buffer | null
  readonly session: Buffer | null
  readonly data: Buffer | null
  readonly wrapped: Buffer | null
}

const openJson = <T>(key: SecretKey, place: string, sealed: Buffer): T =>
  fromJson<T>(open(key, place, sealed).toString())

export function openParticipant(
  row: Pick<SealedJourney, 'participant_id' | 'data' | 'wrapped'>,
  keyring: Keyring,
): Participant | undefined {
  if (!row.wrapped || !row.data) return undefined
  return openJson(keyring.unwrap(row.participant_id, row.wrapped), places.participant(row.participant_id), row.data)
}

/** Absent when the person was erased. */
export function openCard(row: SealedJourney, keyring: Keyring): JourneyCard | undefined {
  const participant = openParticipant(row, keyring)
  if (!participant || !row.wrapped || !row.state) return undefined
  const key = keyring.unwrap(row.participant_id, row.wrapped)
  return { reference: row.reference, participant, journey: openJson<Journey>(key, places.state(row.id), row.state) }
}

export const openCards = (rows: readonly SealedJourney[], keyring: Keyring): JourneyCard[] =>
  rows.flatMap((row) => openCard(row, keyring) ?? [])

export const openSession = (row: SealedJourney, key: SecretKey): Session | undefined =>
  row.session ? openJson<Session>(key, places.session(row.id), row.session) : undefined
