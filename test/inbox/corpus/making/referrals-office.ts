import { mailCase, referral, type Case } from './cases.ts'
import { boxes, control, docx, docxForm, docxTable, docxType, inlineControl, paragraph } from './docx.ts'
import { alternative, file, html, mixed, text, type FileOptions } from './parts.ts'
import { dutchDate, form, lines, national, person, someone, wordsOf } from './people.ts'
import { senders } from './settings.ts'
import { withDocument, type Document } from './with-document.ts'
import { xlsx, xlsxType, type Cell } from './xlsx.ts'

const { joke, murat, sanne, pieter, henk, bram, esther, rachid, tom, gerard } = senders

const word = (name: string, bytes: Uint8Array, options?: FileOptions): Document => ({
  name,
  type: docxType,
  bytes,
  ...(options === undefined ? {} : { options }),
})
const sheet = (name: string, bytes: Uint8Array): Document => ({ name, type: xlsxType, bytes })

/** The form is a document of Word or Excel, or a file of text. */
export function officeReferrals(): Case[] {
  return [...wordDocuments(), ...spreadsheets()]
}

function wordDocuments(): Case[] {
  const table = someone(208, 'Nurşen Aslan', {
    product: 'Sociale activering',
    language: 'tr',
    interpreter: true,
    risk: 'raised',
  })
  const controls = person(
    'Sem van Beek | 2003-08-30 | LL-2026-0209 | +31612340209 | sem.vb@post.example | nl | nee | Re-integratie perceel 1 | raised',
  )
  const runs = someone(210, 'Kibrom Araya', { product: 'Werkervaring', language: 'ti', interpreter: true })
  const wide = someone(211, 'Lenie Bosman', { product: 'Stabiel arrangement' })
  return [
    mailCase(
      withDocument(
        'docx-tabel',
        murat,
        'Aanmelding klant',
        word(
          'Aanmeldformulier klant.docx',
          docx(paragraph('Aanmeldformulier') + docxForm([...wordsOf(table), ['Klantregisseur', 'Murat Aydin']])),
        ),
      ),
      referral(murat, [table]),
    ),
    mailCase(
      withDocument(
        'docx-besturingselementen',
        pieter,
        'Formulier deelnemer',
        word(
          'formulier.docx',
          docx(
            docxTable([
              ['Naam deelnemer', control('Sem van Beek', 'naam')],
              ['Geboortedatum', control('30 augustus 2003', 'geboortedatum')],
              ['Cliëntnummer', control('LL-2026-0209', 'clientnummer')],
              ['Telefoonnummer', control('06-12340209', 'telefoon')],
              ['E-mail', control('sem.vb@post.example', 'email')],
              ['Taal', control('Nederlands', 'taal')],
              [
                'Tolk',
                boxes([
                  ['ja', false],
                  ['nee', true],
                ]),
              ],
              ['Traject', control('Re-integratie perceel 1', 'traject')],
              [
                'Risico',
                boxes([
                  ['laag', false],
                  ['gemiddeld', true],
                  ['hoog', false],
                ]),
              ],
              ['Werkconsulent', control('Pieter Hoekstra', 'consulent')],
            ]),
          ),
        ),
      ),
      referral(pieter, [controls]),
    ),
    mailCase(
      withDocument(
        'docx-regels-in-losse-stukken',
        tom,
        'Verwijzing',
        word(
          'Verwijzing – Tom.docx',
          docx(
            [
              paragraph('Naam: Kib', 'rom Ar', 'aya'),
              paragraph('Geboorte', 'datum: ', dutchDate(runs.birth_date ?? '')),
              `<w:p><w:r><w:t>Registratienummer:</w:t></w:r><w:r><w:tab/></w:r>${inlineControl(runs.client_number ?? '')}</w:p>`,
              paragraph('Tele', 'foon', 'nummer: 06-1234', '0210'),
              paragraph(`E-mailadres: ${runs.email}`),
              paragraph('Voertaal: Tigrinya'),
              paragraph('Tolk: ja'),
              paragraph('Voorziening: Werkervaring'),
              paragraph('Risico: laag'),
              paragraph('Consulent: Tom van der Linden'),
            ].join(''),
          ),
          { naming: '2231-pieces' },
        ),
      ),
      referral(tom, [runs]),
    ),
    mailCase(
      withDocument(
        'docx-vier-kolommen',
        bram,
        'Toewijzing',
        word(
          'toewijzing.docx',
          docx(
            docxTable([
              ['Inwoner', '', 'Lokaal team', ''],
              ['Naam', 'Lenie Bosman', 'Regisseur', 'Bram Verhoeven'],
              ['Geboortedatum', dutchDate(wide.birth_date ?? ''), 'Telefoon regisseur', '06-12349211'],
              ['Telefoon', '06-12340211', 'E-mail regisseur', 'bram.verhoeven@lokaleteams-arnhem.example'],
              ['E-mail', wide.email ?? '', 'Arrangement', 'Stabiel arrangement'],
              ['Cliëntnummer', wide.client_number ?? '', 'Risico', 'laag'],
              ['Taal', 'Nederlands', 'Tolk', 'nee'],
            ]),
            { header: paragraph('Gemeente Arnhem'), footer: paragraph('Telefoon 026-1239211') },
          ),
        ),
      ),
      referral(bram, [wide], { also: { needs_human: [true], 'participants.0.municipality': ['Gemeente Arnhem'] } }),
    ),
    mailCase(
      {
        what: 'docx-en-tekst-vullen-elkaar-aan',
        from: rachid,
        subject: 'Kandidaat jobcoaching',
        content: mixed(
          alternative(
            'Consulent: Rachid el Amrani\n\nZie bijlage.\n',
            '<p>Consulent: Rachid el Amrani</p><p>Zie bijlage.</p>',
          ),
          file(
            'kandidaat.docx',
            'application/octet-stream',
            docx(docxForm(wordsOf(someone(212, 'Noor Jacobs', { product: 'Jobcoaching' })))),
          ),
        ),
      },
      referral(rachid, [someone(212, 'Noor Jacobs', { product: 'Jobcoaching' })]),
    ),
  ]
}

