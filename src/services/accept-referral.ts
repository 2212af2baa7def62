import { Temporal } from 'temporal-polyfill'
import { system, type Actor } from '#src/domain/actor.ts'
import { freeSlots, type WeeklyHours } from '#src/domain/planning/availability.ts'
import { chooseIntakeSlot } from '#src/domain/planning/choose-intake-slot.ts'
import type { Slot } from '#src/domain/journey/attendance.ts'
import { intakeDeadline } from '#src/domain/journey/terms.ts'
import type { Rules } from '#src/domain/journey/rules.ts'
import { weekdays, type Installation } from '#src/domain/installation.ts'
import type { ReferralForm } from '#src/domain/participant.ts'
import type { Id } from '#src/domain/values/id.ts'
import { domainOf, type EmailAddress } from '#src/domain/values/email-address.ts'
import { isMobile } from '#src/domain/values/phone-number.ts'
import { apply, draftOf, type Draft } from './draft.ts'
import { saveDraft, type JourneyVerb } from './command-journey.ts'
import type { Appointments } from './ports/appointments.ts'
import type { Journeys } from './ports/journeys.ts'

export interface Referral {
  readonly form: ReferralForm
  readonly contractId: string
  readonly receivedAt: Temporal.Instant
  readonly reference: string
}

export type Acceptance =
  | { readonly kind: 'accepted'; readonly journeyId: Id<'journey'> }
  | { readonly kind: 'already'; readonly journeyId: Id<'journey'> }
  | { readonly kind: 'no_contract' }
  /** Notices go only to addresses on the contract's own domains. */
  | { readonly kind: 'consulent_outside' }

const agendas = new WeakMap<Installation, readonly WeeklyHours[]>()

/** The agenda of every coach, week after week; the same list for the same installation, so that what follows from it is kept. */
function weeklyHours(installation: Installation): readonly WeeklyHours[] {
  const hours = agendas.get(installation) ?? agendaOf(installation)
  agendas.set(installation, hours)
  return hours
}

const agendaOf = (installation: Installation): WeeklyHours[] =>
  installation.coaches.flatMap((coach) =>
    coach.hours.map((hours) => ({
      coachId: coach.id,
      placeId: hours.place,
      weekday: weekdays.indexOf(hours.day) + 1,
      from: hours.from,
      to: hours.to,
      minutes: hours.minutes,
    })),
  )

/** How far past the deadline we look, only to tell a person which slot comes first. */
const beyond = { hours: 21 * 24 }

type Slots = Pick<JourneyVerb, 'clock' | 'knowledge'>

async function slotsUntil(
  appointments: Appointments,
  until: Temporal.Instant,
  rules: Rules,
  { clock, knowledge }: Slots,
): Promise<Slot[]> {
  const from = clock.now()
  if (Temporal.Instant.compare(until, from) <= 0) return []
  const booked = await appointments.booked(from, until)
  return freeSlots(weeklyHours(knowledge.installation), booked, rules.calendar, { from, to: until })
}

/** The free slots from now until the deadline of the intake. */
export const slotsInTime = (appointments: Appointments, receivedAt: Temporal.Instant, rules: Rules, verb: Slots) =>
  slotsUntil(appointments, intakeDeadline(receivedAt, rules).breach, rules, verb)

/** The free slots from now until some weeks past the deadline of the intake, for a person who must choose. */
export function slotsBeyond(appointments: Appointments, receivedAt: Temporal.Instant, rules: Rules, verb: Slots) {
  const deadline = intakeDeadline(receivedAt, rules).breach
  const now = verb.clock.now()
  const latest = Temporal.Instant.compare(deadline, now) > 0 ? deadline : now
  return slotsUntil(appointments, latest.add(beyond), rules, verb)
}

/** The last digits of an id are chance. */
const seedOf = (id: string): number => Number.parseInt(id.slice(-6), 16)

/** Plans the intake, or opens a task with the calculation when no slot is in time. */
async function planned(
  draft: Draft,
  receivedAt: Temporal.Instant,
  rules: Rules,
  appointments: Appointments,
  verb: Omit<JourneyVerb, 'transact'>,
): Promise<Draft> {
  const now = verb.clock.now()
  const attendanceId = verb.ids.next<'attendance'>()
  const question = { receivedAt, now, seed: seedOf(attendanceId) }
  const slots = await slotsInTime(appointments, receivedAt, rules, verb)
  const inTime = chooseIntakeSlot({ ...question, slots }, rules)
  const choice =
    inTime.kind === 'slot'
      ? inTime
      : chooseIntakeSlot({ ...question, slots: await slotsBeyond(appointments, receivedAt, rules, verb) }, rules)
  const context = { rules, actor: system, now }
  if (choice.kind === 'none')
    return apply(draft, { type: 'report_no_slot', how: choice.how, dueAt: choice.deadlineAt }, context).draft
  return apply(draft, { type: 'plan_intake', slot: choice.slot, how: choice.how, by: 'system', attendanceId }, context)
    .draft
}

const mayBeTold = (email: EmailAddress, contractId: string, { contracts }: Installation): boolean =>
  contracts.find(({ id }) => id === contractId)?.domains.includes(domainOf(email)) ?? false

/**
 * Makes a participant and a journey of a referral that may be accepted, and plans its intake, in the transaction of the caller. A
 * second referral of someone who has an open journey under the same contract makes none.
 */
export async function acceptReferral(
  parts: { readonly journeys: Journeys; readonly appointments: Appointments },
  referral: Referral,
  actor: Actor,
  verb: Omit<JourneyVerb, 'transact'>,
): Promise<Acceptance> {
  const { form, contractId, receivedAt, reference } = referral
  const contract = verb.knowledge.contracts.current(contractId)
  if (!contract) return { kind: 'no_contract' }
  if (!mayBeTold(form.participant.consulent.email, contractId, verb.knowledge.installation))
    return { kind: 'consulent_outside' }
  const open = await parts.journeys.findOpen(contractId, form.participant.clientNumber)
  if (open) return { kind: 'already', journeyId: open }
  const journeyId = verb.ids.next<'journey'>()
  const participantId = verb.ids.next<'participant'>()
  const before = await parts.journeys.begin({
    journeyId,
    participantId,
    participant: form.participant,
    contractId,
    reference,
  })
  const { phone } = form.participant
  const { draft } = apply(
    draftOf(before),
    {
      type: 'accept_referral',
      journeyId,
      participantId,
      contractId,
      contractHash: contract.hash,
      receivedAt,
      raisedRisk: form.risk !== 'none',
      reach: phone && isMobile(phone) ? 'phone' : 'none',
    },
    { rules: contract.rules, actor, now: verb.clock.now() },
  )
  await saveDraft(
    parts.journeys,
    await planned(draft, receivedAt, contract.rules, parts.appointments, verb),
    actor,
    verb,
  )
  return { kind: 'accepted', journeyId }
}
