import { formFields, type FormField } from '#src/domain/contract/contract.ts'
import { commonLabels, unwantedLabels } from './common-vocabulary.ts'

/** Folded label to the field it names; 'unwanted' for what forms ask and we do not keep. */
export type Vocabulary = ReadonlyMap<string, FormField | 'unwanted'>

export type Labels = Partial<Record<string, readonly string[]>>

/** Case, accents, spaces, dots and dashes do not matter in a label: 'Cliënt-nr.' and 'clientnr' are the same. */
const foldLabel = (label: string): string => [...label].map(foldCharacter).join('')

/** One character of a label as it is compared; '' for what does not matter. */
export const foldCharacter = (char: string): string => {
  if (char >= 'a' && char <= 'z') return char
  if (char < '\u0080') return /[A-Z0-9]/.test(char) ? char.toLowerCase() : ''
  return char
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}

/** The contract's own labels over the common ones: where both know a label, the contract says what it means. */
export const vocabularyOf = (labels: Labels): Vocabulary => {
  const known = cache.get(labels)
  if (known !== undefined) return known
  const built = buildVocabulary(labels)
  cache.set(labels, built)
  return built
}

/** Labels live as long as their contract is loaded; folding them again for each mail would cost more than reading it. */
const cache = new WeakMap<Labels, Vocabulary>()

const buildVocabulary = (labels: Labels): Vocabulary => {
  const vocabulary = new Map<string, FormField | 'unwanted'>()
  for (const label of unwantedLabels) vocabulary.set(foldLabel(label), 'unwanted')
  for (const field of formFields) addLabels(vocabulary, commonLabels[field], field)
  for (const field of formFields) addLabels(vocabulary, labels[field] ?? [], field)
  return vocabulary
}

const addLabels = (vocabulary: Map<string, FormField | 'unwanted'>, labels: readonly string[], field: FormField) => {
  for (const label of labels) vocabulary.set(foldLabel(label), field)
}
