import type { Language } from '#src/domain/values/language.ts'
import { questionTopics, type QuestionTopic } from '../session.ts'
import type { Asking } from './asking.ts'
import { asking as nl } from './nl/question-topics.ts'
import { asking as en } from './en/question-topics.ts'
import { asking as tr } from './tr/question-topics.ts'
import { asking as ar } from './ar/question-topics.ts'
import { asking as pl } from './pl/question-topics.ts'
import { asking as uk } from './uk/question-topics.ts'
import { asking as ru } from './ru/question-topics.ts'
import { asking as ti } from './ti/question-topics.ts'
import { asking as fa } from './fa/question-topics.ts'
import { asking as es } from './es/question-topics.ts'
import { asking as fr } from './fr/question-topics.ts'
import { border, plain, wordsIn } from './text.ts'

const askings: Readonly<Record<Language, Asking>> = { nl, en, tr, ar, pl, uk, ru, ti, fa, es, fr }

interface Known {
  readonly marks: readonly { readonly words: readonly string[]; readonly topic: QuestionTopic }[]
  readonly beside: ReadonlySet<string>
}

const known = new Map<Language, Known>()

function knownIn(language: Language): Known {
  const before = known.get(language)
  if (before) return before
  const now = prepared(askings[language])
  known.set(language, now)
  return now
}

/** As the words of a message are read: without accents, one letter for those that look alike. */
const asWords = (text: string): string[] => text.split('_').map(plain)

const prepared = ({ marks, beside }: Asking): Known => ({
  marks: questionTopics
    .flatMap((topic) => (marks[topic] ?? '').split(' ').map((mark) => ({ words: asWords(mark), topic })))
    .filter(({ words }) => words[0] !== '')
    .toSorted((a, b) => b.words.length - a.words.length),
  beside: new Set(beside.split(' ').map(plain)),
})

/**
 * What a question is about, when that is all that it asks. One word that we do not know, or two topics, and it is undefined: a person
 * answers then, for half an answer looks like a whole one.
 */
export function questionTopic(text: string, language: Language): QuestionTopic | undefined {
  const asking = knownIn(language)
  const tokens = wordsIn(text).tokens.filter((token) => token !== border)
  const topics = new Set<QuestionTopic>()
  for (let at = 0; at < tokens.length;) {
    const mark = asking.marks.find(({ words }) => words.every((word, n) => tokens[at + n] === word))
    if (mark === undefined && !asking.beside.has(tokens[at] ?? '')) return undefined
    if (mark !== undefined) topics.add(mark.topic)
    at += mark?.words.length ?? 1
  }
  const [topic, ...others] = topics
  return others.length === 0 ? topic : undefined
}
