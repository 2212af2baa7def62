import type { ProposedReferral } from '#src/domain/proposed-referral.ts'
import type { Id } from '#src/domain/values/id.ts'
import { isSameName } from './find-journeys.ts'
import type { JourneyCard, JourneySearch, Overview } from './ports/overview.ts'

export type Likeness = 'client_number' | 'phone' | 'name'

/** 'meant': the mail may be about it, by its thread, its subject or a name in it. */
export type JourneyLikeness = Likeness | 'meant'

/** An open journey that may be of the same person, and by what. */
export interface LikeJourney {
  readonly card: JourneyCard
  readonly same: readonly JourneyLikeness[]
}

const most = 10

interface MayBeAbout {
  readonly contractId: string | undefined
  readonly proposal: Pick<ProposedReferral, 'clientNumber' | 'phone' | 'name'> | undefined
  readonly candidates: readonly Id<'journey'>[]
}

/** Open journeys that a mail may be about, and those under its contract with the same client number, phone number or name as who it names. */
export async function findLikeJourneys(
  overview: Pick<Overview, 'journeys'>,
  { contractId, proposal, candidates }: MayBeAbout,
): Promise<readonly LikeJourney[]> {
  const { clientNumber, phone, name } = contractId === undefined ? {} : (proposal ?? {})
  const searches: readonly { readonly by: JourneyLikeness; readonly search: JourneySearch }[] = [
    ...(candidates.length > 0 ? [{ by: 'meant', search: { kind: 'ids', values: candidates } } as const] : []),
    ...(clientNumber ? [{ by: 'client_number', search: { kind: 'client_number', value: clientNumber } } as const] : []),
    ...(phone ? [{ by: 'phone', search: { kind: 'phone', value: phone } } as const] : []),
    ...(name ? [{ by: 'name', search: { kind: 'name', matches: isSameName(name) } } as const] : []),
  ]
  const found = new Map<string, LikeJourney>()
  for (const { by, search } of searches)
    for (const card of (await overview.journeys(search, { page: 1, size: most })).rows) {
      const { id, status } = card.journey
      if ((contractId ?? card.journey.contractId) !== card.journey.contractId || status === 'ended') continue
      found.set(id, { card, same: [...(found.get(id)?.same ?? []), by] })
    }
  return [...found.values()]
}
