import { mailCase, other, rawCase, referral, type Also, type Case } from './cases.ts'
import { pseudoRandom } from './bytes.ts'
import { docx, docxForm, docxType } from './docx.ts'
import { render, type Mail, type Sender } from './message.ts'
import { attachedMail, file, html, mixed, multipart, text, type Part } from './parts.ts'
import { scriptedPdf } from './pdf.ts'
import { form, someone, wordsOf } from './people.ts'
import { envelopedData, lockedOffice, lockedPdf, lockedZip, pgpMessage } from './sealed.ts'
import { senders } from './settings.ts'
import { zip } from './zip.ts'

const { joke, murat, sanne, pieter, lotte, henk, karin, esther, anneke, tom, gerard, irene } = senders

const seeAttachment = text('Beste collega,\n\nIn de bijlage de aanmelding.\n')

function unreadable(what: string, from: Sender, content: Part, rest: Partial<Mail> & { also?: Also } = {}): Case {
  const { also, ...more } = rest
  return mailCase(
    { what, from, subject: 'Aanmelding', content, ...more },
    other('unreadable', from, also === undefined ? {} : { also }),
  )
}

/** Mail that cannot be read, or of which a part may not be opened. */
export async function unreadables(): Promise<Case[]> {
  return [...encrypted(), ...dangerous(), ...(await scripted()), ...broken(), ...signedOnly()]
}

function encrypted(): Case[] {
  return [
    unreadable('smime-versleuteld', joke, {
      headers: [
        'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"',
        'Content-Transfer-Encoding: base64',
        'Content-Disposition: attachment; filename="smime.p7m"',
      ],
      body: Buffer.from(
        envelopedData('joke')
          .toString('base64')
          .replaceAll(/(.{76})/g, '$1\r\n'),
      ),
    }),
    unreadable(
      'pgp-mime',
      sanne,
      multipart(
        'encrypted',
        [
          {
            headers: [
              'Content-Type: application/pgp-encrypted',
              'Content-Description: PGP/MIME version identification',
            ],
            body: Buffer.from('Version: 1\r\n'),
          },
          {
            headers: [
              'Content-Type: application/octet-stream; name="encrypted.asc"',
              'Content-Disposition: inline; filename="encrypted.asc"',
            ],
            body: Buffer.from(pgpMessage('sanne').replaceAll('\n', '\r\n')),
          },
        ],
        'protocol="application/pgp-encrypted"',
      ),
    ),
    unreadable('pgp-in-de-tekst', esther, text(pgpMessage('esther'))),
    unreadable(
      'pdf-met-wachtwoord',
      lotte,
      mixed(
        text('Het wachtwoord stuur ik per sms.\n'),
        file('opdracht.pdf', 'application/pdf', lockedPdf('Naam: iemand', 'geheim')),
      ),
    ),
    unreadable(
      'zip-met-wachtwoord',
      karin,
      mixed(seeAttachment, file('aanmelding.zip', 'application/zip', lockedZip('aanmelding.pdf'))),
    ),
    unreadable(
      'word-met-wachtwoord',
      anneke,
      mixed(seeAttachment, file('verwijzing.docx', docxType, lockedOffice('verwijzing'))),
    ),
  ]
}

function dangerous(): Case[] {
  const one = someone(801, 'Floor Kroon')
  const safeBody = text(`${form(one)}\nKlantregisseur: Murat Aydin\n`)
  return [
    unreadable(
      'programma-als-pdf',
      gerard,
      mixed(
        seeAttachment,
        file(
          'aanmelding.pdf',
          'application/pdf',
          Buffer.concat([
            Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff', 'latin1'),
            pseudoRandom('exe', 500),
          ]),
        ),
      ),
      { also: { kind: ['suspicious'] } },
    ),
    unreadable(
      'programma-bij-formulier',
      murat,
      mixed(
        safeBody,
        file(
          'formulier.exe',
          'application/octet-stream',
          Buffer.concat([Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), pseudoRandom('exe2', 300)]),
        ),
      ),
      {
        also: {
          kind: ['suspicious', 'referral'],
          participants: [
            [
              {
                name: one.name,
                phone_e164: one.phone_e164,
                client_number: one.client_number,
                email: one.email,
                birth_date: one.birth_date,
                language: 'nl',
                interpreter: false,
                municipality: 'Tilburg',
                product: one.product,
                risk: 'none',
              },
            ],
          ],
        },
      },
    ),
    unreadable(
      'macro-in-word',
      tom,
      mixed(
        seeAttachment,
        file(
          'formulier.docm',
          'application/vnd.ms-word.document.macroEnabled.12',
          docx(docxForm(wordsOf(someone(802, 'Bart Loos'))), {
            mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml',
            more: { 'word/vbaProject.bin': pseudoRandom('macro', 600) },
          }),
        ),
      ),
      { also: { kind: ['suspicious'] } },
    ),
    unreadable(
      'zip-met-formulier',
      henk,
      mixed(
        seeAttachment,
        file('stukken.zip', 'application/zip', zip({ 'formulier.txt': form(someone(803, 'Eva Pot')) })),
      ),
      { also: { kind: ['not_referral', 'referral'] } },
    ),
    unreadable(
      'html-bijlage-met-script',
      pieter,
      mixed(
        seeAttachment,
        file(
          'Beveiligd bericht.html',
          'text/html',
          Buffer.from('<html><script>location="https://inloggen.example"</script></html>'),
        ),
      ),
      { also: { kind: ['suspicious', 'pointer', 'not_referral'] } },
    ),
    unreadable(
      'winmail-dat',
      irene,
      mixed(
        text(' \n'),
        file(
          'winmail.dat',
          'application/ms-tnef',
          Buffer.concat([Buffer.from('789f3e2201000190080004', 'hex'), pseudoRandom('tnef', 700)]),
        ),
      ),
      { also: { kind: ['not_referral'] } },
    ),
  ]
}

