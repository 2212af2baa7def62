import { actsFrom, step } from '#src/conversation/engine.ts'
import { labelOf } from '#src/conversation/offered.ts'
import {
  asksWhoWrites,
  slotOf,
  slotValueOf,
  type CommandOutcome,
  type ConversationCommand,
  type Effect,
  type Input,
  type Intent,
  type Option,
  type Session,
  type Understood,
} from '#src/conversation/session.ts'
import type { ConversationFacts } from '#src/conversation/facts.ts'
import { afterSaying } from '#src/conversation/on-screen.ts'
import type { Temporal } from 'temporal-polyfill'
import type { Speech } from '#src/domain/interpreter.ts'
import type { Command } from '#src/domain/journey/command.ts'
import type { Decision } from '#src/domain/journey/decision.ts'
import { isBefore } from '#src/domain/journey/moments.ts'
import { slotId, slotStart } from '#src/domain/planning/availability.ts'
import { slotsToOffer } from '#src/domain/planning/choose-intake-slot.ts'
import type { Slot } from '#src/domain/journey/attendance.ts'
import { currentAttendance, latestAttendance } from '#src/domain/journey/journey.ts'
import type { Language } from '#src/domain/values/language.ts'
import { conversationFacts } from './conversation-facts.ts'
import { apply, type Draft, type DraftContext } from './draft.ts'
import { continued } from '#src/conversation/continued.ts'
import { flowOf } from './finish-draft.ts'
import type { Knowledge } from './knowledge.ts'
import type { Ids } from './ports/ids.ts'
import { outgoingKey, type NewOutgoing } from './ports/outgoing.ts'
import { dayInWords, timeInWords } from './words.ts'

/** Commands in one turn; a flow that wants more goes in circles, and a person takes over. */
const mostCommands = 8

export interface Turn {
  /** What it is about, once: the message that was written, or an id of its own. */
  readonly occurrence: string
  readonly context: DraftContext
  readonly knowledge: Knowledge
  readonly ids: Ids
  /** What was written points at danger: the answer waits for nobody's approval. */
  readonly urgent: boolean
  /** Of what points at danger: the language that it is written in, as far as that shows. */
  readonly writtenIn?: Language
  /** Free slots, read before the turn; used only when somebody asks for another time. */
  readonly slots: readonly Slot[]
}

interface Heard {
  readonly draft: Draft
  readonly outcome: CommandOutcome
}

function outcomeOf(decision: Decision, draft: Draft): CommandOutcome {
  if (decision.kind === 'accepted') {
    const proof = draft.journey && latestAttendance(draft.journey)?.absence?.proof
    return { kind: 'done', proof: proof === 'awaited' ? 'needed' : 'not_needed' }
  }
  return { kind: 'refused', why: decision.why === 'no_appointment' ? 'no_appointment' : 'not_open' }
}

function carryOut(draft: Draft, command: Command, { context }: Turn): Heard {
  const applied = apply(draft, command, context)
  return { draft: applied.draft, outcome: outcomeOf(applied.decision, applied.draft) }
}

const choicesFor = (draft: Draft, { slots, context }: Turn): Slot[] =>
  draft.journey ? slotsToOffer({ receivedAt: draft.journey.receivedAt, now: context.now, slots }, context.rules) : []

/** Whoever is offered times while an appointment stands asked for another one: that is kept, also when they pick none. */
const keepAsked = (draft: Draft, { occurrence, context }: Turn): Draft =>
  apply(draft, { type: 'ask_person', about: 'other_time', occurrence }, context).draft

const momentLabel = (at: Temporal.Instant, language: Language, zone: string): string =>
  `${dayInWords(at, language, zone)}, ${timeInWords(at, zone)}`

function offerSlots(asking: Draft, turn: Turn): Heard {
  const draft = keepAsked(asking, turn)
  const language = turn.knowledge.sentLanguage(draft.before.participant.language)
  const { zone } = turn.context.rules.calendar
  const choices = choicesFor(draft, turn).map((slot) => ({
    value: slotValueOf(slotId(slot)),
    label: momentLabel(slot.startsAt, language, zone),
  }))
  return {
    draft,
    outcome: choices.length > 0 ? { kind: 'done', slots: choices } : { kind: 'refused', why: 'no_slots' },
  }
}

const hasPassed = (id: string, now: Temporal.Instant): boolean => {
  const start = slotStart(id)
  return start !== undefined && !isBefore(now, start)
}

/** A slot that was offered may be over or gone by now: then it is no longer among the free ones, and others are offered. */
function pickSlot(draft: Draft, id: string, turn: Turn): Heard {
  if (hasPassed(id, turn.context.now)) return { draft, outcome: { kind: 'refused', why: 'no_appointment' } }
  const slot = turn.slots.find((candidate) => slotId(candidate) === id)
  if (!slot) return { draft, outcome: { kind: 'refused', why: 'slot_taken' } }
  return carryOut(draft, { type: 'pick_slot', attendanceId: turn.ids.next(), slot }, turn)
}

