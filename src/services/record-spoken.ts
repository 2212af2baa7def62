import type { Actor } from '#src/domain/actor.ts'
import type { ReportedReason } from '#src/domain/contract/absence-reason.ts'
import type { Command } from '#src/domain/journey/command.ts'
import type { Decision, Refusal } from '#src/domain/journey/decision.ts'
import { attendanceById, currentAttendance, lastMissed, type Journey } from '#src/domain/journey/journey.ts'
import { isBefore } from '#src/domain/journey/moments.ts'
import { isOpen } from '#src/domain/journey/task.ts'
import type { Id } from '#src/domain/values/id.ts'
import { saveDraft, type JourneyVerb } from './command-journey.ts'
import { apply, draftOf, type Draft, type DraftContext } from './draft.ts'

/** What a participant told a member of staff about an appointment, mostly by telephone. */
export type Spoken =
  | { readonly kind: 'comes' }
  | { readonly kind: 'does_not_come'; readonly reason: ReportedReason }
  | { readonly kind: 'other_time' }

export type Recording =
  /** `changed`: it was not so yet. `proof`: the participant has to be told that proof is needed. */
  | { readonly kind: 'recorded'; readonly changed: boolean; readonly proof: boolean }
  | { readonly kind: 'refused'; readonly why: Refusal }
  | { readonly kind: 'overtaken' }

const refused = (why: Refusal): Recording => ({ kind: 'refused', why })

export interface Call {
  readonly attendanceId: Id<'attendance'>
  readonly spoken: Spoken
  /** Whether the journey is still as the page showed it on which this was filled in. */
  readonly stillSo: (journey: Journey) => boolean
}

/** The same command as when the participant writes it. */
function commandOf(spoken: Spoken, occurrence: string): Command {
  switch (spoken.kind) {
    case 'comes':
      return { type: 'confirm' }
    case 'does_not_come':
      return { type: 'report_absence', reason: spoken.reason }
    case 'other_time':
      return { type: 'ask_person', about: 'other_time', occurrence }
  }
}

const isReported = (journey: Journey, { attendanceId, spoken }: Call): boolean =>
  spoken.kind === 'does_not_come' && attendanceById(journey, attendanceId)?.absence?.reason === spoken.reason

/** The commands are about the appointment that stands, or was missed last: said of another one they would be said of the wrong one. */
function isAboutThis(journey: Journey, { attendanceId, spoken }: Call, { now }: DraftContext): boolean {
  const current = currentAttendance(journey)
  if (current?.id !== attendanceId) return spoken.kind === 'does_not_come' && lastMissed(journey)?.id === attendanceId
  return spoken.kind === 'does_not_come' || isBefore(now, current.startsAt)
}

/** After STOP a person is asked to hear whether the participant comes; that was heard now. */
const closeAfterStop = (draft: Draft, context: DraftContext): Draft =>
  (draft.journey?.tasks ?? [])
    .filter((task) => isOpen(task) && task.kind === 'opted_out')
    .reduce((next, { key }) => apply(next, { type: 'close_task', key }, context).draft, draft)

/** Who was spoken knows of what they spoke about: that counts as told, as when staff note a contact. */
function record(
  draft: Draft,
  { attendanceId, spoken }: Call,
  occurrence: string,
  context: DraftContext,
): { readonly draft: Draft; readonly decision: Decision } {
  const told = apply(draft, { type: 'log_contact', attendanceId }, context).draft
  const { draft: said, decision } = apply(told, commandOf(spoken, occurrence), context)
  return { draft: closeAfterStop(said, context), decision }
}

const needsProof = ({ journey }: Draft, { attendanceId }: Call): boolean =>
  journey !== undefined && attendanceById(journey, attendanceId)?.absence?.proof === 'awaited'

/** Records what the participant said, in their place, in the name of who heard it; said before, nothing happens again. */
export const recordSpoken = (verb: JourneyVerb, id: Id<'journey'>, call: Call, actor: Actor): Promise<Recording> =>
  verb.transact(async ({ journeys }): Promise<Recording> => {
    const stored = await journeys.load(id)
    if (!stored) return refused('unknown')
    const { journey } = stored
    if (!attendanceById(journey, call.attendanceId)) return refused('unknown')
    const before = draftOf(stored)
    if (isReported(journey, call)) return { kind: 'recorded', changed: false, proof: needsProof(before, call) }
    if (!call.stillSo(journey)) return { kind: 'overtaken' }
    const context = { rules: verb.knowledge.contracts.rules(journey.contractHash), actor, now: verb.clock.now() }
    if (!isAboutThis(journey, call, context)) return refused('no_appointment')
    const { draft, decision } = record(before, call, verb.ids.next(), context)
    if (decision.kind === 'refused') return decision
    await saveDraft(journeys, draft, actor, verb)
    return { kind: 'recorded', changed: draft.events.length > 0, proof: needsProof(draft, call) }
  })
