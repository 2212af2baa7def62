/**
 * Reads one Authentication-Results header (RFC 8601, section 2.2): comments, quoted strings and folding are understood, because a
 * sender may put text into all three (a local part, a selector) and must not be able to write a result of their own with it.
 */

export interface AuthenticationResults {
  /** The server that says it checked, lower case. */
  readonly authservId: string
  readonly results: readonly MethodResult[]
}

export interface MethodResult {
  /** 'dkim', 'spf', 'dmarc' ..., lower case. */
  readonly method: string
  /** 'pass', 'fail', 'none' ..., lower case. */
  readonly result: string
  /** Properties by lower-case name, as 'header.d'. One that is written twice is left out: there is no telling which one counts. */
  readonly properties: ReadonlyMap<string, string>
}

type Token = { readonly kind: 'text' | 'equals' | 'semicolon'; readonly text: string; readonly end: number }

/** The value of the header without its name, folded as it came; undefined when it does not follow the standard. */
export const parseAuthenticationResults = (value: string): AuthenticationResults | undefined => {
  const tokens = tokenise(value)
  if (tokens === undefined) return undefined
  const [head, ...sections] = splitAtSemicolons(tokens)
  const authservId = readAuthservId(head ?? [])
  if (authservId === undefined) return undefined
  return { authservId, results: sections.flatMap((section) => readMethodResult(section) ?? []) }
}

/** The name and, when given, version 1: any other version may mean something else by the same words. */
const readAuthservId = (head: readonly Token[]): string | undefined => {
  const [id, version, ...rest] = head
  const known = version === undefined || version.text === '1'
  if (id === undefined || id.kind !== 'text' || !known || rest.length > 0) return undefined
  return id.text.toLowerCase()
}

const readMethodResult = (section: readonly Token[]): MethodResult | undefined => {
  const pairs = readPairs(section)
  const [first, ...rest] = pairs ?? []
  if (first === undefined) return undefined
  const [method, version] = first.name.split('/')
  if (method === undefined || (version !== undefined && version !== '1')) return undefined
  return { method, result: first.value.toLowerCase(), properties: withoutRepeated(rest) }
}

interface Pair {
  readonly name: string
  readonly value: string
}

/** `name = value` again and again; undefined when something stands in between that is neither. */
const readPairs = (section: readonly Token[]): Pair[] | undefined => {
  const pairs: Pair[] = []
  let at = 0
  while (at < section.length) {
    const equals = nextEquals(section, at)
    const value = section[equals + 1]
    if (equals <= at || value === undefined || value.kind !== 'text') return undefined
    const name = joinTexts(section.slice(at, equals)).toLowerCase()
    const domain = section[equals + 2]
    const goesOn = domain !== undefined && domain.text.startsWith('@') && domain.end - domain.text.length === value.end
    pairs.push({ name, value: goesOn ? value.text + domain.text : value.text })
    at = equals + (goesOn ? 3 : 2)
  }
  return pairs
}

/** -1 when there is none. */
const nextEquals = (section: readonly Token[], from: number): number => {
  let at = from
  while (at < section.length && section[at]?.kind !== 'equals') at += 1
  return at < section.length ? at : -1
}

/** White space and comments may stand around the dot of `header . d` and the slash of `dkim / 1`. */
const joinTexts = (tokens: readonly Token[]): string => tokens.map((token) => token.text).join('')

const withoutRepeated = (pairs: readonly Pair[]): Map<string, string> => {
  const count = new Map<string, number>()
  for (const { name } of pairs) count.set(name, (count.get(name) ?? 0) + 1)
  return new Map(pairs.filter(({ name }) => count.get(name) === 1).map(({ name, value }) => [name, value]))
}

const splitAtSemicolons = (tokens: readonly Token[]): Token[][] => {
  const sections: Token[][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'semicolon') sections.push([])
    else sections.at(-1)?.push(token)
  }
  return sections
}

const foldingWhiteSpace = /[ \t\r\n]/
const plainText = /[^ \t\r\n()"=;]/
/** Behind an '=' another one may stand unquoted: servers write the tail of a base64 signature (`header.b=`) so. */
const plainValue = /[^ \t\r\n()";]/
const control = /[^\P{Cc}\t\r\n]/u

/** Undefined when a comment or a quoted string does not end, or when there is a control character in it. */
const tokenise = (value: string): Token[] | undefined => {
  if (control.test(value)) return undefined
  const tokens: Token[] = []
  let at = 0
  while (at < value.length) {
    const next = readToken(value, at, tokens.at(-1)?.kind === 'equals')
    if (next === undefined) return undefined
    if (next !== 'space') tokens.push(next)
    at = next === 'space' ? skipSpace(value, at) : next.end
    if (at === unterminated) return undefined
  }
  return tokens
}

const readToken = (value: string, at: number, isValue: boolean): Token | 'space' | undefined => {
  const char = value.charAt(at)
  if (char === '(' || foldingWhiteSpace.test(char)) return 'space'
  if (char === ';') return { kind: 'semicolon', text: ';', end: at + 1 }
  if (char === '=' && !isValue) return { kind: 'equals', text: '=', end: at + 1 }
  if (char === '"') return readQuoted(value, at)
  return char === ')' ? undefined : readPlain(value, at, isValue ? plainValue : plainText)
}

const readPlain = (value: string, from: number, allowed: RegExp): Token => {
  let end = from
  while (end < value.length && allowed.test(value.charAt(end))) end += 1
  return { kind: 'text', text: value.slice(from, end), end }
}

const readQuoted = (value: string, from: number): Token | undefined => {
  let text = ''
  for (let at = from + 1; at < value.length; at += 1) {
    const char = value.charAt(at)
    if (char === '"') return { kind: 'text', text, end: at + 1 }
    if (char === '\\') at += 1
    text += value.charAt(at)
  }
  return undefined
}

const unterminated = -1

const skipSpace = (value: string, from: number): number =>
  value.charAt(from) === '(' ? endOfComment(value, from) : from + 1

/** Comments nest (RFC 5322, section 3.2.2). */
const endOfComment = (value: string, from: number): number => {
  let depth = 0
  for (let at = from; at < value.length; at += 1) {
    const char = value.charAt(at)
    if (char === '\\') at += 1
    else if (char === '(') depth += 1
    else if (char === ')') depth -= 1
    if (depth === 0) return at + 1
  }
  return unterminated
}
