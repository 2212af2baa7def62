import type { Actor } from '#src/domain/actor.ts'
import { describeBasis } from '#src/domain/contract/contract.ts'
import type { Slot } from '#src/domain/journey/attendance.ts'
import type { Command } from '#src/domain/journey/command.ts'
import type { Refusal } from '#src/domain/journey/decision.ts'
import { attendanceById, currentAttendance, type Journey } from '#src/domain/journey/journey.ts'
import { invitationDeadline, isBefore, nextSending } from '#src/domain/journey/moments.ts'
import type { Rules } from '#src/domain/journey/rules.ts'
import { intakeDeadline } from '#src/domain/journey/terms.ts'
import { slotId } from '#src/domain/planning/availability.ts'
import type { Id } from '#src/domain/values/id.ts'
import { formatDutch } from '#src/domain/values/moment.ts'
import { slotsBeyond, slotsInTime } from './accept-referral.ts'
import { commandLoaded, type JourneyVerb } from './command-journey.ts'
import { SlotTaken, type Appointments } from './ports/appointments.ts'
import type { Journeys } from './ports/journeys.ts'
import type { Transact } from './ports/transact.ts'

export interface PlanIntakeVerb extends Omit<JourneyVerb, 'transact'> {
  readonly transact: Transact<{ journeys: Journeys; appointments: Appointments }>
}

/** A free slot as a person chooses it, with what it means for the terms. */
export interface IntakeOption {
  readonly id: string
  readonly slot: Slot
  /** The intake is held within its term. */
  readonly inTime: boolean
  /** The invitation can still be there as long ahead as the contract asks. */
  readonly leavesLead: boolean
  /** By when it would have to be there. */
  readonly inviteBy: Slot['startsAt']
}

/** The free slots for one intake, and the calculation, in Dutch, that tells which of them are in time. */
export interface IntakePlan {
  readonly how: string
  /** Earliest first; also those that are too near or too late, because a person decides. */
  readonly options: readonly IntakeOption[]
}

export type Planning =
  | { readonly kind: 'planned' | 'moved'; readonly reach: Journey['reach'] }
  /** It was moved there before. */
  | { readonly kind: 'stood' }
  | { readonly kind: 'refused'; readonly why: Refusal | 'slot_taken' }

function optionOf(slot: Slot, receivedAt: Journey['receivedAt'], rules: Rules, now: Slot['startsAt']): IntakeOption {
  const inviteBy = invitationDeadline(slot.startsAt, rules).at
  return {
    id: slotId(slot),
    slot,
    inTime: !isBefore(intakeDeadline(receivedAt, rules).breach, slot.startsAt),
    leavesLead: !isBefore(inviteBy, nextSending(now, rules)),
    inviteBy,
  }
}

function explain(receivedAt: Journey['receivedAt'], rules: Rules): string {
  const { intake_by } = rules.contract.terms
  const { breach, how } = intakeDeadline(receivedAt, rules)
  return `De intake moet er uiterlijk ${formatDutch(breach, rules.calendar.zone)} zijn (${describeBasis(intake_by.basis)}: ${how}).`
}

export async function intakePlan(
  verb: PlanIntakeVerb,
  { receivedAt, contractHash }: Pick<Journey, 'receivedAt' | 'contractHash'>,
): Promise<IntakePlan> {
  const rules = verb.knowledge.contracts.rules(contractHash)
  const slots = await verb.transact(({ appointments }) => slotsBeyond(appointments, receivedAt, rules, verb))
  const now = verb.clock.now()
  return { how: explain(receivedAt, rules), options: slots.map((slot) => optionOf(slot, receivedAt, rules, now)) }
}

/** A slot for which the invitation and the intake can both still be in time: what the system would have planned. */
export const isInTime = ({ inTime, leavesLead }: IntakeOption): boolean => inTime && leavesLead

/** Of these journeys the ids of those for which there is such a slot now. */
export async function withSlotInTime(
  verb: PlanIntakeVerb,
  journeys: readonly Pick<Journey, 'id' | 'receivedAt' | 'contractHash'>[],
): Promise<ReadonlySet<Id<'journey'>>> {
  if (journeys.length === 0) return new Set()
  const now = verb.clock.now()
  const hasSlot = async (appointments: Appointments, { receivedAt, contractHash }: (typeof journeys)[number]) => {
    const rules = verb.knowledge.contracts.rules(contractHash)
    const slots = await slotsInTime(appointments, receivedAt, rules, verb)
    return slots.some((slot) => isInTime(optionOf(slot, receivedAt, rules, now)))
  }
  return verb.transact(async ({ appointments }) => {
    const found = new Set<Id<'journey'>>()
    for (const journey of journeys) if (await hasSlot(appointments, journey)) found.add(journey.id)
    return found
  })
}

