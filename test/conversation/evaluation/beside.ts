import { containerBootstrap } from '@nlpjs/core'
import { LangAr } from '@nlpjs/lang-ar'
import { LangEn } from '@nlpjs/lang-en'
import { LangEs } from '@nlpjs/lang-es'
import { LangFa } from '@nlpjs/lang-fa'
import { LangFr } from '@nlpjs/lang-fr'
import { LangNl } from '@nlpjs/lang-nl'
import { LangPl } from '@nlpjs/lang-pl'
import { LangRu } from '@nlpjs/lang-ru'
import { LangTr } from '@nlpjs/lang-tr'
import { LangUk } from '@nlpjs/lang-uk'
import { Nlp } from '@nlpjs/nlp'
import * as chrono from 'chrono-node'
import type { LabelledMessage } from './labelled.ts'

/** A message that another library read as well, and whether it was right. */
export interface Beside {
  readonly message: LabelledMessage
  readonly isRight: boolean
}

/** nlp.js, trained on the same messages as our weights and told which language each message is in; Tigrinya it has no rules for. */
export async function besideNlpjs(
  training: readonly LabelledMessage[],
  messages: readonly LabelledMessage[],
): Promise<Beside[]> {
  const container = await containerBootstrap()
  for (const language of [LangNl, LangEn, LangTr, LangAr, LangPl, LangUk, LangRu, LangFa, LangEs, LangFr])
    container.use(language)
  const nlp = new Nlp({ container, autoSave: false, forceNER: false, log: false, nlu: { log: false } })
  for (const code of new Set(training.map(({ expect }) => expect.language))) nlp.addLanguage(code)
  for (const { text, expect } of training) nlp.addDocument(expect.language, text, expect.intent)
  await nlp.train()
  const read: Beside[] = []
  for (const message of messages) {
    const { intent } = await nlp.process(message.expect.language, message.text)
    read.push({ message, isRight: intent === message.expect.intent })
  }
  return read
}

const parsers: Readonly<Record<string, Pick<typeof chrono.nl, 'parse'>>> = {
  nl: chrono.nl,
  en: chrono.en.GB,
  fr: chrono.fr,
  es: chrono.es,
  ru: chrono.ru,
  uk: chrono.uk,
}

const two = (value: number | null): string => String(value ?? 0).padStart(2, '0')

type Components = chrono.ParsedComponents

const dayOf = (one: Components): string =>
  `${String(one.get('year') ?? 0)}-${two(one.get('month'))}-${two(one.get('day'))}`
const hourOf = (one: Components): string => `T${two(one.get('hour'))}:${two(one.get('minute'))}`

/** What it names, in our form: a date when it has no hour, an hour when it has no date. */
function momentOf({ start, end }: chrono.ParsedResult): unknown {
  if (end) return { from: dayOf(start), to: dayOf(end) }
  const hasDay = start.isCertain('day') || start.isCertain('weekday')
  if (!start.isCertain('hour')) return dayOf(start)
  return hasDay ? `${dayOf(start)}${hourOf(start)}` : hourOf(start)
}

/** Of the messages that name a day or an hour, in a language that it reads: chrono-node's first moment, from the same day. */
export function besideChrono(messages: readonly LabelledMessage[]): Beside[] {
  return messages.flatMap((message) => {
    const { when, language } = message.expect
    const parser = parsers[language]
    if (!parser || when === null || typeof when === 'number') return []
    if (typeof when === 'string' && when.startsWith('PT')) return []
    const [first] = parser.parse(message.text, new Date(`${message.today}T09:00:00`), { forwardDate: true })
    return [{ message, isRight: first !== undefined && JSON.stringify(momentOf(first)) === JSON.stringify(when) }]
  })
}
