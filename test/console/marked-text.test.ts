import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineWith, markedText } from '#src/console/marked-text.ts'

const marks = (text: string, ...words: string[]): string[] =>
  markedText(text, words).flatMap((piece) => (piece.marked ? [piece.text] : []))

describe('the words of a field in a mail', () => {
  it('are marked where they stand behind a label, not where they happen to be first', () => {
    const pieces = markedText('Over Jansen.\nNaam: Jansen', ['Jansen'])
    expect(pieces).toEqual([
      { text: 'Over Jansen.\nNaam: ', marked: false },
      { text: 'Jansen', marked: true },
    ])
  })

  it('are found with another white space between them', () => {
    expect(marks('Mobiel:\t06  1234\n5671', '06 1234 5671')).toEqual(['06  1234\n5671'])
  })

  it('are not marked inside other words, nor when they are short and stand in a sentence', () => {
    expect(marks('Tolk: januari, ja dat mag', 'ja')).toEqual([])
    expect(marks('Tolk: ja', 'ja')).toEqual(['ja'])
  })

  it('stay marked inside a sentence that is to be read', () => {
    expect(markedText('Naam: Ada Vos. Bel 06 1234 nog niet.', ['06 1234'], ['Bel 06 1234 nog niet'])).toEqual([
      { text: 'Naam: Ada Vos. ', marked: false },
      { text: 'Bel ', marked: false, sentence: 0 },
      { text: '06 1234', marked: true, sentence: 0 },
      { text: ' nog niet', marked: false, sentence: 0 },
      { text: '.', marked: false },
    ])
  })

  it('leave the text as it is, whatever they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), fc.array(fc.string()), (text, words, sentences) => {
        const all = markedText(text, words, sentences)
        expect(all.map((piece) => piece.text).join('')).toBe(text)
      }),
    )
  })

  it('are told with their line, unless it is long', () => {
    expect(lineWith('Beste,\nMobiel:   06 1234\nGroet', '06 1234')).toBe('Mobiel: 06 1234')
    expect(lineWith(`Mobiel: 06 1234 ${'x'.repeat(200)}`, '06 1234')).toBeUndefined()
  })
})
