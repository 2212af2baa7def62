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
export function flowProblems(
  file: string,
  { flow, text }: FlowText,
  templates: Pick<Templates, 'has'>,
): readonly FoundProblem[] {
  const lineOf = linesIn(text)
  return checkFlow(flow, templates).map(({ kind, path, words }) => ({
    file,
    line: lineOf(path),
    path: path.join('.'),
    kind,
    words,
  }))
}
