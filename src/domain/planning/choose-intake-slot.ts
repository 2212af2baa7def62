import { Temporal } from 'temporal-polyfill'
import { describeBasis } from '../contract/contract.ts'
import type { Slot } from '../journey/attendance.ts'
import { intakeDeadline } from '../journey/terms.ts'
import { invitationDeadline, isBefore, nextSending, workdaysAfter } from '../journey/moments.ts'
import type { Rules } from '../journey/rules.ts'
import { formatDutch } from '../values/moment.ts'

/** The outcome of looking for an intake slot, with the calculation in Dutch words. */
export type IntakeChoice =
  | { readonly kind: 'slot'; readonly slot: Slot; readonly how: string }
  | { readonly kind: 'none'; readonly how: string; readonly deadlineAt: Temporal.Instant }

export interface IntakeQuestion {
  readonly receivedAt: Temporal.Instant
  readonly now: Temporal.Instant
  /** Free slots, earliest first, also some after the deadline so that the calculation can name the first that is too late. */
  readonly slots: readonly Slot[]
  /** Spreads people over coaches who are free at the same moment, so that two who plan at once seldom want the same one. */
  readonly seed?: number
}

/**
 * The first slot for which an invitation sent then is in time: the later the slot, the later its invitation may be, so half of what is
 * left can be passed over at each look.
 */
function firstInTime(slots: readonly Slot[], sending: Temporal.Instant, rules: Rules): number {
  let low = 0
  let high = slots.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const slot = slots[middle]
    if (slot && isBefore(invitationDeadline(slot.startsAt, rules).at, sending)) low = middle + 1
    else high = middle
  }
  return low
}

function explain(question: IntakeQuestion, rules: Rules, sending: Temporal.Instant, verdict: string): string {
  const { zone } = rules.calendar
  const { invitation_lead, intake_by } = rules.contract.terms
  const deadline = intakeDeadline(question.receivedAt, rules)
  return [
    `Uitnodigen kan vanaf ${formatDutch(sending, zone)}.`,
    `De uitnodiging moet er op tijd zijn (${describeBasis(invitation_lead.basis)}).`,
    `De intake moet uiterlijk ${formatDutch(deadline.breach, zone)} (${describeBasis(intake_by.basis)}: ${deadline.how}).`,
    verdict,
  ].join(' ')
}

/** Which slots come nearest: the first at all, and the first for which an invitation would still be in time. */
function noneInTime({ slots }: IntakeQuestion, rules: Rules, sending: Temporal.Instant): string {
  const [next] = slots
  if (!next) return 'Er is geen enkele vrije plek in het rooster.'
  const { zone } = rules.calendar
  const first = formatDutch(next.startsAt, zone)
  const invitable = slots[firstInTime(slots, sending, rules)]
  if (invitable === next) return `De eerste vrije plek is ${first}: na de termijn.`
  const lead = formatDutch(invitationDeadline(next.startsAt, rules).at, zone)
  const later = invitable
    ? ` Voor ${formatDutch(invitable.startsAt, zone)} kan wel op tijd worden uitgenodigd, maar dat is na de termijn.`
    : ''
  return `De eerste vrije plek is ${first}; daarvoor moest de uitnodiging er ${lead} zijn.${later}`
}

/** One of the slots that start at the same moment as the one at `index`. */
function oneOf({ slots, seed = 0 }: IntakeQuestion, index: number): Slot | undefined {
  const start = slots[index]?.startsAt
  let end = index
  while (start && slots[end]?.startsAt.equals(start)) end += 1
  return slots[index + (seed % Math.max(1, end - index))]
}

/**
 * Picks the earliest slot that is late enough to invite in time and early enough for the contract's deadline. It keeps a workday to
 * repair an invitation that does not arrive, and gives that up only when no slot leaves it. No slot: a person gets the calculation.
 */
export function chooseIntakeSlot(question: IntakeQuestion, rules: Rules): IntakeChoice {
  const sending = nextSending(question.now, rules)
  const repaired = nextSending(workdaysAfter(sending, 1, rules), rules)
  const deadline = intakeDeadline(question.receivedAt, rules)
  const earliest = (from: Temporal.Instant): Slot | undefined => {
    const slot = oneOf(question, firstInTime(question.slots, from, rules))
    return slot && !isBefore(deadline.breach, slot.startsAt) ? slot : undefined
  }
  const roomy = earliest(repaired)
  const slot = roomy ?? earliest(sending)
  if (!slot) {
    return {
      kind: 'none',
      how: explain(question, rules, sending, noneInTime(question, rules, sending)),
      deadlineAt: deadline.due,
    }
  }
  const spare = roomy
    ? 'met een werkdag over om een mislukte uitnodiging te herstellen'
    : 'zonder werkdag over voor herstel'
  const verdict = `Gekozen: ${formatDutch(slot.startsAt, rules.calendar.zone)}, ${spare}.`
  return { kind: 'slot', slot, how: explain(question, rules, sending, verdict) }
}

/** How many slots a participant chooses from: more is harder to read on an old phone. */
const choices = 3
const shortestNotice = Temporal.Duration.from({ hours: 18 })

/**
 * Slots to offer to a participant who asks for another time: the soonest, and others that leave the lead time of the invitation, so that
 * less notice than the contract asks is really their own choice. Never past the deadline. When there are not enough with the lead time,
 * other near ones fill up.
 */
export function slotsToOffer(question: IntakeQuestion, rules: Rules): Slot[] {
  const last = intakeDeadline(question.receivedAt, rules).breach.epochMilliseconds
  const soonest = question.now.add(shortestNotice).epochMilliseconds
  const open = question.slots.filter(
    ({ startsAt }) => startsAt.epochMilliseconds >= soonest && startsAt.epochMilliseconds <= last,
  )
  const { zone } = rules.calendar
  const lead = firstInTime(open, question.now, rules)
  const byDay = [
    ...firstOfDays(open.slice(lead), 0, zone),
    ...firstOfDays(open, 0, zone),
    ...open.slice(0, 2 * choices),
  ]
  return [...new Set([...open.slice(0, 1), ...byDay])]
    .slice(0, choices)
    .sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
}

/** The first slot of each of the next days: who cannot on Tuesday morning often cannot an hour later either. */
function firstOfDays(slots: readonly Slot[], from: number, zone: string): Slot[] {
  const first: Slot[] = []
  let nextDay = 0
  for (let n = from; n < slots.length && first.length < choices; n++) {
    const slot = slots[n]
    if (!slot || slot.startsAt.epochMilliseconds < nextDay) continue
    first.push(slot)
    nextDay = slot.startsAt.toZonedDateTimeISO(zone).startOfDay().add({ days: 1 }).epochMilliseconds
  }
  return first
}
