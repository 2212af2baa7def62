import type { FieldReading } from './extraction/field-reading.ts'
import type { FormValues } from './extraction/labelled-lines.ts'
import { likely, namesSomebody, type Proposal } from './extraction/proposal.ts'

const letters = (text: unknown): string =>
  String(text)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/** What can be read in one and not in the other is a difference too. */
const differ = (one: FieldReading<string>, other: FieldReading<string>): boolean =>
  one.kind !== 'absent' && other.kind !== 'absent' && letters(likely(one)) !== letters(likely(other))

/** Words of three letters or more: of a name one of the two may say less. */
const wordsOf = ({ name }: Proposal): readonly string[] =>
  likely(name)
    ?.full.toLowerCase()
    .match(/[\p{L}\p{M}]{3,}/gu) ?? []

const namesDiffer = (one: Proposal, other: Proposal): boolean => {
  const [words, others] = [wordsOf(one), wordsOf(other)]
  return words.length > 0 && others.length > 0 && !words.some((word) => others.includes(word))
}

/**
 * Whether the text and the HTML of one mail, which should say the same in two ways, name another person or another number: nobody can
 * tell which of the two its writer saw.
 */
export const partsDiffer = (
  typed: readonly FormValues[],
  shown: readonly FormValues[],
  propose: (written: FormValues) => Proposal,
): boolean => {
  const [one, ...more] = typed.map(propose).filter(namesSomebody)
  const [other, ...others] = shown.map(propose).filter(namesSomebody)
  if (one === undefined || other === undefined || more.length + others.length > 0) return false
  return (
    namesDiffer(one, other) ||
    differ(one.phone, other.phone) ||
    differ(one.clientNumber, other.clientNumber) ||
    differ(one.email, other.email) ||
    differ(one.birthDate, other.birthDate)
  )
}