function spreadsheets(): Case[] {
  const pairs = person(
    'Evelien Kok | 1987-04-03 | 260213 | +31612340213 | evelien.k@post.example | nl | nee | 5 | raised',
  )
  const group = [
    someone(214, 'Tarek Saleh', { product: 'Stap naar Werk', language: 'ar', interpreter: true }),
    someone(215, 'Bianca Prins', { product: 'Stap naar Werk', risk: 'raised' }),
    someone(216, 'Desta Tekle', { product: 'Stap naar Werk', language: 'ti', interpreter: true }),
    someone(217, 'Ruben Gomes', { product: 'Stap naar Werk', language: 'nl' }),
  ]
  const exported = someone(218, 'Hilde Brouwer', { product: 'Basistraject' })
  const asCells = (one: (typeof group)[number]): Cell[] => [
    Number(one.client_number),
    one.name ?? '',
    { day: one.birth_date ?? '' },
    national(one.phone_e164 ?? ''),
    one.email ?? '',
    ...wordsOf(one, 0)
      .filter(([label]) => ['Taal', 'Tolk nodig', 'Product', 'Risicoprofiel'].includes(label))
      .map(([, value]) => value),
  ]
  return [
    mailCase(
      withDocument(
        'xlsx-label-en-waarde',
        henk,
        'Formulier',
        sheet(
          'formulier.xlsx',
          xlsx([
            {
              name: 'Kandidaat',
              rows: [
                ['Opdrachtformulier', null],
                [],
                ['Naam kandidaat', 'Evelien Kok'],
                ['Geboortedatum', { day: '1987-04-03' }],
                ['Klantnummer', 260213],
                ['Telefoonnummer', 612340213],
                ['E-mailadres', 'evelien.k@post.example'],
                ['Taal', 'Nederlands'],
                ['Tolk', 'nee'],
                ['Productcode', 5],
                ['Risicoprofiel', 'verhoogd'],
                ['Klantmanager', 'Henk Evers'],
                ['E-mail klantmanager', 'h.evers@rsd-liemers.example'],
              ],
            },
          ]),
        ),
      ),
      referral(henk, [pairs]),
    ),
    mailCase(
      withDocument(
        'xlsx-rij-per-deelnemer',
        gerard,
        'Lijst aanmeldingen november',
        sheet(
          'aanmeldingen november.xlsx',
          xlsx([
            {
              name: 'Toelichting',
              hidden: true,
              rows: [['Keuzelijst taal'], ['Nederlands'], ['Arabisch'], ['Tigrinya']],
            },
            {
              name: 'Aanmeldingen',
              rows: [
                ['Klantnr', 'Naam', 'Geboortedatum', 'Telefoon', 'E-mail', 'Taal', 'Tolk', 'Traject', 'Risico'],
                ...group.map(asCells),
              ],
            },
          ]),
        ),
      ),
      referral(gerard, group, { also: { needs_human: [true] } }),
    ),
    mailCase(
      withDocument(
        'xlsx-uit-database',
        esther,
        'Export aanmelding',
        sheet(
          'export.xlsx',
          xlsx(
            [
              {
                name: 'Sheet1',
                rows: [wordsOf(exported).map(([label]) => label), wordsOf(exported).map(([, value]) => value)],
              },
            ],
            { shared: false },
          ),
        ),
      ),
      referral(esther, [exported]),
    ),
    mailCase(
      {
        what: 'csv-en-formulier-in-tekst',
        from: sanne,
        subject: 'Deelnemer met rooster',
        content: mixed(
          text(
            `${form(someone(219, 'Amanuel Gebre', { product: 'Z-route', language: 'ti', interpreter: true }))}\nWerkconsulent: Sanne de Boer\n`,
          ),
          file(
            'lesrooster.csv',
            'text/csv',
            Buffer.from('dag;van;tot\r\nmaandag;09:00;12:00\r\nwoensdag;09:00;12:00\r\n'),
          ),
        ),
      },
      referral(sanne, [someone(219, 'Amanuel Gebre', { product: 'Z-route', language: 'ti', interpreter: true })], {
        also: { needs_human: [true] },
      }),
    ),
    mailCase(
      {
        what: 'formulier-in-tekstbestand',
        from: joke,
        subject: 'Aanmelding (tekstbestand)',
        content: mixed(
          html('<p>Zie bijlage.</p>'),
          file(
            'aanmelding.txt',
            'text/plain; charset=utf-8',
            Buffer.from(
              lines([
                ...wordsOf(someone(220, 'Özlem Şimşek', { language: 'tr' })),
                ['Klantregisseur', 'Joke van Dijk'],
              ]),
            ),
          ),
        ),
      },
      referral(joke, [someone(220, 'Özlem Şimşek', { language: 'tr' })], {
        also: { needs_human: [true] },
      }),
    ),
  ]
}
