import type { FormField } from '#src/domain/contract/contract.ts'
import { isLeading } from './entry-words.ts'
import type { Entries, Entry, LabelledValue } from './entry.ts'
import { readEntries } from './form-entries.ts'
import { matchLabel } from './label-match.ts'
import { onlyPassesOn, onlySigns, quotedMailStarts } from './quoted-mail.ts'
import { isSignatureStart } from './signature.ts'
import { splitParticipants } from './split-participants.ts'
import { withTypedBoxes } from './typed-boxes.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Every value that a label was given, in the order of the form; a label without a value is not here. */
export type FormValues = ReadonlyMap<FormField, readonly LabelledValue[]>

export interface LabelledLines {
  /** One per participant, in the order of the text. */
  readonly forms: readonly FormValues[]
  /** Below the greeting there are labels of a participant too; they were not read. */
  readonly moreBelowSignature: boolean
  /** See Entries. */
  readonly brokenTable: boolean
  /**
   * Whether the form stands in a quoted mail and what is typed above it may change what it says. A quoted mail below a form is not read,
   * and one that is only passed on is read as it stands.
   */
  readonly quotedUnder: boolean
  /** Whether the form stands in a quoted mail at all. */
  readonly quoted: boolean
}

/** Reads the forms in a text that somebody typed or that a part of a mail holds. */
export const readLabelledLines = (text: string, vocabulary: Vocabulary): LabelledLines => {
  const lines = withTypedBoxes(text.split('\n').map(unquote)).map(withoutBullet)
  const end = lines.findIndex(isSignatureStart)
  const form = end === -1 ? lines : lines.slice(0, end)
  const below = end === -1 ? [] : lines.slice(end + 1)
  return {
    ...(passedOnBelow(form, below, vocabulary) ?? formIn(form, vocabulary)),
    moreBelowSignature: below.some((line) => isLeading(matchLabel(line, vocabulary)?.field)),
  }
}

/** The form of a mail that was passed on below a greeting and a signature, when nothing above the greeting names a participant. */
const passedOnBelow = (
  typed: readonly string[],
  below: readonly string[],
  vocabulary: Vocabulary,
): Omit<LabelledLines, 'moreBelowSignature'> | undefined => {
  const starts = quotedMailStarts(below)
  const [first] = starts
  if (first === undefined || quotedMailStarts(typed).length > 0 || hasParticipant(readEntries(typed, vocabulary)))
    return undefined
  const mails = starts.flatMap((start, index) => aboveSignature(below.slice(start, starts[index + 1])))
  const found = formIn([...typed, ...mails], vocabulary)
  return { ...found, quotedUnder: found.quotedUnder || (found.quoted && !onlySigns(below.slice(0, first))) }
}

const aboveSignature = (lines: readonly string[]): readonly string[] => {
  const end = lines.findIndex(isSignatureStart)
  return end === -1 ? lines : lines.slice(0, end)
}

/** The form of what was typed itself; of a mail below it only when nothing above it names a participant. */
const formIn = (lines: readonly string[], vocabulary: Vocabulary): Omit<LabelledLines, 'moreBelowSignature'> => {
  const starts = quotedMailStarts(lines)
  const typed = lines.slice(0, starts[0])
  const own = readEntries(typed, vocabulary)
  const quoted = starts.map((start, index) => readEntries(lines.slice(start, starts[index + 1]), vocabulary))
  const [passedOn, ...others] = quoted.filter(hasParticipant)
  if (hasParticipant(own) || passedOn === undefined) return { ...formsOf(own), quotedUnder: false, quoted: false }
  const mayChange = own.entries.some(({ field }) => !isOfConsulent(field)) || others.length > 0 || !onlyPassesOn(typed)
  return { ...formsOf(passedOn), quotedUnder: mayChange, quoted: true }
}

const formsOf = ({ entries, brokenTable }: Entries) => ({ forms: splitParticipants(entries).map(byField), brokenTable })

const hasParticipant = ({ entries, brokenTable }: Entries): boolean =>
  brokenTable || entries.some(({ field }) => isLeading(field))

/** Who passes it on says who they are, and changes nothing by that. */
const isOfConsulent = (field: FormField): boolean => field === 'consulent_name' || field === 'consulent_email'

const byField = (entries: readonly Entry[]): FormValues =>
  new Map(
    [...Map.groupBy(entries, ({ field }) => field)].map(([field, found]) => [
      field,
      found.map(({ field: _, inTable: __, ...written }) => written),
    ]),
  )

/** Takes off what a mail program puts before a line: '> '. */
const unquote = (line: string): string => line.replace(/^[ >|\u00A0]*/, '')

/** And what a list does: bullets, '1.', and the stars of bold text. */
const withoutBullet = (line: string): string =>
  line
    .replace(/^(?:[-*•·▪◦‣–—+o]\s+|\d{1,2}[.)]\s+)/u, '')
    .replace(boxAsBullet, '')
    .replace(/^[*_#]+\s*/, '')
    .trimEnd()

/** A box before 'Naam: Jan' only marks the line; before 'Ja', or with another box behind it, it is one to tick. */
const boxAsBullet = /^[●○☐☑✓]\s+(?=[^☐☑✓☒●○■□:]{2,60}:\s*[^\s☐☑✓☒●○■□][^☐☑✓☒●○■□]*$)/u
