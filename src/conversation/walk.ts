import type { Temporal } from 'temporal-polyfill'
import type { AbsenceReason } from '#src/domain/contract/absence-reason.ts'
import type { AskedInFlow } from '#src/domain/journey/command.ts'
import { providersAnswer, type ConversationFacts } from './facts.ts'
import type { NodeOf } from './flow.ts'
import type { LoadedFlow } from './loaded-flow.ts'
import { offered } from './offered.ts'
import { isSaidEnough, saying } from './said.ts'
import type { CommandOutcome, ConversationCommand, Effect, Option, QuestionTopic, Session } from './session.ts'

/** What this one input brought along; it does not outlive the step. */
export interface Heard {
  readonly reason?: AbsenceReason
  readonly slot?: string
  readonly slots?: readonly Option[]
  readonly proof?: 'needed' | 'not_needed'
  readonly photo?: 'kept'
  readonly topic?: QuestionTopic
}

export interface World {
  readonly flow: LoadedFlow
  readonly facts: ConversationFacts
  readonly now: Temporal.Instant
}

export interface StepResult {
  readonly session: Session
  readonly effects: Effect[]
}

/** More than any sensible conversation passes in one turn: a flow that needs more runs in circles. */
const maxNodesPerStep = 50

/** Where a node leads. Without `next` the walk stops: something is awaited, or the conversation rests. */
interface Passed {
  readonly session: Session
  readonly effects?: readonly Effect[]
  readonly next?: string
}

/**
 * Walks from a node until something is awaited or the conversation rests. Total: a node that does not exist and a flow that runs in
 * circles say nothing and end with a person.
 */
export function walk(session: Session, from: string, heard: Heard, world: World): StepResult {
  let at = session
  let name: string | undefined = from
  const effects: Effect[] = []
  for (let passedNodes = 0; name !== undefined; passedNodes++) {
    if (passedNodes >= maxNodesPerStep) return stranded(session)
    const passed = pass(name, at, heard, world)
    if (passed === undefined) return stranded(session)
    at = passed.session
    effects.push(...(passed.effects ?? []))
    name = passed.next
  }
  return { session: at, effects }
}

function pass(name: string, session: Session, heard: Heard, world: World): Passed | undefined {
  const node = world.flow.flow.nodes[name]
  if (node === undefined) return undefined
  switch (node.kind) {
    case 'say':
      return say(name, node, session, heard, world)
    case 'ask':
      return ask(name, node, session, heard, world)
    case 'do':
      return act(name, node, session, heard)
    case 'branch':
      return { session, next: branch(node, session, heard, world.facts) }
    case 'go':
      return { session, next: node.to }
    case 'hand_over':
      return { session: { ...withoutQuestion(session), misses: 0, holder: 'person' } }
    case 'end':
      return { session: node.question === 'stays' ? session : withoutQuestion(session) }
  }
}

/** Said twice in a row it is left out, and the rest goes on; what may save somebody's life is said as often as it is needed. */
function say(name: string, node: NodeOf<'say'>, session: Session, { topic }: Heard, { flow: { flow } }: World): Passed {
  const options = node.choices === 'again' ? session.options : []
  if (isSaidEnough(session, node.text) && name !== flow.interrupts.crisis) return { session, next: node.then }
  return {
    session: saying(session, node.text),
    effects: [{ type: 'say', template: node.text, options, ...(topic ? { topic } : {}) }],
    next: node.then,
  }
}

/** Asked twice in a row without an answer that helps: a person goes on. */
function ask(name: string, node: NodeOf<'ask'>, session: Session, heard: Heard, world: World): Passed | undefined {
  if (isSaidEnough(session, node.text)) return undefined
  const options = offered(node, world.flow.flow, world.facts.language, heard.slots ?? [])
  const asked = { ...saying(withoutQuestion(session), node.text), node: name, options }
  const until = typeof node.timeout === 'object' ? world.now.add({ hours: node.timeout.hours }).toString() : undefined
  return {
    session: until === undefined ? asked : { ...asked, until },
    effects: [{ type: 'say', template: node.text, options }],
  }
}

/** A command that misses what it needs is not sent: that counts as refused. */
function act(name: string, node: NodeOf<'do'>, session: Session, heard: Heard): Passed {
  const command = commandOf(node, heard)
  if (command === undefined) return { session, next: node.refused.otherwise }
  const id = `c${session.commands + 1}`
  return {
    session: { ...session, commands: session.commands + 1, pending: { command: id, node: name } },
    effects: [{ type: 'do', id, command }],
  }
}

function commandOf(node: NodeOf<'do'>, heard: Heard): ConversationCommand | undefined {
  switch (node.command) {
    case 'ask_person':
      return { type: 'ask_person', about: node.about }
    case 'report_absence':
      return heard.reason === undefined ? undefined : { type: 'report_absence', reason: heard.reason }
    case 'pick_slot':
      return heard.slot === undefined ? undefined : { type: 'pick_slot', slot: heard.slot }
    default:
      return { type: node.command }
  }
}

function branch(node: NodeOf<'branch'>, { misses }: Session, heard: Heard, facts: ConversationFacts): string {
  switch (node.on) {
    case 'appointment':
      return node.cases[facts.appointment]
    case 'no_show':
      return node.cases[facts.noShowOpen ? 'open' : 'closed']
    case 'reason':
      return node.cases[heard.reason === undefined ? 'unknown' : 'known']
    case 'proof':
      return node.cases[heard.proof ?? 'not_needed']
    case 'proof_photo':
      return node.cases[facts.wantsPhoto ? 'wanted' : 'not_wanted']
    case 'photo':
      return node.cases[heard.photo ?? 'not_kept']
    case 'question':
      return node.cases[answeredBy(heard.topic, facts)]
    case 'in_a_row':
      return node.cases[misses > 1 ? 'again' : 'first']
  }
}

/** A question that we have no answer to, in the language of who asks, is other people's to answer. */
function answeredBy(topic: QuestionTopic | undefined, facts: ConversationFacts) {
  if (topic === 'appointment' || topic === 'who') return topic
  return providersAnswer(facts, topic) === undefined ? 'other' : 'provider'
}

/** Where a do node goes on with its outcome. */
export function afterOutcome(node: NodeOf<'do'>, outcome: CommandOutcome): string {
  return outcome.kind === 'done' ? node.done : (node.refused[outcome.why] ?? node.refused.otherwise)
}

export function withoutQuestion(session: Session): Session {
  const { node: _asked, until: _until, ...rest } = session
  return { ...rest, options: [] }
}

function stranded(session: Session): StepResult {
  const { pending: _pending, ...rest } = withoutQuestion(session)
  return askPerson({ ...rest, holder: 'person' }, 'not_understood')
}

/** Without a node of the flow that would go on with the outcome. */
export function askPerson(session: Session, about: AskedInFlow): StepResult {
  const id = `c${session.commands + 1}`
  return {
    session: { ...session, commands: session.commands + 1 },
    effects: [{ type: 'do', id, command: { type: 'ask_person', about } }],
  }
}
