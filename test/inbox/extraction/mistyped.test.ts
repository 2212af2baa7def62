import { describe, expect, it } from 'vitest'
import { matchLabel } from '#src/inbox/extraction/label-match.ts'
import { nearest } from '#src/inbox/extraction/mistyped.ts'
import { vocabularyOf } from '#src/inbox/extraction/vocabulary.ts'

const known = ['telefoon', 'telefoonnummer', 'naam', 'taal', 'tolk', 'kandidaat', 'kandidaatnummer']

describe('the word that is meant', () => {
  it.each([
    ['telefon', 'telefoon'],
    ['telefooon', 'telefoon'],
    ['telefoom', 'telefoon'],
    ['teleofon', 'telefoon'],
    ['tlefooon', undefined],
    ['teleofonnummer', 'telefoonnummer'],
    ['telefoonumer', 'telefoonnummer'],
    ['kandiaat', 'kandidaat'],
    ['kandidaat', 'kandidaat'],
    ['naamm', 'naam'],
    ['nama', 'naam'],
    ['naar', undefined],
    ['taak', undefined],
    ['adres', undefined],
    ['', undefined],
  ])('%j: %s', (written, word) => {
    expect(nearest(written, known)).toBe(word)
  })

  it('is none when two are as near', () => {
    expect(nearest('tal', ['taal', 'tafl'])).toBeUndefined()
  })
})

describe('a mistyped label before a colon', () => {
  const vocabulary = vocabularyOf({ client_number: ['ons volgnummer'] })
  const fieldOf = (line: string) => matchLabel(line, vocabulary)?.field

  it.each([
    ['Telefoonumer: 06-1', 'phone'],
    ['Telefoonummer kandiaat: 06-1', 'phone'],
    ['Geboortedautm: 1-1-1990', 'birth_date'],
    ['Klantmummer: 12', 'client_number'],
    ['Ons volgnumer: 12', 'client_number'],
    ['Telefoonumer klantmanger: 010-1', 'unwanted'],
    ['Geboortedatummoedr: 1-1-1960', 'unwanted'],
    ['Telefoonadvocat: 06-1', 'unwanted'],
  ])('%s is read as %s', (line, field) => {
    expect(fieldOf(line)).toBe(field)
  })

  it.each(['Telefoonumer is 06-1', 'Maan: zondag', 'Taak: bellen', 'Naar: Jan Smit', 'Deel: 2', 'Nam: Jan'])(
    '%s is not',
    (line) => {
      expect(fieldOf(line)).toBeUndefined()
    },
  )
})
