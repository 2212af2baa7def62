import { figures, type Figures, type Scored } from './score.ts'

export const percent = (value: number): string => (Number.isNaN(value) ? '-' : (value * 100).toFixed(1)).padStart(6)

const columns: readonly (readonly [string, keyof Figures])[] = [
  ['intent', 'intent'],
  ['reason', 'reason'],
  ['when', 'when'],
  ['lang', 'language'],
  ['F1', 'macroF1'],
  ['calib', 'calibrationError'],
  ['wrong', 'wrongActs'],
  ['acted', 'acted'],
  ['crisis', 'crisisFound'],
  ['seen', 'crisisSeen'],
  ['alarm', 'crisisCalled'],
]

export const print = (line: string): void => void process.stdout.write(`${line}\n`)

function printLine(name: string, found: Figures): void {
  print(
    `${name.padEnd(6)}${String(found.count).padStart(5)} ${columns.map(([, key]) => percent(found[key])).join(' ')}`,
  )
}

const bySize = (groups: Map<string, Scored[]>): [string, Scored[]][] =>
  [...groups].toSorted((a, b) => b[1].length - a[1].length)

/** A table of how well messages are understood, per language. */
export function printFigures(title: string, scored: readonly Scored[]): void {
  print(`${title}\n${''.padEnd(11)} ${columns.map(([name]) => name.padStart(6)).join(' ')}`)
  for (const [language, some] of bySize(Map.groupBy(scored, ({ message }) => message.expect.language)))
    printLine(language, figures(some))
  printLine('others', figures(scored.filter(({ message }) => message.expect.language !== 'nl')))
  printLine('all', figures(scored))
}
