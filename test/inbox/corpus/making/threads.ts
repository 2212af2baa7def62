import { correction, mailCase, other, referral, type Case } from './cases.ts'
import { idOf, type Mail } from './message.ts'
import { alternative, file, mixed, text } from './parts.ts'
import { form, person, someone } from './people.ts'
import { senders } from './settings.ts'

const { joke, murat, sanne, pieter, lotte, henk, karin, esther, anneke, gerard, irene, rachid } = senders

const receipt = (what: string): string => idOf(`ontvangst ${what}`, 'werkwijzer.example')
const threaded = (what: string, more = ''): string[] => [
  `In-Reply-To: ${receipt(what)}`,
  `References: ${more}${receipt(what)}`,
]

const citedReceipt =
  '\nVan: Aanmelding <aanmelding@verwijzing.werkwijzer.example>\nVerzonden: maandag 2 november 2026 09:01\nAan: consulent\nOnderwerp: Uw aanmelding is ontvangen [OPK-7F3K2Q]\n\nGoedendag,\n\nWij hebben uw aanmelding ontvangen. U hoort binnen twee werkdagen van ons.\n'

/** What comes after the first mail: answers, changes, and the same thing again. */
export function threads(): Case[] {
  return [...replies(), ...corrections(), ...withdrawals(), ...duplicates()]
}

function replies(): Case[] {
  const old = someone(106, 'Rosa Fernandes')
  return [
    mailCase(
      {
        what: 'antwoord-op-ontvangst',
        from: joke,
        subject: 'RE: Uw aanmelding is ontvangen [OPK-7F3K2Q]',
        content: text(`Dank, fijn dat het zo snel gaat!\n\nGroet,\nJoke van Dijk\n013-5420001\n${citedReceipt}`),
        headers: threaded('a'),
      },
      other('reply', joke),
    ),
    mailCase(
      {
        what: 'antwoord-met-vraag',
        from: sanne,
        subject: 'RE: Uw aanmelding is ontvangen [OPK-9D2M4W]',
        content: alternative(
          'Kan de intake ook op donderdag?\n',
          `<p>Kan de intake ook op donderdag?</p><blockquote>${citedReceipt.replaceAll('\n', '<br>')}</blockquote>`,
        ),
        headers: threaded('b'),
      },
      other('reply', sanne),
    ),
    mailCase(
      {
        what: 'antwoord-met-zivver-verwijzing',
        from: esther,
        subject: 'Re: Niet verschenen op de intake [OPK-3B8H7T]',
        content: text('Ik heb hem gesproken, hij was ziek. Plan maar opnieuw in.\n\nEsther\n'),
        headers: threaded('c', '<zivver-sdr-5b1b5f0e-2f5c-4c1a-9a55-0d6b7f3d9a11> '),
        trust: 'verified-zivver',
      },
      other('reply', esther),
    ),
    mailCase(
      {
        what: 'antwoord-met-oud-formulier-eronder',
        from: karin,
        subject: 'RE: Uw aanmelding is ontvangen [OPK-5Q1Z8R]',
        content: text(`Prima, dank je wel.\n\nKarin\n${citedReceipt}\n> ${form(old).replaceAll('\n', '\n> ')}\n`),
        headers: threaded('d'),
      },
      other('reply', karin),
    ),
    mailCase(
      {
        what: 'antwoord-met-gevraagd-telefoonnummer',
        from: anneke,
        subject: 'RE: Wij missen nog iets in uw aanmelding [OPK-2W6N9C]',
        content: text(
          `Het telefoonnummer is 06-12340034.\n\nAnneke\n\nOp 5 november 2026 schreef Aanmelding:\n> Wij missen het telefoonnummer in uw aanmelding.\n`,
        ),
        headers: threaded('e'),
      },
      other('reply', anneke, {
        also: {
          kind: ['correction'],
          participants: [
            [
              {
                name: null,
                phone_e164: '+31612340034',
                client_number: null,
                email: null,
                birth_date: null,
                language: null,
                interpreter: null,
                municipality: 'Zuiderwaard',
                product: null,
                risk: null,
              },
            ],
            [
              {
                name: null,
                phone_e164: '+31612340034',
                client_number: null,
                email: null,
                birth_date: null,
                language: null,
                interpreter: null,
                municipality: null,
                product: null,
                risk: null,
              },
            ],
          ],
        },
      }),
    ),
    mailCase(
      {
        what: 'antwoord-met-bijlage',
        from: gerard,
        subject: 'Antw: Verslag van de intake [OPK-8X4V1L]',
        content: mixed(
          text('Zie bijlage, akkoord.\n'),
          file('akkoord.txt', 'text/plain', Buffer.from('Akkoord met het plan.\r\n')),
        ),
        headers: threaded('f'),
      },
      other('reply', gerard),
    ),
    // Somebody else's domain: whoever knows a reference does not get into a file with it.
    mailCase(
      {
        what: 'antwoord-van-vreemde',
        from: { name: 'J. van Dijk', address: 'jvandijk@post.example' },
        subject: 'RE: Uw aanmelding is ontvangen [OPK-7F3K2Q]',
        content: text('Kunt u mij het dossier nog eens sturen?\n'),
        headers: threaded('a'),
      },
      other(
        'not_referral',
        { name: 'J. van Dijk', address: 'jvandijk@post.example' },
        { also: { kind: ['suspicious', 'reply'] } },
      ),
    ),
    // Only the service's own id, the same in each of its mails: no thread of ours.
    mailCase(
      {
        what: 'nieuw-met-alleen-zivver-verwijzing',
        from: esther,
        subject: 'Aanmelding',
        content: text(`${form(someone(601, 'Hidde Postmus'))}\nCasemanager: Esther Kuipers\n`),
        headers: ['References: <zivver-sdr-5b1b5f0e-2f5c-4c1a-9a55-0d6b7f3d9a11>', 'X-Zivver-Transport: 1'],
        trust: 'verified-zivver',
      },
      referral(esther, [someone(601, 'Hidde Postmus')]),
    ),
  ]
}