/** Active content: refused, whatever else is in the file. */
async function scripted(): Promise<Case[]> {
  const one = someone(807, 'Kees Vlam')
  const [participant] = referral(esther, [one]).participants
  return [
    unreadable(
      'pdf-met-script',
      esther,
      mixed(seeAttachment, file('aanmelding.pdf', 'application/pdf', await scriptedPdf('Aanmelding', wordsOf(one)))),
      { also: { kind: ['suspicious', 'referral'], participants: [[participant]] } },
    ),
  ]
}

function broken(): Case[] {
  const cut = (bytes: Buffer, share: number): Buffer => bytes.subarray(0, Math.floor(bytes.length * share))
  const deep = (depth: number): Part =>
    Array.from({ length: depth }).reduce<Part>((inner) => multipart('mixed', [inner]), text('diep\n'))
  const mail = (what: string, from: Sender, content: Part): Mail => ({ what, from, subject: 'Aanmelding', content })
  const open: Also = { kind: ['not_referral', 'suspicious'], 'consulent.name': [null], 'consulent.email': [null] }
  return [
    rawCase(
      'afgebroken-bijlage',
      (number) =>
        cut(
          render(
            mail(
              'afgebroken-bijlage',
              joke,
              mixed(seeAttachment, file('formulier.docx', docxType, docx(docxForm(wordsOf(someone(804, 'Ab Kool')))))),
            ),
            number,
          ),
          0.7,
        ),
      other('unreadable', joke, { also: open }),
    ),
    rawCase(
      'grens-komt-nergens-voor',
      (number) => {
        const whole = render(
          mail('grens-komt-nergens-voor', sanne, mixed(text('Naam: te lezen noch te vinden\n'))),
          number,
        ).toString('latin1')
        return Buffer.from(whole.replaceAll(/^------=_/gm, '--elders-'), 'latin1')
      },
      other('unreadable', sanne, { also: open }),
    ),
    rawCase('geen-mail-maar-ruis', () => pseudoRandom('ruis', 4000), {
      ...other('unreadable', { name: '', address: '' }),
      also: open as Record<string, unknown[]>,
    }),
    mailCase(mail('honderd-lagen-diep', lotte, deep(100)), other('unreadable', lotte, { also: open })),
    mailCase(
      {
        ...mail(
          'kapotte-pdf',
          anneke,
          mixed(
            seeAttachment,
            file(
              'aanmelding.pdf',
              'application/pdf',
              Buffer.concat([Buffer.from('%PDF-1.7\n'), pseudoRandom('kapot', 900)]),
            ),
          ),
        ),
      },
      other('unreadable', anneke, { also: open }),
    ),
  ]
}

/** Signed is not encrypted: what is inside is read as usual. */
function signedOnly(): Case[] {
  const one = someone(805, 'Roel Hendrikx')
  const signature: Part = {
    headers: [
      'Content-Type: application/pkcs7-signature; name="smime.p7s"',
      'Content-Transfer-Encoding: base64',
      'Content-Disposition: attachment; filename="smime.p7s"',
    ],
    body: Buffer.from(
      pseudoRandom('p7s', 600)
        .toString('base64')
        .replaceAll(/(.{76})/g, '$1\r\n'),
    ),
  }
  const two = someone(806, 'Tineke Hof')
  return [
    mailCase(
      {
        what: 'alleen-ondertekend',
        from: karin,
        subject: 'Aanmelding',
        content: multipart(
          'signed',
          [text(`${form(one)}\nContactpersoon: Karin Mulder\n`), signature],
          'protocol="application/pkcs7-signature"; micalg=sha-256',
        ),
      },
      referral(karin, [one]),
    ),
    mailCase(
      {
        what: 'onbekende-bijlage-zonder-gevaar',
        from: gerard,
        subject: 'Aanmelding',
        content: mixed(
          html(`<p>${form(two).replaceAll('\n', '<br>')}<br>Werkcoach: Gerard Wolters</p>`),
          file(
            'visitekaartje.vcf',
            'text/x-vcard',
            Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Gerard Wolters\r\nTEL:06-12349806\r\nEND:VCARD\r\n'),
          ),
          attachedMail(Buffer.from('Subject: oud\r\n\r\nOud bericht.\r\n')),
        ),
      },
      {
        ...referral(gerard, [two]),
        also: {
          needs_human: [true],
          kind: ['unreadable'],
          participants: [[]],
          'consulent.name': [null],
          'consulent.email': [null],
        },
      },
    ),
  ]
}
