import { otherLanguages, ourLanguageNames } from './language-names.ts'

/** The languages in which we have texts (ISO 639-1). */
export const ourLanguages = ['nl', 'en', 'tr', 'ar', 'pl', 'uk', 'ru', 'ti', 'fa', 'es', 'fr'] as const
export type Language = (typeof ourLanguages)[number]

/** What our own people call them. */
export const languageInDutch: Readonly<Record<Language, string>> = {
  nl: 'Nederlands',
  en: 'Engels',
  tr: 'Turks',
  ar: 'Arabisch',
  pl: 'Pools',
  uk: 'Oekraïens',
  ru: 'Russisch',
  ti: 'Tigrinya',
  fa: 'Perzisch (Farsi, Dari)',
  es: 'Spaans',
  fr: 'Frans',
}

/** Those that are written from right to left. */
export const rightToLeft: ReadonlySet<Language> = new Set(['ar', 'fa'])

const names = new Map<string, Language | 'other'>([
  ...otherLanguages.map((name) => [name, 'other'] as const),
  ...ourLanguages.flatMap((language) => ourLanguageNames[language].map((name) => [name, language] as const)),
])

const ourCode = (text: string): Language | undefined => ourLanguages.find((code) => code === text)

const denials = new Set('geen niet nauwelijks onvoldoende zonder no not'.split(' '))
const weak = new Set(
  'beetje beperkt weinig matig slecht gebrekkig basis basiskennis alfa a0 a1 a2 nt2 little limited basic'.split(' '),
)
const wishes = new Set('liever liefst voorkeur voorkeurstaal prefers preferably preferred'.split(' '))

interface Mention {
  readonly name: string
  readonly language: Language | 'other'
  readonly denied: boolean
  readonly weak: boolean
  readonly wished: boolean
}

/** 'geen' and 'een beetje' belong to what stands in the same part of a sentence: 'geen Nederlands, wel Engels'. */
const parts = (text: string): string[][] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\(([^()]*)\)/g, (whole, words: string) => (saysHowWell(words) ? ` ${words} ` : whole))
    .split(/[,;./()|+&\n]|\b(?:en|and|maar|but|wel)\b/u)
    .map((part) => part.match(/[\p{L}\d]+/gu) ?? [])

/** 'Nederlands (NT2), Pools' and 'Nederlands (slecht), Engels (goed)': of the language before the brackets. */
const saysHowWell = (words: string): boolean =>
  (words.match(/[\p{L}\d]+/gu) ?? []).every((word) => weak.has(word) || (!names.has(word) && word !== 'tolk'))

function mentionsIn(words: readonly string[]): Mention[] {
  const some = (set: ReadonlySet<string>): boolean => words.some((word) => set.has(word))
  const manner = { denied: some(denials), weak: some(weak), wished: some(wishes) }
  return words.flatMap((word) => {
    const language = names.get(word)
    return language === undefined ? [] : [{ name: word, language, ...manner }]
  })
}

/** Dutch, else English, which most colleagues read too; else what is named first of what we have texts in. */
const mostUseful = (mentions: readonly Mention[]): Language | 'other' | undefined =>
  (['nl', 'en'] as const).find((language) => mentions.some((mention) => mention.language === language)) ??
  mentions.find(({ language }) => language !== 'other')?.language ??
  mentions[0]?.language

/**
 * Reads what a form says about the language of a person, in Dutch, English or that language: 'Nederlands', 'Turks, een beetje Nederlands', 'Polski'.
 * 'other': only languages in which we have no texts, or not the one that is named; a person must know. undefined: no language is named.
 * Who speaks Dutch gets Dutch, also when another language comes first; what they prefer goes before that.
 */
export function parseLanguage(text: string): Language | 'other' | undefined {
  // Between two languages 'en' is Dutch for 'and', and 'es' and 'ar' may be anything; alone they are codes.
  const code = ourCode(text.trim().toLowerCase())
  if (code !== undefined) return code
  const mentions = parts(text).flatMap(mentionsIn)
  const spoken = mentions.filter(({ denied }) => !denied)
  if (mentions.length > 0 && spoken.length === 0) return 'other'
  const wished = spoken.find((mention) => mention.wished)
  const well = spoken.filter((mention) => !mention.weak)
  return wished?.language ?? mostUseful(well) ?? mostUseful(spoken)
}

const rankOf = ({ wished, weak: poor }: Mention): number => (wished ? 0 : poor ? 2 : 1)

/** The names of the languages that somebody speaks, what they prefer first, then what they speak well; as `language-names.ts` has them. */
export function spokenLanguages(text: string): string[] {
  const spoken = parts(text)
    .flatMap(mentionsIn)
    .filter(({ denied }) => !denied)
  return spoken.toSorted((one, other) => rankOf(one) - rankOf(other)).map(({ name }) => name)
}
