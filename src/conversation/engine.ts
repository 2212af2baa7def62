import { absenceReasons } from '#src/domain/contract/absence-reason.ts'
import type { AbsenceReason } from '#src/domain/contract/absence-reason.ts'
import type { NodeOf } from './flow.ts'
import type { LoadedFlow } from './loaded-flow.ts'
import { isSaidEnough, saying } from './said.ts'
import { slotOf } from './session.ts'
import type { CommandOutcome, Input, Intent, Option, Session, Understood } from './session.ts'
import { afterOutcome, askPerson, walk, withoutQuestion } from './walk.ts'
import type { Heard, StepResult, World } from './walk.ts'

/** Below this the bot asks (promise 5). Crisis is the exception: there the wrong thing to do is nothing. */
export const actsFrom = 0.7

/** What goes before the answer to any question, and what reaches us also when a person holds the conversation. */
const beforeAnything: readonly Intent[] = ['crisis', 'abuse', 'stop', 'wrong_number', 'complaint', 'person']
const evenWithPerson: readonly Intent[] = ['crisis', 'stop', 'start_again']

/**
 * One turn of a conversation: what was heard, in the light of what is known, becomes a new session and what to say and do.
 * Pure and total. A `do` among the effects is carried out by the caller, whose outcome is the next input, in the same transaction;
 * read the facts anew before that, for the command has changed them. `session` is absent at the first turn. A session of another
 * version of the flow loses its open question, for its nodes may not exist here: give it the version it was pinned to.
 * `now` is when a question is asked: how long it waits counts from there.
 */
export function step(session: Session | undefined, input: Input, world: World): StepResult {
  const current = inFlow(session, world.flow)
  switch (input.type) {
    case 'start':
      return walk(fresh(current), world.flow.flow.entries[input.purpose], {}, world)
    case 'message':
      return onMessage(withoutPending(current), input.understood, world)
    case 'timeout':
      return onTimeout(withoutPending(current), input.until, world)
    case 'undelivered':
      return onUndelivered(withoutPending(current), world)
    case 'left_to_person':
      return onLeftToPerson(withoutPending(current), world)
    case 'outcome':
      return onOutcome(current, input.commandId, input.outcome, world)
  }
}

function onMessage(session: Session, understood: Understood, world: World): StepResult {
  const intent = surely(understood)
  if (session.holder === 'person' && !evenWithPerson.includes(intent)) return whileHeld(session, understood, world)
  const next = nextNode(session, intent, understood, world)
  return next === undefined
    ? notUnderstood(session, world)
    : walk({ ...session, misses: missesAfter(session, intent) }, next, heardIn(understood), world)
}

/** What cannot be read is no answer either: with what was not understood right before it, it is the second in a row. */
const missesAfter = ({ misses }: Session, intent: Intent): number => (intent === 'unreadable' ? misses + 1 : 0)

/** A question that we asked since a person took over, as the reminder does, hears its answer; all else that is written is theirs. */
function whileHeld(session: Session, understood: Understood, world: World): StepResult {
  const intent = surely(understood)
  const next =
    intent === 'unclear' ? undefined : answerTo(waiting(session, world.flow), session.options, intent, understood)
  return next === undefined
    ? { session, effects: [] }
    : walk({ ...session, misses: 0 }, next, heardIn(understood), world)
}

function surely(understood: Understood): Intent {
  return understood.intent === 'crisis' || understood.confidence >= actsFrom ? understood.intent : 'unclear'
}

/** Where an understood message leads; undefined: it leads nowhere here. */
function nextNode(session: Session, intent: Intent, understood: Understood, world: World): string | undefined {
  if (intent === 'unclear') return undefined
  if (beforeAnything.includes(intent)) return interruptOf(intent, world)
  const answered = answerTo(waiting(session, world.flow), session.options, intent, understood)
  if (answered !== undefined || intent === 'choose') return answered
  return interruptOf(intent, world)
}

/** What a flow that was written before these could be told apart does with them. */
const instead: Partial<Record<Intent, 'person' | 'question' | 'thanks' | 'unreadable'>> = {
  abuse: 'person',
  complaint: 'person',
  language: 'person',
  late: 'question',
  proof: 'question',
  reaction: 'thanks',
  third_party: 'person',
  proof_photo: 'unreadable',
}

function interruptOf(intent: Intent, { flow: { flow } }: World): string | undefined {
  if (intent === 'choose') return undefined
  const other = instead[intent]
  return flow.interrupts[intent] ?? (other && flow.interrupts[other])
}

