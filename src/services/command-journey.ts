import type { Actor } from '#src/domain/actor.ts'
import type { Command } from '#src/domain/journey/command.ts'
import { refused, type Decision } from '#src/domain/journey/decision.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import type { Id } from '#src/domain/values/id.ts'
import { apply, draftOf, type Draft } from './draft.ts'
import { finishDraft } from './finish-draft.ts'
import type { Knowledge } from './knowledge.ts'
import type { Clock } from './ports/clock.ts'
import type { Ids } from './ports/ids.ts'
import type { Journeys, PhoneOwner, StoredJourney } from './ports/journeys.ts'
import type { Transact } from './ports/transact.ts'

export interface JourneyVerb {
  readonly transact: Transact<{ journeys: Journeys }>
  readonly knowledge: Knowledge
  readonly clock: Clock
  readonly ids: Ids
}

/** Stores a finished draft; one in which nothing happened leaves no trace but the timers that its state wants. */
export async function saveDraft(
  journeys: Journeys,
  draft: Draft,
  actor: Actor,
  verb: Omit<JourneyVerb, 'transact'>,
): Promise<void> {
  const { journey } = draft
  if (!journey) return
  const rules = verb.knowledge.contracts.rules(journey.contractHash)
  const change = finishDraft(draft, { rules, actor, now: verb.clock.now() }, verb.knowledge, verb.ids)
  if (change) await journeys.save(change)
}

/** The participants are locked in one order, whoever asks: two that share a number never wait for each other in a circle. */
export async function loadInOrder(
  journeys: Journeys,
  owners: readonly PhoneOwner[],
): Promise<readonly StoredJourney[]> {
  const found: StoredJourney[] = []
  const keyOf = ({ participantId, journeyId }: PhoneOwner) => `${participantId} ${journeyId}`
  for (const { journeyId } of owners.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    const stored = await journeys.load(journeyId)
    if (stored) found.push(stored)
  }
  return found
}

/** Applies one command to a journey that is already loaded and locked. */
export async function commandLoaded(
  journeys: Journeys,
  stored: StoredJourney,
  command: Command,
  actor: Actor,
  verb: Omit<JourneyVerb, 'transact'>,
): Promise<Decision> {
  const rules = verb.knowledge.contracts.rules(stored.journey.contractHash)
  const { draft, decision } = apply(draftOf(stored), command, { rules, actor, now: verb.clock.now() })
  if (decision.kind === 'accepted') await saveDraft(journeys, draft, actor, verb)
  return decision
}

/** Asks something of a journey: load, decide, store, in one transaction. A refusal is an answer; an unknown journey is refused. */
export const commandJourney = (
  verb: JourneyVerb,
  id: Id<'journey'>,
  command: Command,
  actor: Actor,
): Promise<Decision> =>
  verb.transact(async ({ journeys }) => {
    const stored = await journeys.load(id)
    return stored ? commandLoaded(journeys, stored, command, actor, verb) : refused('unknown')
  })

/**
 * The same for who decided by what a page showed: nothing is done when the journey is no longer so. Looked at under the lock of the
 * command itself, so that of two who press at once the second hears of the first.
 */
export const commandAsSeen = (
  verb: JourneyVerb,
  id: Id<'journey'>,
  command: Command,
  actor: Actor,
  stillSo: (journey: Journey) => boolean,
): Promise<Decision | { readonly kind: 'overtaken' }> =>
  verb.transact(async ({ journeys }) => {
    const stored = await journeys.load(id)
    if (!stored) return refused('unknown')
    return stillSo(stored.journey) ? commandLoaded(journeys, stored, command, actor, verb) : { kind: 'overtaken' }
  })
