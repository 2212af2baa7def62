import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { isByAnother } from '#src/conversation/understanding/other-writer.ts'
import { readTwice } from '#src/conversation/understanding/read-twice.ts'

const today = Temporal.PlainDate.from('2026-11-02')
const coming = [
  { value: 'confirm', label: 'Ja, ik kom' },
  { value: 'absence', label: 'Ik kan niet' },
]
const meant = (text: string) => readTwice(text, { language: 'nl', today, asked: coming }).intent

describe('somebody who writes for the participant', () => {
  it.each([
    'ik ben de man van Fatima, ze is ziek',
    'met de tolk van Fatima, ze komt',
    'Hallo met de zoon van mevrouw Yilmaz',
    'u spreekt met haar dochter',
    'ik schrijf namens mijn moeder, zij komt niet',
    'mijn vrouw kan morgen niet komen',
    'k ben der zus',
    "I'm Fatima's husband",
    'this is the interpreter',
    'I am writing on behalf of my mother',
    'my wife cannot come tomorrow',
    "Ben Fatima'nın eşiyim, hasta",
    'annemin adına yazıyorum',
    'eşim yarın gelemiyor',
    'أنا زوج فاطمة وهي مريضة',
    'أكتب نيابة عن أمي',
    'ana zawjha',
    'Dzień dobry, tu córka pani Fatimy',
    'moja żona nie może jutro przyjść',
    'я чоловік Фатіми',
    'моя дружина не зможе прийти',
    'я муж Фатимы, она болеет',
    'пишу от имени мамы',
    'ኣነ ተርጓሚ እየ',
    'من همسر فاطمه هستم',
    'خانمم فردا نمی‌تواند بیاید',
    'soy el marido de Fatima',
    'soy la intérprete',
    'mi mujer no puede ir mañana',
    'je suis le mari de Fatima',
    'C’est sa fille',
    'ma femme ne peut pas venir demain',
  ])('is heard: %s', (text) => {
    expect(isByAnother(text, { isAsked: false })).toBe(true)
    expect(['third_party', 'person']).toContain(meant(text))
  })

  it.each([
    'ik ben de moeder van drie kinderen',
    'mijn man is ziek ik kan niet komen',
    'mijn dochter is ziek',
    'mijn man kan niet oppassen dus ik kan niet komen',
    'kan ik een tolk krijgen?',
    'ik kom met mijn man',
    'ik neem de tolk mee',
    'ik ben bij mijn moeder',
    'I am with my husband at the hospital',
    'I am a single mother of two',
    'my daughter is ill, I cannot come',
    'ben iki çocuk annesiyim',
    'moja córka jest chora, nie mogę przyjść',
    'я мама двох дітей',
    'я с мужем в больнице',
    'من مادر دو بچه هستم',
    'soy madre de dos niños',
    'je suis avec mon mari',
  ])('is not who tells about another: %s', (text) => {
    expect(meant(text)).not.toBe('third_party')
  })

  it.each([
    ['ik ben de man van Fatima, ze wil niet meer leven', 'crisis'],
    ['ik ben haar zus. geen berichten meer sturen', 'stop'],
  ])('changes nothing about what goes for whoever writes it: %s', (text, intent) => {
    expect(meant(text)).toBe(intent)
  })

  it('needs only a word when it was asked who writes', () => {
    for (const text of [
      'haar man',
      'de tolk',
      'nee haar broer',
      'husband',
      'la hija',
      'sa soeur',
      'муж',
      'زوجها',
      'ja voor haar',
    ]) {
      expect(isByAnother(text, { isAsked: true }), text).toBe(true)
      expect(isByAnother(text, { isAsked: false }), text).toBe(false)
    }
  })

  it.each([
    'Fatima kan niet komen ze is ziek',
    'Hallo. Fatima komt morgen niet',
    'Fatima is sick and will not come',
    'Fâtima hasta, gelemiyor',
    'Fatima nie przyjdzie',
    'fatima no puede ir mañana',
    'Fatima est malade',
  ])('is heard by the name of the participant: %s', (text) => {
    expect(isByAnother(text, { isAsked: false, firstName: 'Fatima' })).toBe(true)
    expect(isByAnother(text, { isAsked: false, firstName: 'Leyla' })).toBe(false)
  })

  it.each([
    ['Fatima hier, ik kan niet komen', 'Fatima'],
    ['met Fatima. ja dat is goed', 'Fatima'],
    ['Ik kom. Groetjes Fatima', 'Fatima'],
    ['Fatima Yilmaz', 'Fatima'],
    ['Fatima is mijn naam, ik kom', 'Fatima'],
    ['An kan niet komen', 'A'],
  ])('is not who signs with their own name: %s', (text, firstName) => {
    expect(isByAnother(text, { isAsked: false, firstName })).toBe(false)
  })
})
