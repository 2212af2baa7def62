import { besideChrono, besideNlpjs, type Beside } from './beside.ts'
import { labelledMessages } from './labelled.ts'
import { percent, print, printFigures } from './print-figures.ts'
import { figures, score, type Scored } from './score.ts'

/**
 * What `npm run eval` prints: how well messages are understood, per language, on the half that no rule was written on, and what two
 * libraries make of the same messages. Exits 1 below a bar. `--examples` measures the other half, and `--wrong nl` lists what went wrong
 * there in one language.
 */
const [, , ...given] = process.argv
const half = given.includes('--examples') || given.includes('--wrong') ? 'examples' : 'held-out'

const brief = ({ message, got }: Scored): string => {
  const { expect } = message
  const show = (one: { intent: string; reason: string | null; when: unknown; act: string }): string =>
    `${one.intent} ${one.reason ?? '-'} ${JSON.stringify(one.when)} ${one.act}`
  return `${message.id} [${message.context}] ${message.text}\n    want ${show(expect)}\n    got  ${show(got)} ${got.language} ${got.confidence.toFixed(2)}`
}

const shareRight = (some: readonly Beside[]): number =>
  some.length === 0 ? Number.NaN : some.filter(({ isRight }) => isRight).length / some.length

/** Ours beside another library, on the messages that it read. */
function printBeside(title: string, theirs: readonly Beside[], isOurs: (one: Scored) => boolean): void {
  const ours = new Map(scored.map((one) => [one.message.id, isOurs(one)]))
  print(`\n${title}\n             ours  theirs  ahead`)
  for (const [language, some] of [
    ...Map.groupBy(theirs, ({ message }) => message.expect.language),
    ['all', theirs] as const,
  ]) {
    const mine = some.filter(({ message }) => ours.get(message.id)).length / some.length
    const other = shareRight(some)
    print(
      `${language.padEnd(6)}${String(some.length).padStart(5)} ${percent(mine)} ${percent(other)} ${percent(mine - other)}`,
    )
  }
}

interface Bar {
  readonly name: string
  readonly value: number
  readonly isMet: (value: number) => boolean
}

const atLeast = (name: string, value: number, least: number): Bar => ({
  name: `${name} at least ${(least * 100).toFixed(0)} %`,
  value,
  isMet: (found) => found >= least,
})
const atMost = (name: string, value: number, most: number): Bar => ({
  name: `${name} at most ${(most * 100).toFixed(0)} %`,
  value,
  isMet: (found) => found <= most,
})

const scored = labelledMessages(half).map((message) => score(message))
if (given.includes('--wrong')) {
  const prefix = given[given.indexOf('--wrong') + 1] ?? ''
  for (const one of scored.filter(({ message }) => message.id.startsWith(prefix)))
    if (!one.intent || !one.reason || !one.when || one.got.act !== one.message.expect.act) print(brief(one))
}

printFigures(half, scored)
const dutch = figures(scored.filter(({ message }) => message.expect.language === 'nl'))
const others = figures(scored.filter(({ message }) => message.expect.language !== 'nl'))
const all = figures(scored)

if (half === 'held-out') {
  const training = [...labelledMessages('examples'), ...labelledMessages('training')]
  const messages = scored.map(({ message }) => message)
  printBeside('intent beside nlp.js', await besideNlpjs(training, messages), ({ intent }) => intent)
  printBeside('moments beside chrono-node', besideChrono(messages), ({ when }) => when)
  print('')
  const bars = [
    atLeast('Dutch intent', dutch.intent, 0.92),
    atLeast('Dutch reason', dutch.reason, 0.93),
    atLeast('Dutch when', dutch.when, 0.9),
    atLeast('other languages intent', others.intent, 0.85),
    atMost('wrong acts', all.wrongActs, 0.01),
    atLeast('crises to a person', all.crisisFound, 1),
    atMost('others called a crisis', all.crisisCalled, 0.02),
    atLeast('Dutch acted on', dutch.acted, 0.75),
    atLeast('others acted on', others.acted, 0.55),
  ]
  for (const { name, value, isMet } of bars)
    print(`${isMet(value) ? 'ok  ' : 'FAIL'} ${name}: ${percent(value).trim()} %`)
  process.exitCode = bars.every(({ value, isMet }) => isMet(value)) ? 0 : 1
}
