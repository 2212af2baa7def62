import { SaxesParser } from 'saxes'
import { unreadable } from './attachment-reading.ts'
import { decodeText } from './decode-text.ts'

/** Names come without their prefix: programs choose different ones for the same namespace. */
export interface XmlEvents {
  open(name: string, attributes: ReadonlyMap<string, string>): void
  text(text: string): void
  close(name: string): void
}

/** Word nests some forty deep. */
const deepest = 250
const mostElements = 1_500_000

/**
 * Reads XML in one pass. A document type is refused: office files have none, and it is how entities multiply.
 *
 * @throws {Unusable} when it is not well-formed, or too deep or too much.
 */
export const readXml = (xml: Buffer, events: XmlEvents): void => {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  let elements = 0
  parser.on('error', () => {
    throw unreadable('broken')
  })
  parser.on('doctype', () => {
    throw unreadable('broken')
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    elements += 1
    if (depth > deepest || elements > mostElements) throw unreadable('too_large')
    events.open(localName(name), attributesOf(attributes))
  })
  parser.on('text', (text) => events.text(text))
  parser.on('cdata', (text) => events.text(text))
  parser.on('closetag', ({ name }) => {
    depth -= 1
    events.close(localName(name))
  })
  parser.write(decodeText(xml)).close()
}

export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
}

/**
 * The whole of a part as a tree, which has the depth of the XML at most.
 *
 * @throws {Unusable} as readXml does.
 */
export const xmlTree = (xml: Buffer): XmlElement => {
  const root = { name: '', attributes: noAttributes, children: [] as (XmlElement | string)[] }
  const open = [root]
  readXml(xml, {
    open: (name, attributes) => {
      const element = { name, attributes, children: [] }
      open.at(-1)?.children.push(element)
      open.push(element)
    },
    text: (text) => void open.at(-1)?.children.push(text),
    close: () => void open.pop(),
  })
  return root
}

export const elementsOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child) => typeof child !== 'string')

export const childOf = (element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined => {
  let found = element
  for (const name of path) found = found && elementsOf(found).find((child) => child.name === name)
  return found
}

/** All text of a part and the values of its 'v' attributes, a line per element: for what is only looked at for numbers. */
export const allText = (xml: Buffer): string => {
  const lines: string[] = []
  readXml(xml, {
    open: (_, attributes) => lines.push(attributes.get('v') ?? ''),
    text: (text) => lines.push(text),
    close: () => undefined,
  })
  return lines.filter((line) => line.trim() !== '').join('\n')
}

const noAttributes: ReadonlyMap<string, string> = new Map()

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The first of two that have the same name without their prefix: the own ones of the element come first. */
const attributesOf = (attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> => {
  const names = Object.keys(attributes)
  if (names.length === 0) return noAttributes
  const local = new Map<string, string>()
  for (const name of names) {
    const known = localName(name)
    if (!local.has(known)) local.set(known, attributes[name] ?? '')
  }
  return local
}
