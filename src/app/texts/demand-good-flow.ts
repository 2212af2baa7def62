import { checkFlow } from '#src/conversation/check-flow.ts'
import type { Templates } from '#src/conversation/template.ts'
import { linesIn } from './parse-flow.ts'
import type { FlowText } from './read-texts.ts'

/** Throws one error in Dutch with every mistake that the schema of a flow cannot see: file, line, what is wrong, what to do. */
export function demandGoodFlow(file: string, { flow, text }: FlowText, templates: Pick<Templates, 'has'>): void {
  const problems = checkFlow(flow, templates)
  if (problems.length === 0) return
  const lineOf = linesIn(text)
  const lines = problems.map(({ path, words }) => `${file}:${lineOf(path)}: ${path.join('.')}: ${words}`)
  throw new Error(`Dit gesprek klopt niet:\n${lines.join('\n')}`)
}
