import { mailCase, referral, type Case } from './cases.ts'
import { person } from './people.ts'
import { plain } from './plain.ts'
import { senders } from './settings.ts'

const { murat, karin, anneke, esther, lotte, sanne, gerard } = senders

/** Names in parts, with a title, of two families, the other way round. */
export function namedReferrals(): Case[] {
  return [
    mailCase(
      plain(
        'achternaam-voornaam-apart',
        murat,
        'Aanmelding klant',
        `
Achternaam: Berg
Tussenvoegsel: van den
Roepnaam: Johanna
Geboortedatum: 13-05-1977
Klantnummer: 260020
Telefoonnummer: 06-12340020
Taal: Nederlands
Tolk: nee
Traject: Ontwikkeltraject
Risico: laag
Klantregisseur: Murat Aydin
`,
      ),
      referral(murat, [
        person('Johanna van den Berg | 1977-05-13 | 260020 | +31612340020 | - | nl | nee | Ontwikkeltraject | none'),
      ]),
    ),
    mailCase(
      plain(
        'voorletters-en-roepnaam',
        karin,
        'Cliënt aangemeld',
        `
Voorletters: J.M.
Roepnaam: Hanneke
Tussenvoegsel(s): de
Achternaam: Wit
Geslacht: vrouw
Geboortedatum: 4-4-1969
Cliëntnummer: 260021
Telefoon: 06-12340021
Taal: Nederlands
Tolk: nee
Arrangement: Ontwikkelarrangement
Risico: laag
Contactpersoon: Karin Mulder
`,
      ),
      referral(
        karin,
        [person('Hanneke de Wit | 1969-04-04 | 260021 | +31612340021 | - | nl | nee | Ontwikkelarrangement | none')],
        {
          also: {
            'participants.0.name': [
              'J.M. de Wit',
              'J.M. (Hanneke) de Wit',
              'J.M. Hanneke de Wit',
              'Hanneke J.M. de Wit',
            ],
          },
        },
      ),
    ),
    mailCase(
      plain(
        'voorletters-achternaam',
        anneke,
        'Aanmelding',
        `
Achternaam: Haddad
Voorletters: R.
Geboortedatum: 17 november 1981
Registratienummer: ZW-100022
Telefoonnummer: 06-12340022
Voertaal: Frans
Tolk: ja
Voorziening: Werkfit
Risico: laag
Consulent: Anneke Postma
`,
      ),
      referral(anneke, [person('R. Haddad | 1981-11-17 | ZW-100022 | +31612340022 | - | fr | ja | Werkfit | none')]),
    ),
    mailCase(
      plain(
        'dhr-met-twee-achternamen',
        esther,
        'Aanmelding mevrouw',
        `
Cliënt: Mevr. A. Jansen e/v De Groot
Geboortedatum: 25-12-1974
Klantnummer: OM260023
Telefoon: 06-12340023
Taal: Nederlands
Tolk: nee
Traject: Basistraject
Risico: laag
Casemanager: Mw. E. Kuipers
E-mail casemanager: e.kuipers@oostermeer.example
`,
      ),
      referral(
        esther,
        [person('A. Jansen e/v De Groot | 1974-12-25 | OM260023 | +31612340023 | - | nl | nee | Basistraject | none')],
        {
          also: {
            'participants.0.name': [
              'Mevr. A. Jansen e/v De Groot',
              'A. Jansen - De Groot',
              'A. Jansen-De Groot',
              'A. De Groot-Jansen',
            ],
            'consulent.name': ['E. Kuipers', 'Mw. E. Kuipers'],
          },
        },
      ),
    ),
    mailCase(
      plain(
        'naam-met-komma',
        lotte,
        'Kandidaat LON',
        `
Kandidaat: Nguyen, Thi Lan
Geboortedatum: 08-03-1986
Dossiernummer: D-88.0024
Telefoon: 06-12340024
E-mail: thilan@post.example
Taal: Nederlands
Tolk: nee
Productcode: 4
Risico: geen
Klantmanager: Bruins, Lotte
E-mail klantmanager: l.bruins@rsd-liemers.example
`,
      ),
      referral(
        lotte,
        [person('Thi Lan Nguyen | 1986-03-08 | D-88.0024 | +31612340024 | thilan@post.example | nl | nee | 4 | none')],
        {
          also: {
            'participants.0.name': ['Nguyen, Thi Lan'],
            'consulent.name': ['Bruins, Lotte'],
            needs_human: [true],
          },
        },
      ),
    ),
    mailCase(
      plain(
        'naam-met-apostrof-en-tussenvoegsel',
        sanne,
        'Deelnemer',
        `
Voor- en achternaam: Noortje van 't Hof-D’Angelo
Geb. datum: 1-1-1990
Cliëntnr: LL-2026-0025
Tel. mobiel: 06-12340025
Email: noortje@post.example
Taal: Nederlands
Tolk: nee
Traject: Re-integratie perceel 1
Risico: laag
Consulent: Sanne de Boer
`,
      ),
      referral(
        sanne,
        [
          person(
            "Noortje van 't Hof-D’Angelo | 1990-01-01 | LL-2026-0025 | +31612340025 | noortje@post.example | nl | nee | Re-integratie perceel 1 | none",
          ),
        ],
        { also: { 'participants.0.name': ["Noortje van 't Hof-D'Angelo"] } },
      ),
    ),
    mailCase(
      plain(
        'naam-in-hoofdletters',
        gerard,
        'KLANT',
        `
Naam: de heer YUSUF ABDULKADIR JAMA
Geboortedatum: 07-07-1987
Klantnr.: 7-260026
Telefoonnr.: 06-12340026
Taal: Somali
Tolk nodig: Ja / telefonisch
Traject: Stap naar Werk
Risico: laag
Werkcoach: G. Wolters
`,
      ),
      referral(
        gerard,
        [person('Yusuf Abdulkadir Jama | 1987-07-07 | 7-260026 | +31612340026 | - | so | ja | Stap naar Werk | none')],
        {
          also: {
            'consulent.name': ['G. Wolters'],
          },
        },
      ),
    ),
  ]
}
