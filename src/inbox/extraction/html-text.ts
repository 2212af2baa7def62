import { decodeEntities } from './html-entities.ts'

/**
 * The readable text of an HTML body: one line per paragraph, item or table row, a tab between the cells of a row. Nothing is
 * fetched, run or rendered, and it takes one pass whatever the nesting. Not a parser: what it cannot make out, a person reads.
 */
export const htmlToText = (html: string): string => {
  const parts: string[] = []
  let preformatted = false
  let at = 0
  while (at < html.length) {
    const next = html.indexOf('<', at)
    const text = html.slice(at, next === -1 ? html.length : next)
    parts.push(preformatted ? decodeEntities(text) : inlineText(text))
    if (next === -1) break
    const tag = readTag(html, next)
    parts.push(tag.separator)
    if (tag.name === 'pre' || tag.name === '/pre') preformatted = tag.name === 'pre'
    at = tag.end
  }
  return tidy(parts.join(''))
}

/** White space in the source means one space; line breaks come from tags alone. */
const inlineText = (text: string): string => decodeEntities(text).replace(/\s+/g, ' ')

interface Tag {
  /** Lower case, '/p' for an end; absent for what is no element. */
  readonly name?: string
  /** What stands in the text in place of the tag. */
  readonly separator: string
  readonly end: number
}

const readTag = (html: string, from: number): Tag => {
  if (html.startsWith('<!--', from)) return { separator: '', end: endAfter(html, '-->', from) }
  const name = /^<(\/?[a-z][a-z0-9:]*)/i.exec(html.slice(from, from + 20))?.[1]?.toLowerCase()
  if (name === undefined) return unnamedTag(html, from)
  const end = endOfTag(html, from)
  if (hidden.has(name)) return { name, separator: ' ', end: endOfElement(html, name, end) }
  return { name, separator: separators.get(name) ?? '', end }
}

/** '<!doctype' and '<?xml' are markup; a bare '<' is text. */
const unnamedTag = (html: string, from: number): Tag => {
  const isMarkup = /[!?]/.test(html.charAt(from + 1))
  return isMarkup ? { separator: '', end: endAfter(html, '>', from) } : { separator: '<', end: from + 1 }
}

/** A '>' within quotes does not end the tag. */
const endOfTag = (html: string, from: number): number => {
  let quote = ''
  for (let at = from; at < html.length; at += 1) {
    const char = html.charAt(at)
    if (quote !== '') quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === '>') return at + 1
  }
  return endAfter(html, '>', from)
}

const endOfElement = (html: string, name: string, from: number): number => {
  const close = new RegExp(`</${name}`, 'gi')
  close.lastIndex = from
  return close.test(html) ? endAfter(html, '>', close.lastIndex) : html.length
}

/** What is not closed runs to the end of the text: better nothing than a script read as a form. */
const endAfter = (html: string, mark: string, from: number): number => {
  const found = html.indexOf(mark, from)
  return found === -1 ? html.length : found + mark.length
}

const hidden = new Set(['script', 'style', 'title', 'template', 'noscript', 'svg', 'object'])

const lines = 'br hr p /p div /div li /li ul /ul ol /ol dt dd /dl table /table tr /tr pre /pre blockquote /blockquote'
const headings = 'h1 /h1 h2 /h2 h3 /h3 h4 /h4'
const separators = new Map<string, string>([
  ...`${lines} ${headings}`.split(' ').map((name): [string, string] => [name, '\n']),
  ['/td', '\t'],
  ['/th', '\t'],
])

/** Paragraphs inside a cell must not tear the cell from its row: a label and its value then stand below one another, which reads too. */
const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
