import type { Actor } from '#src/domain/actor.ts'
import { redactBsn } from '#src/domain/values/bsn.ts'
import type { Id } from '#src/domain/values/id.ts'
import { saveDraft, type JourneyVerb } from './command-journey.ts'
import { apply, draftOf } from './draft.ts'

/** Two SMS, or one bubble that is still read. In characters. */
export const longestWritten = 300

export type Writing =
  | { readonly kind: 'written' }
  | {
      readonly kind: 'refused'
      /** 'unreachable': no mobile number, or they want no messages; 'bsn': there is one in it, or what looks like one (promise 6). */
      readonly why: 'unknown' | 'ended' | 'unreachable' | 'bsn' | 'empty' | 'too_long'
    }

const refused = (why: Extract<Writing, { kind: 'refused' }>['why']): Writing => ({ kind: 'refused', why })

function problemOf(text: string): Writing | undefined {
  if (text === '') return refused('empty')
  if (text.length > longestWritten) return refused('too_long')
  return redactBsn(text).text === text ? undefined : refused('bsn')
}

/**
 * What a member of staff writes to the participant, in their own words. Whoever writes has the conversation: the bot is silent until it
 * is given back. It goes out as an answer does, at any hour, and a person wrote it, so that it waits for nobody's approval.
 */
export async function writeToParticipant(
  verb: JourneyVerb,
  id: Id<'journey'>,
  written: string,
  actor: Actor,
): Promise<Writing> {
  const text = written.replaceAll('\0', '').trim()
  const problem = problemOf(text)
  if (problem) return problem
  return verb.transact(async ({ journeys }) => {
    const stored = await journeys.load(id)
    if (!stored) return refused('unknown')
    const { journey, participant } = stored
    if (journey.status === 'ended') return refused('ended')
    if (journey.reach !== 'phone' || !participant.phone) return refused('unreachable')
    const rules = verb.knowledge.contracts.rules(journey.contractHash)
    const { draft } = apply(draftOf(stored), { type: 'take_conversation' }, { rules, actor, now: verb.clock.now() })
    const row = verb.ids.next<'outgoing'>()
    const message = {
      id: row,
      subject: row,
      purpose: 'staff',
      occurrence: 1,
      body: { kind: 'message', text, to: participant.phone },
    } as const
    await saveDraft(journeys, { ...draft, answers: [...draft.answers, message] }, actor, verb)
    return { kind: 'written' }
  })
}
