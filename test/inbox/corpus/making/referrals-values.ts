import { mailCase, orNothing, referral, type Case } from './cases.ts'
import { person } from './people.ts'
import { plain } from './plain.ts'
import { senders } from './settings.ts'

const { henk, karin, tom, joke, sanne, rachid, lotte, irene, gerard } = senders

/** Languages, dates, consulenten and running text that ask for some thought. */
export function thoughtfulReferrals(): Case[] {
  return [
    mailCase(
      plain(
        'nederlands-en-pools',
        henk,
        'Kandidaat',
        `
Kandidaat: Tomasz Zieliński
Geboortedatum: 3/4/1987
Klantnummer: L260036
Telefoon: 06-12340036
Taal: Nederlands en Pools
Tolk: niet nodig
Productcode: 2
Risicoprofiel: (dreigend) problematisch
Klantmanager: Henk Evers
`,
      ),
      referral(
        henk,
        [person('Tomasz Zieliński | 1987-04-03 | L260036 | +31612340036 | - | nl | nee | 2 | problematic')],
        { also: { 'participants.0.language': ['pl'], needs_human: [true] } },
      ),
    ),
    mailCase(
      plain(
        'taal-zonder-iso-code',
        karin,
        'Cliënt',
        `
Naam cliënt: Nadia Azzouzi
Geboortedatum: 29-02-1984
Cliëntnummer: 260037
Telefoon: 06-12340037
Taal: Berbers (Tarifit)
Tolk: ja
Arrangement: Ontwikkelarrangement
Risico: laag
Contactpersoon: Karin Mulder
`,
      ),
      referral(
        karin,
        [person('Nadia Azzouzi | 1984-02-29 | 260037 | +31612340037 | - | - | ja | Ontwikkelarrangement | none')],
        { also: { needs_human: [true] } },
      ),
    ),
    mailCase(
      plain(
        'onmogelijke-geboortedatum',
        tom,
        'Aanmelding',
        `
Naam: Daan Visser
Geboortedatum: 31-02-1990
Registratienummer: ZW-100038
Telefoonnummer: 06-12340038
Voertaal: Nederlands
Tolk: nee
Voorziening: Werkfit
Risico: laag
Consulent: Tom van der Linden
`,
      ),
      referral(tom, [person('Daan Visser | - | ZW-100038 | +31612340038 | - | nl | nee | Werkfit | none')], {
        waits: true,
      }),
    ),
    mailCase(
      plain(
        'zonder-klantnummer',
        joke,
        'Aanmelding klant',
        `
Naam klant: Petra Smulders
Geboortedatum: 9 september 1978
Klantnummer: volgt nog
Telefoonnummer: 06-12340039
Taal: Nederlands
Tolk: nee
Traject: Ontwikkeltraject
Risico: laag
Klantregisseur: Joke van Dijk
`,
      ),
      referral(
        joke,
        [person('Petra Smulders | 1978-09-09 | - | +31612340039 | - | nl | nee | Ontwikkeltraject | none')],
        { waits: true },
      ),
    ),
    mailCase(
      plain(
        'alleen-het-nodige',
        sanne,
        'Deelnemer',
        `
Naam: Ruth Gebreyesus
Telefoon: 06-12340040
Cliëntnummer: LL-2026-0040
`,
      ),
      referral(sanne, [person('Ruth Gebreyesus | - | LL-2026-0040 | +31612340040 | - | - | - | - | -')], {
        also: { needs_human: [true] },
      }),
    ),
    mailCase(
      plain(
        'consulent-op-ander-domein',
        rachid,
        'Kandidaat voor jobcoaching',
        `
Naam kandidaat: Stefan Ivanov
Geboortedatum: 27-04-1982
Klantnummer: 260041
Telefoon: 06-12340041
Taal: Bulgaars
Tolk: ja
Product: Jobcoaching
Risico: laag
Consulent: Dirk Maas
E-mail consulent: dirk.maas@elders.example
`,
      ),
      referral(
        rachid,
        [person('Stefan Ivanov | 1982-04-27 | 260041 | +31612340041 | - | bg | ja | Jobcoaching | none')],
        {
          consulent: { name: 'Dirk Maas', email: 'dirk.maas@elders.example' },
          waits: true,
          also: { 'consulent.email': [null] },
        },
      ),
    ),
    mailCase(
      plain(
        'andere-consulent-zelfde-domein',
        lotte,
        'Namens collega: kandidaat',
        `
Kandidaat: Amira Khalil
Geboortedatum: 14-07-1995
Dossiernummer: D-88.0042
Telefoonnummer: 06-12340042
Taal: Arabisch
Tolk: ja
Productcode: 3
Risicoprofiel: geen risico
Klantmanager: Yvette Hendriks
E-mailadres klantmanager: y.hendriks@rsd-liemers.example

Ingevoerd door Lotte Bruins, administratie.
`,
      ),
      referral(lotte, [person('Amira Khalil | 1995-07-14 | D-88.0042 | +31612340042 | - | ar | ja | 3 | none')], {
        consulent: { name: 'Yvette Hendriks', email: 'y.hendriks@rsd-liemers.example' },
      }),
    ),
    mailCase(
      plain(
        'lopende-tekst',
        irene,
        'Aanmelding mevrouw Popescu',
        `
Goedemiddag,

Graag meld ik mevrouw Elena Popescu bij jullie aan voor een traject taal en werk. Zij is geboren op 11 juni 1988 en
te bereiken op 06-12340043. Haar klantnummer bij ons is 260043. Zij spreekt goed Engels, een tolk is niet nodig.

Ikzelf ben bereikbaar op 06-12349043.

Groeten,
Irène Smeets
`,
      ),
      referral(
        irene,
        [person('Elena Popescu | 1988-06-11 | 260043 | +31612340043 | - | en | nee | taal en werk | -')],
        {
          waits: true,
          also: {
            ...orNothing([
              'name',
              'birth_date',
              'client_number',
              'phone_e164',
              'language',
              'interpreter',
              'municipality',
            ]),
            'participants.0.product': [null, 'traject taal en werk'],
            participants: [[]],
          },
        },
      ),
    ),
    mailCase(
      plain(
        'engels-formulier',
        gerard,
        'Referral',
        `
Name participant: Daniel Okafor
Date of birth: 15-08-1990
Client number: 7-260044
Phone: +31 (0)6 1234 0044
Email: daniel.okafor@post.example
Language: Engels
Interpreter: no
Product: Stap naar Werk
Risk: low
Work coach: Gerard Wolters
`,
      ),
      referral(
        gerard,
        [
          person(
            'Daniel Okafor | 1990-08-15 | 7-260044 | +31612340044 | daniel.okafor@post.example | en | nee | Stap naar Werk | none',
          ),
        ],
        {
          also: {
            needs_human: [true],
            kind: ['not_referral'],
            participants: [[]],
            ...orNothing(['name', 'birth_date', 'client_number', 'language', 'interpreter', 'risk']),
          },
        },
      ),
    ),
  ]
}
