import type { ProposedReferral } from '#src/domain/proposed-referral.ts'
import { isSameName } from './find-journeys.ts'
import type { JourneyCard, JourneySearch, Overview } from './ports/overview.ts'

export type Likeness = 'client_number' | 'phone' | 'name'

/** An open journey that may be of the same person, and by what. */
export interface LikeJourney {
  readonly card: JourneyCard
  readonly same: readonly Likeness[]
}

const most = 10

/** Open journeys under a contract with the same client number, phone number or name as who was read in a mail. */
export async function findLikeJourneys(
  overview: Pick<Overview, 'journeys'>,
  contractId: string,
  { clientNumber, phone, name }: Pick<ProposedReferral, 'clientNumber' | 'phone' | 'name'>,
): Promise<readonly LikeJourney[]> {
  const searches: readonly { readonly by: Likeness; readonly search: JourneySearch }[] = [
    ...(clientNumber ? [{ by: 'client_number', search: { kind: 'client_number', value: clientNumber } } as const] : []),
    ...(phone ? [{ by: 'phone', search: { kind: 'phone', value: phone } } as const] : []),
    ...(name ? [{ by: 'name', search: { kind: 'name', matches: isSameName(name) } } as const] : []),
  ]
  const found = new Map<string, LikeJourney>()
  for (const { by, search } of searches)
    for (const card of (await overview.journeys(search, { page: 1, size: most })).rows) {
      const { id, status } = card.journey
      if (card.journey.contractId !== contractId || status === 'ended') continue
      found.set(id, { card, same: [...(found.get(id)?.same ?? []), by] })
    }
  return [...found.values()]
}
