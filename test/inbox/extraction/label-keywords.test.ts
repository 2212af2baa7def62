import { describe, expect, it } from 'vitest'
import { fieldOfKeyword } from '#src/inbox/extraction/label-keywords.ts'
import { foldLabel } from '#src/inbox/extraction/fold-label.ts'

const fieldOf = (label: string) => fieldOfKeyword(foldLabel(label))

describe('a label in words of its own', () => {
  it.each([
    ['Mate van risico', 'risk'],
    ['Hoe groot is de kans op uitval?', 'risk'],
    ['Komt er een tolk mee', 'interpreter'],
    ['Datum geb. (dd-mm-jj)', 'birth_date'],
    ['Uw kandidaatnummer bij ons', 'client_number'],
    ['In te zetten voertaal', 'language'],
    ['BSN van de klant', 'unwanted'],
    ['Telefoon mobiel 1', 'phone'],
    ['Telefoonnummer waarop de kandidaat overdag bereikbaar is', 'phone'],
    ['Tel. dhr./mevr.', 'phone'],
    ['Telefoon (statushouder)', 'phone'],
    ['Op welk nummer is de statushouder bereikbaar?', 'phone'],
    ['Hoe kunnen wij de kandidaat bellen?', 'phone'],
    ['Wie meld je aan?', 'name'],
    ['Wanneer is hij/zij geboren?', 'birth_date'],
    ['Wat is het e-mailadres van de kandidaat?', 'email'],
    ['Nummer van de kandidaat in jullie systeem', 'client_number'],
    ['Welke taal spreekt de statushouder', 'language'],
    ['Spreekt de kandidaat Nederlands?', 'language'],
    ['Moet er een tolk bij?', 'interpreter'],
    ['Welk product?', 'product'],
  ])('%s asks for %s', (label, field) => {
    expect(fieldOf(label)).toBe(field)
  })

  it.each([
    'Telefoon moeder',
    'Mobiel buurvrouw',
    'Tel. zus',
    'Telefoonnummer wettelijk vertegenwoordiger',
    'Telefoon COA',
    'Telefoon schuldhulpverlener',
    'Telefoon Bredewoud',
    'Voor vragen ben ik bereikbaar op',
    'Op welk nummer bent u bereikbaar',
    'Op welk nummer is de ouder bereikbaar',
  ])('%s is a number of somebody else', (label) => {
    expect(fieldOf(label)).toBe('unwanted')
  })

  it.each([
    'Geboortedatum partner',
    'Geboortedatum moeder',
    'Klantnummer broer',
    'Mobiliteit',
    'Telefonisch contact gehad',
    'Klantnummer tolkenbureau',
    'Dossiernummer bewindvoerder',
    'Naam die wij gebruiken',
    'Nummer',
    'Status',
  ])('%s asks for nothing that we are sure of', (label) => {
    expect(fieldOf(label)).toBeUndefined()
  })
})
