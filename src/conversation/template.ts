import { Liquid } from 'liquidjs'
import type { Template } from 'liquidjs'
import type { z } from 'zod'
import type { Language } from '#src/domain/values/language.ts'
import type { ConversationFacts } from './facts.ts'
import type { Option, QuestionTopic } from './session.ts'
import { schemaFor, templateWords, wordsFrom } from './template-words.ts'

/** The texts that leave the system, ready to be filled. */
export interface Templates {
  has(language: Language, name: string): boolean
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
  readonly parsed: Template[]
  readonly words: z.ZodObject
}

/** A language folder by name; 'mail' and others beside them are not for participants. */
const languageFolder = /^[a-z]{2}\//

/** Reads the texts ('nl/invitation' -> text). Throws one error that lists every text with a mistake in it, in Dutch. */
export function createTemplates(files: ReadonlyMap<string, string>): Templates {
  const liquid = createLiquid()
  const texts = new Map<string, Text>()
  const problems: string[] = []
  for (const [name, source] of files) {
    if (!languageFolder.test(name)) continue
    try {
      texts.set(name, readText(liquid, source))
    } catch (error) {
      problems.push(`templates/${name}.liquid: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  if (problems.length > 0) throw new Error(`Deze teksten kloppen niet:\n${problems.join('\n')}`)
  return {
    has: (language, name) => texts.has(`${language}/${name}`),
    render: (language, name, facts, options, topic) => {
      const text = texts.get(`${language}/${name}`) ?? texts.get(`nl/${name}`)
      if (text === undefined) throw new Error(`Er is geen tekst '${name}': maak templates/nl/${name}.liquid.`)
      return [fill(liquid, text, name, wordsFrom(facts, topic)), ...numbered(options)].join('\n')
    },
  }
}

/** No file system, and no filter that reads the clock: what a text says depends on the facts alone. */
function createLiquid(): Liquid {
  const liquid = new Liquid({ strictVariables: true, strictFilters: true, ownPropertyOnly: true, templates: {} })
  for (const filter of Object.keys(liquid.filters)) {
    if (filter.startsWith('date')) delete liquid.filters[filter]
  }
  return liquid
}

function readText(liquid: Liquid, source: string): Text {
  const parsed = liquid.parse(source.trim())
  const used = liquid.globalVariablesSync(parsed)
  const unknown = used.filter((word) => !templateWords.includes(word))
  if (unknown.length > 0) {
    throw new Error(`onbekend woord ${unknown.join(', ')}. Deze woorden bestaan: ${templateWords.join(', ')}.`)
  }
  return { parsed, words: schemaFor(used) }
}

function fill(liquid: Liquid, text: Text, name: string, said: Record<string, unknown>): string {
  const words = text.words.safeParse(said)
  if (!words.success) {
    const missing = words.error.issues.map((issue) => String(issue.path[0]))
    throw new Error(
      `De tekst '${name}' kan niet worden ingevuld: ${[...new Set(missing)].join(', ')} ontbreekt of is leeg.`,
    )
  }
  return String(liquid.renderSync(text.parsed, words.data)).trim()
}

function numbered(options: readonly Option[]): string[] {
  return options.map((option, index) => `${index + 1} ${option.label.replace(/\s+/g, ' ').trim()}`)
}