const speechOf = ({ before: { participant } }: Draft, { writtenIn }: Turn): Speech => ({
  ...(writtenIn ? { writes: writtenIn } : {}),
  speaks: participant.notes?.otherLanguage === undefined ? participant.language : 'other',
  isAsked: participant.interpreter ?? false,
})

function execute(draft: Draft, command: ConversationCommand, turn: Turn): Heard {
  const { occurrence } = turn
  switch (command.type) {
    case 'confirm':
      return carryOut(draft, { type: 'confirm' }, turn)
    case 'report_absence':
      return carryOut(draft, { type: 'report_absence', reason: command.reason }, turn)
    case 'offer_slots':
      return offerSlots(draft, turn)
    case 'pick_slot':
      return pickSlot(draft, command.slot, turn)
    case 'ask_person':
      return carryOut(draft, { type: 'ask_person', about: command.about, occurrence }, turn)
    case 'opt_out':
    case 'opt_in':
      return carryOut(draft, { type: command.type }, turn)
    case 'crisis':
      return carryOut(draft, { type: 'raise_crisis', occurrence, speech: speechOf(draft, turn) }, turn)
  }
}

function answerRow(text: string, draft: Draft, { occurrence: subject, ids, urgent }: Turn): NewOutgoing {
  return {
    id: ids.next(),
    subject,
    purpose: urgent ? 'emergency' : 'answer',
    occurrence: draft.answers.filter((row) => row.subject === subject).length + 1,
    body: { kind: 'message', text, to: draft.before.participant.phone ?? '' },
  }
}

const factsOf = (draft: Draft, { context, knowledge }: Turn) => {
  if (!draft.journey) throw new Error('a conversation needs a journey')
  return conversationFacts({
    journey: draft.journey,
    participant: draft.before.participant,
    rules: context.rules,
    knowledge,
    now: context.now,
  })
}

/**
 * What is offered again is what was offered then, and some of that may have passed. Left out of what is said, it is left out of what may be
 * chosen too, so that each number means what stands behind it.
 */
function withoutPast(draft: Draft, now: Temporal.Instant): Draft {
  const { session } = draft
  return session ? { ...draft, session: { ...session, options: stillAhead(session.options, now) } } : draft
}

const stillAhead = (options: readonly Option[], now: Temporal.Instant): readonly Option[] =>
  options.filter(({ value }) => {
    const slot = slotOf(value)
    return slot === undefined || !hasPassed(slot, now)
  })

/** A question may have been put before its language was approved, or after: its choices go along with what is said now. */
function inLanguage(session: Session | undefined, language: Language, turn: Turn): Session | undefined {
  const { flow } = flowOf(session, turn.knowledge.flows)
  const ask = session?.node === undefined ? undefined : flow.nodes[session.node]
  if (!session || ask?.kind !== 'ask') return session
  const options = session.options.map(({ value, label }) => {
    const slot = slotOf(value)
    if (slot === undefined) return { value, label: labelOf(value, ask, flow, language) }
    const startsAt = slotStart(slot)
    return { value, label: startsAt ? momentLabel(startsAt, language, turn.context.rules.calendar.zone) : label }
  })
  return { ...session, options }
}

function said(draft: Draft, answer: NewOutgoing, { asks, names }: { asks: boolean; names: boolean }): Draft {
  const planned = draft.journey && currentAttendance(draft.journey)
  const saying = { key: outgoingKey(answer), asks, names: names ? planned?.id : undefined }
  return {
    ...draft,
    ...(draft.session ? { session: afterSaying(draft.session, saying) } : {}),
    answers: [...draft.answers, answer],
  }
}

/** Whoever read it with what they asked need not hear it again before then. */
function openingTold(draft: Draft, facts: ConversationFacts): Draft {
  const closedUntil = facts.closedUntil?.()
  return draft.session && closedUntil !== undefined
    ? { ...draft, session: { ...draft.session, openingTold: closedUntil } }
    : draft
}

interface Round {
  readonly draft: Draft
  readonly next?: Input
}

/** Carries out what one step of the conversation asked for: texts become answers, a command becomes the next input. */
function perform(round: Round, effect: Effect, turn: Turn): Round {
  const { draft } = round
  if (effect.type === 'say') {
    const facts = factsOf(draft, turn)
    const { now } = turn.context
    const options = stillAhead(effect.options, now)
    const { templates } = turn.knowledge
    const text = templates.render(facts.language, effect.template, facts, options, effect.topic)
    const answer = answerRow(text, draft, turn)
    const told = templates.namesOpening(effect.template) ? openingTold(draft, facts) : draft
    const asks = effect.options.length > 0
    const names = templates.namesAppointment(effect.template)
    return { ...round, draft: said(asks ? withoutPast(told, now) : told, answer, { asks, names }) }
  }
  const heard = execute(draft, effect.command, turn)
  return { draft: heard.draft, next: { type: 'outcome', commandId: effect.id, outcome: heard.outcome } }
}

