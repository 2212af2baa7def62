import { readFile } from 'node:fs/promises'
import { checkFlow } from '#src/conversation/check-flow.ts'
import type { FlowProblem } from '#src/conversation/flow-problem.ts'
import type { LoadedFlow } from '#src/conversation/loaded-flow.ts'
import { createTemplates } from '#src/conversation/template.ts'
import type { Templates } from '#src/conversation/template.ts'
import { linesIn } from './parse-flow.ts'
import { readFlow, readTemplates } from './read-texts.ts'

/** A flow and the texts it says, checked against each other. Throws one error in Dutch that lists all that is wrong. */
export async function loadTexts(paths: {
  readonly flow: string
  readonly templates: string
}): Promise<{ readonly flow: LoadedFlow; readonly templates: Templates }> {
  const [flow, files] = await Promise.all([readFlow(paths.flow), readTemplates(paths.templates)])
  const templates = createTemplates(files)
  const problems = checkFlow(flow.flow, templates)
  if (problems.length > 0) throw await wrong(paths.flow, problems)
  return { flow, templates }
}

async function wrong(file: string, problems: readonly FlowProblem[]): Promise<Error> {
  const lineOf = linesIn(await readFile(file, 'utf8'))
  const lines = problems.map(({ path, words }) => `${file}:${lineOf(path)}: ${path.join('.')}: ${words}`)
  return new Error(`Dit gesprek klopt niet:\n${lines.join('\n')}`)
}
