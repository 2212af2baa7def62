import type { Flow, FlowNode } from './flow.ts'
import { exitsOf, interruptsOf, type Exit } from './flow-graph.ts'

/** A flow as a Mermaid flowchart, with the words that a participant reads at each choice: what GitHub and many editors show as a picture. */
export function drawFlow(flow: Flow): string {
  const nodes = Object.entries(flow.nodes)
  return [
    'flowchart TD',
    ...Object.entries(flow.entries).map(
      ([purpose, to]) => `  entry_${purpose}(["${quoted(purpose)}"]) --> ${idOf(to)}`,
    ),
    '  always(["op elk moment"])',
    ...interruptsOf(flow).map(({ intent, to }) => `  always -. "${quoted(intent)}" .-> ${idOf(to)}`),
    ...called(nodes.map(([name]) => name)),
    ...nodes.map(([name, node]) => `  ${idOf(name)}${shapeOf(node)}`),
    ...nodes.flatMap(([name, node]) =>
      exitsOf(node).map((exit) => `  ${idOf(name)} ${arrow(flow, node, exit)} ${idOf(exit.to)}`),
    ),
  ].join('\n')
}

/** The steps of a flow that is called stand together, in a box with the step that calls it. */
function called(names: readonly string[]): string[] {
  const inCalls = names.filter((name) => name.includes('/'))
  const byCall = Map.groupBy(inCalls, (name) => name.slice(0, name.lastIndexOf('/')))
  return [...byCall].flatMap(([call, steps]) => [
    `  subgraph called_${idOf(call)}["${quoted(call)}"]`,
    ...steps.map((name) => `    ${idOf(name)}`),
    '  end',
  ])
}

/** Some names mean something to Mermaid, as 'end' does. */
const idOf = (name: string): string => `step_${name.replaceAll('/', '__')}`

/** In Mermaid a quotation mark ends a label. */
const quoted = (words: string): string => words.replaceAll('"', '#quot;')

function shapeOf(node: FlowNode): string {
  switch (node.kind) {
    case 'say':
      return `["zegt: ${quoted(node.text)}"]`
    case 'ask':
      return `{{"vraagt: ${quoted(node.text)}"}}`
    case 'do':
      return `[["doet: ${node.command === 'ask_person' ? `${node.command} (${node.about})` : node.command}"]]`
    case 'branch':
      return `{"${node.on}?"}`
    case 'go':
      return '(( ))'
    case 'hand_over':
      return '(["naar een medewerker"])'
    case 'end':
      return `(["${node.question === 'stays' ? 'einde, de vraag blijft open' : 'einde'}"])`
  }
}

function arrow(flow: Flow, node: FlowNode, { path }: Exit): string {
  const words = wordsOf(flow, node, path)
  return words === undefined ? '-->' : `-- "${quoted(words)}" -->`
}

/** Nothing where there is only one way on. */
function wordsOf({ choices }: Flow, node: FlowNode, [group, key = '']: readonly string[]): string | undefined {
  switch (group) {
    case 'options':
      return ((node.kind === 'ask' ? node.labels?.[key] : undefined) ?? choices[key])?.nl ?? key
    case 'answers':
      return key
    case 'cases':
      return key
    case 'slots':
      return 'kiest een tijd'
    case 'unclear':
      return 'niet begrepen'
    case 'refused':
      return key === 'otherwise' ? 'kan niet' : `kan niet: ${key}`
    default:
      return undefined
  }
}
