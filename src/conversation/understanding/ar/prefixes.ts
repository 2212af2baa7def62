import type { Entry } from '../lexicon.ts'

/** Arabic writes 'and', 'so', 'the', 'to the' onto the word that follows; the longest first. */
export const prefixes = [
  'وبال',
  'ولل',
  'وال',
  'فال',
  'بال',
  'عال',
  'هال',
  'كال',
  'لل',
  'وب',
  'ول',
  'ال',
  'و',
  'ف',
  'ب',
  'ل',
]

const isArabic = (word: string): boolean => /^\p{Script=Arabic}+$/u.test(word)

const wholeWord = (word: string): boolean => isArabic(word) && word.length >= 3

const withArticle = ['', 'و', 'ف', 'ال', 'وال', 'بال', 'لل', 'عال']

function widened(choice: string): string[] {
  const stem = choice.slice(0, -1)
  return choice.endsWith('~') && wholeWord(stem) ? withArticle.map((prefix) => `${prefix}${stem}~`) : [choice]
}

const widenedElement = (element: string): string => {
  const [, mark = '', choices = ''] = /^(\??)(.*)$/.exec(element) ?? []
  return mark + choices.split('/').flatMap(widened).join('/')
}

const widenedPhrase = (phrase: string): string => phrase.split(' ').map(widenedElement).join(' ')

/** The beginnings of words in phrases, also with what may be written onto the word. */
export const widenedEntry = (entry: Entry): Entry => ({
  ...entry,
  ...(entry.sure && { sure: entry.sure.map(widenedPhrase) }),
  ...(entry.likely && { likely: entry.likely.map(widenedPhrase) }),
  ...(entry.hint && { hint: entry.hint.map(widenedPhrase) }),
})
