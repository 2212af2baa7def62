import { mailCase, referral, type Case, saysMore } from './cases.ts'
import { person } from './people.ts'
import { plain } from './plain.ts'
import { senders } from './settings.ts'

const { joke, sanne, lotte, bram, esther, anneke, gerard, irene, rachid } = senders

/** Lines with a label, in the words and the order of different municipalities. */
export function usualReferrals(): Case[] {
  return [
    mailCase(
      plain(
        'klant-compleet',
        joke,
        'Aanmelding ontwikkeltraject',
        `
Goedemorgen,

Hierbij de aanmelding van een klant voor een ontwikkeltraject.

Naam klant: Fatma Yılmaz
Geboortedatum: 3 april 1987
Klantnummer: 260001
Telefoon: 06-12340001
E-mail: f.yilmaz@post.example
Taal: Turks
Tolk: ja
Gemeente: Tilburg
Traject: Ontwikkeltraject 6 maanden
Risicoprofiel: verhoogd
Klantregisseur: Joke van Dijk
E-mail klantregisseur: j.vandijk@tilburg.example
Opmerkingen: mevrouw kan niet op maandag.

Met vriendelijke groet,

Joke van Dijk
klantregisseur
Gemeente Tilburg
T 013-5420001 | M 06-12349001
`,
      ),
      referral(
        joke,
        [
          person(
            'Fatma Yılmaz | 1987-04-03 | 260001 | +31612340001 | f.yilmaz@post.example | tr | ja | Ontwikkeltraject 6 maanden | raised',
          ),
        ],
        saysMore,
      ),
    ),
    mailCase(
      plain(
        'deelnemer-andere-volgorde',
        sanne,
        'Nieuwe deelnemer Z-route',
        `
Product: Z-route
Risico: laag
Tolk nodig?: nee
Voertaal: Tigrinya
Mobiel: 06 12 34 00 02
Mailadres: samuel.t@post.example
Cliëntnummer: LL-2026-0002
Geb.datum: 12-06-1994
Naam deelnemer: Samuel Tesfamichael
Werkconsulent: Sanne de Boer
E-mailadres werkconsulent: s.deboer@lansingerland.example

Groet,
Sanne
`,
      ),
      referral(sanne, [
        person(
          'Samuel Tesfamichael | 1994-06-12 | LL-2026-0002 | +31612340002 | samuel.t@post.example | ti | nee | Z-route | none',
        ),
      ]),
    ),
    mailCase(
      plain(
        'kandidaat-productcode',
        lotte,
        'Opdracht LON kandidaat',
        `
Beste collega's,

Graag een afspraak met onderstaande kandidaat.

Kandidaat: Agnieszka Wiśniewska-Kowalczyk
Geboren op: 1979-11-23
Dossiernummer: D-88.0003
Tel.: +31 6 12340003
E-mail kandidaat: agnieszka.wk@post.example
Spreekt: Pools
Tolk gewenst: telefonisch, Pools
Productcode: 3
Risicoprofiel: verhoogd risico
Gemeente: Zevenaar
Klantmanager: Lotte Bruins
Mail klantmanager: l.bruins@rsd-liemers.example

Vriendelijke groet,
Lotte Bruins | klantmanager | 0316-123403 | aanwezig ma t/m do
`,
      ),
      referral(lotte, [
        person(
          'Agnieszka Wiśniewska-Kowalczyk | 1979-11-23 | D-88.0003 | +31612340003 | agnieszka.wk@post.example | pl | ja | 3 | raised | Zevenaar',
        ),
      ]),
    ),
    mailCase(
      plain(
        'inwoner-lokaal-team',
        bram,
        'Toewijzing activerend werk',
        `
Inwoner: Ahmad Al-Khatib
Geboortedatum: 03-04-87
Cliëntnummer: A 260004
Telefoonnummer inwoner: 0031 6 12 34 00 04
E-mailadres inwoner: ahmad.alkhatib@post.example
Moedertaal: Arabisch (Syrisch)
Tolk nodig: ja, bij het eerste gesprek
Soort arrangement: Ontwikkelarrangement
Risico: gemiddeld
Gemeente: Arnhem
Regisseur: Bram Verhoeven
E-mail regisseur: bram.verhoeven@lokaleteams-arnhem.example
`,
        { trust: 'verified-opendkim' },
      ),
      referral(
        bram,
        [
          person(
            'Ahmad Al-Khatib | 1987-04-03 | A 260004 | +31612340004 | ahmad.alkhatib@post.example | ar | ja | Ontwikkelarrangement | raised',
          ),
        ],
        { also: { 'participants.0.client_number': ['A260004'] } },
      ),
    ),
    mailCase(
      plain(
        'client-casemanager',
        esther,
        'Aanmelding re-integratie',
        `
AANMELDFORMULIER RE-INTEGRATIE

NAAM CLIËNT: Oksana Kovalenko
GEBOORTEDATUM: 9/12/1990
CLIËNTNUMMER: OM260005
TELEFOONNUMMER: 06 - 12 34 00 05
E-MAILADRES: oksana.kovalenko@post.example
TAAL: Oekraïens
TOLK: nee
TRAJECT: Basistraject
RISICO: hoog
CASEMANAGER: Esther Kuipers
E-MAIL CASEMANAGER: e.kuipers@oostermeer.example
`,
        {
          trust: 'verified-zivver',
          headers: ['X-Zivver-Transport: 1', 'References: <zivver-sdr-5b1b5f0e-2f5c-4c1a-9a55-0d6b7f3d9a11>'],
        },
      ),
      referral(esther, [
        person(
          'Oksana Kovalenko | 1990-12-09 | OM260005 | +31612340005 | oksana.kovalenko@post.example | uk | nee | Basistraject | problematic',
        ),
      ]),
    ),
    mailCase(
      plain(
        'belanghebbende-zonder-contractbestand',
        anneke,
        'Verwijzing belanghebbende',
        `
Geachte heer/mevrouw,

Met deze mail verwijs ik onderstaande belanghebbende naar u door.

Belanghebbende: Willem de Graaf
Geboortedatum: 21 januari 1968
Debiteurnummer: n.v.t.
Registratienummer: ZW-100006
Telefoonnummer: 0612340006
E-mailadres: willemdegraaf@post.example
Voertaal: Nederlands
Tolk noodzakelijk: n.v.t.
Voorziening: Werkfit
Risico-inschatting: laag
Inkomensconsulent: Anneke Postma
E-mail: a.postma@zuiderwaard.example

Hoogachtend,
A. Postma, inkomensconsulent, tel. (0594) 123 406
`,
      ),
      referral(
        anneke,
        [
          person(
            'Willem de Graaf | 1968-01-21 | ZW-100006 | +31612340006 | willemdegraaf@post.example | nl | nee | Werkfit | none',
          ),
        ],
        { also: { 'participants.0.interpreter': [null] } },
      ),
    ),
    mailCase(
      plain(
        'werkzoekende-werkcoach',
        gerard,
        'Werkzoekende voor Stap naar Werk',
        `
Dag,

Gegevens werkzoekende
---------------------
Naam werkzoekende: Mehari Ghebremedhin
Geboortedatum: 01.02.1996
Klantnr: 7-260007
Mobiele telefoon: 0031(0)6-12340007
Mail: mehari96@post.example
Taal werkzoekende: Tigrinya
Tolk: ja
Traject: Stap naar Werk
Risico op uitval: gemiddeld

Gegevens werkcoach
------------------
Naam werkcoach: Gerard Wolters
Telefoon werkcoach: 06-12349007
E-mail werkcoach: g.wolters@werkplein-ijsselveen.example
`,
      ),
      referral(gerard, [
        person(
          'Mehari Ghebremedhin | 1996-02-01 | 7-260007 | +31612340007 | mehari96@post.example | ti | ja | Stap naar Werk | raised',
        ),
      ]),
    ),
    mailCase(
      plain(
        'inwoner-blokken',
        irene,
        'Aanmelding inwoner',
        `
Consulent
Naam: Irène Smeets
Telefoon: 06-12349008
E-mail: i.smeets@ijsselveen.example

Inwoner
Naam: Parisa Hosseini
Telefoon: 06-12340008
E-mail: parisa.h@post.example
Geboortedatum: 30-09-1983
Klantnummer: 260008
Taal: Farsi
Tolk: nee
Gemeente: IJsselveen
Traject: Taal en werk
Risico: laag
`,
      ),
      referral(
        irene,
        [
          person(
            'Parisa Hosseini | 1983-09-30 | 260008 | +31612340008 | parisa.h@post.example | fa | nee | Taal en werk | none',
          ),
        ],
        { also: { needs_human: [true] } },
      ),
    ),
    mailCase(
      plain(
        'regisseur-voor-de-deelnemer',
        rachid,
        'WSP: nieuwe kandidaat',
        `
Naam klantmanager: Rachid el Amrani
Telefoon klantmanager: 020-1234009
E-mail klantmanager: r.elamrani@wsp-oostermeer.example
Naam kandidaat: Priscilla Martina
Telefoon kandidaat: 06-12340009
E-mail kandidaat: priscilla.martina@post.example
Geboortedatum kandidaat: 17-07-2001
Klantnummer: 260009
Taal: Nederlands
Tolk: nee
Product: Jobcoaching
Risico: geen
`,
      ),
      referral(rachid, [
        person(
          'Priscilla Martina | 2001-07-17 | 260009 | +31612340009 | priscilla.martina@post.example | nl | nee | Jobcoaching | none',
        ),
      ]),
    ),
  ]
}
