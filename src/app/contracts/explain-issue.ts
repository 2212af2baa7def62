import type { z } from 'zod'
import { nearestWord } from './nearest-word.ts'
import { homeOf, keysAt, schemaAt } from './schema-at.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** One thing that does not fit the schema, in Dutch. */
export interface SchemaFinding {
  readonly path: Path
  readonly message: string
  readonly advice: string
  /** The key that was probably meant by one that is not known. */
  readonly meant?: Path
}

export const writePath = (path: Path): string => path.map(String).join('.')

const quote = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ')
const describe = (path: Path): string => schemaAt(path)?.description ?? ''
const name = (path: Path): string => (path.length === 0 ? 'Het bestand' : `\`${writePath(path)}\``)

/** The value of the file at a path: zod leaves it out of its issues, so that no input ends up in a message by accident. */
const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined),
    value,
  )

const kinds: Readonly<Record<string, string>> = {
  string: 'een tekst',
  number: 'een getal',
  int: 'een heel getal',
  boolean: 'true of false',
  object: 'een blok met sleutels',
  record: 'een blok met sleutels',
  array: 'een lijst',
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'een lijst'
  return kinds[typeof value] ?? 'iets anders'
}

function unknownKey(parent: Path, key: string): SchemaFinding {
  const path = [...parent, key]
  const near = nearestWord(key, keysAt(parent))
  const home = homeOf(key)
  const message = `${name(path)} is geen bekende sleutel.`
  if (near) return { path, message, advice: `Bedoelde u \`${near}\`?`, meant: [...parent, near] }
  if (home)
    return {
      path,
      message,
      advice: `\`${key}\` hoort onder ${home.length > 0 ? name(home) : 'het begin van het bestand'}.`,
    }
  return { path, message, advice: `Hier kan staan: ${quote(keysAt(parent))}.` }
}

const missing = (path: Path): SchemaFinding => ({
  path,
  message: `${name(path)} ontbreekt.`,
  advice: `Voeg \`${String(path.at(-1) ?? 'id')}\` toe. ${describe(path)}`.trim(),
})

const empty = (path: Path): SchemaFinding => ({
  path,
  message: `${name(path)} is leeg.`,
  advice:
    path.length === 0
      ? 'Begin met een bestaand contractbestand.'
      : `Vul het in of haal het weg. ${describe(path)}`.trim(),
})

function wrongKind(path: Path, value: unknown, expected: string): SchemaFinding {
  const message = `${name(path)} is ${kindOf(value)}; hier hoort ${kinds[expected] ?? 'iets anders'}.`
  if (expected === 'string' && typeof value === 'number')
    return { path, message, advice: `Zet het tussen aanhalingstekens: "${value}".` }
  if (expected === 'boolean') return { path, message, advice: `Schrijf true of false. ${describe(path)}` }
  return { path, message, advice: describe(path) || 'Vergelijk het met een ander contractbestand.' }
}

function wrongType(path: Path, value: unknown, expected: string): SchemaFinding {
  if (value === undefined) return missing(path)
  return value === null ? empty(path) : wrongKind(path, value, expected)
}

function wrongChoice(path: Path, value: unknown, choices: readonly string[]): SchemaFinding {
  if (value === undefined) return missing(path)
  const near = typeof value === 'string' ? nearestWord(value, choices) : undefined
  const advice = near ? `Bedoelde u \`${near}\`? ` : ''
  return {
    path,
    message: `${name(path)} heeft een waarde die niet bestaat.`,
    advice: `${advice}Kies uit: ${quote(choices)}.`,
  }
}

const units: Readonly<Record<string, string>> = { string: 'tekens', array: 'regels' }

function wrongSize(path: Path, origin: string, bound: string): SchemaFinding {
  const unit = units[origin]
  const message = `${name(path)} is te ${bound.startsWith('minstens') ? (unit ? 'kort' : 'klein') : 'groot'}.`
  return { path, message, advice: `Het moet ${bound}${unit ? ` ${unit}` : ''} zijn. ${describe(path)}`.trim() }
}

/** Of a union the branch whose keys were used; two keys at once, or none that exists, is told as such. */
function wrongUnion(issue: Extract<Issue, { code: 'invalid_union' }>, path: Path, file: unknown): SchemaFinding[] {
  const value = valueAt(file, path)
  if (value === undefined) return [missing(path)]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [wrongType(path, value, 'object')]
  const known = keysAt(path)
  const used = Object.keys(value)
  const strange = used.filter((key) => !known.includes(key))
  if (strange.length > 0) return strange.map((key) => unknownKey(path, key))
  const branch = issue.errors.find((issues) =>
    issues.every((each) => each.code !== 'unrecognized_keys' && each.path.length > 0),
  )
  if (used.length === 1 && branch) return branch.flatMap((each) => explain(each, path, file))
  return [
    {
      path,
      message: `${name(path)} moet precies één sleutel hebben.`,
      advice: `Kies één van: ${quote(known)}. ${describe(path)}`,
    },
  ]
}

/** A key of a record (a date, a reason) that is not one. */
const wrongKey = (path: Path, issues: readonly Issue[]): SchemaFinding => ({
  path,
  message: `${name(path)} kan hier niet als sleutel staan.`,
  advice: issues[0]?.message ?? '',
})

function explain(issue: Issue, parent: Path, file: unknown): SchemaFinding[] {
  const path = [...parent, ...issue.path]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(path, key))
    case 'invalid_type':
      return [wrongType(path, valueAt(file, path), issue.expected)]
    case 'invalid_value':
      return [wrongChoice(path, valueAt(file, path), issue.values.map(String))]
    case 'invalid_union':
      return wrongUnion(issue, path, file)
    case 'too_small':
      return [wrongSize(path, issue.origin, `minstens ${issue.minimum}`)]
    case 'too_big':
      return [wrongSize(path, issue.origin, `hoogstens ${issue.maximum}`)]
    case 'invalid_key':
      return [wrongKey(path, issue.issues)]
    case 'invalid_format':
      return [{ path, message: `${name(path)} is niet goed geschreven.`, advice: issue.message }]
    default:
      return [{ path, message: `${name(path)} klopt niet.`, advice: describe(path) }]
  }
}

/** A misspelt key is told once: not also as the key that is missing because of it. */
function withoutEchoes(findings: readonly SchemaFinding[]): SchemaFinding[] {
  const meant = new Set(findings.flatMap(({ meant }) => (meant ? [writePath(meant)] : [])))
  return findings.filter(({ path }) => !meant.has(writePath(path)))
}

/** What zod says of a contract file, as findings that say what to do. `file` is the value that was checked. */
export const explainIssues = (issues: readonly Issue[], file: unknown): SchemaFinding[] =>
  withoutEchoes(issues.flatMap((issue) => explain(issue, [], file)))
