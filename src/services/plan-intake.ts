import type { Actor } from '#src/domain/actor.ts'
import { describeBasis } from '#src/domain/contract/contract.ts'
import type { Slot } from '#src/domain/journey/attendance.ts'
import type { Refusal } from '#src/domain/journey/decision.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import { invitationDeadline, isBefore, nextSending } from '#src/domain/journey/moments.ts'
import type { Rules } from '#src/domain/journey/rules.ts'
import { intakeDeadline } from '#src/domain/journey/terms.ts'
import { slotId } from '#src/domain/planning/availability.ts'
import type { Id } from '#src/domain/values/id.ts'
import { formatDutch } from '#src/domain/values/moment.ts'
import { slotsBeyond } from './accept-referral.ts'
import { commandLoaded, type JourneyVerb } from './command-journey.ts'
import { SlotTaken, type Appointments } from './ports/appointments.ts'
import type { Journeys } from './ports/journeys.ts'
import type { Transact } from './ports/transact.ts'

export interface PlanIntakeVerb extends Omit<JourneyVerb, 'transact'> {
  readonly transact: Transact<{ journeys: Journeys; appointments: Appointments }>
}

/** A free slot as a person chooses it: what it means for the terms, and the calculation. */
export interface IntakeOption {
  readonly id: string
  readonly slot: Slot
  /** The intake is held within its term. */
  readonly inTime: boolean
  /** The invitation can still be there before its term. */
  readonly leavesLead: boolean
  readonly how: string
}

export type Planning = { readonly kind: 'planned' } | { readonly kind: 'refused'; readonly why: Refusal | 'slot_taken' }

function explain(slot: Slot, receivedAt: Journey['receivedAt'], rules: Rules): string {
  const { zone } = rules.calendar
  const { intake_by, invitation_lead } = rules.contract.terms
  const deadline = intakeDeadline(receivedAt, rules)
  const lead = invitationDeadline(slot.startsAt, rules)
  return [
    `De intake moet uiterlijk ${formatDutch(deadline.breach, zone)} (${describeBasis(intake_by.basis)}: ${deadline.how}).`,
    `De uitnodiging moet er uiterlijk ${formatDutch(lead.at, zone)} zijn (${describeBasis(invitation_lead.basis)}: ${lead.how}).`,
  ].join(' ')
}

function optionOf(
  slot: Slot,
  receivedAt: Journey['receivedAt'],
  rules: Rules,
  sending: Slot['startsAt'],
): IntakeOption {
  return {
    id: slotId(slot),
    slot,
    inTime: !isBefore(intakeDeadline(receivedAt, rules).breach, slot.startsAt),
    leavesLead: !isBefore(invitationDeadline(slot.startsAt, rules).at, sending),
    get how() {
      return explain(slot, receivedAt, rules)
    },
  }
}

/** The free slots that a person may plan an intake in, earliest first, also those that are too near or too late: a person decides. */
export async function intakeOptions(
  verb: PlanIntakeVerb,
  { receivedAt, contractHash }: Pick<Journey, 'receivedAt' | 'contractHash'>,
): Promise<IntakeOption[]> {
  const rules = verb.knowledge.contracts.rules(contractHash)
  const slots = await verb.transact(({ appointments }) => slotsBeyond(appointments, receivedAt, rules, verb))
  const sending = nextSending(verb.clock.now(), rules)
  return slots.map((slot) => optionOf(slot, receivedAt, rules, sending))
}

/** Says what the person accepted by choosing this slot, so that the journal shows it beside the calculation. */
const verdict = ({ inTime, leavesLead }: IntakeOption): string => {
  if (!inTime) return 'Een medewerker koos een plek na de termijn.'
  return leavesLead
    ? 'Een medewerker koos deze plek.'
    : 'Een medewerker koos deze plek; de uitnodiging kan er niet meer op tijd zijn.'
}

const taken: Planning = { kind: 'refused', why: 'slot_taken' }

/** A person plans the intake in a slot that was free when they looked; gone meanwhile is an answer, not an error. */
export async function planIntake(
  verb: PlanIntakeVerb,
  journeyId: Id<'journey'>,
  chosen: string,
  actor: Actor,
): Promise<Planning> {
  try {
    return await verb.transact(async ({ journeys, appointments }): Promise<Planning> => {
      const stored = await journeys.load(journeyId)
      if (!stored) return { kind: 'refused', why: 'unknown' }
      const { journey } = stored
      const rules = verb.knowledge.contracts.rules(journey.contractHash)
      const slots = await slotsBeyond(appointments, journey.receivedAt, rules, verb)
      const slot = slots.find((candidate) => slotId(candidate) === chosen)
      if (!slot) return taken
      const option = optionOf(slot, journey.receivedAt, rules, nextSending(verb.clock.now(), rules))
      const how = `${verdict(option)} ${option.how}`
      const command = {
        type: 'plan_intake',
        slot,
        how,
        by: 'staff',
        attendanceId: verb.ids.next<'attendance'>(),
      } as const
      const decision = await commandLoaded(journeys, stored, command, actor, verb)
      return decision.kind === 'refused' ? decision : { kind: 'planned' }
    })
  } catch (error) {
    if (error instanceof SlotTaken) return taken
    throw error
  }
}
