import type { FormField } from '#src/domain/contract/contract.ts'
import { foldCharacter, foldLabel } from './fold-label.ts'
import { fieldOfKeyword } from './label-keywords.ts'
import { nearest } from './mistyped.ts'
import { namesAnother } from './phone-label.ts'
import { lettersOfBeginning, type Vocabulary } from './vocabulary.ts'

export interface LabelMatch {
  readonly field: FormField | 'unwanted'
  /** The label, folded. */
  readonly label: string
  /** What stands behind the label on the same line; '' when nothing does. */
  readonly value: string
  /** The label is not written as we know it. */
  readonly inOtherWords?: true
}

/** The longest known label that this piece of a line starts with and that is set apart from what follows. */
export const matchLabel = (piece: string, vocabulary: Vocabulary): LabelMatch | undefined => {
  let best: LabelMatch | undefined
  for (const { folded, end } of candidateLabels(piece, vocabulary)) {
    const rest = piece.slice(end)
    const value = vocabulary.fieldOf(folded) === undefined ? undefined : valueBehind(rest)
    const field = fieldWithBrackets(folded, inBrackets.exec(rest)?.[0] ?? '', vocabulary)
    if (field !== undefined && value !== undefined) best = { field, label: folded, value }
  }
  const isWhole = best !== undefined && !goesOn.test(best.value)
  return isWhole ? best : (matchOther(piece, vocabulary) ?? (best && ofSomebodyElse(best)))
}

/** 'Telefoon (moeder)' is as 'Telefoon moeder', and 'Naam (consulent)' as 'Naam consulent'. */
const fieldWithBrackets = (
  label: string,
  brackets: string,
  { fieldOf }: Vocabulary,
): LabelMatch['field'] | undefined => {
  const field = fieldOf(label)
  if (brackets === '' || field === undefined || !ofOnePerson.has(field)) return field
  return fieldOf(label + foldLabel(brackets)) ?? (namesAnother(brackets) ? 'unwanted' : field)
}

/** What two people on one form both have. */
const ofOnePerson: ReadonlySet<LabelMatch['field']> = new Set<LabelMatch['field']>([
  'name',
  'family_name',
  'given_name',
  'initials',
  'phone',
  'email',
  'birth_date',
  'client_number',
])

/** 'E-mail - oma: o@post.example': words of which we know no meaning stand between the label and the colon. */
const ofSomebodyElse = (match: LabelMatch): LabelMatch =>
  ofOnePerson.has(match.field) ? { ...match, field: 'unwanted' } : match

/** 'Tel. mobiel: 06-12345678': the dot behind 'Tel' was none between label and value. */
const goesOn = /^[^\d:@]{1,30}:/

/** Before a colon or a question mark stands a label, also one that is mistyped or put in other words. */
const matchOther = (piece: string, vocabulary: Vocabulary): LabelMatch | undefined => {
  const at = piece.search(/[:?]/)
  if (at === -1 || at > longestLabel) return undefined
  const meant = mistypedField(piece.slice(0, at), vocabulary)
  return meant === undefined
    ? undefined
    : {
        ...meant,
        value: piece
          .slice(at)
          .replace(/^[\s?]*\([^()]{0,60}\)(?=\s*:)/, '')
          .replace(/^[\s:?]+/, '')
          .trim(),
      }
}

/** A line that is nothing but a label in other words ('Kans op niet verschijnen'), its value below it. */
export const labelAlone = (line: string): LabelMatch | undefined => {
  if (line.length > 45 || /[\d.,;:@]/.test(line)) return undefined
  const label = foldLabel(line)
  const field = fieldOfKeyword(label)
  return field === undefined ? undefined : { field, label, value: '', inOtherWords: true }
}

/**
 * The field of a label in which words are mistyped ('Telefoonummer kandiaat'), each of them meaning one known word, or that is put in
 * words of its own ('Mate van risico').
 */