const afresh = (
  mail: Pick<Mail, 'what' | 'from' | 'subject'>,
  words: string,
  headers: readonly string[] = [],
): Mail => ({ ...mail, content: text(words), headers })

function corrections(): Case[] {
  return [
    mailCase(
      afresh(
        { what: 'correctie-telefoonnummer', from: joke, subject: 'Correctie aanmelding' },
        `Goedemiddag,\n\nIk had een verkeerd nummer doorgegeven.\n\nNaam klant: Petra Smulders\nNieuw telefoonnummer: 06-12340602\n(was 06-12340039)\n\nGroet,\nJoke van Dijk\nM 06-12349001\n`,
      ),
      correction(joke, person('Petra Smulders | - | - | +31612340602 | - | - | - | - | -'), {
        also: { 'participants.0.phone_e164': [null] },
      }),
    ),
    mailCase(
      afresh(
        { what: 'correctie-op-ontvangst', from: pieter, subject: 'RE: Uw aanmelding is ontvangen [OPK-4T9B6Y]' },
        `Let op: de geboortedatum klopt niet, dat moet 18-06-2001 zijn. Het gaat om Jordy Willemsen, cliëntnummer LL-2026-0032.\n\nPieter\n${citedReceipt}`,
        threaded('g'),
      ),
      correction(pieter, person('Jordy Willemsen | 2001-06-18 | LL-2026-0032 | - | - | - | - | - | -'), {
        also: {
          kind: ['reply'],
          participants: [[]],
          'participants.0.birth_date': [null],
          'participants.0.client_number': [null],
        },
      }),
    ),
    mailCase(
      afresh(
        { what: 'correctie-heel-formulier', from: lotte, subject: 'GEWIJZIGD: kandidaat Amira Khalil' },
        'Wijziging op de eerdere aanmelding: ander telefoonnummer.\n\nKandidaat: Amira Khalil\nGeboortedatum: 14-07-1995\nDossiernummer: D-88.0042\nTelefoonnummer: 06-12340603\nTaal: Arabisch\nTolk: ja\nProductcode: 3\nRisicoprofiel: geen risico\nKlantmanager: Yvette Hendriks\nE-mailadres klantmanager: y.hendriks@rsd-liemers.example\n',
      ),
      correction(lotte, person('Amira Khalil | 1995-07-14 | D-88.0042 | +31612340603 | - | ar | ja | 3 | none'), {
        consulent: { name: 'Yvette Hendriks', email: 'y.hendriks@rsd-liemers.example' },
        also: {
          'consulent.name': [null, 'Lotte Bruins'],
          'consulent.email': [null, lotte.address],
          'participants.0.name': ['Amira Khalil'],
        },
      }),
    ),
    mailCase(
      afresh(
        { what: 'correctie-risico', from: henk, subject: 'Aanpassing risicoprofiel' },
        'Kandidaat: Tesfay Kidane Woldu\nKlantnummer: L260013\n\nHet risicoprofiel van bovenstaande kandidaat moet worden aangepast.\nRisicoprofiel: verhoogd (was: geen)\n\nHenk\n',
      ),
      correction(henk, person('Tesfay Kidane Woldu | - | L260013 | - | - | - | - | - | raised'), {
        also: { 'participants.0.client_number': [null], 'participants.0.risk': [null] },
      }),
    ),
  ]
}

