import { otherLanguages } from './language-names.ts'

/** The languages in which we have texts. */
export type Language = 'nl' | 'en'

const names = new Map<string, Language | 'other'>([
  ...otherLanguages.map((name) => [name, 'other'] as const),
  ...['nederlands', 'nederlandse', 'dutch', 'hollands', 'vlaams', 'flemish', 'nt2', 'nl', 'nld'].map(
    (name) => [name, 'nl'] as const,
  ),
  ...['engels', 'engelse', 'english', 'en', 'eng', 'gb'].map((name) => [name, 'en'] as const),
])

const words = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\d]+/gu) ?? []

const denials = new Set(['geen', 'niet', 'nauwelijks', 'onvoldoende', 'no', 'not', 'zonder'])
const weak = new Set([
  'beetje',
  'beperkt',
  'weinig',
  'matig',
  'slecht',
  'basis',
  'gebrekkig',
  'little',
  'limited',
  'basic',
])
const wishes = new Set(['liever', 'liefst', 'voorkeur', 'voorkeurstaal', 'prefers', 'preferably', 'preferred'])

interface Mention {
  readonly language: Language | 'other'
  readonly denied: boolean
  readonly weak: boolean
  readonly wished: boolean
}

/** How many words back a 'geen' or 'liever' may stand from the language it is about. */
const reach = 3

function mentionsIn(text: string): Mention[] {
  const mentions: Mention[] = []
  let before: string[] = []
  for (const word of words(text)) {
    const language = names.get(word)
    // 'en' between two languages is Dutch for 'and'; only on its own is it the code for English.
    if (language === undefined || (word === 'en' && words(text).length > 1)) {
      before = [...before, word].slice(-reach)
      continue
    }
    mentions.push({
      language,
      denied: before.some((word) => denials.has(word)),
      weak: before.some((word) => weak.has(word)),
      wished: before.some((word) => wishes.has(word)),
    })
    before = []
  }
  return mentions
}

/**
 * Reads what a form says about the language of a person, in Dutch or English: 'Nederlands', 'English', 'Turks, een beetje Nederlands'.
 * 'other': a language in which we have no texts, so a person must know. undefined: no language that we know is named.
 * Somebody who speaks Dutch gets Dutch, also when another language comes first; a preference goes before that.
 */
export function parseLanguage(text: string): Language | 'other' | undefined {
  const spoken = mentionsIn(text).filter(({ denied }) => !denied)
  const wished = spoken.find((mention) => mention.wished)
  if (wished) return wished.language
  const well = spoken.filter((mention) => !mention.weak)
  const candidates = (well.length > 0 ? well : spoken).map(({ language }) => language)
  return (['nl', 'en', 'other'] as const).find((language) => candidates.includes(language))
}
