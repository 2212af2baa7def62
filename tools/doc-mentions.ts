/** A path that a document names. */
export interface Mention {
  readonly path: string
  readonly line: number
  /** A link is always meant as a path; a code span only when it looks like one. */
  readonly link: boolean
}

/** Blocks of code are left alone: they show commands and their output. */
export function mentionsIn(text: string): Mention[] {
  let inBlock = false
  return text.split('\n').flatMap((content, index) => {
    const fence = /^\s*(```|~~~)/.test(content)
    if (fence) inBlock = !inBlock
    return fence || inBlock ? [] : mentionsInLine(content, index + 1)
  })
}

const span = /`([^`]+)`/g
const link = /\]\(<?([^)>\s]+)>?[^)]*\)/g
const definition = /^\s*\[[^\]]+\]:\s*<?([^>\s]+)>?/g

function mentionsInLine(content: string, line: number): Mention[] {
  const find = (text: string, pattern: RegExp, isLink: boolean): Mention[] =>
    [...text.matchAll(pattern)].map(([, path = '']) => ({ path, line, link: isLink }))
  const withoutSpans = content.replace(span, '')
  return [...find(content, span, false), ...find(withoutSpans, link, true), ...find(withoutSpans, definition, true)]
}