/** A choice counts only when it was offered: a button of last week's question answers nothing. */
function answerTo(
  ask: NodeOf<'ask'> | undefined,
  options: readonly Option[],
  intent: Intent,
  understood: Understood,
): string | undefined {
  if (ask === undefined) return undefined
  if (intent !== 'choose') return ask.options[intent] ?? ask.answers?.[intent]
  const { choice } = understood
  if (choice === undefined || !options.some((option) => option.value === choice)) return undefined
  return slotOf(choice) === undefined ? ask.options[choice] : ask.slots
}

/** Asks again once or twice, as the question says, then goes on where it says (to a person). */
function notUnderstood(session: Session, world: World): StepResult {
  const missed = { ...session, misses: session.misses + 1 }
  const ask = waiting(session, world.flow)
  if (ask === undefined || isTooLate(ask, world)) return walk(missed, world.flow.flow.interrupts.unclear, {}, world)
  const { again, misses, then } = ask.unclear
  if (missed.misses >= misses || isSaidEnough(session, again)) return walk(missed, then, {}, world)
  return { session: saying(missed, again), effects: [{ type: 'say', template: again, options: session.options }] }
}

/** Whether somebody comes is asked no more once the appointment is over. */
const isTooLate = ({ options }: NodeOf<'ask'>, { facts }: World): boolean =>
  options['confirm'] !== undefined && facts.appointment === 'over'

/** A timer of a question that was answered, or asked again, is stale. */
function onTimeout(session: Session, until: string, world: World): StepResult {
  if (session.until !== until) return { session, effects: [] }
  const ask = waiting(session, world.flow)
  const { until: _over, ...stillAsked } = session
  if (session.holder === 'person' || typeof ask?.timeout !== 'object') return { session: stillAsked, effects: [] }
  return walk({ ...withoutQuestion(session), misses: 0 }, ask.timeout.then, {}, world)
}

/** Nothing that we say arrives now, so whatever the flow would say is left out; a flow that says nothing of it leaves it to a person. */
function onUndelivered(session: Session, world: World): StepResult {
  const next = waiting(session, world.flow)?.undelivered ?? world.flow.flow.undelivered
  if (next === undefined) return askPerson(session, 'undelivered')
  const walked = walk(session, next, {}, world)
  return { ...walked, effects: walked.effects.filter(({ type }) => type === 'do') }
}

/** Who writes while nobody is there hears once until when: not at each message, and nothing where they were told with what was asked of us. */
function onLeftToPerson(session: Session, world: World): StepResult {
  const { held } = world.flow.flow
  const closedUntil = world.facts.closedUntil?.()
  if (held === undefined || closedUntil === undefined || session.openingTold === closedUntil)
    return { session, effects: [] }
  return walk({ ...session, openingTold: closedUntil }, held, {}, world)
}

/** An outcome that nobody waits for changes nothing. */
function onOutcome(session: Session, commandId: string, outcome: CommandOutcome, world: World): StepResult {
  const { pending } = session
  if (pending === undefined || pending.command !== commandId) return { session, effects: [] }
  const node = world.flow.flow.nodes[pending.node]
  if (node?.kind !== 'do') return { session: withoutPending(session), effects: [] }
  return walk(withoutPending(session), afterOutcome(node, outcome), brought(outcome), world)
}

function waiting(session: Session, { flow }: LoadedFlow): NodeOf<'ask'> | undefined {
  const node = session.node === undefined ? undefined : flow.nodes[session.node]
  return node?.kind === 'ask' ? node : undefined
}

function heardIn({ choice, topic, photo, reason: said }: Understood): Heard {
  const reason = reasonOf(choice) ?? said
  const slot = choice === undefined ? undefined : slotOf(choice)
  return {
    ...(slot === undefined ? {} : { slot }),
    ...(reason === undefined ? {} : { reason }),
    ...(topic === undefined ? {} : { topic }),
    ...(photo === undefined ? {} : { photo }),
  }
}

function reasonOf(choice: string | undefined): AbsenceReason | undefined {
  return absenceReasons.find((reason) => choice === `reason:${reason}`)
}

function brought(outcome: CommandOutcome): Heard {
  if (outcome.kind === 'refused') return {}
  const { slots, proof } = outcome
  return { ...(slots ? { slots } : {}), ...(proof ? { proof } : {}) }
}

function inFlow(session: Session | undefined, { flow, hash }: LoadedFlow): Session {
  if (session === undefined)
    return { flow: flow.name, flowHash: hash, options: [], misses: 0, holder: 'bot', commands: 0 }
  if (session.flow === flow.name && session.flowHash === hash) return session
  return { ...fresh(session), flow: flow.name, flowHash: hash }
}

/** What the journey starts goes out whoever holds the conversation; the answer then goes to them. */
function fresh(session: Session): Session {
  const { said: _said, ...rest } = withoutPending(withoutQuestion(session))
  return { ...rest, misses: 0 }
}

function withoutPending(session: Session): Session {
  const { pending: _pending, ...rest } = session
  return rest
}
