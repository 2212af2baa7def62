import type { z } from 'zod'
import { keysAt } from './schema-at.ts'
import {
  missing,
  notRight,
  notWritten,
  severalKeys,
  unknownKey,
  valueAt,
  writePath,
  wrongChoice,
  wrongKey,
  wrongSize,
  wrongType,
  type SchemaFinding,
} from './schema-finding.ts'

type Issue = z.core.$ZodIssue
type UnionIssue = Extract<Issue, { code: 'invalid_union' }>
type Path = readonly PropertyKey[]

const fitsItsKeys = (issues: readonly Issue[]): boolean =>
  issues.every((issue) => issue.code !== 'unrecognized_keys' && issue.path.length > 0)

/** Of a union the branch whose key was used; several keys at once, or one that does not exist, is told as such. */
function wrongUnion(issue: UnionIssue, path: Path, file: unknown): SchemaFinding[] {
  const value = valueAt(file, path)
  if (value === undefined) return [missing(path)]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [wrongType(path, value, 'object')]
  const known = keysAt(path)
  const used = Object.keys(value)
  const strange = used.filter((key) => !known.includes(key))
  if (strange.length > 0) return strange.map((key) => unknownKey(path, key))
  const branch = issue.errors.find(fitsItsKeys)
  return used.length === 1 && branch ? branch.flatMap((each) => explain(each, path, file)) : [severalKeys(path)]
}

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
      return [wrongKey(path, issue.issues[0]?.message ?? '')]
    case 'invalid_format':
      return [notWritten(path, issue.message)]
    default:
      return [notRight(path)]
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
