import { shownIn } from '../attachments/symbol-characters.ts'
import { decodeEntities } from './html-entities.ts'

/**
 * The readable text of an HTML body: one line per paragraph, item or table row, a tab between the cells of a row. What a reader would
 * not see (a hidden element) is left out. Nothing is fetched, run or rendered, and it takes one pass whatever the nesting. Not a
 * parser: what it cannot make out, a person reads.
 */
export const htmlToText = (html: string): string => {
  const parts: string[] = []
  let preformatted = false
  let font: string | undefined
  let at = 0
  while (at < html.length) {
    const next = html.indexOf('<', at)
    const text = html.slice(at, next === -1 ? html.length : next)
    parts.push(shownIn(font, preformatted ? decodeEntities(text) : inlineText(text)))
    if (next === -1) break
    const tag = readTag(html, next)
    if (tag.name === '/td' || tag.name === '/th') dropBreaksAtEnd(parts)
    if (tag.separator !== paragraphBreak || !isAtStartOfCell(parts)) parts.push(tag.separator)
    if (tag.name === 'pre' || tag.name === '/pre') preformatted = tag.name === 'pre'
    font = fontOf(html.slice(next, tag.end))
    at = tag.end
  }
  return tidy(parts.join(''))
}

/** That of a paragraph. At either end of a cell it is none: the cells of a row would stand below one another. */
const paragraphBreak = '\u2028'

/** Is no part of the text. */
const startOfCell = '\u2029'

const isWhite = (part: string): boolean => part === '' || part === ' '

const isAtStartOfCell = (parts: readonly string[]): boolean => parts.findLast((part) => !isWhite(part)) === startOfCell

const dropBreaksAtEnd = (parts: string[]): void => {
  for (let last = parts.at(-1); last !== undefined && (isWhite(last) || last === paragraphBreak); last = parts.at(-1))
    parts.pop()
}

/** White space in the source means one space; line breaks come from tags alone. */
const inlineText = (text: string): string => {
  const shown = decodeEntities(text)
  return shown.includes('\u00A0') ? shown.replace(/\s+/g, gapOf) : shown.replace(/\s+/g, ' ')
}

/** Three or more that may not break are a gap, as between a label and its value. */
const gapOf = (white: string): string => (/\u00A0\s*\u00A0\s*\u00A0/.test(white) ? '   ' : ' ')

/** Of what stands right behind a tag: a box in a font of pictures has a tag of its own. */
const fontOf = (tag: string): string | undefined => pictureFont.exec(tag)?.[1]
const pictureFont = /(?:font-family\s*:|\bface\s*=)\s*(?:["']|&quot;)?(wingdings(?: 2)?)\b/i

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
  if (crossedOut.has(name)) return { name, separator: '', end: endOfNested(html, name, end) }
  if (name === 'input') return { name, separator: tickOf(html.slice(from, end)), end }
  if (hidesWhatItHolds(html, name, from, end)) return { separator: ' ', end: endOfNested(html, name, end) }
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

/** The end of an element that may hold others of its name. */
const endOfNested = (html: string, name: string, from: number): number => {
  const edges = new RegExp(`<(/?)${name}(?![a-z0-9:])`, 'gi')
  edges.lastIndex = from
  let depth = 1
  for (let edge = edges.exec(html); edge !== null; edge = edges.exec(html)) {
    depth += edge[1] === '' ? 1 : -1
    if (depth === 0) return endAfter(html, '>', edges.lastIndex)
  }
  return html.length
}

/**
 * Whether a reader sees nothing of an element. What a style sheet hides by a class is not known here, and white letters are not
 * hidden: they stand on a dark ground in the heading of many a table.
 */
const hidesWhatItHolds = (html: string, name: string, from: number, end: number): boolean => {
  if (name.startsWith('/') || empty.has(name)) return false
  for (const [, key = '', value = ''] of html.slice(from, end).matchAll(attribute)) {
    if (key.toLowerCase() === 'hidden') return true
    const style = key.toLowerCase() === 'style' ? plainStyle(value) : ''
    if (hidesAlways.test(style)) return true
    if (hasNoSize.test(style)) return !givesSizeAgain(html.slice(end, end + layoutReach), name)
  }
  return false
}

const attribute = /[\s/"']([a-z-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]*))?(?=[\s/>"'])/gi

/** As '|display:none|'. */
const plainStyle = (style: string): string =>
  decodeEntities(style)
    .replaceAll(/\/\*.*?\*\/|\s+|!important/gi, '')
    .replaceAll(/["';]+/g, '|')
    .toLowerCase()
    .replace(/^\|?/, '|')
    .replace(/\|?$/, '|')

const hidesAlways =
  /\|(?:text-decoration(?:-line)?:[^|]*line-through[^|]*|display:none|visibility:(?:hidden|collapse)|opacity:0(?:\.0*)?|mso-hide:all)\|/
const hasNoSize = /\|font-size:0(?:\.0*)?(?:px|pt|em|rem|%)?\|/

/** In characters. Templates give a cell no size to close its gaps, and its paragraphs, a few tags on, a size again. */
const layoutReach = 2000
const givesSizeAgain = (inside: string, name: string): boolean =>
  /font-size\s*:\s*0*\.?[1-9]/i.test(inside.slice(0, endOfNested(inside, name, 0)))

/** Elements without an end: they hold nothing. */
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** A choice that is crossed out is not the answer. */
const crossedOut = new Set(['s', 'strike', 'del'])

/** A box to tick, as the character that says the same. */
const tickOf = (tag: string): string => {
  const attributes = new Map([...tag.matchAll(attribute)].map(([, key = '', value = '']) => [key.toLowerCase(), value]))
  const type = (attributes.get('type') ?? '').replaceAll(/["']/g, '').toLowerCase()
  if (type !== 'checkbox' && type !== 'radio') return ''
  return attributes.has('checked') ? '☒' : '☐'
}

const hidden = new Set(['script', 'style', 'title', 'template', 'noscript', 'svg', 'object'])

const lines = 'br hr li /li ul /ul ol /ol dt dd /dl table /table tr /tr pre /pre blockquote /blockquote'
const headings = 'h1 /h1 h2 /h2 h3 /h3 h4 /h4'
const separators = new Map<string, string>([
  ...`${lines} ${headings}`.split(' ').map((name): [string, string] => [name, '\n']),
  ...'p /p div /div'.split(' ').map((name): [string, string] => [name, paragraphBreak]),
  ['td', startOfCell],
  ['th', startOfCell],
  ['/td', '\t'],
  ['/th', '\t'],
])

const tidy = (text: string): string =>
  text
    .replaceAll(startOfCell, '')
    .split(/[\n\u2028]/)
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
