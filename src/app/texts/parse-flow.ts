import { LineCounter, parseDocument } from 'yaml'
import type { Document } from 'yaml'
import type { z } from 'zod'
import { CalledFlow, WrittenFlow } from '#src/conversation/flow.ts'

/** Reads the text of a flow file. Throws one error with every mistake on a line of its own: `file:line: what. Advice`. */
export const parseFlow = (file: string, text: string): WrittenFlow => parse(WrittenFlow, file, text)

/** The same of a flow that others call. */
export const parseCalledFlow = (file: string, text: string): CalledFlow => parse(CalledFlow, file, text)

/** Whether a text that was kept is of a flow that others call: that one says where it begins. */
export const isCalledFlow = (text: string): boolean => parseDocument(text).has('begin')

function parse<Shape extends z.ZodType>(shape: Shape, file: string, text: string): z.infer<Shape> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, merge: true })
  if (document.errors.length > 0) {
    throw wrong(
      document.errors.map(
        (error) => `${file}:${lines.linePos(error.pos[0]).line}: geen geldige YAML. ${firstLine(error.message)}`,
      ),
    )
  }
  const flow = shape.safeParse(document.toJS())
  if (flow.success) return flow.data
  throw wrong(flow.error.issues.map((issue) => `${file}:${lineOf(document, lines, issue.path)}: ${inDutch(issue)}`))
}

export function wrong(problems: string[]): Error {
  return new Error(`Dit gesprek klopt niet:\n${problems.join('\n')}`)
}

/** On which line of a flow's text each path stands. */
export function linesIn(text: string): (path: readonly PropertyKey[]) => number {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, merge: true })
  return (path) => lineOf(document, lines, path)
}

/** The line of the nearest thing that exists: of a missing key, the line of what should have held it. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true)
    const range = rangeOf(node)
    if (range !== undefined) return lines.linePos(range).line
  }
  return 1
}

function rangeOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined
  return Array.isArray(node.range) && typeof node.range[0] === 'number' ? node.range[0] : undefined
}

const inDutchType: Readonly<Record<string, string>> = {
  string: 'tekst',
  int: 'heel getal',
  number: 'getal',
  object: 'groep',
  record: 'groep',
}

function inDutch(issue: z.core.$ZodIssue): string {
  const where = issue.path.map(String).join('.') || 'het bestand'
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${where}: ${issue.keys.join(', ')} hoort hier niet. Haal het weg of verbeter de spelling.`
    case 'invalid_type':
      return `${where} ontbreekt of is geen ${inDutchType[issue.expected] ?? issue.expected}. Vul het in.`
    case 'invalid_value':
      return `${where} moet een van deze zijn: ${issue.values.map(String).join(', ')}.`
    case 'invalid_union':
      return `${where} is niet bekend. ${'options' in issue && Array.isArray(issue.options) ? `Kies uit: ${issue.options.map(String).join(', ')}.` : ''}`
    case 'invalid_format':
      return `${where} heeft een verkeerde vorm: ${issue.message}.`
    case 'too_big':
      return `${where} is te lang of te groot (hooguit ${issue.maximum}). Maak het korter.`
    case 'too_small':
      return `${where} is leeg of te klein. Vul het in.`
    case 'invalid_key':
      return `${where}: deze naam mag hier niet. Gebruik kleine letters, cijfers en _.`
    default:
      return `${where}: ${issue.message}.`
  }
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message
}
