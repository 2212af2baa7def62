import { assess } from '#src/conversation/understanding/assess.ts'
import type { Assessment } from '#src/conversation/understanding/assessment.ts'
import type { Learnt } from '#src/conversation/understanding/learned/learned.ts'
import { incoming, type LabelledMessage } from './labelled.ts'

export interface Scored {
  readonly message: LabelledMessage
  readonly got: Assessment
  readonly intent: boolean
  readonly reason: boolean
  readonly when: boolean
}

const same = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  return left['from'] === right['from'] && left['to'] === right['to']
}

/** @param learnt other weights than those of the program */
export function score(message: LabelledMessage, learnt?: Learnt): Scored {
  const got = learnt ? assess(incoming(message), learnt) : assess(incoming(message))
  const { expect } = message
  return {
    message,
    got,
    intent: got.intent === expect.intent,
    reason: got.reason === expect.reason,
    when: same(got.when, expect.when),
  }
}

const share = <T>(of: readonly T[], test: (one: T) => boolean): number =>
  of.length === 0 ? Number.NaN : of.filter(test).length / of.length

/** Of how many intents the right ones are found, and how many of what is found is right, every intent counting as much. */
function macroF1(scored: readonly Scored[]): number {
  const intents = [...new Set(scored.map(({ message }) => message.expect.intent))]
  const f1 = intents.map((intent) => {
    const right = scored.filter(({ message, got }) => message.expect.intent === intent && got.intent === intent).length
    const wanted = scored.filter(({ message }) => message.expect.intent === intent).length
    const said = scored.filter(({ got }) => got.intent === intent).length
    return right === 0 ? 0 : (2 * right) / (wanted + said)
  })
  return f1.reduce((sum, value) => sum + value, 0) / f1.length
}

/** How far what it says of its own certainty is from how often it is right, over ten steps of certainty. */
function calibrationError(scored: readonly Scored[]): number {
  const steps = Map.groupBy(scored, ({ got }) => Math.min(9, Math.floor(got.confidence * 10)))
  const off = [...steps.values()].map((step) => {
    const said = step.reduce((sum, { got }) => sum + got.confidence, 0) / step.length
    return Math.abs(said - share(step, ({ intent }) => intent)) * step.length
  })
  return off.reduce((sum, value) => sum + value, 0) / scored.length
}

export interface Figures {
  readonly count: number
  readonly intent: number
  readonly reason: number
  readonly when: number
  readonly language: number
  readonly macroF1: number
  readonly calibrationError: number
  /** Acted, and was wrong in intent, reason or moment; of all messages. */
  readonly wrongActs: number
  /** Acted on, of what should be acted on. */
  readonly acted: number
  /** Of the crises, how many go to a person as a crisis. */
  readonly crisisFound: number
  /** Of the crises, how many a person reads, whatever they are taken for. */
  readonly crisisSeen: number
  /** Of all others, how many are called a crisis. */
  readonly crisisCalled: number
}

export function figures(scored: readonly Scored[]): Figures {
  const isCrisis = ({ message }: Scored): boolean => message.expect.intent === 'crisis'
  const toAct = scored.filter(({ message }) => message.expect.act === 'act')
  return {
    count: scored.length,
    intent: share(scored, ({ intent }) => intent),
    reason: share(scored, ({ reason }) => reason),
    when: share(scored, ({ when }) => when),
    language: share(scored, ({ got, message }) => got.language === message.expect.language),
    macroF1: macroF1(scored),
    calibrationError: calibrationError(scored),
    wrongActs: share(scored, ({ got, intent, reason, when }) => got.act === 'act' && !(intent && reason && when)),
    acted: share(toAct, ({ got }) => got.act === 'act'),
    crisisFound: share(scored.filter(isCrisis), ({ got }) => got.intent === 'crisis' && got.act === 'person'),
    crisisSeen: share(scored.filter(isCrisis), ({ got }) => got.act === 'person'),
    crisisCalled: share(
      scored.filter((one) => !isCrisis(one)),
      ({ got }) => got.intent === 'crisis',
    ),
  }
}
