import { rightToLeft, type Language } from '#src/domain/values/language.ts'
import type { ConversationFacts } from './facts.ts'
import type { Flow } from './flow.ts'
import { offered } from './offered.ts'
import { forbiddenIn, lettersOf, wordsInSentence } from './plain-words.ts'
import type { Option } from './session.ts'
import { isOwnScript, mostSegments } from './sms-bound.ts'
import { asSms, isGsm7, smsSegments } from './sms-segments.ts'
import type { Templates, TextFile } from './template.ts'

/** What is wrong with one text. Only an editor can mend it; none of it stops a start. */
export interface TextProblem {
  readonly kind:
    | 'long_sentence'
    | 'missing_word'
    | 'unknown_word'
    | 'forbidden_word'
    | 'unknown_text'
    | 'unfinished'
    | 'costly_letter'
    | 'too_long'
    | 'wrong_direction'
  readonly language: Language
  readonly name: string
  /** What is wrong and what to do, in Dutch. */
  readonly words: string
}

/** What an example is filled with: realistic, and on the long side. `moment`: the longest day in the language, with its time. */
export interface TextExample {
  readonly facts: ConversationFacts
  readonly slots: readonly Option[]
}

export type ExampleIn = (language: Language) => TextExample

interface About {
  readonly file: TextFile
  readonly dutch: TextFile | undefined
  readonly flow: Flow
  readonly templates: Templates
  readonly example: TextExample
}

/** Reads every text as an editor should, and says what one would mend. */
export function checkTexts(templates: Templates, flow: Flow, exampleIn: ExampleIn): TextProblem[] {
  const dutch = new Map(templates.texts.flatMap((file) => (file.language === 'nl' ? [[file.name, file] as const] : [])))
  return templates.texts.flatMap((file) => {
    const { language, name } = file
    const about = { file, dutch: dutch.get(name), flow, templates, example: exampleIn(language) }
    return checks.flatMap((check) => check(about)).map(({ kind, words }) => ({ kind, words, language, name }))
  })
}

type Found = Pick<TextProblem, 'kind' | 'words'>

const checks: readonly ((about: About) => readonly Found[])[] = [
  unknownText,
  unfinished,
  otherWords,
  longSentences,
  forbiddenWords,
  costlyLetters,
  tooLong,
  wrongDirection,
]

function unknownText({ dutch, file }: About): Found[] {
  if (dutch) return []
  const words = `Deze tekst is er niet in het Nederlands, dus hij wordt nooit verstuurd. Haal hem weg, of maak templates/nl/${file.name}.liquid.`
  return [{ kind: 'unknown_text', words }]
}

/** A draft that was left, and a Dutch text that was copied to be translated. */
function unfinished({ dutch, file: { body, language } }: About): Found[] {
  const isCopy = language !== 'nl' && body === dutch?.body
  if (body !== '' && !isCopy && !/\bTODO\b|\?{3}|x{3}/i.test(body)) return []
  return [{ kind: 'unfinished', words: 'Deze tekst is nog niet af. Schrijf hem, of haal het bestand weg.' }]
}

/** A translation says what the Dutch text says: no less, no more. */
function otherWords({ dutch, file }: About): Found[] {
  if (!dutch) return []
  const missing = dutch.words.filter((word) => !file.words.includes(word))
  const extra = file.words.filter((word) => !dutch.words.includes(word))
  return [
    ...missing.map((word): Found => ({
      kind: 'missing_word',
      words: `{{ ${word} }} staat wel in de Nederlandse tekst en hier niet. Zet het erbij.`,
    })),
    ...extra.map((word): Found => ({
      kind: 'unknown_word',
      words: `{{ ${word} }} staat niet in de Nederlandse tekst en hier wel. Haal het weg.`,
    })),
  ]
}

/** A word to fill in is one word, however long a name is; ';' and ':' end what is read in one breath too. */
function longSentences({ file: { body, language } }: About): Found[] {
  const most = wordsInSentence[language]
  return body
    .replaceAll(/\{\{.*?\}\}/g, 'x')
    .split(/[.!?؟።…]+(?:\s|$)|[:;፦؛]\s/u)
    .map((sentence) => ({ sentence: sentence.trim(), count: sentence.match(/[\p{L}\p{M}\d'’-]+/gu)?.length ?? 0 }))
    .filter(({ count }) => count > most)
    .map(({ sentence, count }) => ({
      kind: 'long_sentence',
      words: `Een zin van ${String(count)} woorden is te lang (hooguit ${String(most)}): '${sentence}'. Maak er twee van.`,
    }))
}

function forbiddenWords({ file: { body, language } }: About): Found[] {
  return forbiddenIn(body, language).map((word) => ({
    kind: 'forbidden_word',
    words: `'${word}' hoort niet in een bericht: het kan op een vergrendeld scherm te lezen zijn. Zeg het anders.`,
  }))
}

/** One such letter makes of two SMS four. */
function costlyLetters({ file: { body, language }, ...about }: About): Found[] {
  if (isOwnScript(language)) return []
  const labels = optionsBelow({ file: { language, name: about.dutch?.name ?? '' }, ...about }).map(({ label }) => label)
  const own = lettersOf[language]
  const costly = [...[body, ...labels].join('')].filter((letter) => !isGsm7(letter) && !own.includes(letter))
  return [...new Set(costly)].map((letter) => ({
    kind: 'costly_letter',
    words: `'${letter}' maakt een sms dubbel zo duur. Schrijf het zonder (bijvoorbeeld e voor ë, ' voor een krul).`,
  }))
}

function tooLong(about: About): Found[] {
  const { file, templates, example } = about
  const { language, name } = file
  const most = mostSegments(language, name)
  const text = templates.render(language, name, example.facts, optionsBelow(about), 'bring')
  const { segments } = smsSegments(asSms(text))
  if (segments <= most) return []
  const words = `Ingevuld kost dit ${String(segments)} sms'en (${String(asSms(text).length)} tekens); hooguit ${String(most)}. Maak het korter.`
  return [{ kind: 'too_long', words }]
}

/** A phone takes the direction of a message from its first letter. */
function wrongDirection({ file: { body, language } }: About): Found[] {
  const [first = ''] = body.replaceAll(/\{\{.*?\}\}/g, 'x').match(/\p{L}/u) ?? []
  if (!rightToLeft.has(language) || /\p{Script=Arabic}/u.test(first)) return []
  const words =
    'Een telefoon leest de richting af aan de eerste letter. Begin met een woord in deze taal, niet met een naam.'
  return [{ kind: 'wrong_direction', words }]
}

/** Of all the choices that the flow ever puts below this text, those that take the most room. */
function optionsBelow({
  file: { language, name },
  flow,
  example,
}: Pick<About, 'flow' | 'example'> & {
  readonly file: Pick<TextFile, 'language' | 'name'>
}): readonly Option[] {
  const lengthOf = (options: readonly Option[]): number => options.reduce((sum, { label }) => sum + label.length + 3, 0)
  const nodes = Object.values(flow.nodes)
  const repeats = nodes.some((node) => node.kind === 'say' && node.text === name && node.choices === 'again')
  return nodes
    .filter((node) => node.kind === 'ask')
    .filter((ask) => repeats || ask.text === name || ask.unclear.again === name)
    .map((ask) => offered(ask, flow, language, example.slots))
    .reduce((longest, options) => (lengthOf(options) > lengthOf(longest) ? options : longest), [])
}