/** What the person accepted by choosing this slot, so that the journal shows it beside the calculation. */
function verdict({ inTime, leavesLead, inviteBy }: IntakeOption, rules: Rules): string {
  if (!inTime) return 'Een medewerker koos een plek na de termijn.'
  const { basis } = rules.contract.terms.invitation_lead
  const lead = `de uitnodiging moet er uiterlijk ${formatDutch(inviteBy, rules.calendar.zone)} zijn (${describeBasis(basis)})`
  return leavesLead
    ? `Een medewerker koos deze plek; ${lead}.`
    : `Een medewerker koos een plek die te dichtbij is: ${lead}.`
}

/** A slot, and the appointment in the place of which the participant asked for it; absent: none stands. */
interface Chosen {
  readonly slot: string
  readonly replaces?: Id<'attendance'>
}

/** Chosen with the participant it is their own choice, as when they pick a time themselves: nobody need be invited to it. */
const commandOf = (
  { replaces }: Chosen,
  choice: { readonly slot: Slot; readonly how: string; readonly attendanceId: Id<'attendance'> },
): Command => (replaces ? { type: 'pick_slot', ...choice } : { type: 'plan_intake', by: 'staff', ...choice })

/** The same choice was sent in before. */
function hasMovedTo(journey: Journey, { slot, replaces }: Chosen): boolean {
  const after = replaces && attendanceById(journey, replaces)?.replacedBy
  const successor = after && attendanceById(journey, after)
  return successor !== undefined && slotId(successor) === slot
}

async function planLocked(
  parts: { readonly journeys: Journeys; readonly appointments: Appointments },
  journeyId: Id<'journey'>,
  chosen: Chosen,
  actor: Actor,
  verb: Omit<PlanIntakeVerb, 'transact'>,
): Promise<Planning> {
  const stored = await parts.journeys.load(journeyId)
  if (!stored) return { kind: 'refused', why: 'unknown' }
  if (hasMovedTo(stored.journey, chosen)) return { kind: 'stood' }
  // A page that is older moves no appointment that it did not show.
  if (chosen.replaces && currentAttendance(stored.journey)?.id !== chosen.replaces)
    return { kind: 'refused', why: 'no_appointment' }
  const { receivedAt, contractHash } = stored.journey
  const rules = verb.knowledge.contracts.rules(contractHash)
  const slots = await slotsBeyond(parts.appointments, receivedAt, rules, verb)
  const slot = slots.find((candidate) => slotId(candidate) === chosen.slot)
  if (!slot) return { kind: 'refused', why: 'slot_taken' }
  const how = `${verdict(optionOf(slot, receivedAt, rules, verb.clock.now()), rules)} ${explain(receivedAt, rules)}`
  const attendanceId = verb.ids.next<'attendance'>()
  const decision = await commandLoaded(
    parts.journeys,
    stored,
    commandOf(chosen, { slot, how, attendanceId }),
    actor,
    verb,
  )
  return decision.kind === 'refused'
    ? decision
    : { kind: chosen.replaces ? 'moved' : 'planned', reach: stored.journey.reach }
}

/** A person plans the intake in a slot that was free when they looked; gone meanwhile is an answer, not an error. */
export const planIntake = (
  verb: PlanIntakeVerb,
  journeyId: Id<'journey'>,
  slot: string,
  actor: Actor,
): Promise<Planning> => planChosen(verb, journeyId, { slot }, actor)

/** The same in the place of the appointment that stands, for a participant who asked for another time and chose it with staff. */
export const moveIntake = (
  verb: PlanIntakeVerb,
  journeyId: Id<'journey'>,
  chosen: Required<Chosen>,
  actor: Actor,
): Promise<Planning> => planChosen(verb, journeyId, chosen, actor)

async function planChosen(
  verb: PlanIntakeVerb,
  journeyId: Id<'journey'>,
  chosen: Chosen,
  actor: Actor,
): Promise<Planning> {
  try {
    return await verb.transact((parts) => planLocked(parts, journeyId, chosen, actor, verb))
  } catch (error) {
    if (error instanceof SlotTaken) return { kind: 'refused', why: 'slot_taken' }
    throw error
  }
}