export const mistypedField = (text: string, vocabulary: Vocabulary): Omit<LabelMatch, 'value'> | undefined => {
  const [brackets = ''] = anywhereInBrackets.exec(text.slice(0, longestLabel)) ?? []
  const written = text
    .slice(0, longestLabel)
    .replace(anywhereInBrackets, '')
    .split(/[^\p{L}\p{N}]+/u)
  const label = written.map((word) => meantWord(foldLabel(word), vocabulary)).join('')
  const field =
    fieldWithBrackets(label, brackets, vocabulary) ??
    fieldOfBoth(text, vocabulary) ??
    fieldOfKeyword(foldLabel(written.join(''))) ??
    fieldOfKeyword(label)
  if (field === undefined) return undefined
  const isKnown = label === foldLabel(written.join('')) && vocabulary.fieldOf(label) === field
  return {
    field: ofOnePerson.has(field) && brackets !== '' && namesAnother(brackets) ? 'unwanted' : field,
    label,
    ...(isKnown ? {} : { inOtherWords: true as const }),
  }
}

/** 'Voornaam/voornamen', 'Mobiel / telefoon': two labels that ask the same. */
const fieldOfBoth = (text: string, { fieldOf }: Vocabulary): LabelMatch['field'] | undefined => {
  const [field, ...others] = text.split('/').map((label) => fieldOf(foldLabel(label)))
  return others.length > 0 && others.every((other) => other === field) ? field : undefined
}

const meantWord = (written: string, { words }: Vocabulary): string => {
  const known = words.get(written.charAt(0)) ?? []
  if (written.length < shortestMistyped || known.includes(written)) return written
  return nearest(written, known) ?? written
}

/** In letters. */
const shortestMistyped = 4

/** No form has longer ones; without a bound a line of a megabyte would be one long candidate. */
const longestLabel = 60

/** Each beginning of the piece that ends where a word ends, as long as a known label begins so. */
const candidateLabels = function* (piece: string, { begins }: Vocabulary): Generator<{ folded: string; end: number }> {
  let folded = ''
  let inWord = false
  for (let at = 0; at < Math.min(piece.length, longestLabel); at += 1) {
    const char = foldCharacter(piece.charAt(at))
    if (inWord && char === '') yield { folded, end: at }
    inWord = char !== ''
    folded += char
    if (folded.length === lettersOfBeginning && !begins(folded)) return
  }
  if (inWord && piece.length <= longestLabel) yield { folded, end: piece.length }
}

const anywhereInBrackets = /\([^()]{0,60}\)/
/** Behind a question mark only before a colon: 'Tolk nodig? (ja/nee): nee', and not 'Tolk nodig? (ja)'. */
const inBrackets = /^[.\s]*\([^()]{0,60}\)|^[.\s]*\?\s*\([^()]{0,60}\)(?=\s*:)/
/** 'Tolk nodig ☐ Ja ☒ Nee': a box is set apart enough. */
const boxBehind = /^\s*(?:[☐☒☑✓✔✗✘⬜❏❐❑❒■□●○]|\[\s{0,3}[xXvV]?\s{0,3}\]|\(\s{0,3}\))\s*\p{L}/u
const colon = /^[ .*_?-]*(?:[:=]>?|[-=]>|→)[ *_:=>]*/
const otherMark = /^(?:[ *_]*(?:\?|\.{2,}|\.(?= |$)|[-–—]+(?= |$))| +[-–—]+|  )[ .*_–—-]*/
const nothing = /^[ .*_]*$/

/** 'Telefoon (mobiel): x', 'Telefoon ..... x', 'Telefoon - x', 'Tolk nodig? x'. Undefined: this is no label but a sentence. */
const valueBehind = (rest: string): string | undefined => {
  if (boxBehind.test(rest)) return rest.trim()
  const marks = rest.replace(inBrackets, '')
  if (nothing.test(marks)) return ''
  const mark = colon.exec(marks) ?? otherMark.exec(marks)
  return mark === null ? undefined : marks.slice(mark[0].length).trim()
}
