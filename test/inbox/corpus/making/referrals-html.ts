import { mailCase, referral, type Case } from './cases.ts'
import type { Mail, Sender, Trust } from './message.ts'
import { alternative, html, text, multipart, type Part } from './parts.ts'
import { dutchDate, form, national, person, someone, wordsOf, type Words } from './people.ts'
import { senders } from './settings.ts'

const { joke, sanne, lotte, karin, esther, anneke, gerard, irene, henk, bram, rachid } = senders

function htmlMail(what: string, from: Sender, subject: string, content: Part, trust?: Trust): Mail {
  return { what, from, subject, content, ...(trust === undefined ? {} : { trust }) }
}

function escape(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function rows(words: Words, cell = 'td'): string {
  return words
    .map(([label, value]) => `<tr><${cell}>${escape(label)}</${cell}><td>${escape(value)}</td></tr>`)
    .join('\n')
}

/** As Outlook writes a table that was pasted from Word. */
function wordTable(words: Words): string {
  const cell = (value: string, bold: boolean): string =>
    `<td width=302 valign=top style='width:226.5pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt'>\n<p class=MsoNormal style='margin:0cm;line-height:normal'>${bold ? '<b>' : ''}<span lang=NL style='font-size:10.0pt;font-family:"Arial",sans-serif'>${escape(value)}<o:p></o:p></span>${bold ? '</b>' : ''}</p>\n</td>`
  const body = words.map(([label, value]) => `<tr>\n${cell(label, true)}\n${cell(value, false)}\n</tr>`).join('\n')
  return `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15 (filtered medium)">
<!--[if !mso]><style>v\\:* {behavior:url(#default#VML);}</style><![endif]-->
<style><!--
p.MsoNormal, li.MsoNormal, div.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;}
--></style>
<!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit" spidmax="1026" /></xml><![endif]--></head>
<body lang=NL link="#0563C1" vlink="#954F72" style='word-wrap:break-word'>
<div class=WordSection1>
<p class=MsoNormal>Beste collega,<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none'>
${body}
</table>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
</div></body></html>`
}

/** Forms laid out as tables. */
export function tabledReferrals(): Case[] {
  return [...labelAndValue(), ...sideBySide(), ...columns(), ...withoutTable()]
}

function labelAndValue(): Case[] {
  const outlook = person(
    'Şükran Öztürk-Yıldız | 1984-01-19 | 260101 | +31612340101 | sukran@post.example | tr | ja | Ontwikkeltraject 3 maanden | raised | Tilburg',
  )
  const nested = someone(102, 'Jurre van der Ven', { product: 'Z-route', client_number: 'LL-2026-0102' })
  const heads = someone(103, 'Fadumo Hassan Ali', { product: '3', language: 'so', interpreter: true, risk: 'raised' })
  const bold = someone(104, 'Lidia Kowalska', { product: 'Basistraject', language: 'pl', interpreter: false })
  const broken = someone(105, 'Abel Haile', { product: 'Stap naar Werk', language: 'ti', interpreter: true })
  return [
    mailCase(
      htmlMail(
        'tabel-uit-outlook',
        joke,
        'Aanmelding klant ontwikkeltraject',
        html(
          wordTable([
            ['Naam klant', 'Şükran Öztürk-Yıldız'],
            ['Geboortedatum', '19 januari 1984'],
            ['Klantnummer', '260101'],
            ['Telefoonnummer', '+31 (0)6 12340101'],
            ['E-mailadres', 'sukran@post.example'],
            ['Taal', 'Turks'],
            ['Tolk nodig?', 'Ja, Turks'],
            ['Gemeente', 'Tilburg'],
            ['Traject', 'Ontwikkeltraject 3 maanden'],
            ['Risicoprofiel', 'Verhoogd'],
            ['Klantregisseur', 'Joke van Dijk'],
            ['E-mail klantregisseur', 'j.vandijk@tilburg.example'],
          ]),
        ),
      ),
      referral(joke, [outlook]),
    ),
    mailCase(
      htmlMail(
        'geneste-tabellen',
        sanne,
        'Deelnemer Z-route',
        alternative(
          'Dit bericht bevat een formulier. Bekijk het als HTML.',
          `<html><body><table width="100%"><tr><td bgcolor="#00529c"><table><tr><td><img src="cid:logo" alt="Lansingerland"></td></tr></table></td></tr>
<tr><td><table><tr><td colspan="2"><h2>Aanmeldformulier</h2></td></tr><tr><td colspan="2"><table cellpadding="4">
${rows([...wordsOf(nested), ['Werkconsulent', 'Sanne de Boer']])}
</table></td></tr></table></td></tr>
<tr><td><table><tr><td><font size="1">Gemeente Lansingerland, telefoon 14 010. Aan dit bericht kunnen geen rechten worden ontleend.</font></td></tr></table></td></tr></table></body></html>`,
        ),
      ),
      referral(sanne, [nested]),
    ),
    mailCase(
      htmlMail(
        'koppen-als-th',
        lotte,
        'Opdracht',
        html(
          `<table class="formulier"><tbody>${rows([...wordsOf(heads), ['Klantmanager', 'Lotte Bruins'], ['E-mail klantmanager', 'l.bruins@rsd-liemers.example']], 'th')}</tbody></table>`,
        ),
      ),
      referral(lotte, [heads]),
    ),
    mailCase(
      htmlMail(
        'vet-en-dubbele-punt',
        esther,
        'Aanmelding re-integratie',
        html(
          `<div style="font-family:Verdana"><table>${wordsOf(bold)
            .map(
              ([label, value]) =>
                `<tr><td nowrap><strong>${label}&nbsp;:</strong>&nbsp;</td><td>&nbsp;<span>${value}</span></td></tr>`,
            )
            .join('')}</table><p>Casemanager: <b>Esther Kuipers</b></p></div>`,
        ),
        'verified-zivver',
      ),
      referral(esther, [bold]),
    ),
    mailCase(
      htmlMail(
        'slordige-html',
        gerard,
        'Nieuwe klant',
        html(
          `<TABLE BORDER=1>${wordsOf(broken)
            .map(([label, value]) => `<TR><TD>${label}:<TD>${value.replace('@', '&#64;')}`)
            .join('\n')}<TR><TD>Werkcoach:<TD>Gerard Wolters</TABLE>`,
        ),
      ),
      referral(gerard, [broken]),
    ),
  ]
}

function sideBySide(): Case[] {
  const two = person(
    'Rosa Fernandes | 1992-10-08 | 260106 | +31612340106 | rosa.f@post.example | en | nee | Ontwikkelarrangement | none | Arnhem',
  )
  const blocks = person(
    'Ibrahim Koroma | 1998-03-27 | ZW-100107 | +31612340107 | ibrahim.k@post.example | en | nee | Werkfit | raised | Zuiderwaard',
  )
  return [
    mailCase(
      htmlMail(
        'twee-paren-naast-elkaar',
        karin,
        'Cliënt lokaal team',
        html(`<table border="1">
<tr><td>Naam cliënt</td><td>Rosa Fernandes</td><td>Geboortedatum</td><td>08-10-1992</td></tr>
<tr><td>Cliëntnummer</td><td>260106</td><td>Telefoonnummer</td><td>06-12340106</td></tr>
<tr><td>E-mailadres</td><td>rosa.f@post.example</td><td>Taal</td><td>Engels</td></tr>
<tr><td>Tolk</td><td>nee</td><td>Gemeente</td><td>Arnhem</td></tr>
<tr><td>Arrangement</td><td>Ontwikkelarrangement</td><td>Risicoprofiel</td><td>laag</td></tr>
<tr><td>Contactpersoon lokale toegang</td><td>Karin Mulder</td><td>E-mail contactpersoon</td><td>k.mulder@arnhem.example</td></tr>
</table>`),
      ),
      referral(karin, [two]),
    ),
    mailCase(
      htmlMail(
        'klant-naast-consulent',
        anneke,
        'Verwijzing',
        html(`<table border="1">
<tr><th colspan="2">Gegevens belanghebbende</th><th colspan="2">Gegevens consulent</th></tr>
<tr><td>Naam</td><td>Ibrahim Koroma</td><td>Naam</td><td>Anneke Postma</td></tr>
<tr><td>Telefoon</td><td>06-12340107</td><td>Telefoon</td><td>06-12349107</td></tr>
<tr><td>E-mail</td><td>ibrahim.k@post.example</td><td>E-mail</td><td>a.postma@zuiderwaard.example</td></tr>
<tr><td>Geboortedatum</td><td>27 maart 1998</td><td>Afdeling</td><td>Werk en Inkomen</td></tr>
<tr><td>Registratienummer</td><td>ZW-100107</td><td></td><td></td></tr>
<tr><td>Voertaal</td><td>Engels</td><td>Tolk</td><td>nee</td></tr>
<tr><td>Gemeente</td><td>Zuiderwaard</td><td></td><td></td></tr>
<tr><td>Voorziening</td><td>Werkfit</td><td>Risico</td><td>verhoogd</td></tr>
</table>`),
      ),
      referral(anneke, [blocks], { also: { needs_human: [true] } }),
    ),
  ]
}

function columns(): Case[] {
  const group = [
    someone(108, 'Sjoerd Dijkstra', { product: '1' }),
    someone(109, 'Mariam Daoud', { product: '3', language: 'ar', interpreter: true, risk: 'raised' }),
    someone(110, 'Carlos Mendoza', { product: '3', language: 'es', interpreter: true }),
  ]
  const single = someone(111, 'Wessel Kramer', { product: 'Taal en werk' })
  const turned = [
    someone(112, 'Kim Vermeulen', { product: 'Jobcoaching' }),
    someone(113, 'Adam Szabó', { product: 'Jobcoaching', language: 'en' }),
  ]
  const cells = (values: readonly string[], cell = 'td'): string =>
    values.map((value) => `<${cell}>${escape(value)}</${cell}>`).join('')
  return [
    mailCase(
      htmlMail(
        'kolommen-drie-kandidaten',
        henk,
        'Drie kandidaten',
        html(`<p>Dag, hierbij drie kandidaten voor het LON.</p><table>
<tr>${cells(
          wordsOf(group[0] ?? {}, 1).map(([label]) => label),
          'th',
        )}</tr>
${group.map((one) => `<tr>${cells(wordsOf(one, 1).map(([, value]) => value))}</tr>`).join('\n')}
</table><p>Klantmanager: Henk Evers</p>`),
      ),
      referral(henk, group, { also: { needs_human: [true] } }),
    ),
    mailCase(
      htmlMail(
        'kolommen-een-inwoner',
        irene,
        'Aanmelding',
        html(
          `<table><thead><tr>${cells(wordsOf(single).map(([label]) => label))}</tr></thead><tbody><tr>${cells(wordsOf(single).map(([, value]) => value))}</tr></tbody></table><p>Met vriendelijke groet,<br>Ir&egrave;ne Smeets</p>`,
        ),
      ),
      referral(irene, [single], { also: { needs_human: [true] } }),
    ),
    mailCase(
      htmlMail(
        'deelnemers-als-kolommen',
        rachid,
        'Twee kandidaten jobcoaching',
        html(
          `<table><tr><td></td><td>Kandidaat 1</td><td>Kandidaat 2</td></tr>${wordsOf(turned[0] ?? {}, 3)
            .map(
              ([label, value], index) =>
                `<tr><td>${label}</td><td>${value}</td><td>${wordsOf(turned[1] ?? {}, 3)[index]?.[1] ?? ''}</td></tr>`,
            )
            .join('')}</table>`,
        ),
      ),
      referral(rachid, turned, { also: { needs_human: [true] } }),
    ),
  ]
}

function withoutTable(): Case[] {
  const breaks = someone(114, 'Nynke Wiersma', { product: 'Ontwikkeltraject', risk: 'problematic' })
  const list = someone(115, 'Senait Berhane', { product: 'Stabiel arrangement', language: 'ti', interpreter: true })
  const flat = someone(116, 'Giorgi Beridze', { product: 'Werkfit', language: 'en' })
  return [
    mailCase(
      htmlMail(
        'regels-met-br',
        joke,
        'Aanmelding',
        html(
          `<html><body><div dir="ltr">Hoi,<div><br></div><div>${wordsOf(breaks)
            .map(([label, value]) => `<b>${label}:</b> ${value}`)
            .join(
              '<br>\n',
            )}<br>Klantregisseur: Joke van Dijk</div><div><br clear="all"></div>-- <br><div class="gmail_signature">Joke van Dijk<br>Tel: 06-12349114</div></div></body></html>`,
        ),
      ),
      referral(joke, [breaks]),
    ),
    mailCase(
      htmlMail(
        'lijst-met-dl-en-li',
        bram,
        'Inwoner aangemeld',
        html(
          `<h3>Inwoner</h3><dl>${wordsOf(list)
            .slice(0, 5)
            .map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`)
            .join('')}</dl><h3>Ondersteuning</h3><ul>${wordsOf(list)
            .slice(5)
            .map(([label, value]) => `<li>${label}: ${value}</li>`)
            .join('')}</ul><p>Regisseur: Bram Verhoeven</p>`,
        ),
      ),
      referral(bram, [list]),
    ),
    mailCase(
      htmlMail(
        'tekst-en-plaatje-in-verband',
        anneke,
        'Verwijzing klant',
        multipart(
          'related',
          [
            multipart('alternative', [
              text(`Consulent: Anneke Postma\n${form(flat)}\n`),
              html(
                `<p>Consulent: Anneke Postma</p><table>${rows(wordsOf(flat))}</table><img src="cid:handtekening@zuiderwaard.example">`,
              ),
            ]),
            {
              headers: [
                'Content-Type: image/png; name="image001.png"',
                'Content-ID: <handtekening@zuiderwaard.example>',
                'Content-Disposition: inline; filename="image001.png"',
                'Content-Transfer-Encoding: base64',
              ],
              body: Buffer.from(
                'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
              ),
            },
          ],
          'type="multipart/alternative"',
        ),
      ),
      referral(anneke, [flat]),
    ),
    mailCase(
      htmlMail(
        'tekst-zonder-formulier-html-met',
        gerard,
        'Aanmelding via formulier',
        alternative(
          'Uw e-mailprogramma kan dit bericht niet weergeven.',
          `<table>${rows([
            ['Voornaam', 'Lamine'],
            ['Achternaam', 'Diallo'],
            ['Geb. datum', dutchDate('1991-02-13')],
            ['Klantnr', '7-260117'],
            ['06-nummer', national('+31612340117')],
            ['Voertaal', 'Frans'],
            ['Tolk', 'ja'],
            ['Traject', 'Stap naar Werk'],
            ['Risico', 'gemiddeld'],
            ['Werkcoach', 'Gerard Wolters'],
          ])}</table>`,
        ),
      ),
      referral(gerard, [
        person('Lamine Diallo | 1991-02-13 | 7-260117 | +31612340117 | - | fr | ja | Stap naar Werk | raised'),
      ]),
    ),
  ]
}
