import { describe, expect, it } from 'vitest'
import { asksInterpreter, riskIn } from '#src/inbox/extraction/choice-answers.ts'

describe('an interpreter', () => {
  it.each([
    'ja',
    'J',
    'Ja, Arabisch',
    'graag',
    'wenselijk',
    'telefonisch',
    'ja (tolkentelefoon)',
    'tolk is nodig',
    'x ja  o nee',
  ])('is asked for with %j', (text) => {
    expect(asksInterpreter(text)).toBe(true)
  })

  it.each(['nee', 'N', 'nvt', 'n.v.t.', 'niet van toepassing', 'geen tolk nodig', '0', '/ nee', 'O ja  X nee'])(
    'is not asked for with %j',
    (text) => {
      expect(asksInterpreter(text)).toBe(false)
    },
  )

  it.each([
    'Ja/Nee',
    'ja / nee',
    'J / N',
    'ja nee',
    'ja / nee*',
    'Nee/Ja',
    'ja of nee',
    'ja - nee',
    'mogelijk',
    'ja, maar',
  ])('is a question with %j', (text) => {
    expect(asksInterpreter(text)).toBeUndefined()
  })
})

describe('a risk', () => {
  it.each([
    ['laag', 'none'],
    ['nihil', 'none'],
    ['gering', 'none'],
    ['midden', 'raised'],
    ['licht verhoogd', 'raised'],
    ['2 (gemiddeld)', 'raised'],
    ['laag tot gemiddeld', 'raised'],
    ['zeer hoog', 'problematic'],
    ['groot', 'problematic'],
    ['hoog (i.v.m. eerdere no-show)', 'problematic'],
  ])('%j is %s', (text, risk) => {
    expect(riskIn(text)).toBe(risk)
  })

  it.each(['laag/hoog', 'laag / gemiddeld / hoog', 'laag of hoog', 'laag - hoog', 'L/G/H', 'laag (vorig jaar hoog)'])(
    '%j is no choice',
    (text) => {
      expect(riskIn(text)).toBeUndefined()
    },
  )
})
