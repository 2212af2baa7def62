import type { Installation } from '#src/domain/installation.ts'
import type { Slot } from '#src/domain/journey/attendance.ts'
import { taskTable, type TaskKind } from '#src/domain/journey/task.ts'

const coachName = (id: string, { coaches }: Installation): string =>
  coaches.find((coach) => coach.id === id)?.name ?? 'een coach die niet meer in het rooster staat'

const placeName = (id: string, { places }: Installation): string =>
  places.find((place) => place.id === id)?.name ?? 'een plaats die niet meer in het rooster staat'

/** 'Samira Bakkali, Werkwijzer Centrum' */
export const withWhomAndWhere = (
  { coachId, placeId }: Pick<Slot, 'coachId' | 'placeId'>,
  facts: Installation,
): string => `${coachName(coachId, facts)}, ${placeName(placeId, facts)}`

const owners = { coach: 'de coach', coordinator: 'de coördinator', on_duty: 'de dienstdoende' } as const

export const ownerOf = (kind: TaskKind): string => owners[taskTable[kind].owner]

/** Who did something, as the journal names them. */
export function actorInWords(actor: string): string {
  if (actor === 'participant') return 'deelnemer'
  if (actor === 'consulent') return 'consulent'
  return actor === 'system' ? 'Opkomst' : 'medewerker'
}

/** 'door een medewerker' */
export function byWhom(actor: string): string {
  if (actor === 'system') return 'Opkomst'
  return actor === 'participant' || actor === 'consulent' ? `de ${actorInWords(actor)}` : 'een medewerker'
}
