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
    'WAAR',
    'True',
  ])('is asked for with %j', (text) => {
    expect(asksInterpreter(text)).toBe(true)
  })

  it.each([
    'nee',
    'N',
    'nvt',
    'n.v.t.',
    'niet van toepassing',
    'geen tolk nodig',
    '0',
    '/ nee',
    'O ja  X nee',
    'ONWAAR',
    'false',
  ])('is not asked for with %j', (text) => {
    expect(asksInterpreter(text)).toBe(false)
  })

  it.each([
    'Ja/Nee',
    'ja / nee',
    'J / N',
    'ja nee',
    'ja / nee*',
    'ja* / nee',
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
    ['hoog, want eerder twee keer niet verschenen', 'problematic'],
    ['Hoog - eerder uitgevallen', 'problematic'],
    ['Gemiddeld: eerder uitgevallen', 'raised'],
    ['laag, want komt altijd', 'none'],
    ['problematisch verzuim', 'problematic'],
    ['gem.', 'raised'],
    ['verh.', 'raised'],
  ])('%j is %s', (text, risk) => {
    expect(riskIn(text)).toBe(risk)
  })

  it.each([
    'laag/hoog',
    'laag / gemiddeld / hoog',
    'laag of hoog',
    'laag - hoog',
    'L/G/H',
    'laag (vorig jaar hoog)',
    'laag - eerder uitgevallen',
    'niet hoog',
    'geen hoog risico',
    'gemiddeld, want niet hoog',
    'gemiddeld, maar let op',
  ])('%j is no choice', (text) => {
    expect(riskIn(text)).toBeUndefined()
  })
})
