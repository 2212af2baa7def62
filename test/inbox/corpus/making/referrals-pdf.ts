import { mailCase, referral, type Case } from './cases.ts'
import type { FileOptions } from './parts.ts'
import { flatPdf, formPdf, scannedPdf } from './pdf.ts'
import { person, someone, wordsOf } from './people.ts'
import { senders } from './settings.ts'
import { withDocument, type Document } from './with-document.ts'

const { joke, sanne, lotte, karin, esther, anneke, irene, gerard } = senders

const pdf = (name: string, bytes: Uint8Array, options?: FileOptions): Document => ({
  name,
  type: 'application/pdf',
  bytes,
  ...(options === undefined ? {} : { options }),
})

/** The form is a PDF: with fields, of text alone, or scanned. */
export async function pdfReferrals(): Promise<Case[]> {
  return [...(await pdfForms()), ...(await flatPdfs())]
}

async function pdfForms(): Promise<Case[]> {
  const klant = person(
    'Marieke van Loon | 1980-10-07 | 260201 | +31612340201 | marieke.vl@post.example | nl | nee | Ontwikkeltraject 6 maanden | raised | Tilburg',
  )
  const coded = person(
    'Yonas Mehretab | 1999-05-21 | LL-2026-0202 | +31612340202 | yonas.m@post.example | ti | ja | Z-route | none',
  )
  const pieces = person(
    'Anna de Ruiter | 1958-12-02 | 260203 | +31612340203 | - | nl | nee | Ontwikkelarrangement | none',
  )
  return [
    mailCase(
      withDocument(
        'pdf-formulier',
        joke,
        'Aanmeldformulier ontwikkeltraject',
        pdf(
          'Aanmeldformulier.pdf',
          await formPdf('Aanmeldformulier', [
            { label: 'Naam klant', name: 'Naam klant', value: 'Marieke van Loon' },
            { label: 'Geboortedatum', name: 'Geboortedatum', value: '07-10-1980' },
            { label: 'Klantnummer', name: 'Klantnummer', value: '260201' },
            { label: 'Telefoonnummer', name: 'Telefoonnummer', value: '06-12340201' },
            { label: 'E-mailadres', name: 'E-mailadres', value: 'marieke.vl@post.example' },
            {
              label: 'Taal',
              name: 'Taal',
              value: { choices: ['Nederlands', 'Engels', 'Anders'], chosen: 'Nederlands' },
            },
            { label: 'Tolk nodig', name: 'Tolk nodig', value: { choices: ['ja', 'nee'], chosen: 'nee' } },
            { label: 'Gemeente', name: 'Gemeente', value: 'Tilburg' },
            { label: 'Traject', name: 'Traject', value: 'Ontwikkeltraject 6 maanden' },
            {
              label: 'Risicoprofiel',
              name: 'Risicoprofiel',
              value: { choices: ['laag', 'verhoogd', 'hoog'], chosen: 'verhoogd' },
            },
            { label: 'Klantregisseur', name: 'Klantregisseur', value: 'Joke van Dijk' },
            { label: 'E-mail klantregisseur', name: 'E-mail klantregisseur', value: 'j.vandijk@tilburg.example' },
          ]),
        ),
      ),
      referral(joke, [klant]),
    ),
    mailCase(
      withDocument(
        'pdf-formulier-met-veldcodes',
        sanne,
        'Formulier Z-route',
        pdf(
          'Z-route aanmelding.pdf',
          await formPdf('Aanmelding Z-route', [
            { label: 'Naam deelnemer', name: 'form1.deelnemer.naam', value: 'Yonas Mehretab' },
            { label: 'Geboortedatum', name: 'form1.deelnemer.geboortedatum', value: '21-5-1999' },
            { label: 'Cliëntnummer', name: 'form1.deelnemer.clientnummer', value: 'LL-2026-0202' },
            { label: 'Mobiel nummer', name: 'form1.deelnemer.mobiel', value: '0612340202' },
            { label: 'E-mailadres deelnemer', name: 'form1.deelnemer.email', value: 'yonas.m@post.example' },
            { label: 'Voertaal', name: 'form1.deelnemer.taal', value: 'Tigrinya' },
            { label: 'Tolk nodig', name: 'form1.deelnemer.tolk', value: true },
            { label: 'Product', name: 'form1.traject.product', value: 'Z-route' },
            { label: 'Risico', name: 'form1.traject.risico', value: 'laag' },
            { label: 'Werkconsulent', name: 'form1.consulent.naam', value: 'Sanne de Boer' },
            { label: 'Telefoon werkconsulent', name: 'form1.consulent.telefoon', value: '06-12349202' },
          ]),
        ),
      ),
      referral(sanne, [coded], { also: { needs_human: [true] } }),
    ),
    mailCase(
      withDocument(
        'pdf-formulier-naam-in-stukken',
        karin,
        'Nieuwe cliënt',
        pdf(
          'formulier_260203.pdf',
          await formPdf('Toewijzing', [
            { label: 'Roepnaam', name: 'Roepnaam', value: 'Anna' },
            { label: 'Tussenvoegsel', name: 'Tussenvoegsel', value: 'de' },
            { label: 'Achternaam', name: 'Achternaam', value: 'Ruiter' },
            { label: 'Geboortedatum', name: 'Geboortedatum', value: '2 december 1958' },
            { label: 'Cliëntnummer', name: 'Clientnummer', value: '260203' },
            { label: 'Telefoon', name: 'Telefoon', value: '06-12340203' },
            { label: 'Taal', name: 'Taal', value: 'Nederlands' },
            { label: 'Tolk', name: 'Tolk', value: 'nee' },
            { label: 'Arrangement', name: 'Arrangement', value: 'Ontwikkelarrangement' },
            { label: 'Risico', name: 'Risico', value: 'laag' },
          ]),
        ),
      ),
      referral(karin, [pieces]),
    ),
  ]
}

