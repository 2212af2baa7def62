import { nearestWord } from './nearest-word.ts'
import { homeOf, keysAt, schemaAt } from './schema-at.ts'

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
/** A place in a list is left out: people count from one, and the line says which it is. */
const name = (path: Path): string =>
  path.length === 0
    ? 'Het bestand'
    : `\`${path
        .map((key) => (typeof key === 'number' ? '[]' : String(key)))
        .join('.')
        .replaceAll('.[]', '[]')}\``

/** The value of the file at a path: zod leaves it out of its issues, so that no input ends up in a message by accident. */
export const valueAt = (value: unknown, path: Path): unknown =>
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

export function unknownKey(parent: Path, key: string): SchemaFinding {
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

export const missing = (path: Path): SchemaFinding => ({
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

export function wrongType(path: Path, value: unknown, expected: string): SchemaFinding {
  if (value === undefined) return missing(path)
  return value === null ? empty(path) : wrongKind(path, value, expected)
}

export function wrongChoice(path: Path, value: unknown, choices: readonly string[]): SchemaFinding {
  if (value === undefined) return missing(path)
  const near = typeof value === 'string' ? nearestWord(value, choices) : undefined
  const advice = near ? `Bedoelde u \`${near}\`? ` : ''
  return {
    path,
    message: `${name(path)} heeft een waarde die niet bestaat.`,
    advice: `${advice}Kies uit: ${quote(choices)}.`,
  }
}

const units: Readonly<Record<string, { readonly one: string; readonly more: string }>> = {
  string: { one: 'teken', more: 'tekens' },
  array: { one: 'regel', more: 'regels' },
}

/** 'minstens 1 teken', 'minstens 10 tekens' */
const counted = (bound: string, unit: (typeof units)[string] | undefined): string => {
  if (!unit) return bound
  return `${bound} ${bound.endsWith(' 1') ? unit.one : unit.more}`
}

export function wrongSize(path: Path, origin: string, bound: string): SchemaFinding {
  const unit = units[origin]
  const message = `${name(path)} is te ${bound.startsWith('minstens') ? (unit ? 'kort' : 'klein') : 'groot'}.`
  return { path, message, advice: `Het moet ${counted(bound, unit)} zijn. ${describe(path)}`.trim() }
}

/** A key of a record (a date, a reason) that is not one. */
export const wrongKey = (path: Path, why: string): SchemaFinding => ({
  path,
  message: `${name(path)} kan hier niet als sleutel staan.`,
  advice: why,
})

export const severalKeys = (path: Path): SchemaFinding => ({
  path,
  message: `${name(path)} moet precies één sleutel hebben.`,
  advice: `Kies één van: ${quote(keysAt(path))}. ${describe(path)}`,
})

export const notWritten = (path: Path, how: string): SchemaFinding => ({
  path,
  message: `${name(path)} is niet goed geschreven.`,
  advice: how,
})

/** For what a later schema may ask and nothing here has words for yet. */
export const notRight = (path: Path): SchemaFinding => ({
  path,
  message: `${name(path)} klopt niet.`,
  advice: describe(path) || 'Vergelijk het met een ander contractbestand.',
})
