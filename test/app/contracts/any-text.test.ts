import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { parseContract } from '#src/app/contracts/parse-contract.ts'
import { sampleContractFile } from '#test/domain/contract/sample-contract.ts'
import { sampleText } from './sample-text.ts'

/** What is wrong with the answer: it is either a contract, or problems with a place inside the text and something to do. */
function flawsOfAnswer(text: string): string[] {
  const reading = parseContract('voorbeeld.yaml', text)
  if (reading.ok) return []
  const lines = text.split('\n').length
  const flaws = reading.problems.flatMap(({ line, column, message, advice }) => [
    ...(line >= 1 && line <= lines && column >= 1 ? [] : [`not in the text: ${line}:${column}`]),
    ...(message === '' || advice === '' ? ['silent'] : []),
    ...(`${message}${advice}`.includes('undefined') ? [`unfinished: ${message} ${advice}`] : []),
  ])
  return reading.problems.length > 0 ? flaws : ['no contract and no problem']
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
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(flawsOfAnswer(text)).toEqual([])
      }),
    )
  })

  it('made of the marks of YAML', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.oneof(marks, fc.constantFrom('id', 'terms', '1')), { maxLength: 60 })
          .map((parts) => parts.join('')),
        (text) => {
          expect(flawsOfAnswer(text)).toEqual([])
        },
      ),
    )
  })

  it('a contract with damage', () => {
    fc.assert(
      fc.property(damage, ({ at, length, by }) => {
        expect(flawsOfAnswer(sampleText.slice(0, at) + by + sampleText.slice(at + length))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('a contract with any value at any place', () => {
    const file = sampleContractFile()
    fc.assert(
      fc.property(fc.constantFrom(...pathsOf(file)), fc.jsonValue({ maxDepth: 2 }), (path, value) => {
        expect(flawsOfAnswer(stringify(replaced(file, path, value)))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