async function flatPdfs(): Promise<Case[]> {
  const columns = someone(204, 'Ludovic Mbeki', { product: '2', language: 'fr', interpreter: true })
  const colon = someone(205, 'Geertje Zwart', { product: 'Basistraject', risk: 'raised' })
  const below = someone(206, 'Musa Yusuf', { product: 'Werkfit', language: 'so', interpreter: true })
  const pairs = someone(207, 'Bernadette Claes', { product: 'Taal en werk' })
  return [
    mailCase(
      withDocument(
        'pdf-tekst-in-kolommen',
        lotte,
        'Opdracht met bijlage',
        pdf(
          'opdracht.pdf',
          await flatPdf('Opdrachtformulier LON', [
            ...wordsOf(columns),
            ['Klantmanager', 'Lotte Bruins'],
            ['E-mail klantmanager', 'l.bruins@rsd-liemers.example'],
          ]),
        ),
      ),
      referral(lotte, [columns]),
    ),
    mailCase(
      withDocument(
        'pdf-tekst-met-dubbele-punt',
        esther,
        'Aanmelding',
        pdf(
          'Aanmelding cliënt.pdf',
          await flatPdf('Aanmelding', [...wordsOf(colon), ['Casemanager', 'Esther Kuipers']], { layout: 'colon' }),
          { naming: '2047' },
        ),
      ),
      referral(esther, [colon]),
    ),
    mailCase(
      withDocument(
        'pdf-waarde-onder-label',
        anneke,
        'Verwijzing',
        pdf(
          'verwijzing.pdf',
          await flatPdf('Verwijzing', [...wordsOf(below), ['Consulent', 'Anneke Postma']], { layout: 'below' }),
        ),
      ),
      referral(anneke, [below], { also: { needs_human: [true] } }),
    ),
    mailCase(
      withDocument(
        'pdf-twee-paren-naast-elkaar',
        irene,
        'Aanmelding inwoner',
        pdf(
          'inwoner.pdf',
          await flatPdf('Aanmelding', [...wordsOf(pairs), ['Consulent', 'Irene Smeets']], { layout: 'pairs' }),
        ),
      ),
      referral(irene, [pairs], {
        consulent: { name: 'Irene Smeets', email: 'i.smeets@ijsselveen.example' },
        also: { needs_human: [true], 'consulent.name': ['Irène Smeets'] },
      }),
    ),
    mailCase(
      withDocument(
        'pdf-scan-zonder-tekst',
        gerard,
        'Aanmelding klant',
        pdf('scan0001.pdf', await scannedPdf('scan0001')),
      ),
      referral(gerard, [], { waits: true, also: { kind: ['unreadable', 'not_referral'] } }),
    ),
  ]
}
