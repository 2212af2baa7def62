import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { readLabelledLines } from '#src/inbox/extraction/labelled-lines.ts'
import { doubtsIn, missingIn, namesSomebody, proposalOf } from '#src/inbox/extraction/proposal.ts'
import { vocabularyOf } from '#src/inbox/extraction/vocabulary.ts'

const context = {
  today: Temporal.PlainDate.from('2026-09-14'),
  isMunicipal: (address: string): boolean => address.endsWith('@stad.example'),
}
const propose = (text: string) => proposalOf(readLabelledLines(text, vocabularyOf({})).forms[0] ?? new Map(), context)

describe('a proposal', () => {
  it('takes a name that stands in four boxes together', () => {
    const { name } = propose('Achternaam: Berg\nTussenvoegsel: van den\nVoorletters: A.M.\nRoepnaam: Anna')
    expect(name).toMatchObject({ kind: 'read', value: { full: 'Anna van den Berg' } })
    expect(propose('Achternaam: van den Berg\nTussenvoegsel: van den\nVoorletters: A.M.').name).toMatchObject({
      value: { full: 'A.M. van den Berg' },
    })
    expect(propose('Achternaam: Smit\nTussenvoegsel: geen\nVoornaam: Jan').name).toMatchObject({
      value: { full: 'Jan Smit' },
    })
  })

  it.each([
    'Geslachtsnaam: Meulen\nVoorvoegsel geslachtsnaam: van der\nVoornamen: Hanneke',
    'Voornaam/voornamen: Hanneke\nTussenvoegsel: van der\nAchternaam (geboortenaam): Meulen',
    'Voornamen: Johanna Maria\nRoepnaam: Hanneke\nAchternaam: van der Meulen',
    'Roepnaam: Hanneke\nVoornamen (voluit): Johanna Maria\nVoorletters: J.M.\nAchternaam: van der Meulen',
  ])('calls by the name that somebody goes by, with all of the family name: %j', (text) => {
    expect(propose(text).name).toMatchObject({ kind: 'read', value: { full: 'Hanneke van der Meulen' } })
  })

  it('takes a name without a first name for the family name, when the form has the first name beside it', () => {
    const withParts = (text: string) => propose(text).name
    expect(withParts('Naam: Meulen\nTussenvoegsel: van der\nVoornaam: Hanneke')).toMatchObject({
      kind: 'read',
      value: { full: 'Hanneke van der Meulen' },
    })
    expect(withParts('Naam: Hanneke\nVoornaam: Hanneke')).toMatchObject({ value: { full: 'Hanneke' } })
  })

  it('knows two first names without one to go by as a doubt', () => {
    expect(propose('Voornaam: Johanna\nVoornaam: Maria\nAchternaam: Meulen').name.kind).toBe('doubtful')
  })

  it('tells by the domain whose address it is', () => {
    const { email, consulentEmail } = propose('Naam: Jan Smit\nE-mail: jan@post.example\nE-mail: p.klein@stad.example')
    expect([email, consulentEmail]).toEqual([
      { kind: 'read', value: 'jan@post.example' },
      { kind: 'read', value: 'p.klein@stad.example' },
    ])
  })

  it('names what it lacks and what is in doubt, without a value', () => {
    const proposal = propose('Naam: Jan Smit\nMobiel: 06123\nKlantnummer:\nTolk: misschien')
    expect(missingIn(proposal)).toEqual(['het klantnummer'])
    expect(doubtsIn(proposal)).toEqual([expect.stringContaining('heeft 5 cijfers'), expect.stringContaining('tolk')])
    expect(missingIn(propose('Klantnummer: 12-34'))).toEqual([
      'de naam van de deelnemer',
      'het telefoonnummer van de deelnemer',
    ])
  })

  it('is of somebody only with a name or a number', () => {
    expect(namesSomebody(propose('Telefoon: 06-12345678\nProduct: Start'))).toBe(false)
    expect(namesSomebody(propose('Klantnummer: 12-34'))).toBe(true)
    expect(namesSomebody(propose('Naam: Jan Smit'))).toBe(true)
  })

  it('prefers the number of a person to that of a file', () => {
    expect(propose('Naam: Jan Smit\nZaaknummer: Z-99\nKlantnummer: 12-34\nOns kenmerk: 77-X').clientNumber).toEqual({
      kind: 'read',
      value: '12-34',
    })
    expect(propose('Naam: Jan Smit\nZaaknummer: Z-99\nOns kenmerk: 77-X').clientNumber).toEqual({
      kind: 'read',
      value: 'Z-99',
    })
  })
})
