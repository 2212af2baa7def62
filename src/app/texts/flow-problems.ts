import { checkFlow } from '#src/conversation/check-flow.ts'
import type { TextProblem } from '#src/conversation/check-texts.ts'
import type { FlowProblem } from '#src/conversation/flow-problem.ts'
import type { Templates } from '#src/conversation/template.ts'
import { linesIn } from './parse-flow.ts'
import type { FlowText } from './read-texts.ts'

export interface FoundProblem {
  readonly file: string
  readonly line: number
  readonly path: string
  readonly kind: FlowProblem['kind'] | TextProblem['kind']
  /** What is wrong and what to do, in Dutch. */
  readonly words: string
}

/** Every mistake in a flow that its schema cannot see, held against the templates, with the line on which it stands. */
export function flowProblems(file: string, read: FlowText, templates: Pick<Templates, 'has'>): readonly FoundProblem[] {
  return checkFlow(read.flow, templates).map(({ kind, path, words }) => ({
    ...placeOf(file, read, path),
    path: path.join('.'),
    kind,
    words,
  }))
}

/** A step of a flow that is called stands in the file of that one. */
function placeOf(file: string, { text, called, origins }: FlowText, path: readonly string[]) {
  const [group, node = '', ...rest] = path
  const origin = group === 'nodes' ? origins.get(node) : undefined
  const other = called.find(({ flow }) => flow.name === origin?.flow)
  if (origin === undefined || other === undefined) return { file, line: linesIn(text)(path) }
  return { file: other.file, line: linesIn(other.text)(['nodes', origin.node, ...rest]) }
}
