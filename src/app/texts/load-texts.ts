import { checkFlow } from '#src/conversation/check-flow.ts'
import type { LoadedFlow } from '#src/conversation/loaded-flow.ts'
import { createTemplates } from '#src/conversation/template.ts'
import type { Templates } from '#src/conversation/template.ts'
import { readFlow, readTemplates } from './read-texts.ts'

/** A flow and the texts it says, checked against each other. Throws one error in Dutch that lists all that is wrong. */
export async function loadTexts(paths: {
  readonly flow: string
  readonly templates: string
}): Promise<{ readonly flow: LoadedFlow; readonly templates: Templates }> {
  const [flow, files] = await Promise.all([readFlow(paths.flow), readTemplates(paths.templates)])
  const templates = createTemplates(files)
  const problems = checkFlow(flow.flow, templates)
  if (problems.length === 0) return { flow, templates }
  const lines = problems.map(({ path, words }) => `${paths.flow}: ${path.join('.')}: ${words}`)
  throw new Error(`Dit gesprek klopt niet:\n${lines.join('\n')}`)
}
