import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { parseContract } from '#src/app/contracts/parse-contract.ts'
import { sampleContractFile } from '#test/domain/contract/sample-contract.ts'
import { sampleText } from './sample-text.ts'

/** Either a contract, or at least one problem with a place inside the text and something to do. */
function expectAnAnswer(text: string): void {
  const reading = parseContract('voorbeeld.yaml', text)
  if (reading.ok) return
  expect(reading.problems.length).toBeGreaterThan(0)
  const lines = text.split('\n').length
  for (const { line, column, message, advice } of reading.problems) {
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(lines)
    expect(column).toBeGreaterThanOrEqual(1)
    expect(message).not.toBe('')
    expect(message).not.toContain('undefined')
    expect(advice).not.toBe('')
    expect(advice).not.toContain('undefined')
  }
}

const marks = fc.constantFrom(
  '{',
  '}',
  '[',
  ']',
  ':',
  ' ',
  '\n',
  '\t',
  '-',
  '#',
  '&a',
  '*a',
  '!x',
  '|',
  '>',
  '"',
  "'",
  '?',
  '%',
  '---\n',
  '<<: ',
  '__proto__: ',
)

/** Where in the sample something is taken away, and what is put there instead. */
const damage = fc.record({
  at: fc.nat(sampleText.length),
  length: fc.nat(40),
  by: fc.oneof(marks, fc.string({ maxLength: 8 })),
})

type Path = readonly (string | number)[]

const pathsOf = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, below]) => [[...path, key], ...pathsOf(below, [...path, key])])
    : []

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by
  return { ...(value as Record<string, unknown>), [key]: replaced(Reflect.get(Object(value), key), rest, by) }
}

describe('any text at all gets an answer and nothing throws', () => {
  it('whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), expectAnAnswer))
  })

  it('made of the marks of YAML', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.oneof(marks, fc.constantFrom('id', 'terms', '1')), { maxLength: 60 })
          .map((parts) => parts.join('')),
        expectAnAnswer,
      ),
    )
  })

  it('a contract with damage', () => {
    fc.assert(
      fc.property(damage, ({ at, length, by }) => {
        expectAnAnswer(sampleText.slice(0, at) + by + sampleText.slice(at + length))
      }),
      { numRuns: 300 },
    )
  })

  it('a contract with any value at any place', () => {
    const file = sampleContractFile()
    fc.assert(
      fc.property(fc.constantFrom(...pathsOf(file)), fc.jsonValue({ maxDepth: 2 }), (path, value) => {
        expectAnAnswer(stringify(replaced(file, path, value)))
      }),
      { numRuns: 300 },
    )
  })
})
