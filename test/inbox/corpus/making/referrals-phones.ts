import { mailCase, referral, type Case } from './cases.ts'
import { person } from './people.ts'
import { plain } from './plain.ts'
import { senders } from './settings.ts'

const { joke, tom, irene, murat, bram, pieter, esther, anneke, gerard } = senders

/** Phone numbers in every way of writing, and those that are somebody else's. */
export function phonedReferrals(): Case[] {
  return [
    mailCase(
      plain(
        'vast-voor-mobiel',
        joke,
        'Aanmelding',
        `
Naam klant: Els Timmermans
Geboortedatum: 15-03-1966
Klantnummer: 260027
Telefoon vast: 013 - 542 00 27
Telefoon mobiel: 06 - 1234 0027
Taal: Nederlands
Tolk: nee
Traject: Ontwikkeltraject
Risico: laag
Klantregisseur: Joke van Dijk, 013-5420001
`,
      ),
      referral(
        joke,
        [person('Els Timmermans | 1966-03-15 | 260027 | +31612340027 | - | nl | nee | Ontwikkeltraject | none')],
        { also: { 'consulent.name': ['Joke van Dijk, 013-5420001'] } },
      ),
    ),
    mailCase(
      plain(
        'vast-en-mobiel-in-een-veld',
        tom,
        'Nieuwe cliënt',
        `
Cliënt: Gerrit Hofman
Geboortedatum: 22-09-1961
Cliëntnummer: ZW-100028
Telefoon: 0594-512028 / 06-12340028
Voertaal: Nederlands
Tolk: nee
Voorziening: Werkervaring
Risico: laag
Consulent: Tom van der Linden
`,
      ),
      referral(
        tom,
        [person('Gerrit Hofman | 1961-09-22 | ZW-100028 | +31612340028 | - | nl | nee | Werkervaring | none')],
        { also: { needs_human: [true] } },
      ),
    ),
    mailCase(
      plain(
        'alleen-vast-nummer',
        irene,
        'Aanmelding inwoner',
        `
Naam inwoner: Truus Peeters
Geboortedatum: 30-01-1963
Klantnummer: 260029
Telefoonnummer: (0529) 48 20 29
Taal: Nederlands
Tolk: nee
Traject: Taal en werk
Risico: laag
Consulent: Irène Smeets
`,
      ),
      referral(
        irene,
        [person('Truus Peeters | 1963-01-30 | 260029 | +31529482029 | - | nl | nee | Taal en werk | none')],
        { also: { needs_human: [true] } },
      ),
    ),
    mailCase(
      plain(
        'eigen-nummer-en-dat-van-dochter',
        murat,
        'Aanmelding klant',
        `
Naam klant: Hüseyin Demir
Geboortedatum: 02-02-1965
Klantnummer: 260030
Telefoonnummer: 06-12340030 (eigen), bij geen gehoor dochter Elif: 06-12349930
Taal: Turks
Tolk: ja
Traject: Sociale activering
Risico: laag
Klantregisseur: Murat Aydin
`,
      ),
      referral(
        murat,
        [person('Hüseyin Demir | 1965-02-02 | 260030 | +31612340030 | - | tr | ja | Sociale activering | none')],
        { also: { needs_human: [true] } },
      ),
    ),
    mailCase(
      plain(
        'bereikbaar-via-dochter',
        bram,
        'Inwoner bereikbaar via dochter',
        `
Inwoner: Halima Bouzid
Geboortedatum: 12 maart 1967
Cliëntnummer: 260031
Telefoonnummer: bereikbaar via dochter, 06-12349931
Taal: Marokkaans Arabisch
Tolk: ja
Arrangement: Stabiel arrangement
Risico: laag
Regisseur: Bram Verhoeven
`,
      ),
      referral(
        bram,
        [person('Halima Bouzid | 1967-03-12 | 260031 | +31612349931 | - | ar | ja | Stabiel arrangement | none')],
        { waits: true, also: { 'participants.0.phone_e164': [null] } },
      ),
    ),
    mailCase(
      plain(
        'nummer-alleen-in-handtekening',
        pieter,
        'Aanmelding deelnemer',
        `
Naam deelnemer: Jordy Willemsen
Geboortedatum: 18-06-2000
Cliëntnummer: LL-2026-0032
Telefoonnummer:
E-mail: jordy@post.example
Taal: Nederlands
Tolk: nee
Traject: Re-integratie perceel 2
Risico: laag
Werkconsulent: Pieter Hoekstra

Met vriendelijke groet,
Pieter Hoekstra
Werkconsulent
Telefoon: 06-12349032
p.hoekstra@lansingerland.example
`,
      ),
      referral(
        pieter,
        [
          person(
            'Jordy Willemsen | 2000-06-18 | LL-2026-0032 | - | jordy@post.example | nl | nee | Re-integratie perceel 2 | none',
          ),
        ],
        { waits: true },
      ),
    ),
    mailCase(
      plain(
        'telefoon-onbekend',
        esther,
        'Aanmelding',
        `
Naam cliënt: Marek Nowak
Geboortedatum: 24-10-1989
Klantnummer: OM260033
Telefoonnummer: onbekend
E-mail: geen
Taal: Pools
Tolk: ja
Traject: Basistraject
Risico: onbekend
Casemanager: Esther Kuipers
`,
      ),
      referral(esther, [person('Marek Nowak | 1989-10-24 | OM260033 | - | - | pl | ja | Basistraject | -')], {
        waits: true,
      }),
    ),
    mailCase(
      plain(
        'telefoon-een-cijfer-te-weinig',
        anneke,
        'Aanmelding',
        `
Naam: Corrie Meijer
Geboortedatum: 6-12-1971
Registratienummer: ZW-100034
Telefoonnummer: 06-1234003
Voertaal: Nederlands
Tolk: nee
Voorziening: Werkfit
Risico: laag
Consulent: Anneke Postma
`,
      ),
      referral(anneke, [person('Corrie Meijer | 1971-12-06 | ZW-100034 | - | - | nl | nee | Werkfit | none')], {
        waits: true,
      }),
    ),
    mailCase(
      plain(
        'buitenlands-nummer',
        gerard,
        'Klant met Pools nummer',
        `
Naam klant: Zofia Lewandowska
Geboortedatum: 16-05-1997
Klantnummer: 7-260035
Mobiel: +48 512 340 035
Taal: Pools
Tolk: nee
Traject: Stap naar Werk
Risico: laag
Werkcoach: Gerard Wolters
`,
      ),
      referral(
        gerard,
        [person('Zofia Lewandowska | 1997-05-16 | 7-260035 | +48512340035 | - | pl | nee | Stap naar Werk | none')],
        { also: { needs_human: [true] } },
      ),
    ),
  ]
}
