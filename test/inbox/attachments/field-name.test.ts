import { expect, it } from 'vitest'
import { wordsOfFieldName } from '#src/inbox/attachments/field-name.ts'

it.each<[string, string | undefined]>([
  ['telefoon_mobiel', 'telefoon mobiel'],
  ['TelefoonMobiel', 'Telefoon Mobiel'],
  ['txtNaam', 'Naam'],
  ['fld_Klantnummer', 'Klantnummer'],
  ['Naam_2', 'Naam'],
  ['Telefoonnummer 3', 'Telefoonnummer'],
  ['BSNnummer', 'BS Nnummer'],
  ['form1[0].#subform[0].Pagina1[0].Naam[0]', 'Naam'],
  ['topmostSubform[0].Page1[0].f1_01[0]', undefined],
  ['deelnemer.telefoon', 'telefoon deelnemer'],
  ['consulent_naam', 'naam consulent'],
  ['tolk.naam', 'naam tolk'],
  ['partner.Text4', undefined],
  ['Text1', undefined],
  ['veld3', undefined],
  ['Check Box4', undefined],
  ['Tekstveld 12', undefined],
  ['undefined_3', undefined],
  ['fill_7', undefined],
  ['Keuzelijst met invoervak 3', undefined],
  ['', undefined],
])('the field %j is %j', (name, words) => {
  expect(wordsOfFieldName(name)).toBe(words)
})
