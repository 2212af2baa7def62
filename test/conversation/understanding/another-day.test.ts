import { describe, expect, it } from 'vitest'
import { actsFrom } from '#src/conversation/engine.ts'
import { understand } from '#src/conversation/understanding/understand.ts'
import { asked, type Asked } from './questions.ts'

/** What the bot does with a message that is written so many days before Tuesday 10 November at 10:00. */
function meaning(message: string, ahead: number, after: Asked = 'coming'): string {
  const planned = 'dinsdag 10 november om 10:00'
  const { intent, confidence, reason } = understand(message, { asked: asked[after], language: 'nl', planned, ahead })
  if (confidence < actsFrom) return 'ask'
  return reason === undefined ? intent : `${intent} ${reason}`
}

describe('a reason that may be about another day than the appointment', () => {
  it.each([
    [8, 'ik ga in december op vakantie'],
    [8, 'Ik heb volgende maand examen'],
    [8, 'ik moet morgen werken'],
    [7, 'ik moet morgen werken'],
    [7, 'ik moet vanmiddag naar de dokter'],
    [1, 'ik moet vandaag werken'],
    [1, 'ik moet overmorgen naar het ziekenhuis'],
    [4, 'ik moet woensdag werken'],
    [4, 'ik moet elke vrijdag werken'],
    [1, 'ik moet volgende week dinsdag naar de dokter'],
    [8, 'ik moet deze week werken'],
    [8, 'ik moet volgende week naar de dokter'],
    [8, 'ik moet dinsdag naar de dokter'],
    [8, 'op 12 november moet ik werken'],
    [8, 'ik moet de 12e werken'],
    [8, 'ik heb 12/11 examen'],
    [8, 'ik heb 10-12 examen'],
    [8, 'ik ga in november op vakantie'],
    [8, 'ik zit in Marokko tot 15 oktober'],
    [8, 'ik ga over een paar weken op vakantie'],
    [8, 'ik ga binnenkort op vakantie'],
    [8, 'ik moet dit weekend werken'],
    [8, 'ik ga met kerst op vakantie'],
    [8, 'I have to work tomorrow'],
    [8, 'I have exam next month'],
    [8, 'i am on holiday in May'],
    [8, 'i am on holiday in december'],
    [8, 'Helaas moet ik morgen werken'],
  ])('is asked about, %i days before: %s', (ahead, message) => {
    expect(meaning(message, ahead)).toBe('ask')
    expect(meaning(message, ahead, 'nothing')).toBe('ask')
  })
})

describe('a reason that was', () => {
  it.each([
    'suikerfeest was leuk',
    'ik ben op vakantie geweest',
    'ik ben vorige week met mijn zoon in het ziekenhuis geweest',
    'ik heb gisteren examen gehad',
    'ik heb examen gedaan',
    'ik had examen',
    'de begrafenis was mooi',
  ])('is asked about: %s', (message) => {
    expect(meaning(message, 7)).toBe('ask')
  })

  it('is why somebody did not come, after the appointment', () => {
    expect(meaning('ik ben op vakantie geweest', -1, 'missed')).toBe('absence vacation')
  })
})

describe('a reason for the day of the appointment', () => {
  it.each([
    [8, 'ik ben dan op vakantie', 'absence vacation'],
    [1, 'ik moet morgen werken', 'absence work'],
    [2, 'ik moet overmorgen werken', 'absence work'],
    [0, 'ik moet vandaag werken', 'absence work'],
    [0, 'ik ben vandaag ziek', 'absence illness'],
    [4, 'ik moet dinsdag werken', 'absence work'],
    [7, 'ik moet dinsdag werken', 'absence work'],
    [7, 'ik moet volgende week dinsdag werken', 'absence work'],
    [8, 'ik moet dinsdag 10 november werken', 'absence work'],
    [8, 'ik moet de 10e werken', 'absence work'],
    [8, 'ik heb 10-11 examen', 'absence exam'],
    [1, 'ik ben vandaag en morgen ziek', 'absence illness'],
    [4, 'ik moet maandag en dinsdag werken', 'absence work'],
    [8, 'ik ben in Marokko tot januari', 'absence vacation'],
    [7, 'Goede morgen, ik ben ziek', 'absence illness'],
    [7, 'Morgen! Ik ben ziek', 'absence illness'],
    [7, 'ik heb geen vervoer', 'absence no_transport'],
  ])('is acted on, %i days before: %s', (ahead, message, means) => {
    expect(meaning(message, ahead)).toBe(means)
  })
})

describe('not coming, said in so many words', () => {
  it.each([
    ['ik kan niet komen, ik moet morgen werken', 'absence work'],
    ['nee ik ga in december op vakantie', 'absence vacation'],
    ['ik kom niet, ik heb volgende maand examen', 'absence exam'],
  ])('is acted on whatever day is named with it: %s', (message, means) => {
    expect(meaning(message, 7)).toBe(means)
  })
})
