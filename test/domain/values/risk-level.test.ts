import { describe, expect, it } from 'vitest'
import { parseRiskLevel } from '#src/domain/values/risk-level.ts'

describe('the risk on a form', () => {
  it.each([
    ['geen', 'none'],
    ['Laag', 'none'],
    ['nee', 'none'],
    ['geen verhoogd risico', 'none'],
    ['niet verhoogd', 'none'],
    ['er is geen sprake van een verhoogd risico', 'none'],
    ['verhoogd', 'raised'],
    ['Gemiddeld', 'raised'],
    ['ja', 'raised'],
    ['laag tot gemiddeld', 'raised'],
    ['verhoogd, niet problematisch', 'raised'],
    ['hoog', 'problematic'],
    ['problematisch', 'problematic'],
    ['dreigend problematisch', 'problematic'],
    ['verhoogd of problematisch', 'problematic'],
    ['', undefined],
    ['onbekend', undefined],
    ['hoogopgeleid', undefined],
    ['n.v.t.', undefined],
  ] as const)('"%s" is read as %s', (text, level) => {
    expect(parseRiskLevel(text)).toBe(level)
  })
})
