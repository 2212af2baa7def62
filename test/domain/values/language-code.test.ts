import { describe, expect, it } from 'vitest'
import { languageCode } from '#src/domain/values/language-code.ts'
import { otherLanguages } from '#src/domain/values/language-names.ts'
import { spokenLanguages } from '#src/domain/values/language.ts'

describe('the language to speak with somebody', () => {
  it.each([
    ['Tigrinya', 'ti'],
    ['Nederlands en Pools', 'nl'],
    ['Turks, een beetje Nederlands', 'tr'],
    ['Oekraïens', 'uk'],
    ['geen Nederlands, wel Engels', 'en'],
    ['Arabisch (Syrisch)', 'ar'],
    ['Pools, liever Russisch', 'ru'],
    ['Sorani', 'ku'],
    ['Eritrees', 'ti'],
    ['Français', 'fr'],
    ['Ned.', 'nl'],
    ['NL', 'nl'],
    ['pl', 'pl'],
    ['Berbers, Frans', 'fr'],
    ['Berbers', undefined],
    ['zz', undefined],
    ['onbekend', undefined],
    ['', undefined],
  ])('%j: %s', (text, code) => {
    expect(languageCode(text)).toBe(code)
  })

  /** The standard has no two letters for these. */
  const without =
    'aramaic aramees berber berbers gebarentaal krio mandinka ngt oegandees papiamento papiaments papiamentu riffijns romanes romani servokroatisch sranan sranantongo surinaams tamazight tarifit'

  it('has two letters for every language that we know by name, as far as there are', () => {
    expect(otherLanguages.filter((name) => languageCode(name) === undefined)).toEqual(without.split(' '))
  })
})

describe('the languages that somebody speaks', () => {
  it.each<[string, string[]]>([
    ['Turks, een beetje Nederlands', ['turks', 'nederlands']],
    ['een beetje Engels en Pools', ['pools', 'engels']],
    ['Pools, liever Russisch', ['russisch', 'pools']],
    ['geen Nederlands, wel Arabisch', ['arabisch']],
    ['Frans/Lingala', ['frans', 'lingala']],
    ['onbekend', []],
  ])('%s: what they prefer first, then what they speak well', (text, names) => {
    expect(spokenLanguages(text)).toEqual(names)
  })
})
