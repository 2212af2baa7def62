import { readFileSync, writeFileSync } from 'node:fs'
import { arabic } from '#src/conversation/understanding/ar/lexicon.ts'
import { english } from '#src/conversation/understanding/en/lexicon.ts'
import { spanish } from '#src/conversation/understanding/es/lexicon.ts'
import { persian } from '#src/conversation/understanding/fa/lexicon.ts'
import { french } from '#src/conversation/understanding/fr/lexicon.ts'
import type { Lexicon } from '#src/conversation/understanding/lexicon.ts'
import { dutch } from '#src/conversation/understanding/nl/lexicon.ts'
import { polish } from '#src/conversation/understanding/pl/lexicon.ts'
import { russian } from '#src/conversation/understanding/ru/lexicon.ts'
import { asRead } from '#src/conversation/understanding/text.ts'
import { tigrinya } from '#src/conversation/understanding/ti/lexicon.ts'
import { turkish } from '#src/conversation/understanding/tr/lexicon.ts'
import { ukrainian } from '#src/conversation/understanding/uk/lexicon.ts'

/** The lexicons as people write them. */
export const writtenLexicons: readonly Lexicon[] = [
  dutch,
  english,
  turkish,
  arabic,
  polish,
  ukrainian,
  russian,
  tigrinya,
  persian,
  spanish,
  french,
]

/** Names, not words that somebody may say. */
const names: ReadonlySet<string> = new Set(['code', 'letters', 'means', 'reason'])

/** What has words for keys. */
const tables: ReadonlySet<string> = new Set([
  'aliases',
  'dayAfter',
  'monthsAhead',
  'near',
  'nearDays',
  'numbers',
  'parts',
  'weeks',
])

function allRead(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return names.has(name) ? value : asRead(value)
  if (Array.isArray(value)) return value.map((one) => allRead(one))
  if (typeof value !== 'object' || value === null) return value
  const keyRead = tables.has(name) ? asRead : (key: string) => key
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [keyRead(key), allRead(one, key)]))
}

export const lexiconFile = (code: string): URL =>
  new URL(`../src/conversation/understanding/lexicons/${code}.json`, import.meta.url)

/**
 * A lexicon as messages are read with it: every phrase written out, its words as those of a message are read. Words that are only known,
 * fifty thousand in one language, are one text: as texts of their own they would take four times the memory.
 */
export const lexiconText = (lexicon: Lexicon): string =>
  `${JSON.stringify(allRead({ ...lexicon, plain: [lexicon.plain.join(' ')] }))}\n`

if (import.meta.main) {
  for (const lexicon of writtenLexicons) {
    const text = lexiconText(lexicon)
    const isNew = text !== readFileSync(lexiconFile(lexicon.code), { encoding: 'utf8', flag: 'a+' })
    if (isNew) writeFileSync(lexiconFile(lexicon.code), text)
    process.stdout.write(`the lexicon of ${lexicon.code} ${isNew ? 'is written' : 'was up to date'}\n`)
  }
}
