import { mailCase, referral, type Also, type Case, type Person, saysMore } from './cases.ts'
import { docx, docxForm, docxType, paragraph } from './docx.ts'
import type { Mail, Sender } from './message.ts'
import { file, html, mixed, text, type Part } from './parts.ts'
import { flatPdf, formPdf } from './pdf.ts'
import { form, someone, wordsOf } from './people.ts'
import { senders } from './settings.ts'
import { xlsx, xlsxType } from './xlsx.ts'

const { joke, murat, sanne, pieter, lotte, henk, karin, esther, rachid, anneke, tom, gerard, irene, bram } = senders

interface WithNumber {
  readonly what: string
  readonly from: Sender
  readonly one: Person
  readonly number: string
  readonly content: Part
  readonly subject?: string
  readonly also?: Also
  readonly waits?: true
}

/** A complete referral with somebody's citizen service number in it. */
function withNumber({ what, from, one, number, content, subject = 'Aanmelding', also, waits }: WithNumber): Case {
  const mail: Mail = { what, from, subject, content }
  return mailCase(
    mail,
    referral(from, [one], { bsn: true, ...(waits ? saysMore : {}), ...(also === undefined ? {} : { also }) }),
    [number],
  )
}

const signed = (one: Person, from: Sender, more = ''): string => `${form(one)}\n${more}Consulent: ${from.name}\n`

/** Citizen service numbers wherever they hide. All are invented. */
export async function bsnCases(): Promise<Case[]> {
  return [...inText(), ...inHtml(), ...(await inFiles()), ...doubtful()]
}

function inText(): Case[] {
  const people = ['Aad Kip', 'Bea Stam', 'Coen Rood', 'Dien Olie', 'Edo Kamp', 'Fien Berk', 'Guus Wolf'].map(
    (name, index) => someone(901 + index, name),
  )
  const [a = {}, b = {}, c = {}, d = {}, e = {}, f = {}, g = {}] = people
  return [
    withNumber({
      what: 'bsn-met-label',
      from: joke,
      one: a,
      number: '725763863',
      content: text(signed(a, joke, 'BSN: 725763863\n')),
    }),
    withNumber({
      what: 'bsn-met-spaties',
      from: sanne,
      one: b,
      number: '162275869',
      content: text(signed(b, sanne, 'Burgerservicenummer: 162 275 869\n')),
    }),
    withNumber({
      what: 'bsn-met-punten',
      from: lotte,
      one: c,
      number: '192285142',
      content: text(signed(c, lotte, 'B.S.N.: 1922.85.142\n')),
    }),
    withNumber({
      what: 'bsn-als-sofinummer',
      from: esther,
      one: d,
      number: '691682483',
      content: text(signed(d, esther, 'Sofinummer (oud): 691-68-2483\n')),
    }),
    withNumber({
      what: 'bsn-in-onderwerp',
      from: murat,
      one: e,
      number: '987825707',
      subject: 'Aanmelding klant, BSN 987825707',
      content: text(signed(e, murat)),
    }),
    withNumber({
      what: 'bsn-in-zin',
      waits: true,
      from: anneke,
      one: f,
      number: '873402510',
      content: text(
        signed(f, anneke, 'Opmerkingen: dossier staat bij ons onder burgerservicenr 873402510 van de klant.\n'),
      ),
    }),
    withNumber({
      what: 'bsn-in-citaat',
      waits: true,
      from: gerard,
      one: g,
      number: '187891151',
      content: text(
        `${signed(g, gerard)}\nOp 9 november 2026 schreef Irène Smeets:\n> Klant heeft bsn 187891151, zie Suwinet.\n> Groet\n`,
      ),
    }),
  ]
}

