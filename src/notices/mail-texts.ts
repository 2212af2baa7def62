import { Liquid, type Template } from 'liquidjs'
import type { NoticeFacts } from '#src/services/notice-facts.ts'

export interface MailText {
  readonly subject: string
  readonly text: string
}

export interface MailTexts {
  /** Throws when a text is missing or needs a word that the facts do not have; the message names the text, never a value. */
  compose(facts: NoticeFacts): MailText
}

interface ParsedText {
  readonly subject: Template[]
  readonly body: Template[]
}

/** The words that may stand in a subject: our own reference and names of deeds, never a name of a person (promise 10). */
const subjectWords: ReadonlySet<string> = new Set(['reference', 'title'])
/** Tells only which of two subjects it is. */
const choosesSubject = 'urgent'

function parseText(liquid: Liquid, name: string, source: string): ParsedText {
  const [first = '', ...rest] = source.split('\n')
  if (!first.startsWith('Onderwerp: ')) throw new Error(`templates/mail/${name}.liquid begint niet met 'Onderwerp: '.`)
  const subject = liquid.parse(first.slice('Onderwerp: '.length).trim())
  const unsafe = liquid
    .globalVariablesSync(subject)
    .filter((word) => word !== choosesSubject && !subjectWords.has(word))
  if (unsafe.length > 0)
    throw new Error(`templates/mail/${name}.liquid: ${unsafe.join(', ')} mag niet in het onderwerp staan.`)
  return { subject, body: liquid.parse(rest.join('\n').trim()) }
}

/** Mails are plain text, so nothing in a name or a remark can become markup. */
export function createMailTexts(files: ReadonlyMap<string, string>): MailTexts {
  const liquid = new Liquid({
    strictVariables: true,
    lenientIf: true,
    strictFilters: true,
    ownPropertyOnly: true,
    templates: {},
  })
  for (const filter of Object.keys(liquid.filters)) if (filter.startsWith('date')) delete liquid.filters[filter]
  const texts = new Map<string, ParsedText>()
  for (const [path, source] of files) {
    if (path.startsWith('mail/'))
      texts.set(path.slice('mail/'.length), parseText(liquid, path.slice('mail/'.length), source))
  }
  return {
    compose(facts) {
      const text = texts.get(facts.purpose)
      if (!text)
        throw new Error(`Er is geen tekst 'mail/${facts.purpose}': maak templates/mail/${facts.purpose}.liquid.`)
      const words = { ...facts.words, reference: facts.reference, steps: facts.steps }
      return {
        subject: String(liquid.renderSync(text.subject, words)).replace(/\s+/g, ' '),
        text: `${String(liquid.renderSync(text.body, words)).trim()}\n`,
      }
    },
  }
}
