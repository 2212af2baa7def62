import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { messagePurposes } from '#src/domain/journey/message-purpose.ts'
import { step } from '#src/conversation/engine.ts'
import type { LoadedFlow } from '#src/conversation/loaded-flow.ts'
import { readSession } from '#src/conversation/session-json.ts'
import type { CommandOutcome, Effect, Input, Session } from '#src/conversation/session.ts'
import { readSent } from '#src/conversation/understanding/read-sent.ts'
import { messageKinds } from '#src/domain/values/message-kind.ts'
import { ourLanguages } from '#src/domain/values/language.ts'
import { facts, now, paths, texts } from './sample.ts'
import type { FactsSample } from './sample.ts'

const Facts = z.strictObject({
  appointment: z.enum(['none', 'planned', 'confirmed', 'absent', 'over']).exactOptional(),
  no_show: z.enum(['open', 'closed']).exactOptional(),
  language: z.enum(ourLanguages).exactOptional(),
  answers: z.literal('none').exactOptional(),
  closed_until: z.iso.datetime().exactOptional(),
  proof: z.literal('awaited').exactOptional(),
  photo: z.enum(['wanted', 'kept']).exactOptional(),
})

const Turn = z.strictObject({
  start: z.enum(messagePurposes).exactOptional(),
  message: z.string().exactOptional(),
  sends: z.enum(messageKinds).exactOptional(),
  waits: z.literal(true).exactOptional(),
  undelivered: z.literal(true).exactOptional(),
  left_to_person: z.literal(true).exactOptional(),
  facts: Facts.exactOptional(),
  outcomes: z.array(z.string()).exactOptional(),
  then: z.array(z.string()),
  holder: z.enum(['bot', 'person']).exactOptional(),
})

const Dialogues = z.array(z.strictObject({ name: z.string(), facts: Facts.exactOptional(), turns: z.array(Turn) }))

export type Dialogue = z.infer<typeof Dialogues>[number]
type Turn = z.infer<typeof Turn>

export const dialogues: readonly Dialogue[] = Dialogues.parse(parse(readFileSync(paths.dialogues, 'utf8')))

/** What happened in one turn, in the words of the dialogue file. */
export interface Played {
  readonly session: Session
  readonly then: string[]
  /** The texts as the participant reads them. */
  readonly read: string[]
}

/** Plays one turn as the service does: what is to be done is done, and its outcome goes back in, until nothing is left to do. */
export function play(stored: string | undefined, turn: Turn, sample: FactsSample, flow: LoadedFlow): Played {
  const outcomes = (turn.outcomes ?? []).map(outcomeOf)
  const world = { flow, facts: facts(sample), now }
  const then: string[] = []
  const read: string[] = []
  let session = stored === undefined ? undefined : readSession(JSON.parse(stored))
  let input: Input | undefined = inputOf(turn, session, sample)
  while (input !== undefined) {
    const result = step(session, input, world)
    session = readSession(JSON.parse(JSON.stringify(result.session)))
    input = undefined
    for (const effect of result.effects) {
      then.push(inWords(effect))
      if (effect.type === 'say') {
        read.push(
          texts.templates.render(world.facts.language, effect.template, world.facts, effect.options, effect.topic),
        )
      } else {
        input = { type: 'outcome', commandId: effect.id, outcome: outcomes.shift() ?? usual(effect) }
      }
    }
  }
  if (session === undefined) throw new Error('a turn has neither start nor message')
  if (outcomes.length > 0) throw new Error(`${outcomes.length} outcomes were given that nobody asked for`)
  return { session, then, read }
}

function inputOf(turn: Turn, session: Session | undefined, sample: FactsSample): Input {
  if (turn.start !== undefined) return { type: 'start', purpose: turn.start }
  if (turn.undelivered === true) return { type: 'undelivered' }
  if (turn.left_to_person === true) return { type: 'left_to_person' }
  if (turn.waits === true) return { type: 'timeout', until: session?.until ?? now.toString() }
  const today = now.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()
  const awaitsProof = turn.facts?.proof === 'awaited'
  const context = {
    asked: session?.options ?? [],
    language: sample.language ?? ('nl' as const),
    today,
    awaitsProof,
    ...(turn.facts?.photo === 'kept' ? { photo: 'kept' as const } : {}),
  }
  return { type: 'message', understood: readSent({ kind: turn.sends ?? 'text', text: turn.message ?? '' }, context) }
}

function inWords(effect: Effect): string {
  if (effect.type === 'say') {
    const options = effect.options.map(({ value }) => value).join(' ')
    return options === '' ? `say ${effect.template}` : `say ${effect.template} (${options})`
  }
  const { type, ...rest } = effect.command
  return ['do', type, ...Object.values(rest)].join(' ')
}

function outcomeOf(word: string): CommandOutcome {
  if (word === 'done') return { kind: 'done' }
  if (word === 'proof') return { kind: 'done', proof: 'needed' }
  if (word.startsWith('slots ')) return slots(Number(word.slice('slots '.length)))
  return { kind: 'refused', why: z.enum(['no_slots', 'slot_taken', 'no_appointment', 'not_open']).parse(word) }
}

function usual(effect: Extract<Effect, { type: 'do' }>): CommandOutcome {
  return effect.command.type === 'offer_slots' ? slots(2) : { kind: 'done' }
}

const times = ['dinsdag 3 maart om 10:00', 'donderdag 5 maart om 14:00', 'vrijdag 6 maart om 09:30']

function slots(count: number): CommandOutcome {
  return { kind: 'done', slots: times.slice(0, count).map((label, index) => ({ value: `slot:${index + 1}`, label })) }
}

export function sampleOf(from: z.infer<typeof Facts> | undefined): FactsSample {
  const { no_show, answers, closed_until, proof: _proof, photo, ...rest } = from ?? {}
  return {
    ...rest,
    ...(photo === undefined ? {} : { wantsPhoto: true }),
    ...(answers === 'none' ? { answers: {} } : {}),
    ...(closed_until === undefined ? {} : { closedUntil: closed_until }),
    ...(no_show === undefined ? {} : { noShowOpen: no_show === 'open' }),
  }
}
