import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
} from 'yaml'
import { explainYamlError } from './explain-yaml-error.ts'

/** Position in a file, both from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Something wrong with a text before its meaning is looked at. */
export interface TextFinding extends Position {
  readonly message: string
  readonly advice: string
}

export type YamlReading =
  | { readonly ok: true; readonly value: unknown; readonly locate: (path: readonly PropertyKey[]) => Position }
  | { readonly ok: false; readonly findings: readonly TextFinding[] }

const start: Position = { line: 1, column: 1 }

const position = (offset: number | undefined, lines: LineCounter): Position => {
  if (offset === undefined) return start
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(line, 1), column: Math.max(col, 1) }
}

function step(node: unknown, key: PropertyKey): { node: unknown; offset: number | undefined } | undefined {
  if (isSeq(node)) return { node: node.items[Number(key)], offset: offsetOf(node.items[Number(key)]) }
  if (!isMap(node)) return undefined
  const pair = node.items.find((item: Pair) => isScalar(item.key) && String(item.key.value) === String(key))
  return pair && { node: pair.value, offset: offsetOf(pair.key) }
}

const offsetOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined)

/** Where the last key of the path stands that exists: a missing key is reported at what it is missing from. */
function locate(document: Document, path: readonly PropertyKey[], lines: LineCounter): Position {
  let node: unknown = document.contents
  let offset = offsetOf(node)
  for (const key of path) {
    const next = step(node, key)
    if (!next) break
    node = next.node
    offset = next.offset ?? offset
  }
  return position(offset, lines)
}

/** Anchors and aliases would let a rule stand somewhere else than where it is read; a contract file has none. */
function aliases(document: Document, lines: LineCounter): TextFinding[] {
  const found: TextFinding[] = []
  visit(document, {
    Alias(_, node: Node) {
      found.push({
        ...position(node.range?.[0], lines),
        message: 'Een verwijzing met * wordt in een contractbestand niet gebruikt.',
        advice: 'Schrijf de waarde voluit op deze plek, of zet de tekst tussen aanhalingstekens.',
      })
    },
  })
  return found
}

function read(text: string): YamlReading {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true })
  const broken = [...document.errors, ...document.warnings].map((error) => ({
    ...position(error.pos[0], lines),
    ...explainYamlError(error),
  }))
  const findings = [...broken, ...(broken.length === 0 ? aliases(document, lines) : [])]
  if (findings.length > 0) return { ok: false, findings }
  return { ok: true, value: document.toJS(), locate: (path) => locate(document, path, lines) }
}

/** Reads any text at all: what is not YAML is a finding, never a throw (deep nesting overflows the parser's stack). */
export function readYaml(text: string): YamlReading {
  try {
    return read(text)
  } catch {
    const message = 'Dit bestand is niet te lezen als YAML.'
    return { ok: false, findings: [{ ...start, message, advice: 'Vergelijk het met een ander contractbestand.' }] }
  }
}
