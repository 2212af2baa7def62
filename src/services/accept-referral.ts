import { Temporal } from 'temporal-polyfill'
import { system, type Actor } from '#src/domain/actor.ts'
import { freeSlots, type WeeklyHours } from '#src/domain/planning/availability.ts'
import { chooseIntakeSlot, type IntakeChoice, type IntakeQuestion } from '#src/domain/planning/choose-intake-slot.ts'
import type { Slot } from '#src/domain/journey/attendance.ts'
import { intakeDeadline } from '#src/domain/journey/terms.ts'
import type { Rules } from '#src/domain/journey/rules.ts'
import { weekdays, type Installation } from '#src/domain/installation.ts'
import type { Participant, ReferralForm } from '#src/domain/participant.ts'
import { redactBsn } from '#src/domain/values/bsn.ts'
import type { Id } from '#src/domain/values/id.ts'
import { domainOf, type EmailAddress } from '#src/domain/values/email-address.ts'
import { isMobile } from '#src/domain/values/phone-number.ts'
import { apply, beginningOf, type Draft, type DraftContext } from './draft.ts'
import { loadInOrder, saveDraft, type JourneyVerb } from './command-journey.ts'
import type { Appointments } from './ports/appointments.ts'
import type { Journeys, PhoneOwner } from './ports/journeys.ts'

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

/**
 * The slot for the intake. One that another referral is getting at this moment is passed over, for there the second would have to begin
 * anew; when all are being given away, the first again: whoever got it may not keep it.
 */
function chooseSlot(question: IntakeQuestion, rules: Rules, appointments: Appointments): IntakeChoice {
  const first = chooseIntakeSlot(question, rules)
  let choice = first
  let { slots } = question
  while (choice.kind === 'slot' && !appointments.hold(choice.slot)) {
    const { slot: held } = choice
    slots = slots.filter((slot) => slot !== held)
    choice = chooseIntakeSlot({ ...question, slots }, rules)
  }
  return choice.kind === 'slot' ? choice : first
}

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
  const inTime = chooseSlot({ ...question, slots }, rules, appointments)
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

/** What stands in the form beside the person is kept with them, under their key; a BSN that somebody typed in it is not (promise 6). */
function withNotes({ participant, product, risk, otherLanguage, remarks }: ReferralForm): Participant {
  const clean = (text: string) => redactBsn(text).text
  const notes = {
    ...(product ? { product: clean(product) } : {}),
    ...(risk ? { risk } : {}),
    ...(otherLanguage ? { otherLanguage: clean(otherLanguage) } : {}),
    ...(remarks ? { remarks: clean(remarks) } : {}),
  }
  return Object.keys(notes).length === 0 ? participant : { ...participant, notes }
}

/**
 * Somebody else who is with us has the same number: a person hears of it, and a STOP from that number goes for this participant too. The
 * participants' own rows are new, so that whoever is found is another one.
 */
async function withSharedNumber(
  draft: Draft,
  others: readonly PhoneOwner[],
  journeys: Journeys,
  context: DraftContext,
): Promise<Draft> {
  if (others.length === 0) return draft
  const warned = apply(draft, { type: 'share_number' }, context).draft
  const stored = await loadInOrder(journeys, others)
  return stored.some(({ journey }) => journey.reach === 'opted_out')
    ? apply(warned, { type: 'opt_out', sharedNumber: true }, context).draft
    : warned
}

/** Notices and receipts go only to addresses on the contract's own domains. */
export const mayBeTold = (email: EmailAddress, contractId: string, { contracts }: Installation): boolean =>
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
  const { clientNumber, phone } = form.participant
  const { open, samePhone } = await parts.journeys.findPerson(contractId, clientNumber, phone)
  if (open) return { kind: 'already', journeyId: open }
  const journeyId = verb.ids.next<'journey'>()
  const participantId = verb.ids.next<'participant'>()
  const { draft } = apply(
    beginningOf(withNotes(form), reference),
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
  const shared = await withSharedNumber(draft, samePhone, parts.journeys, {
    rules: contract.rules,
    actor: system,
    now: verb.clock.now(),
  })
  await saveDraft(
    parts.journeys,
    await planned(shared, receivedAt, contract.rules, parts.appointments, verb),
    actor,
    verb,
  )
  return { kind: 'accepted', journeyId }
}
