import { describe, expect, it } from 'vitest'
import { parseContract } from '#src/app/contracts/parse-contract.ts'
import { brokenMeaning } from './broken/meaning.ts'
import { brokenShape } from './broken/shape.ts'
import { brokenYaml } from './broken/yaml.ts'
import { sampleText } from './sample-text.ts'

const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length

const problemsOf = (text: string) => {
  const reading = parseContract('voorbeeld.yaml', text)
  return reading.ok ? [] : reading.problems
}

describe('parseContract', () => {
  it('reads the sample without a problem', () => {
    expect(parseContract('voorbeeld.yaml', sampleText)).toMatchObject({ ok: true, contract: { id: 'voorbeeld' } })
  })

  it.each([...brokenShape, ...brokenMeaning, ...brokenYaml])(
    'answers $what',
    ({ was, is, at, path, message, advice }) => {
      expect(sampleText).toContain(was)
      const text = sampleText.replace(was, is)
      expect(text).toContain(at)
      const [first] = problemsOf(text)
      expect(first).toMatchObject({ file: 'voorbeeld.yaml', path, line: lineOf(text, at) })
      expect(first?.message).toContain(message)
      expect(first?.advice).toContain(advice)
    },
  )

  it.each([...brokenShape, ...brokenMeaning])('reports nothing beside $what', ({ was, is, path }) => {
    const problems = problemsOf(sampleText.replace(was, is))
    expect(problems.map((problem) => problem.path).filter((other) => other !== path)).toEqual([])
  })

  it('reports all problems of a file at once, in the order of its lines', () => {
    const text = sampleText
      .replace('version: 1', 'versie: 1')
      .replace('illness:', 'ilness:')
      .replace('name: [naam]', 'name: []')
    const problems = problemsOf(text)
    expect(problems.map((problem) => problem.path)).toEqual(['versie', 'absence.reasons.ilness', 'form.labels.name'])
  })

  it.each([
    ['nothing', '', 'Het bestand is leeg.'],
    ['only comments', '# niets\n', 'Het bestand is leeg.'],
    ['a sentence', 'dit is geen contract', 'Het bestand is een tekst; hier hoort een blok met sleutels.'],
    ['a list', '- a\n- b\n', 'Het bestand is een lijst; hier hoort een blok met sleutels.'],
    ['very deep nesting', '['.repeat(200_000), ''],
  ])('answers a file that holds %s', (_, text, message) => {
    const problems = problemsOf(text)
    expect(problems.length).toBeGreaterThan(0)
    expect(problems[0]?.message).toContain(message)
    expect(problems[0]?.advice).not.toBe('')
  })
})
