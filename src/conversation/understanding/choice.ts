import type { Option } from '../session.ts'
import { english } from './lexicon-en.ts'
import { dutch } from './lexicon-nl.ts'
import { contentOf } from './reading.ts'
import { border, wordsIn } from './text.ts'

export interface Chosen {
  readonly option: Option
  /** 'whole': the message says nothing else; 'start': it begins with the number and goes on. */
  readonly how: 'whole' | 'start'
}

const lexicons = [dutch, english]
const around = new Set([
  ...lexicons.flatMap((lexicon) => lexicon.choosing),
  ...'ja yes ok oke okay prima goed kan past lukt top fine works good can liever rather uur om op hour oclock'.split(
    ' ',
  ),
])

/** The option that a message picks, by its number, its name, or words that only its label has. */
export function chosenFrom(tokens: readonly string[], options: readonly Option[]): Chosen | undefined {
  if (options.length === 0 || tokens.length === 0) return undefined
  return byNumber(tokens, options) ?? byLabel(tokens, options) ?? byFirstNumber(tokens, options)
}

function byNumber(tokens: readonly string[], options: readonly Option[]): Chosen | undefined {
  const content = meant(tokens)
  const numbers = content.filter((token) => /^\d+$/.test(token))
  const index = numbers.length === 1 ? Number(numbers[0]) - 1 : numberWord(tokens, content)
  const option = index === undefined ? undefined : options[index]
  if (option === undefined || tokens.includes('uur')) return undefined
  const label = new Set(wordsIn(option.label).tokens)
  const rest = content.filter((token) => !/^\d+$/.test(token) && numberOf(token) !== index)
  return rest.every((token) => label.has(token)) ? { option, how: 'whole' } : undefined
}

/** 'Twee', 'de tweede'; not the 'een' of 'een andere dag'. */
function numberWord(tokens: readonly string[], content: readonly string[]): number | undefined {
  const words = content.length > 0 ? content : tokens.filter((token) => token !== border)
  return words.length === 1 ? numberOf(words[0] ?? '') : undefined
}

function numberOf(word: string): number | undefined {
  for (const { numbers } of lexicons) {
    const index = numbers.findIndex((words) => words.includes(word))
    if (index >= 0) return index
  }
  return undefined
}

function byLabel(tokens: readonly string[], options: readonly Option[]): Chosen | undefined {
  const content = meant(tokens)
  const words = content.length > 0 ? content : contentOf(tokens)
  if (words.length === 0) return undefined
  const fitting = options.filter((option) => {
    const label = labelWords(option.label)
    return words.every((word) => label.has(word))
  })
  const [only, second] = fitting
  return only !== undefined && second === undefined ? { option: only, how: 'whole' } : undefined
}

function byFirstNumber(tokens: readonly string[], options: readonly Option[]): Chosen | undefined {
  const [first, next] = tokens
  if (first === undefined || !/^\d{1,2}$/.test(first) || next === 'uur' || /^\d/.test(next ?? '')) return undefined
  const option = options[Number(first) - 1]
  return option === undefined ? undefined : { option, how: 'start' }
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
