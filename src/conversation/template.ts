import { Liquid } from 'liquidjs'
import type { Template } from 'liquidjs'
import type { z } from 'zod'
import { ourLanguages, type Language } from '#src/domain/values/language.ts'
import { readHeader, type Approval } from './approval.ts'
import { isolated } from './isolated.ts'
import type { ConversationFacts } from './facts.ts'
import { isOpeningText, openingTexts } from './opening.ts'
import type { Option, QuestionTopic } from './session.ts'
import { schemaFor, wordsFrom, wordsOf } from './template-words.ts'

/** One text as its file has it. */
export interface TextFile {
  readonly language: Language
  readonly name: string
  readonly approval: Approval
  /** Below the header, as the editor wrote it. */
  readonly body: string
  /** The words that it must be filled with. */
  readonly words: readonly string[]
}

/** The texts that leave the system, ready to be filled. */
export interface Templates {
  readonly texts: readonly TextFile[]
  has(language: Language, name: string): boolean
  /** Whether this text says when the appointment is. */
  namesAppointment(name: string): boolean
  /** Whether this text says when somebody is there. */
  namesOpening(name: string): boolean
  /**
   * The text in this language, else in Dutch, filled with what is known, and the numbered options below it.
   * Throws when the text does not exist or a word it needs is missing; the message names the text and the word, never a value.
   */
  render(
    language: Language,
    name: string,
    facts: ConversationFacts,
    options: readonly Option[],
    topic?: QuestionTopic,
  ): string
}

interface Text {
  readonly file: TextFile
  readonly parsed: Template[]
  readonly schema: z.ZodObject
}

/** A file in the folder of a language; undefined: 'mail' and others beside them are not for participants. */
function placeOf(file: string): { readonly language: Language; readonly name: string } | undefined {
  const [folder, ...rest] = file.split('/')
  const language = ourLanguages.find((one) => one === folder)
  return language && { language, name: rest.join('/') }
}

/** Reads the texts ('nl/invitation' -> text). Throws one error that lists every text with a mistake in it, in Dutch. */
export function createTemplates(files: ReadonlyMap<string, string>): Templates {
  const liquid = createLiquid()
  const texts = new Map<string, Text>()
  const problems: string[] = []
  for (const [file, source] of files) {
    const place = placeOf(file)
    if (!place) continue
    try {
      texts.set(file, readText(liquid, place, source))
    } catch (error) {
      problems.push(`templates/${file}.liquid: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  problems.push(...withoutOpening(texts))
  if (problems.length > 0) throw new Error(`Deze teksten kloppen niet:\n${problems.join('\n')}`)
  return {
    texts: [...texts.values()].map(({ file }) => file),
    has: (language, name) => texts.has(`${language}/${name}`),
    namesAppointment: (name) => textIn(texts, 'nl', name).file.words.includes('day'),
    namesOpening: (name) => saysOpening(textIn(texts, 'nl', name)),
    render: (language, name, facts, options, topic) => {
      const text = textIn(texts, language, name)
      const words = { ...wordsFrom(facts, topic), ...openingFor(liquid, text, facts, texts) }
      return [fill(liquid, text, words), ...numbered(options)].join('\n')
    },
  }
}

type Texts = ReadonlyMap<string, Text>

function textIn(texts: Texts, language: Language, name: string): Text {
  const text = texts.get(`${language}/${name}`) ?? texts.get(`nl/${name}`)
  if (text === undefined) throw new Error(`Er is geen tekst '${name}': maak templates/nl/${name}.liquid.`)
  return text
}

const saysOpening = ({ file }: Text): boolean => file.words.includes('opening')

/** Found at the start, not in the evening on which the sentence is needed. */
function withoutOpening(texts: Texts): string[] {
  const user = [...texts.values()].find(saysOpening)
  if (user === undefined) return []
  const missing = openingTexts.filter((name) => !texts.has(`nl/${name}`))
  return missing.map(
    (name) => `templates/nl/${name}.liquid: deze tekst ontbreekt, en '${user.file.name}' gebruikt hem.`,
  )
}

/** In the language of the text around it: a sentence in another would be worse than none. */
function openingFor(liquid: Liquid, text: Text, facts: ConversationFacts, texts: Texts): Record<string, string> {
  const { language, name } = text.file
  if (!isOpeningText(name) && !saysOpening(text)) return {}
  const opening = facts.words.opening?.()
  if (opening === undefined) return {}
  const words = { open_day: opening.day, open_time: opening.time }
  return isOpeningText(name) ? words : { opening: fill(liquid, textIn(texts, language, opening.text), words) }
}

/** No file system, and no filter that reads the clock: what a text says depends on the facts alone. */
function createLiquid(): Liquid {
  const liquid = new Liquid({ strictVariables: true, strictFilters: true, ownPropertyOnly: true, templates: {} })
  for (const filter of Object.keys(liquid.filters)) {
    if (filter.startsWith('date')) delete liquid.filters[filter]
  }
  return liquid
}

function readText(liquid: Liquid, { language, name }: Pick<TextFile, 'language' | 'name'>, source: string): Text {
  const { approval, body }: Pick<TextFile, 'approval' | 'body'> =
    language === 'nl' ? { approval: { kind: 'written' }, body: source } : readHeader(source)
  const parsed = liquid.parse(body.trim())
  const used = liquid.globalVariablesSync(parsed)
  const known = wordsOf(name)
  const unknown = used.filter((word) => !known.includes(word))
  if (unknown.length > 0) {
    throw new Error(`onbekend woord ${unknown.join(', ')}. Deze woorden bestaan: ${known.join(', ')}.`)
  }
  return { file: { language, name, approval, body: body.trim(), words: used }, parsed, schema: schemaFor(used) }
}

function fill(liquid: Liquid, { file, parsed, schema }: Text, said: Record<string, unknown>): string {
  const words = schema.safeParse(said)
  if (!words.success) {
    const missing = words.error.issues.map((issue) => String(issue.path[0]))
    throw new Error(
      `De tekst '${file.name}' kan niet worden ingevuld: ${[...new Set(missing)].join(', ')} ontbreekt of is leeg.`,
    )
  }
  return String(liquid.renderSync(parsed, isolated(words.data, file.language))).trim()
}

function numbered(options: readonly Option[]): string[] {
  return options.map((option, index) => `${index + 1} ${option.label.replace(/\s+/g, ' ').trim()}`)
}
