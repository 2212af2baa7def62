import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { understoodLanguages } from '#src/conversation/understanding/lexicons.ts'
import { lexiconFile, lexiconText, writtenLexicons } from '../../tools/lexicons.ts'

describe('the lexicons that messages are read with', () => {
  it.each(writtenLexicons.map((lexicon) => [lexicon.code, lexicon] as const))(
    'are, for %s, as people wrote them: run `node tools/lexicons.ts` after a change',
    (code, lexicon) => {
      expect(readFileSync(lexiconFile(code), 'utf8') === lexiconText(lexicon)).toBe(true)
    },
  )

  it('are all used, the first language first', () => {
    expect(understoodLanguages.map(({ code }) => code)).toEqual(writtenLexicons.map(({ code }) => code))
  })
})