function withdrawals(): Case[] {
  const gone = (what: string, from: Mail['from'], subject: string, words: string, row: string): Case =>
    mailCase(
      afresh({ what, from, subject }, words),
      correction(from, person(row), {
        also: { 'participants.0.client_number': [null], 'participants.0.birth_date': [null] },
      }),
    )
  return [
    gone(
      'ingetrokken',
      karin,
      'Intrekken aanmelding',
      'Hierbij trek ik de aanmelding van Mohamed Ait Brahim (cliëntnummer 260012) in.\n\nKarin Mulder\n',
      'Mohamed Ait Brahim | - | 260012 | - | - | - | - | - | -',
    ),
    gone(
      'verhuisd',
      murat,
      'Klant verhuisd',
      'Goedemorgen,\n\nNaam klant: Kees Bakker\nKlantnummer: 260011\n\nMeneer is per 1 december verhuisd naar een andere gemeente. Graag het traject stoppen.\n\nMurat\n',
      'Kees Bakker | - | 260011 | - | - | - | - | - | -',
    ),
    gone(
      'heeft-werk',
      irene,
      'Parisa Hosseini heeft werk',
      'Goed nieuws: Parisa Hosseini, klantnummer 260008, heeft werk gevonden. De aanmelding kan vervallen.\n\nIrène\n06-12349008\n',
      'Parisa Hosseini | - | 260008 | - | - | - | - | - | -',
    ),
    gone(
      'trek-in-zonder-nummer',
      gerard,
      'Trek aanmelding in',
      'Hoi, trek de aanmelding van Zofia Lewandowska maar in, de uitkering is beëindigd.\n\nGerard\n',
      'Zofia Lewandowska | - | - | - | - | - | - | - | -',
    ),
    gone(
      'overleden',
      anneke,
      'Overlijden klant',
      'Helaas moet ik melden dat de heer Willem de Graaf (registratienummer ZW-100006) is overleden. Wilt u geen berichten meer sturen?\n\nAnneke Postma\n',
      'Willem de Graaf | - | ZW-100006 | - | - | - | - | - | -',
    ),
    mailCase(
      afresh(
        {
          what: 'ingetrokken-door-vreemde',
          from: { name: 'Murat Aydin', address: 'murataydin@post.example' },
          subject: 'Intrekken',
        },
        'Trek de aanmelding van Fatma Yılmaz in.\n',
      ),
      correction(
        { name: 'Murat Aydin', address: 'murataydin@post.example' },
        person('Fatma Yılmaz | - | - | - | - | - | - | - | -'),
        { also: { kind: ['suspicious', 'not_referral'], participants: [[]] } },
      ),
    ),
    mailCase(
      {
        ...afresh(
          { what: 'outlook-intrekking', from: rachid, subject: 'Intrekken: Kandidaat voor jobcoaching' },
          'Rachid el Amrani wil het bericht "Kandidaat voor jobcoaching" intrekken.\n',
        ),
      },
      recalled(rachid),
    ),
    mailCase(
      {
        ...afresh(
          { what: 'outlook-recall', from: sanne, subject: 'Recall: Deelnemer' },
          'Sanne de Boer would like to recall the message, "Deelnemer".\n',
        ),
      },
      recalled(sanne),
    ),
  ]
}

