import { describe, expect, it } from 'vitest'
import { sectionOfHeading, sectionOfRole } from '#src/inbox/extraction/form-section.ts'

describe('a heading says whom a part of a form is about', () => {
  it.each([
    ['Gegevens van de klant', 'participant'],
    ['Gegevens kandidaat', 'participant'],
    ['1. Persoonsgegevens', 'participant'],
    ['A. Klantgegevens', 'participant'],
    ['Deel 1: gegevens deelnemer', 'participant'],
    ['Over de deelnemer', 'participant'],
    ['Klantgegevens', 'participant'],
    ['2. Contactgegevens consulent', 'consulent'],
    ['GEGEVENS KLANTMANAGER', 'consulent'],
    ['Gegevens opdrachtgever:', 'consulent'],
    ['Informatie over de verwijzer', 'consulent'],
    ['Gegevens van de partner', 'other'],
    ['Gegevens tolk', 'other'],
  ])('%s: %s', (line, section) => {
    expect(sectionOfHeading(line)).toBe(section)
  })

  it.each([
    'Gegevens over vroeger',
    'Hierbij de gegevens van de klant die wij gisteren bespraken en die u kent',
    'Consulent',
    'Contactgegevens',
    'Gegevens: zie boven',
    'Naam: Jan',
    '',
  ])('%j is no heading', (line) => {
    expect(sectionOfHeading(line)).toBeUndefined()
  })

  it.each([
    ['Klantregisseur', 'consulent'],
    ['klant', 'participant'],
    ['bewindvoerder', 'other'],
    ['product', undefined],
  ])('%s alone above other labels is a role: %s', (role, section) => {
    expect(sectionOfRole(role)).toBe(section)
  })
})