function inHtml(): Case[] {
  const tags = someone(911, 'Hein Vaart')
  const cells = someone(912, 'Ida Lam')
  const entities = someone(913, 'Jaap Duin')
  const table = (one: Person, row: string): Part =>
    html(
      `<table>${wordsOf(one)
        .map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`)
        .join('')}${row}</table>`,
    )
  return [
    withNumber({
      what: 'bsn-over-tags-verdeeld',
      from: karin,
      one: tags,
      number: '864623112',
      content: table(
        tags,
        '<tr><td><b>BSN</b></td><td><span>864</span><span style="color:red">62</span><b>3</b><i>112</i></td></tr>',
      ),
    }),
    withNumber({
      what: 'bsn-cijfer-per-cel',
      from: bram,
      one: cells,
      number: '321146487',
      content: table(
        cells,
        `<tr><td>Burgerservicenummer</td>${Array.from('321146487')
          .map((digit) => `<td>${digit}</td>`)
          .join('')}</tr>`,
      ),
      also: { needs_human: [true] },
    }),
    withNumber({
      what: 'bsn-met-onzichtbare-tekens',
      from: tom,
      one: entities,
      number: '178598835',
      content: table(entities, '<tr><td>BSN-nr&nbsp;</td><td>178&#8203;598&nbsp;8&#51;&shy;5</td></tr>'),
    }),
  ]
}

async function inFiles(): Promise<Case[]> {
  const people = [
    'Kaat Mos',
    'Leo Riet',
    'Mia Zand',
    'Nico Hei',
    'Olga Ven',
    'Piet Laan',
    'Quinten Dijk',
    'Ria Pad',
    'Sjef Sloot',
  ].map((name, index) => someone(921 + index, name))
  const [a = {}, b = {}, c = {}, d = {}, e = {}, f = {}, g = {}, h = {}, k = {}] = people
  const attached = (part: Part): Part => mixed(text('Zie de bijlage.\n'), part)
  const pairs = (one: Person): [string, string | number][] => wordsOf(one)
  return [
    withNumber({
      what: 'bsn-in-bestandsnaam',
      from: pieter,
      one: a,
      number: '467279627',
      content: attached(file('aanmelding_BSN467279627.docx', docxType, docx(docxForm(wordsOf(a))))),
    }),
    withNumber({
      what: 'bsn-acht-cijfers-in-rekenblad',
      from: henk,
      one: b,
      number: '34473646',
      content: attached(
        file('kandidaat.xlsx', xlsxType, xlsx([{ name: 'Blad1', rows: [...pairs(b), ['BSN', 34473646]] }])),
      ),
    }),
    withNumber({
      what: 'bsn-in-kop-van-word',
      from: rachid,
      one: c,
      number: '738199795',
      content: attached(
        file(
          'formulier.docx',
          docxType,
          docx(docxForm(wordsOf(c)), {
            header: paragraph('Dossier BSN: 7381', '99795'),
            footer: paragraph('pagina 1'),
          }),
        ),
      ),
    }),
    withNumber({
      what: 'bsn-in-opmerking-van-word',
      from: rachid,
      one: k,
      number: '873402522',
      content: attached(
        file(
          'kandidaat.docx',
          docxType,
          docx(docxForm(wordsOf(k)), {
            more: {
              'word/comments.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="RA">${paragraph('burgerservicenummer 873402522 nog weghalen')}</w:comment></w:comments>`,
            },
          }),
        ),
      ),
    }),
    withNumber({
      what: 'bsn-op-verborgen-blad',
      from: gerard,
      one: d,
      number: '173833652',
      content: attached(
        file(
          'klant.xlsx',
          xlsxType,
          xlsx([
            { name: 'Klant', rows: pairs(d) },
            {
              name: 'Bron',
              hidden: true,
              rows: [
                ['bsn', 'naam'],
                ['173833652', d.name ?? ''],
              ],
            },
          ]),
        ),
      ),
    }),
    withNumber({
      what: 'bsn-in-pdf-gegevens',
      from: esther,
      one: e,
      number: '813128006',
      content: attached(
        file(
          'aanmelding.pdf',
          'application/pdf',
          await flatPdf('Aanmelding', wordsOf(e), { subject: 'BSN 813128006' }),
        ),
      ),
    }),
    withNumber({
      what: 'bsn-in-pdf-veld',
      from: joke,
      one: f,
      number: '831472844',
      content: attached(
        file(
          'aanmelding.pdf',
          'application/pdf',
          await formPdf(
            'Aanmelding',
            [...wordsOf(f), ['BSN', '831472844'] as [string, string]].map(([label, value]) => ({
              label,
              name: label,
              value,
            })),
          ),
        ),
      ),
    }),
    withNumber({
      what: 'bsn-in-pdf-tekst',
      from: irene,
      one: g,
      number: '527239380',
      content: attached(
        file(
          'aanmelding.pdf',
          'application/pdf',
          await flatPdf('Aanmelding', [...wordsOf(g), ['Burgerservicenummer', '5272.39.380']]),
        ),
      ),
    }),
    withNumber({
      what: 'bsn-in-gecodeerde-bestandsnaam',
      from: sanne,
      one: h,
      number: '545921235',
      content: mixed(
        text(signed(h, sanne)),
        file('gegevens cliënt BSN 545921235.txt', 'text/plain', Buffer.from('Rooster: maandag en dinsdag\r\n'), {
          naming: '2231-pieces',
        }),
      ),
      also: { needs_human: [true] },
    }),
  ]
}

function doubtful(): Case[] {
  const typo = someone(931, 'Stijn Baan')
  const loose = someone(932, 'Trijn Weg')
  const asClient = someone(933, 'Udo Steeg', { client_number: null })
  const nine = someone(934, 'Vic Gracht', { client_number: '732566551' })
  return [
    mailCase(
      {
        what: 'bsn-met-tikfout',
        from: lotte,
        subject: 'Kandidaat',
        content: text(signed(typo, lotte, 'BSN: 323287495\n')),
      },
      referral(lotte, [typo], { bsn: true, also: { needs_human: [true] } }),
      ['323287495'],
    ),
    mailCase(
      {
        what: 'negen-cijfers-zonder-label',
        from: murat,
        subject: 'Klant',
        content: text(signed(loose, murat, 'Opmerkingen: 883235912\n')),
      },
      referral(murat, [loose], { bsn: true, also: { bsn_present: [false], needs_human: [true] } }),
      ['883235912'],
    ),
    mailCase(
      {
        what: 'bsn-als-klantnummer',
        from: anneke,
        subject: 'Verwijzing',
        content: text(signed(asClient, anneke, 'Klantnummer (BSN): 262455407\n')),
      },
      referral(anneke, [asClient], { bsn: true, waits: true }),
      ['262455407'],
    ),
    mailCase(
      { what: 'klantnummer-dat-op-bsn-lijkt', from: karin, subject: 'Cliënt', content: text(signed(nine, karin)) },
      referral(karin, [nine], {
        also: { 'participants.0.client_number': [null], needs_human: [true], bsn_present: [true] },
      }),
    ),
  ]
}