/** A recall names a mail and nobody in it. */
function recalled(from: Mail['from']): Case['expected'] {
  const expected = correction(from, {})
  return { ...expected, participants: [], also: { 'consulent.name': [null], 'consulent.email': [null] } }
}

function duplicates(): Case[] {
  const first = someone(604, 'Bas Kuijpers')
  const second = someone(605, 'Nikki Roos')
  const third = someone(606, 'Farid Nasser', { language: 'ar', interpreter: true })
  const body = (one: typeof first): string => `${form(one)}\nKlantregisseur: Murat Aydin\n`
  const mail = (what: string, one: typeof first, more: Partial<Mail> = {}): Mail => ({
    what,
    from: murat,
    subject: 'Aanmelding klant',
    content: text(body(one)),
    ...more,
  })
  const sameId = idOf('dubbel-bezorgd', 'tilburg.example')
  const changedId = idOf('zelfde-id', 'tilburg.example')
  const date = new Date(Date.UTC(2026, 10, 17, 9, 30))
  const again = other('duplicate', murat, { waits: false })
  return [
    mailCase(mail('eerste-keer', first), referral(murat, [first])),
    mailCase(mail('nog-eens-verstuurd', first), again),
    mailCase(
      mail('nog-eens-als-doorgestuurd', first, {
        subject: 'FW: Aanmelding klant',
        content: text(
          `Voor de zekerheid nog een keer.\n\nVan: Murat Aydin <murat.aydin@tilburg.example>\nVerzonden: maandag 16 november 2026 10:12\nAan: Aanmelding\nOnderwerp: Aanmelding klant\n\n${body(first)}`,
        ),
      }),
      other('duplicate', murat, {
        waits: false,
        also: {
          needs_human: [true],
          kind: ['referral', 'correction'],
          participants: [[{ ...referral(murat, [first]).participants[0] }]],
          'consulent.name': ['Murat Aydin'],
          'consulent.email': [murat.address],
        },
      }),
    ),
    mailCase(mail('dubbel-bezorgd-een', second, { messageId: sameId, date }), referral(murat, [second])),
    mailCase(
      mail('dubbel-bezorgd-twee', second, {
        messageId: sameId,
        date,
        top: [
          'Received: from mx2.werkwijzer.example (mx2.werkwijzer.example [192.0.2.251])\r\n\tby mailbox.werkwijzer.example (Dovecot) with LMTP id 41f2; Tue, 17 Nov 2026 10:31:02 +0100',
        ],
      }),
      again,
    ),
    mailCase(
      mail('zelfde-inhoud-andere-codering', second, {
        content: text(body(second), { encoding: 'base64' }),
        messageId: sameId,
        date,
      }),
      again,
    ),
    mailCase(mail('zelfde-id-een', third, { messageId: changedId }), referral(murat, [third])),
    mailCase(
      mail('zelfde-id-andere-inhoud', someone(607, 'Lars Huisman'), { messageId: changedId }),
      referral(murat, [someone(607, 'Lars Huisman')], {
        waits: true,
        also: {
          kind: ['correction', 'suspicious', 'duplicate', 'not_referral'],
          participants: [[]],
          'consulent.name': [null],
          'consulent.email': [null],
        },
      }),
    ),
  ]
}
