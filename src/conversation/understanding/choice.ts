import type { Option } from '../session.ts'
import { wordsIn } from './text.ts'
import { usualBook } from './usual-book.ts'

const { contentOf, lexicons } = usualBook

export interface Chosen {
  readonly option: Option
  /** 'whole': the message says nothing else; 'start': it begins with the number and goes on. */
  readonly how: 'whole' | 'start'
  readonly by: 'number' | 'words'
}

const around = new Set([
  ...lexicons.flatMap((lexicon) => lexicon.choosing),
  ...'ja yes ok oke okay prima goed kan past lukt top fine works good can liever rather uur om op hour oclock one'.split(
    ' ',
  ),
])

/** With one of these a number is a time: '2 uur'. */
const clock = new Set(['uur', 'om', 'hour', 'oclock', 'at', 'am', 'pm'])

const noes = new Set(['nee', 'neen', 'no', 'nope'])

/** The option that a message picks, by its number, its name, or words that only its label has. */
export function chosenFrom(tokens: readonly string[], options: readonly Option[]): Chosen | undefined {
  if (options.length === 0 || tokens.length === 0) return undefined
  return (
    byBareNumber(tokens, options) ??
    byLabel(tokens, options) ??
    byNumberAndLabel(tokens, options) ??
    byFirstNumber(tokens, options)
  )
}

/** '2', 'nummer 2', 'twee graag', 'de tweede'; not the 'een' of 'een andere dag'. */
function byBareNumber(tokens: readonly string[], options: readonly Option[]): Chosen | undefined {
  if (tokens.some((token) => clock.has(token))) return undefined
  const content = meant(tokens)
  const [only, second] =
    content.length > 0 ? content : contentOf(tokens.length === 1 ? tokens : tokens.filter(isNumberWord))
  if (only === undefined || second !== undefined) return undefined
  return numbered(isDigits(only) ? Number(only) - 1 : numberOf(only), options)
}

/** '1 ik kom': the number, with words of the same choice. */
function byNumberAndLabel(tokens: readonly string[], options: readonly Option[]): Chosen | undefined {
  const content = meant(tokens)
  const [number, second] = content.filter(isDigits)
  const chosen = number === undefined || second !== undefined ? undefined : numbered(Number(number) - 1, options)
  if (chosen === undefined || tokens.some((token) => clock.has(token))) return undefined
  const label = new Set(wordsIn(chosen.option.label).tokens)
  return content.every((token) => token === number || label.has(token)) ? chosen : undefined
}

function numbered(index: number | undefined, options: readonly Option[]): Chosen | undefined {
  const option = index === undefined ? undefined : options[index]
  return option === undefined ? undefined : { option, how: 'whole', by: 'number' }
}

function numberOf(word: string): number | undefined {
  const places = lexicons.map(({ numbers }) => numbers.findIndex((words) => words.includes(word)))
  return places.find((place) => place >= 0)
}

function isNumberWord(word: string): boolean {
  return numberOf(word) !== undefined
}

function isDigits(word: string): boolean {
  return /^\d+$/.test(word)
}

/** Words that one label has and no other: 'dinsdag graag'. */
function byLabel(tokens: readonly string[], options: readonly Option[]): Chosen | undefined {
  const content = meant(tokens)
  const fitting = options.filter((option) => fits(content, option))
  const [option, second] = fitting
  return option === undefined || second !== undefined ? undefined : { option, how: 'whole', by: 'words' }
}

/** 'Nee' goes with 'geen van deze' only. */
function fits(content: readonly string[], { value, label }: Option): boolean {
  const words = value === 'none' ? content.filter((word) => !noes.has(word)) : content
  const known = labelWords(label)
  return words.length > 0 && words.every((word) => known.has(word))
}

function byFirstNumber(tokens: readonly string[], options: readonly Option[]): Chosen | undefined {
  const [first, next] = tokens
  if (first === undefined || !isDigits(first) || clock.has(next ?? '') || /^\d/.test(next ?? '')) return undefined
  const option = options[Number(first) - 1]
  return option === undefined ? undefined : { option, how: 'start', by: 'number' }
}

function meant(tokens: readonly string[]): string[] {
  return contentOf(tokens).filter((token) => !around.has(token))
}

/** '14:00' in a label is also what '14' and '2' mean. */
function labelWords(label: string): ReadonlySet<string> {
  return new Set(wordsIn(label).tokens.flatMap((token) => [token, ...hoursOf(token)]))
}

function hoursOf(token: string): string[] {
  const hour = /^(\d{1,2}):00$/.exec(token)?.[1]
  return hour === undefined ? [] : [String(Number(hour)), String(Number(hour) % 12)]
}
