import type { Templates } from '#src/conversation/template.ts'
import { flowProblems } from './flow-problems.ts'
import type { FlowText } from './read-texts.ts'

/**
 * Throws one error in Dutch with every mistake that the schema of a flow cannot see: file, line, what is wrong, what to do. A translation
 * that is missing is none: who speaks that language gets Dutch until it is there, and `opkomst flows check` names it.
 */
export function demandGoodFlow(file: string, read: FlowText, templates: Pick<Templates, 'has'>): void {
  const problems = flowProblems(file, read, templates).filter(({ kind }) => kind !== 'missing_translation')
  if (problems.length === 0) return
  const lines = problems.map((problem) => `${problem.file}:${problem.line}: ${problem.path}: ${problem.words}`)
  throw new Error(`Dit gesprek klopt niet:\n${lines.join('\n')}`)
}
