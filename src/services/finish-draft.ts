import { step } from '#src/conversation/engine.ts'
import type { LoadedFlow } from '#src/conversation/loaded-flow.ts'
import { afterSaying } from '#src/conversation/on-screen.ts'
import type { Effect, Session } from '#src/conversation/session.ts'
import { messagesFor, type Journey, type Message, type Notice } from '#src/domain/journey/journey.ts'
import type { Timer } from '#src/domain/journey/timers.ts'
import { wantedMessages, wantedNotices } from '#src/domain/journey/wanted.ts'
import { addressee, composeNotice } from './compose-notice.ts'
import { conversationFacts } from './conversation-facts.ts'
import { questionTimers } from './conversation-timers.ts'
import { apply, fireDue, type Draft, type DraftContext, type Rested } from './draft.ts'
import type { Knowledge } from './knowledge.ts'
import type { FlowShelf } from '#src/conversation/continued.ts'
import type { Ids } from './ports/ids.ts'
import type { JourneyChange } from './ports/journeys.ts'
import { outgoingKey, type NewOutgoing } from './ports/outgoing.ts'

/** What a state wants said, to the participant and by mail. */
const said = (journey: Journey | undefined) => ({
  messages: journey ? wantedMessages(journey) : [],
  notices: journey ? wantedNotices(journey) : [],
})

export const flowOf = (session: Session | undefined, flows: FlowShelf): LoadedFlow =>
  (session && flows.pinned(session.flowHash)) ?? flows.current

const keysOf = (list: readonly { readonly key: string }[]): Set<string> => new Set(list.map((item) => item.key))

const added = <Item extends { readonly key: string }>(before: readonly Item[], after: readonly Item[]): Item[] => {
  const known = keysOf(before)
  return after.filter((item) => !known.has(item.key))
}

/** The stored rows are the measure, not what was wanted before: a row that got lost comes back with the next change. */
function timerChange(stored: readonly Timer[], after: readonly Timer[]): JourneyChange['timers'] {
  const kept = new Map(stored.map((timer) => [timer.key, timer.at.epochMilliseconds]))
  const still = keysOf(after)
  return {
    add: after.filter((timer) => kept.get(timer.key) !== timer.at.epochMilliseconds),
    remove: stored.filter((timer) => !still.has(timer.key)).map((timer) => timer.key),
  }
}

interface Speech {
  readonly session: Session | undefined
  readonly rows: readonly NewOutgoing[]
}

interface Finishing {
  readonly draft: Draft
  readonly journey: Journey
  readonly context: DraftContext
  readonly knowledge: Knowledge
  readonly ids: Ids
}

/** A conversation that the journey starts only speaks: a flow whose entry asks the journey for something is refused when it is checked. */
const spoken = (effects: readonly Effect[]) => effects.filter((effect) => effect.type === 'say')

function speak(speech: Speech, message: Message, { draft, journey, context, knowledge, ids }: Finishing): Speech {
  const { participant } = draft.before
  const facts = conversationFacts({
    journey,
    participant,
    rules: context.rules,
    knowledge,
    now: context.now,
  })
  const { session, effects } = step(
    speech.session,
    { type: 'start', purpose: message.purpose },
    { flow: knowledge.flows.current, facts, now: context.now },
  )
  const says = spoken(effects)
  const text = says
    .map((effect) => knowledge.templates.render(facts.language, effect.template, facts, effect.options))
    .join('\n\n')
  const row: NewOutgoing = {
    id: ids.next(),
    subject: message.attendanceId,
    purpose: message.purpose,
    // One for another number than before is another one, also for a carrier.
    occurrence: messagesFor(journey, message.purpose, message.attendanceId).indexOf(message) + 1,
    stateKey: message.key,
    body: { kind: 'message', text, to: participant.phone ?? '' },
    notAfter: message.expiresAt,
  }
  const names = says.some(({ template }) => knowledge.templates.namesAppointment(template))
  const saying = {
    key: outgoingKey(row),
    asks: says.some(({ options }) => options.length > 0),
    names: names ? message.attendanceId : undefined,
  }
  return { session: afterSaying(session, saying), rows: [...speech.rows, row] }
}

function noticeRow(notice: Notice, { draft, journey, context, knowledge, ids }: Finishing): NewOutgoing {
  const { participant, reference } = draft.before
  const about = { journey, participant, reference, rules: context.rules, installation: knowledge.installation }
  return {
    id: ids.next(),
    subject: journey.id,
    purpose: notice.key,
    occurrence: 1,
    stateKey: notice.key,
    body: { kind: 'mail', to: addressee(notice, about), facts: composeNotice(notice, about) },
  }
}

/** That somebody gets Dutch who reads another language is told to a person, once in a journey. */
function tellDutchSent({ draft }: Rested, context: DraftContext, { sentLanguage }: Knowledge): Rested | undefined {
  const { participant, journey: before } = draft.before
  const { language } = participant
  if (sentLanguage(language) === language) return undefined
  // What a colleague types is in the language that they chose.
  const isAnswered = draft.answers.some(({ purpose }) => purpose !== 'staff')
  const isWritten = isAnswered || added(said(before).messages, said(draft.journey).messages).length > 0
  if (!isWritten) return undefined
  const told = apply(draft, { type: 'report_dutch_sent', language }, context).draft
  return told === draft ? undefined : fireDue(told, context)
}

/** Turns what happened into what is stored: the difference between what the state wants now and what stands in the tables. */
export function finishDraft(
  unfinished: Draft,
  context: DraftContext,
  knowledge: Knowledge,
  ids: Ids,
): JourneyChange | undefined {
  const rested = fireDue(unfinished, context)
  const { draft, timers } = tellDutchSent(rested, context, knowledge) ?? rested
  const { journey, before } = draft
  if (!journey) return undefined
  const earlier = said(before.journey)
  const now = said(journey)
  const finishing: Finishing = { draft, journey, context, knowledge, ids }
  const begun: Speech = { session: draft.session, rows: draft.answers }
  const speech = added(earlier.messages, now.messages).reduce(
    (soFar, message) => speak(soFar, message, finishing),
    begun,
  )
  const notices = added(earlier.notices, now.notices).map((notice) => noticeRow(notice, finishing))
  const lost = [...added(now.messages, earlier.messages), ...added(now.notices, earlier.notices)]
  return {
    before,
    journey,
    session: speech.session,
    events: draft.events,
    actor: context.actor,
    at: context.now,
    handled: draft.handled,
    ...(draft.renumbered ? { renumbered: draft.renumbered } : {}),
    timers: timerChange(before.timers, [...timers, ...questionTimers(journey, speech.session, context.rules)]),
    outgoing: { add: [...speech.rows, ...notices], cancel: lost.map((item) => item.key) },
  }
}
