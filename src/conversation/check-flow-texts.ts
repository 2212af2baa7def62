import type { Flow, FlowNode, Label, NodeOf } from './flow.ts'
import type { FlowProblem } from './flow-problem.ts'
import { otherLanguages } from './other-languages.ts'
import type { Templates } from './template.ts'

/** A WhatsApp list has ten places. */
const maxOptions = 10

export function choiceProblems(flow: Flow): FlowProblem[] {
  const asks = Object.entries(flow.nodes).flatMap(([name, node]) => (node.kind === 'ask' ? [{ name, node }] : []))
  const used = new Set(asks.flatMap(({ node }) => Object.keys(node.options)))
  return [
    ...asks.flatMap(({ name, node }) => optionProblems(name, node, flow)),
    ...Object.keys(flow.choices)
      .filter((value) => !used.has(value))
      .map(unusedChoice),
    ...untranslatedLabels(flow.choices, ['choices']),
  ]
}

function optionProblems(name: string, { options, labels = {} }: NodeOf<'ask'>, flow: Flow): FlowProblem[] {
  const values = Object.keys(options)
  return [
    ...(values.length > maxOptions ? [tooManyOptions(name)] : []),
    ...values
      .filter((value) => (labels[value] ?? flow.choices[value]) === undefined)
      .map((value) => unknownChoice(name, value)),
    ...Object.keys(labels)
      .filter((value) => !values.includes(value))
      .map((value) => unofferedLabel(name, value)),
    ...untranslatedLabels(labels, ['nodes', name, 'labels']),
  ]
}

function untranslatedLabels(labels: Readonly<Record<string, Label>>, path: readonly string[]): FlowProblem[] {
  return Object.entries(labels).flatMap(([value, label]) =>
    untranslated(
      [...path, value],
      `Keuze '${value}'`,
      otherLanguages.filter((language) => label[language] === undefined),
    ),
  )
}

export function textProblems(flow: Flow, templates: Pick<Templates, 'has'>): FlowProblem[] {
  const problems = Object.entries(flow.nodes).flatMap(([name, node]) =>
    textsOf(node).flatMap(({ text, at }) => problemsOf(text, ['nodes', name, ...at], templates)),
  )
  // A text that many steps say needs to be translated once.
  const isFirst = ({ words }: FlowProblem, index: number) =>
    problems.findIndex((other) => other.words === words) === index
  return problems.filter((problem, index) => problem.kind !== 'missing_translation' || isFirst(problem, index))
}

function problemsOf(text: string, path: readonly string[], templates: Pick<Templates, 'has'>): FlowProblem[] {
  if (!templates.has('nl', text)) {
    return [{ kind: 'unknown_template', path, words: `Er is geen tekst '${text}'. Maak templates/nl/${text}.liquid.` }]
  }
  return untranslated(
    path,
    `Tekst '${text}'`,
    otherLanguages.filter((language) => !templates.has(language, text)),
  )
}

function textsOf(node: FlowNode): { text: string; at: string[] }[] {
  if (node.kind === 'say') return [{ text: node.text, at: ['text'] }]
  if (node.kind !== 'ask') return []
  return [
    { text: node.text, at: ['text'] },
    { text: node.unclear.again, at: ['unclear', 'again'] },
  ]
}

function tooManyOptions(name: string): FlowProblem {
  const words = `'${name}' heeft meer dan ${maxOptions} keuzes. Laat er weg.`
  return { kind: 'too_many_options', path: ['nodes', name, 'options'], words }
}

function unknownChoice(name: string, value: string): FlowProblem {
  const words = `Keuze '${value}' heeft geen tekst. Zet die onder choices.`
  return { kind: 'unknown_choice', path: ['nodes', name, 'options', value], words }
}

function unofferedLabel(name: string, value: string): FlowProblem {
  const words = `'${name}' heeft een tekst voor keuze '${value}', maar biedt die niet aan. Haal de tekst weg.`
  return { kind: 'unused_choice', path: ['nodes', name, 'labels', value], words }
}

function unusedChoice(value: string): FlowProblem {
  const words = `Keuze '${value}' wordt nergens aangeboden. Haal haar weg.`
  return { kind: 'unused_choice', path: ['choices', value], words }
}

/** One problem, however many languages it is missing in. */
function untranslated(path: readonly string[], what: string, languages: readonly string[]): FlowProblem[] {
  if (languages.length === 0) return []
  const words = `${what} heeft geen vertaling (${languages.join(', ')}). Schrijf die.`
  return [{ kind: 'missing_translation', path, words }]
}
