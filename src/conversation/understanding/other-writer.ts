import type { Language } from '#src/domain/values/language.ts'
import { otherWriter as ar } from './ar/other-writer.ts'
import { otherWriter as en } from './en/other-writer.ts'
import { otherWriter as es } from './es/other-writer.ts'
import { otherWriter as fa } from './fa/other-writer.ts'
import { otherWriter as fr } from './fr/other-writer.ts'
import { otherWriter as nl } from './nl/other-writer.ts'
import { otherWriter as pl } from './pl/other-writer.ts'
import { otherWriter as ru } from './ru/other-writer.ts'
import { otherWriter as ti } from './ti/other-writer.ts'
import { otherWriter as tr } from './tr/other-writer.ts'
import { otherWriter as uk } from './uk/other-writer.ts'
import type { OtherWriter } from './other-writer-words.ts'
import { findPhrases, indexPhrases, saidIn, type Said } from './phrases.ts'
import { asRead, border, plain, wordsIn, type Words } from './text.ts'

const languages: Readonly<Record<Language, OtherWriter>> = { nl, en, tr, ar, pl, uk, ru, ti, fa, es, fr }
const all = Object.values(languages)

const indexed = (phrases: readonly string[]) => indexPhrases(phrases.map((phrase) => [asRead(phrase), undefined]))

const says = indexed(all.flatMap((one) => one.says))
const unless = indexed(all.flatMap((one) => one.unless))
const answers = indexed(all.flatMap((one) => one.answers.map((phrase) => `| ${phrase} |`)))
const selvesIn = ({ selves }: OtherWriter): string[] => selves.split(' ').map(plain)
const abouts = indexPhrases(
  all.flatMap((one) => {
    const selves: ReadonlySet<string> = new Set(selvesIn(one))
    return one.about.map((phrase) => [asRead(phrase), selves] as const)
  }),
)
const anySelf = new Set(all.flatMap(selvesIn))
const afterName = new Set(all.flatMap((one) => one.afterName?.split('/') ?? []).map(plain))

export interface Known {
  /** It was asked just now who writes, so that a word is enough. */
  readonly isAsked: boolean
  /** Of the participant. */
  readonly firstName?: string
}

/** So short a name may be a word. */
const shortestName = 3

/** 'Fatima kan': the name with which a sentence begins, and what is said of whoever has it. */
const isNamed = (tokens: readonly string[], name: string): boolean =>
  name.length >= shortestName &&
  !tokens.some((token) => anySelf.has(token)) &&
  tokens.some((token, at) => token === name && tokens[at - 1] === border && afterName.has(tokens[at + 1] ?? ''))

/**
 * Whether somebody else writes than the participant: a partner, a child, an interpreter. Whoever may have written in another language than
 * the participant's: all are looked at.
 */
export function isByAnother(text: string, { isAsked, firstName = '' }: Known, words: Words = wordsIn(text)): boolean {
  const tokens = [border, ...words.tokens, border]
  const said = saidIn(tokens)
  if (isAsked && findPhrases(said, answers).some(({ start, end }) => start === 0 && end === tokens.length)) return true
  const own = findPhrases(said, unless)
  const isSaid = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
    !own.some((one) => one.start === start || one.end === end)
  return findPhrases(said, says).some(isSaid) || isAboutAnother(said) || isNamed(tokens, plain(firstName))
}

/** Of others and not of oneself, in the same language. */
const isAboutAnother = (said: Said): boolean =>
  findPhrases(said, abouts).some(({ says: selves }) => !said.tokens.some((token) => selves.has(token)))
