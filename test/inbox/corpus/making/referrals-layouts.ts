import { mailCase, orNothing, referral, type Case, saysMore } from './cases.ts'
import { person } from './people.ts'
import { plain } from './plain.ts'
import { senders } from './settings.ts'

const { pieter, murat, karin, henk, tom, gerard, esther, joke } = senders

/** Lines with a label, laid out in every way. */
export function laidOutReferrals(): Case[] {
  return [
    mailCase(
      plain(
        'genummerde-labels',
        pieter,
        'Formulier deelnemer',
        `
1. Naam deelnemer: Hawa Abdi Warsame
2. Geboortedatum: 5 mei 1991
3. Cliëntnummer: LL-2026-0010
4. Telefoonnummer: 06-12340010
5. E-mailadres: hawa.warsame@post.example
6. Taal: Somalisch
7. Tolk nodig: ja
8. Traject: Re-integratie perceel 1
9. Risicoprofiel: gemiddeld
10. Werkconsulent: Pieter Hoekstra
11. E-mailadres consulent: p.hoekstra@lansingerland.example
`,
      ),
      referral(pieter, [
        person(
          'Hawa Abdi Warsame | 1991-05-05 | LL-2026-0010 | +31612340010 | hawa.warsame@post.example | so | ja | Re-integratie perceel 1 | raised',
        ),
      ]),
    ),
    mailCase(
      plain(
        'streepjes-en-sterren',
        murat,
        'Nieuwe klant',
        `
*Naam klant:* Kees Bakker
*Geboortedatum:* 14-02-1972
- Klantnummer: 260011
- Telefoonnummer: 06.12.34.00.11
• E-mail: keesbakker72@post.example
• Taal: Nederlands
* Tolk: nee
* Traject: Sociale activering
– Risico: hoog
**Klantregisseur**: Murat Aydin
**E-mail klantregisseur**: murat.aydin@tilburg.example
`,
      ),
      referral(murat, [
        person(
          'Kees Bakker | 1972-02-14 | 260011 | +31612340011 | keesbakker72@post.example | nl | nee | Sociale activering | problematic',
        ),
      ]),
    ),
    mailCase(
      plain(
        'tabs-en-puntjes',
        karin,
        'Cliënt activerend werk',
        `
Naam cliënt\t\t: Mohamed Ait Brahim
Geboortedatum\t\t: 28-10-1985
Cliëntnummer ........ : 260012
Telefoonnummer ...... 06-12340012
E-mailadres\t\tm.aitbrahim@post.example
Taal\t\t\tNederlands
Tolk\t\t\tnee
Arrangement ......... Stabiel arrangement
Risicoprofiel\t\tlaag
Contactpersoon lokale toegang\tKarin Mulder
E-mail contactpersoon\tk.mulder@arnhem.example
`,
      ),
      referral(karin, [
        person(
          'Mohamed Ait Brahim | 1985-10-28 | 260012 | +31612340012 | m.aitbrahim@post.example | nl | nee | Stabiel arrangement | none',
        ),
      ]),
    ),
    mailCase(
      plain(
        'waarde-op-volgende-regel',
        henk,
        'Aanmelding',
        `
Naam kandidaat:
Tesfay Kidane Woldu

Geboortedatum:
11-11-1988

Klantnummer:
L260013

Telefoonnummer:
06-12340013

E-mailadres:
tesfay.kw@post.example

Taal:
Tigrinya

Tolk:
Ja

Productcode:
1

Risicoprofiel:
Geen

Klantmanager:
Henk Evers

E-mail klantmanager:
h.evers@rsd-liemers.example
`,
      ),
      referral(henk, [
        person(
          'Tesfay Kidane Woldu | 1988-11-11 | L260013 | +31612340013 | tesfay.kw@post.example | ti | ja | 1 | none',
        ),
      ]),
    ),
    mailCase(
      plain(
        'tikfouten-in-labels',
        tom,
        'aanmelding kandiaat',
        `
Naam kandiaat: Yvonne Schippers
Geboortdatum: 2-3-1964
Klantnumer: ZW-100014
Telefoonummer: 06 12340014
Emial: y.schippers@post.example
Taaal: Nederlands
Tolk nodg: nee
Trajekt: Werkervaring
Risicoprofil: laag
Consulet: Tom van der Linden
E-mail consulet: t.vanderlinden@zuiderwaard.example
`,
      ),
      referral(
        tom,
        [
          person(
            'Yvonne Schippers | 1964-03-02 | ZW-100014 | +31612340014 | y.schippers@post.example | nl | nee | Werkervaring | none',
          ),
        ],
        { also: { needs_human: [true] } },
      ),
    ),
    mailCase(
      plain(
        'is-gelijk-en-pijltjes',
        gerard,
        'Gegevens klant',
        `
Naam klant = Ömer Çelik
Geboortedatum = 19-08-1999
Klantnummer = 7-260015
Mobiel = 06-12340015
E-mail = omer.celik@post.example
Taal = Turks
Tolk = nee
Traject > Jongeren aan de slag
Risico > verhoogd
Werkcoach = Gerard Wolters
`,
      ),
      referral(
        gerard,
        [
          person(
            'Ömer Çelik | 1999-08-19 | 7-260015 | +31612340015 | omer.celik@post.example | tr | nee | Jongeren aan de slag | raised',
          ),
        ],
        { also: { needs_human: [true], ...orNothing(['product', 'risk']) } },
      ),
    ),
    mailCase(
      plain(
        'twee-op-een-regel',
        esther,
        'Aanmelding cliënt',
        `
Naam: Zainab Mohammadi     Geboortedatum: 06-06-1992
Klantnummer: OM260016      Telefoon: 06-12340016
E-mail: zainab.m@post.example      Taal: Dari
Tolk: ja      Traject: Basistraject      Risico: laag
Consulent: Esther Kuipers      E-mail consulent: e.kuipers@oostermeer.example
`,
      ),
      referral(
        esther,
        [
          person(
            'Zainab Mohammadi | 1992-06-06 | OM260016 | +31612340016 | zainab.m@post.example | fa | ja | Basistraject | none',
          ),
        ],
        { also: { 'participants.0.language': [null], needs_human: [true] } },
      ),
    ),
    mailCase(
      plain(
        'flowed-lange-opmerkingen',
        joke,
        'Aanmelding klant',
        `
Opmerkingen: Klant heeft eerder bij een andere organisatie gelopen, dat was \nin 2019. Bel liefst na 13.00 uur, dan is hij thuis. Zijn buurvrouw (06-12349917) \nkan helpen met vervoer. Afspraak op 14-12-2026 komt niet uit.
Naam klant: Ronald Fens
Geboortedatum: 8 augustus 1970
Klantnummer: 260017
Telefoonnummer: 06-12340017
E-mail: ronaldfens@post.example
Taal: Nederlands
Tolk: nee
Traject: Ontwikkeltraject 12 maanden
Risico: laag
Klantregisseur: Joke van Dijk
`,
        { flowed: true },
      ),
      referral(
        joke,
        [
          person(
            'Ronald Fens | 1970-08-08 | 260017 | +31612340017 | ronaldfens@post.example | nl | nee | Ontwikkeltraject 12 maanden | none',
          ),
        ],
        saysMore,
      ),
    ),
    mailCase(
      plain(
        'twee-deelnemers-onder-elkaar',
        pieter,
        'Twee aanmeldingen',
        `
Beste collega, hierbij twee deelnemers.

Deelnemer 1
Naam deelnemer: Ingrid Vos
Geboortedatum: 10-10-1975
Cliëntnummer: LL-2026-0018
Telefoonnummer: 06-12340018
Taal: Nederlands
Tolk: nee
Traject: Re-integratie perceel 2
Risico: laag

Deelnemer 2
Naam deelnemer: Bilal Osman
Geboortedatum: 20-12-1993
Cliëntnummer: LL-2026-0019
Telefoonnummer: 06-12340019
Taal: Arabisch
Tolk: ja
Traject: Z-route
Risico: verhoogd

Werkconsulent: Pieter Hoekstra
E-mail werkconsulent: p.hoekstra@lansingerland.example
`,
      ),
      referral(
        pieter,
        [
          person(
            'Ingrid Vos | 1975-10-10 | LL-2026-0018 | +31612340018 | - | nl | nee | Re-integratie perceel 2 | none',
          ),
          person('Bilal Osman | 1993-12-20 | LL-2026-0019 | +31612340019 | - | ar | ja | Z-route | raised'),
        ],
        { also: { needs_human: [true] } },
      ),
    ),
  ]
}
