import { checkFlow } from '#src/conversation/check-flow.ts'
import type { Flow } from '#src/conversation/flow.ts'
import type { FlowProblem } from '#src/conversation/flow-problem.ts'
import { createTemplates } from '#src/conversation/template.ts'
import type { TextPaths } from '../knowledge/text-paths.ts'
import { linesIn } from './parse-flow.ts'
import { readFlow, readTemplates } from './read-texts.ts'

export interface FoundProblem {
  readonly file: string
  readonly line: number
  readonly path: string
  readonly kind: FlowProblem['kind']
  readonly words: string
}

/** The flow, read and held against the templates, with what is wrong and on which line. Throws in Dutch when a file cannot be read. */
export async function checkFlowTexts(paths: Pick<TextPaths, 'flow' | 'templates'>): Promise<{
  readonly flow: Flow
  readonly problems: readonly FoundProblem[]
}> {
  const { flow, text } = await readFlow(paths.flow)
  const templates = createTemplates(await readTemplates(paths.templates))
  const lineOf = linesIn(text)
  const problems = checkFlow(flow, templates).map(({ kind, path, words }) => ({
    file: paths.flow,
    line: lineOf(path),
    path: path.join('.'),
    kind,
    words,
  }))
  return { flow, problems }
}
