import { mailCase, referral, type Case, type Person, saysMore } from './cases.ts'
import type { Mail, Sender } from './message.ts'
import { html, text, type Part } from './parts.ts'
import { dutchDate, national, someone } from './people.ts'
import { senders } from './settings.ts'

const { anneke, irene, esther, tom } = senders

const mail = (what: string, from: Sender, subject: string, content: Part): Mail => ({ what, from, subject, content })

/** As Outlook writes a cell: its words in a paragraph. */
const cell = (value: string): string => `<td width=200><p class=MsoNormal>${value}<o:p></o:p></p></td>`
const table = (rows: readonly (readonly string[])[]): Part =>
  html(
    `<div class=WordSection1><p class=MsoNormal>Beste collega,<o:p></o:p></p><table class=MsoTableGrid border=1>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table><p class=MsoNormal>Groet,<o:p></o:p></p></div>`,
  )

/** No more than is needed. */
const few = (number: number, name: string, more: Person = {}): Person => {
  const { phone_e164 = null, client_number = null } = someone(number, name)
  return { name, phone_e164, client_number, ...more }
}
const number = ({ client_number }: Person): string => String(client_number)
const mobile = ({ phone_e164 }: Person): string => national(String(phone_e164))

/** Layouts and words of other municipalities, as they came to light one by one. */
export function referralsElsewhere(): Case[] {
  return [...inTables(), ...inLines(), ...inSentences()]
}

function inTables(): Case[] {
  const [first, second] = [
    few(961, 'Aisha Boukhari', { birth_date: '1982-05-17' }),
    few(962, 'Henk Draaisma', { birth_date: '1971-03-03' }),
  ]
  const boxed = few(963, 'Gijs Werkman', { interpreter: false, risk: 'problematic' })
  const row = (one: Person): string[] => [String(one.name), number(one), mobile(one), dutchDate(String(one.birth_date))]
  return [
    mailCase(
      mail(
        'outlook-tabel-met-kolommen',
        anneke,
        'Aanmelding van twee inwoners',
        table([['Naam', 'Klantnummer', 'Mobiel', 'Geb. datum'], row(first), row(second)]),
      ),
      referral(anneke, [first, second], { waits: true }),
    ),
    mailCase(
      mail(
        'vakjes-onder-elkaar-in-een-cel',
        irene,
        'Aanmelding',
        table([
          ['Naam deelnemer', 'Gijs Werkman'],
          ['Klantnummer', number(boxed)],
          ['Telefoonnummer', mobile(boxed)],
          ['Tolk nodig', '☐ Ja<br>☒ Nee'],
          ['Risico', '☐ laag<br>☐ gemiddeld<br>☒ hoog'],
        ]),
      ),
      referral(irene, [boxed]),
    ),
    mailCase(
      mail(
        'vakjes-op-regels-alleen',
        irene,
        'Aanmelding',
        html(
          `<p>Naam: Tess Aalders</p><p>Klantnummer: 260964</p><p>Mobiel: 06-12340964</p><p>Tolk nodig?</p><p>☒</p><p>Ja</p><p>☐</p><p>Nee</p><p>Groet, Ir&egrave;ne</p>`,
        ),
      ),
      referral(irene, [few(964, 'Tess Aalders', { interpreter: true })]),
    ),
  ]
}

function inLines(): Case[] {
  const child = few(967, 'Noor Kip')
  return [
    mailCase(
      mail(
        'op-een-regel-met-schuine-strepen',
        esther,
        'Aanmelding',
        text(
          'Kandidaat: Ria Vos / Nr. klant: 260965 / Tel: 06-12340965 / Taalvoorkeur: Turks\n\nGroet,\nEsther Kuipers\n',
        ),
      ),
      referral(esther, [few(965, 'Ria Vos', { language: 'tr' })]),
    ),
    mailCase(
      mail(
        'doorgestuurd-ter-verwerking',
        tom,
        'FW: nieuwe klant',
        text(
          'Ter verwerking.\n\nGroet, Tom\n\nVan: Anneke Postma <a.postma@zuiderwaard.example>\nVerzonden: vrijdag 20 november 2026 11:02\nAan: Tom van der Linden <t.vanderlinden@zuiderwaard.example>\nOnderwerp: nieuwe klant\n\nNaam klant: Pim Oosterhof\nKlantnummer: 260966\nMobiel: 06-12340966\n\nGroet,\nAnneke Postma\n06-11112222\n',
        ),
      ),
      referral(tom, [few(966, 'Pim Oosterhof')]),
    ),
    mailCase(
      mail(
        'leeftijd-van-een-kind',
        tom,
        'Aanmelding',
        text(`Naam: Noor Kip\nLeeftijd: 14\nKlantnummer: ${number(child)}\nMobiel: ${mobile(child)}\n\nGroet,\nTom\n`),
      ),
      referral(tom, [child], { waits: true }),
    ),
  ]
}

function inSentences(): Case[] {
  const told = few(968, 'Amal Haddad', {
    birth_date: '1990-06-05',
    language: 'ar',
    interpreter: true,
    risk: 'raised',
    product: 'Taal en Werk',
  })
  return [
    mailCase(
      mail(
        'in-zinnen-met-tolk-en-risico',
        anneke,
        'Aanmelding',
        text(
          `Beste collega,\n\nGraag meld ik mevrouw Amal Haddad bij jullie aan (klantnummer ${number(told)}, geboren 5-6-1990). Zij spreekt Arabisch en een tolk is nodig. Er is een verhoogd risico. Het gaat om het traject Taal en Werk. Ze is bereikbaar op ${mobile(told)}.\n\nMet vriendelijke groet,\nAnneke Postma\n`,
        ),
      ),
      referral(anneke, [told], { waits: true }),
    ),
    mailCase(
      mail(
        'via-deze-weg',
        anneke,
        'Aanmelding',
        text(
          'Beste collega,\n\nVia deze weg wil ik graag een kandidaat aanmelden voor begeleiding naar werk. Hij is gemotiveerd en wil graag aan de slag.\n\nNaam: Joris Kalff\nUniek nummer kandidaat: 260969\nMobiel: 06-12340969\n\nAlvast bedankt!\n\nMet vriendelijke groet,\nAnneke Postma\n',
        ),
      ),
      referral(anneke, [few(969, 'Joris Kalff')], saysMore),
    ),
  ]
}
