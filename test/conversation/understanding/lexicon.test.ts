import { describe, expect, it } from 'vitest'
import { english } from '#src/conversation/understanding/en/lexicon.ts'
import type { Entry } from '#src/conversation/understanding/lexicon.ts'
import { dutch } from '#src/conversation/understanding/nl/lexicon.ts'
import { readMessage } from '#src/conversation/understanding/reading.ts'
import { wordsIn } from '#src/conversation/understanding/text.ts'

const entries = [...dutch.entries, ...english.entries]

function phrasesOf(entry: Entry): string[] {
  return [...(entry.sure ?? []), ...(entry.likely ?? []), ...(entry.hint ?? [])]
}

const phrases = entries.flatMap((entry) => phrasesOf(entry).map((phrase) => ({ phrase, entry })))
const idioms = [...dutch.idioms, ...english.idioms]
const nothing = [...idioms, ...dutch.nothing, ...english.nothing]
const wholes = entries.flatMap((entry) => entry.whole ?? [])

/** The shortest message that a phrase is meant for: the first of the words, nothing optional, one strange word in each gap. */
function messageOf(phrase: string): string {
  return phrase
    .split(' ')
    .filter((part) => !part.startsWith('?') && part !== '|')
    .map((part) => (part === '*' ? 'xxx' : part.split('/')[0]))
    .join(' ')
}

describe('the lexicons', () => {
  it('write phrases the way messages are read', () => {
    const words = /^(\?|)[a-z0-9|]+(\/[a-z0-9]+)*$/
    const wrong = [...phrases.map(({ phrase }) => phrase), ...nothing].filter((phrase) => {
      const parts = phrase.split(' ')
      return /^[?*]/.test(phrase) || phrase.endsWith('*') || !parts.every((part) => part === '*' || words.test(part))
    })
    expect(wrong).toEqual([])
  })

  it('write whole messages the way they are read', () => {
    expect(wholes.filter((whole) => wordsIn(whole).tokens.join(' ') !== whole)).toEqual([])
  })

  it('give a whole message one meaning', () => {
    const twice = entries.flatMap((entry, index) =>
      (entry.whole ?? []).filter((whole) =>
        entries.slice(index + 1).some((other) => other.means !== entry.means && other.whole?.includes(whole)),
      ),
    )
    expect(twice).toEqual([])
  })

  it.each(phrases)('hear $entry.means in "$phrase"', ({ phrase, entry }) => {
    const heard = readMessage(wordsIn(messageOf(phrase)).tokens).matches.map(({ entry: { means, reason } }) => ({
      means,
      reason,
    }))
    expect(heard).toContainEqual({ means: entry.means, reason: entry.reason })
  })

  it.each(idioms)('hear no crisis in "%s"', (phrase) => {
    const heard = readMessage(wordsIn(messageOf(phrase)).tokens).matches
    expect(heard.filter(({ entry }) => entry.means === 'crisis')).toEqual([])
  })
})