function takeStep(draft: Draft, input: Input, turn: Turn): Round {
  const flow = flowOf(draft.session, turn.knowledge.flows)
  const facts = factsOf(draft, turn)
  const before = inLanguage(draft.session, facts.language, turn)
  const { session, effects } = step(before, input, { flow, facts, now: turn.context.now })
  return effects.reduce<Round>((round, effect) => perform(round, effect, turn), { draft: { ...draft, session } })
}

/** Not evidence of having been reached, and no reaction to a no-show. An emoji on a message says no more than that it was seen. */
const isNoHearing: ReadonlySet<Intent> = new Set(['stop', 'wrong_number', 'reaction'])

/** Nobody need hear of it, nor answer. */
export const asksNothing: ReadonlySet<Intent> = new Set(['thanks', 'reaction'])

/** Whoever holds a conversation must hear of what is written in it meanwhile: the bot does not answer that. */
const leavesUnanswered = (before: Draft, after: Draft, { intent }: Understood): boolean =>
  before.session?.holder === 'person' && !asksNothing.has(intent) && after.answers.length === before.answers.length

/** What a person reads too late when it waits behind other messages: not coming must be heard before the appointment. */
const saysNotToCome = ({ intent, confidence }: Understood): boolean => intent === 'absence' && confidence >= actsFrom

/** Takes a step and carries out what it asks for, until nothing is left to do. `next` stands when it goes in circles. */
function carryThrough(draft: Draft, input: Input, turn: Turn): Round {
  let round = takeStep(draft, input, turn)
  for (let n = 0; n < mostCommands && round.next; n++) round = takeStep(round.draft, round.next, turn)
  return round
}

const askPerson = (
  draft: Draft,
  about: 'held' | 'absence_held' | 'not_understood' | 'flow_changed',
  turn: Turn,
): Draft => apply(draft, { type: 'ask_person', about, occurrence: turn.occurrence }, turn.context).draft

/** Said by whoever was asked who writes: the participant, or somebody who speaks for them. */
const saysWhoWrites = ({ intent, choice }: Understood): boolean =>
  intent === 'third_party' || choice === 'myself' || choice === 'third_party'

/** Whether the participant was heard. Of another who writes that is so when they said, asked about it, that they write for them. */
function hear(draft: Draft, understood: Understood, { occurrence, context }: Turn): Draft {
  if (isNoHearing.has(understood.intent)) return draft
  const isKnown = asksWhoWrites(draft.session?.options ?? [])
    ? saysWhoWrites(understood)
    : understood.intent !== 'third_party'
  const command: Command = isKnown ? { type: 'hear_participant' } : { type: 'hear_another', occurrence }
  return apply(draft, command, context).draft
}

const inCurrentVersion = (draft: Draft, { knowledge }: Turn): { draft: Draft; isQuestionLost: boolean } => {
  const { session, isQuestionLost } = continued(draft.session, knowledge.flows)
  return { draft: { ...draft, session }, isQuestionLost }
}

/** One message of the participant: what it means becomes commands and answers, all within the same transaction. */
export function converse(begun: Draft, understood: Understood, turn: Turn): Draft {
  const { draft, isQuestionLost } = inCurrentVersion(begun, turn)
  const heard = hear(draft, understood, turn)
  const round = carryThrough(heard, { type: 'message', understood }, turn)
  if (round.next) return askPerson(round.draft, 'not_understood', turn)
  if (!leavesUnanswered(draft, round.draft, understood)) return round.draft
  const held = askPerson(round.draft, isQuestionLost ? 'flow_changed' : 'held', turn)
  const left = saysNotToCome(understood) ? askPerson(held, 'absence_held', turn) : held
  return goOn(left, { type: 'left_to_person' }, turn)
}

/** A turn that nobody began by writing. */
function goOn(draft: Draft, input: Input, turn: Turn): Draft {
  const round = carryThrough(draft, input, turn)
  return round.next ? askPerson(round.draft, 'not_understood', turn) : round.draft
}

/** What we said cannot be delivered: the flow says who takes it further. */
export const goOnUndelivered = (draft: Draft, turn: Turn): Draft =>
  goOn(inCurrentVersion(draft, turn).draft, { type: 'undelivered' }, turn)

/** The question that waited until then got no answer: the conversation goes on where the flow says. A stale moment does nothing. */
export function goOnWithoutAnswer(begun: Draft, until: string, turn: Turn): Draft {
  const { draft, isQuestionLost } = inCurrentVersion(begun, turn)
  return isQuestionLost ? askPerson(draft, 'flow_changed', turn) : goOn(draft, { type: 'timeout', until }, turn)
}
