import { describe, expect, it } from 'vitest'
import { parseLanguage } from '#src/domain/values/language.ts'

describe('the language on a form', () => {
  it.each([
    ['Nederlands', 'nl'],
    ['nederlandse taal', 'nl'],
    ['NL', 'nl'],
    ['Dutch', 'nl'],
    ['Nederlands (B1)', 'nl'],
    ['beperkt Nederlands', 'nl'],
    ['Nederlands en Engels', 'nl'],
    ['Engels en Nederlands', 'nl'],
    ['Nederlands goed, Engels matig', 'nl'],
    ['Engels', 'en'],
    ['English', 'en'],
    ['en', 'en'],
    ['Engels, geen Nederlands', 'en'],
    ['geen Nederlands wel Engels', 'en'],
    ['Nederlands niet, Engels wel', 'en'],
    ['Nederlands, liever Engels', 'en'],
    ['Tigrinya/Engels', 'en'],
    ['Turks', 'other'],
    ['Arabisch (tolk nodig)', 'other'],
    ['Oekraïens', 'other'],
    ['Turks, een beetje Nederlands', 'other'],
    ['Turks en een beetje Nederlands', 'other'],
    ['Pools, begrijpt Nederlands niet', 'other'],
    ['Nederlands, bij voorkeur Turks', 'other'],
    ['spreekt geen Nederlands', 'other'],
    ['geen Nederlands of Engels', 'other'],
    ['', undefined],
    ['onbekend', undefined],
    ['n.v.t.', undefined],
    ['geen voorkeur', undefined],
    ['Nederlander', undefined],
  ] as const)('"%s" is read as %s', (text, language) => {
    expect(parseLanguage(text)).toBe(language)
  })
})
