import type { FormField } from '#src/domain/contract/contract.ts'
import { foldCharacter, type Vocabulary } from './vocabulary.ts'

export interface LabelMatch {
  readonly field: FormField | 'unwanted'
  /** The label, folded. */
  readonly label: string
  /** What stands behind the label on the same line; '' when nothing does. */
  readonly value: string
}

/** The longest known label that this piece of a line starts with and that is set apart from what follows. */
export const matchLabel = (piece: string, vocabulary: Vocabulary): LabelMatch | undefined => {
  let best: LabelMatch | undefined
  for (const { folded, end } of candidateLabels(piece)) {
    const field = vocabulary.get(folded)
    const value = field === undefined ? undefined : valueBehind(piece.slice(end))
    if (field !== undefined && value !== undefined) best = { field, label: folded, value }
  }
  return best
}

/** No form has longer ones; without a bound a line of a megabyte would be one long candidate. */
const longestLabel = 60

/** Each beginning of the piece that ends where a word ends. */
const candidateLabels = function* (piece: string): Generator<{ folded: string; end: number }> {
  let folded = ''
  let inWord = false
  for (let at = 0; at < Math.min(piece.length, longestLabel); at += 1) {
    const char = foldCharacter(piece.charAt(at))
    if (inWord && char === '') yield { folded, end: at }
    inWord = char !== ''
    folded += char
  }
  if (inWord && piece.length <= longestLabel) yield { folded, end: piece.length }
}

const inBrackets = /^\s*\([^()]{0,60}\)/
const colon = /^[ .*_?-]*[:=][ *_:=]*/
const otherMark = /^(?:[ *_]*(?:\?|\.{2,}|\.(?= |$)|[-–—]+(?= |$))| +[-–—]+|  )[ .*_–—-]*/
const nothing = /^[ .*_]*$/

/** 'Telefoon (mobiel): x', 'Telefoon ..... x', 'Telefoon - x', 'Tolk nodig? x'. Undefined: this is no label but a sentence. */
const valueBehind = (rest: string): string | undefined => {
  const marks = rest.replace(inBrackets, '')
  if (nothing.test(marks)) return ''
  const mark = colon.exec(marks) ?? otherMark.exec(marks)
  return mark === null ? undefined : marks.slice(mark[0].length).trim()
}
