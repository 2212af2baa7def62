import path from 'node:path'
import { readFlow } from '#src/app/texts/read-texts.ts'
import { systemClock } from '#src/app/clock.ts'
import { step } from '#src/conversation/engine.ts'
import type { ConversationFacts } from '#src/conversation/facts.ts'
import type { Input, Intent, Session } from '#src/conversation/session.ts'
import { median, type Line } from './line.ts'

const rounds = 20_000

const facts: ConversationFacts = {
  language: 'nl',
  words: {
    first_name: 'Fatima',
    provider: 'Werkwijzer Demo',
    provider_phone: '010 555 01 00',
    consulent: 'werkconsulent',
    office_hours: '09:00-17:00',
  },
  appointment: 'planned',
  noShowOpen: false,
}

const heard = (intent: Intent): Input => ({ type: 'message', understood: { intent, confidence: 0.95 } })

/** A conversation that goes through the whole flow: an invitation, a question, another time, an absence, and something unclear. */
const inputs: readonly Input[] = [
  { type: 'start', purpose: 'invitation' },
  heard('question'),
  heard('other_time'),
  heard('absence'),
  heard('unclear'),
  heard('confirm'),
]

/** One turn of the engine alone, its session written and read again as between two messages. */
export async function turnOfEngine(): Promise<Line> {
  const flow = await readFlow(path.join(import.meta.dirname, '../flows/intake.yaml'))
  const world = { flow, facts, now: systemClock.now() }
  const times: number[] = []
  let session: Session | undefined
  for (let n = 0; n < rounds; n++) {
    const input = inputs[n % inputs.length] ?? heard('thanks')
    const started = performance.now()
    const result = step(session, input, world)
    session = JSON.parse(JSON.stringify(result.session)) as Session // what is stored between two turns
    times.push(performance.now() - started)
  }
  return {
    name: 'a turn of the engine, milliseconds',
    value: median(times),
    bound: { atMost: 0.2 },
    measured: `median of ${String(rounds)} turns`,
  }
}
