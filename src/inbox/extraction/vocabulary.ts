import { formFields, type FormField } from '#src/domain/contract/contract.ts'
import { baseLabels, commonLabels, unwantedLabels } from './common-vocabulary.ts'
import { consulentWords, othersWords, participantWords } from './role-words.ts'

export interface Vocabulary {
  /** Folded label to the field it names; 'unwanted' for what forms ask and we do not keep. */
  readonly fields: ReadonlyMap<string, FormField | 'unwanted'>
  /** How known labels begin: a line of a letter mostly begins otherwise, and need not be looked at further. */
  readonly beginnings: ReadonlySet<string>
  /** The words of which labels are made, by their first letter, among which a mistyped one is looked for. */
  readonly words: ReadonlyMap<string, readonly string[]>
}

export const lettersOfBeginning = 4

export type Labels = Partial<Record<string, readonly string[]>>

/** Case, accents, spaces, dots and dashes do not matter in a label: 'Cliënt-nr.' and 'clientnr' are the same. */
export const foldLabel = (label: string): string =>
  plainText.test(label) ? label.toLowerCase().replaceAll(/[^a-z0-9]/g, '') : [...label].map(foldCharacter).join('')

const plainText = /^[ -~\t]*$/

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

const folded = <Value>(labels: Iterable<readonly [string, Value]>): [string, Value][] =>
  [...labels].map(([label, value]) => [foldLabel(label), value])

const common = folded(commonLabels)
const unwanted = unwantedLabels.map((label): [string, 'unwanted'] => [foldLabel(label), 'unwanted'])

const buildVocabulary = (labels: Labels): Vocabulary => {
  const own = folded(formFields.flatMap((field) => (labels[field] ?? []).map((label) => [label, field] as const)))
  const fields = new Map<string, FormField | 'unwanted'>([...unwanted, ...common, ...own])
  return {
    fields,
    beginnings: new Set([...fields.keys()].map((label) => label.slice(0, lettersOfBeginning))),
    words: byFirstLetter([...commonWords, ...formFields.flatMap((field) => wordsIn(labels[field] ?? []))]),
  }
}

const wordsIn = (labels: readonly string[]): string[] =>
  labels.flatMap((label) => label.split(/[^\p{L}\p{N}]+/u)).map(foldLabel)

const roleWords = new Set(wordsIn([...participantWords, ...consulentWords, ...othersWords]))
const allWords = new Set([...wordsIn([...baseLabels.keys(), ...unwantedLabels]), ...roleWords])

/** Whether nothing but words of forms stands there ('Aantal kinderen', 'Naam klant'), which a cell in the wrong place makes a name. */
export const isMadeOfLabels = (text: string): boolean =>
  text
    .split(/[^\p{L}\p{N}]+/u)
    .map(foldLabel)
    .filter((word) => word !== '')
    .every((word) => word.length > 1 && (allWords.has(word) || onForms.has(word)))

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
