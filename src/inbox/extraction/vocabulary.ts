import { formFields, type FormField } from '#src/domain/contract/contract.ts'
import { baseLabels, commonLabels, unwantedLabels, unwantedWords } from './common-vocabulary.ts'
import { foldLabel } from './fold-label.ts'
import { consulentWords, othersWords, participantWords } from './role-words.ts'

export interface Vocabulary {
  /** The field that a folded label names; 'unwanted' for what forms ask and we do not keep. */
  fieldOf(label: string): FormField | 'unwanted' | undefined
  /** Whether a known label begins so: a line of a letter mostly begins otherwise, and need not be looked at further. */
  begins(beginning: string): boolean
  /** The words of which labels are made, by their first letter, among which a mistyped one is looked for. */
  readonly words: ReadonlyMap<string, readonly string[]>
}

export const lettersOfBeginning = 4

export type Labels = Partial<Record<string, readonly string[]>>

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

const beginningsOf = (labels: Iterable<string>): ReadonlySet<string> =>
  new Set(Array.from(labels, (label) => label.slice(0, lettersOfBeginning)))

/** Of tens of thousands of labels: made once, and looked in behind a contract's own. */
const common: ReadonlyMap<string, FormField | 'unwanted'> = new Map<string, FormField | 'unwanted'>([
  ...unwantedLabels.map((label): [string, 'unwanted'] => [label, 'unwanted']),
  ...commonLabels,
])
const commonBeginnings = beginningsOf(common.keys())

const buildVocabulary = (labels: Labels): Vocabulary => {
  const own = new Map(
    formFields.flatMap((field) => (labels[field] ?? []).map((label) => [foldLabel(label), field] as const)),
  )
  const ownBeginnings = beginningsOf(own.keys())
  return {
    fieldOf: (label) => own.get(label) ?? common.get(label),
    begins: (beginning) => commonBeginnings.has(beginning) || ownBeginnings.has(beginning),
    words: byFirstLetter([...commonWords, ...formFields.flatMap((field) => wordsIn(labels[field] ?? []))]),
  }
}

const wordsIn = (labels: readonly string[]): string[] =>
  labels.flatMap((label) => label.split(/[^\p{L}\p{N}]+/u)).map(foldLabel)

const roleWords = new Set(wordsIn([...participantWords, ...consulentWords, ...othersWords]))
const allWords = new Set([...wordsIn([...baseLabels.keys(), ...unwantedWords]), ...roleWords])

/** Whether nothing but words of forms stands there ('Aantal kinderen', 'Naam klant'), which a cell in the wrong place makes a name. */
export const isMadeOfLabels = (text: string): boolean =>
  text
    .split(/[^\p{L}\p{N}]+/u)
    .map(foldLabel)
    .filter((word) => word !== '')
    .every((word) => word.length > 1 && (allWords.has(word) || common.has(word) || onForms.has(word)))

const onForms = new Set(
  'aantal sinds bij bijstand woont cons gegevens onbekend ingevuld kleine grote een twee drie vier jaar maand dag ja nee nvt soort reden status actief lopend'.split(
    ' ',
  ),
)

/** 'telefoonouder' is a label of its own, and as near to 'telefoonumer' as what is meant is. */
const isJoined = (word: string): boolean =>
  !roleWords.has(word) &&
  [...roleWords].some((role) => word.endsWith(role) && allWords.has(word.slice(0, word.length - role.length)))

const commonWords = [...allWords].filter((word) => !isJoined(word))

const byFirstLetter = (words: readonly string[]): Map<string, readonly string[]> =>
  Map.groupBy(new Set(words.filter((word) => word.length >= shortestMeant)), (word) => word.charAt(0))

/** In letters. In a shorter word one other letter makes another word. */
const shortestMeant = 4
