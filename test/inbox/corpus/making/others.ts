import { mailCase, other, type Also, type Case } from './cases.ts'
import type { Mail } from './message.ts'
import { alternative, file, html, mixed, text } from './parts.ts'
import { flatPdf } from './pdf.ts'
import { senders } from './settings.ts'

const { joke, lotte, esther, anneke, bram, pieter } = senders

function not(mail: Mail, also?: Also): Case {
  return mailCase(mail, other('not_referral', mail.from, also === undefined ? {} : { also }))
}

/** Mail that refers nobody. */
export async function otherMails(): Promise<Case[]> {
  return [
    not({
      what: 'nieuwsbrief',
      from: { name: 'Platform Werk', address: 'nieuws@platformwerk.example' },
      subject: 'Nieuwsbrief november: 5 tips voor klantmanagers',
      content: alternative(
        'In dit nummer: regie op de klant, de nieuwe wet, agenda.\n\nUitschrijven: https://platformwerk.example/uit\n',
        '<h1>Nieuwsbrief</h1><p>Regie op de klant, de nieuwe wet, agenda.</p><p><a href="https://platformwerk.example/uit">Uitschrijven</a></p>',
      ),
      headers: ['List-Unsubscribe: <https://platformwerk.example/uit>', 'Precedence: bulk'],
    }),
    not({
      what: 'nieuwsbrief-van-gemeente',
      from: { name: 'Gemeente Tilburg', address: 'nieuwsbrief@tilburg.example' },
      subject: 'Nieuws voor aanbieders',
      content: html(
        '<h2>Nieuws voor aanbieders</h2><p>Vanaf januari gebruiken wij een nieuw aanmeldformulier met de velden naam, geboortedatum en telefoonnummer. Vragen? Bel 013-5420000.</p>',
      ),
      headers: ['List-Id: aanbieders <aanbieders.tilburg.example>'],
    }),
    not({
      what: 'factuur',
      from: { name: 'Administratie Kantoorland', address: 'facturen@kantoorland.example' },
      subject: 'Factuur 2026-11873',
      content: mixed(
        text(
          'Geachte klant,\n\nKlantnummer: 40021\nFactuurdatum: 03-11-2026\nBedrag: € 213,40\nIBAN: NL91 ABNA 0417 1643 00\nTelefoon: 088-1234800\n',
        ),
        file(
          'factuur 2026-11873.pdf',
          'application/pdf',
          await flatPdf('Factuur 2026-11873', [
            ['Klantnummer', '40021'],
            ['Naam', 'Werkwijzer'],
            ['Bedrag', '213,40'],
            ['KvK', '68750110'],
            ['Btw', 'NL004495445B01'],
          ]),
        ),
      ),
    }),
    not({
      what: 'privemail',
      from: { name: 'Mama', address: 'mama@post.example' },
      subject: 'zondag',
      content: text('Lieve Kim,\n\nKom je zondag eten? Bel even, 06-12349801. Oma wordt 14-12 alweer 90!\n\nLiefs\n'),
    }),
    not({
      what: 'sollicitatie',
      from: { name: 'Pim Verhagen', address: 'pim.verhagen@post.example' },
      subject: 'Sollicitatie jobcoach',
      content: mixed(
        text(
          'Geachte heer/mevrouw,\n\nGraag solliciteer ik naar de functie van jobcoach.\n\nNaam: Pim Verhagen\nGeboortedatum: 12-05-1991\nTelefoon: 06-12349802\nE-mail: pim.verhagen@post.example\n',
        ),
        file(
          'CV Pim Verhagen.pdf',
          'application/pdf',
          await flatPdf('Curriculum vitae', [
            ['Naam', 'Pim Verhagen'],
            ['Geboortedatum', '12-05-1991'],
            ['Telefoonnummer', '06-12349802'],
            ['Talen', 'Nederlands, Engels'],
          ]),
        ),
      ),
    }),
    not({
      what: 'vraag-van-collega',
      from: { name: 'Kim de Haas', address: 'k.dehaas@werkwijzer.example' },
      subject: 'Vraag over de inbox',
      content: text('Hoi, weet jij waar de aanmelding van vorige week gebleven is? Groet, Kim, toestel 214\n'),
    }),
    not({
      what: 'vraag-van-consulent',
      from: joke,
      subject: 'Vraag over wachttijd',
      content: text(
        'Goedemorgen,\n\nHoe lang is op dit moment de wachttijd voor een ontwikkeltraject? Ik heb drie klanten in gedachten.\n\nMet vriendelijke groet,\nJoke van Dijk\nklantregisseur\nTelefoon: 013-5420001\nE-mail: j.vandijk@tilburg.example\n',
      ),
    }),
    not(
      {
        what: 'leeg-formulier-ter-informatie',
        from: lotte,
        subject: 'Nieuw aanmeldformulier',
        content: text(
          'Vanaf 1 december gebruiken wij dit formulier:\n\nNaam kandidaat:\nGeboortedatum:\nDossiernummer:\nTelefoonnummer:\nTaal:\nProductcode:\nRisicoprofiel:\nKlantmanager:\n',
        ),
      },
      { kind: ['referral'] },
    ),
    not({
      what: 'overleg-over-deelnemers',
      from: pieter,
      subject: 'Agenda casusoverleg',
      content: text(
        'Agenda casusoverleg 24 november:\n1. Mededelingen\n2. Wachtlijst\n3. Rondvraag\n\nTelefonisch deelnemen kan via 088-1234803, deelnemerscode 448 210 773.\n',
      ),
    }),
    not({
      what: 'leverancier-met-tabel',
      from: { name: 'Verkoop Belwijs', address: 'sales@belwijs.example' },
      subject: 'Offerte telefonie',
      content: html(
        '<table><tr><td>Product</td><td>Mobiel Zakelijk</td></tr><tr><td>Klantnummer</td><td>B-1190</td></tr><tr><td>Telefoon</td><td>06-12349804</td></tr><tr><td>Contactpersoon</td><td>Rob Kok</td></tr></table>',
      ),
    }),
    not(
      { what: 'leeg-bericht', from: anneke, subject: '(geen onderwerp)', content: text('') },
      { kind: ['unreadable'] },
    ),
    not({
      what: 'deelnemer-schrijft-zelf',
      from: { name: 'Ronald Fens', address: 'ronaldfens@post.example' },
      subject: 'afspraak',
      content: text(
        'Hallo, ik kan donderdag niet komen want ik moet naar het ziekenhuis. Groet Ronald Fens, klantnummer 260017, 06-12340017\n',
      ),
    }),
    not({
      what: 'contractbericht',
      from: esther,
      subject: 'Evaluatie dienstverlening 2026',
      content: text(
        'Beste partner,\n\nIn week 50 willen we evalueren. Graag ontvangen wij vooraf het aantal trajecten, klachten en de tevredenheid.\n\nEsther Kuipers\n',
      ),
    }),
    not(
      {
        what: 'phishing-vanaf-echte-mailbox',
        from: bram,
        subject: 'Overmakingsadvies',
        content: html(
          '<p>Zie het rapport.</p><a href="https://rapport.bestanden.example/open">Rapport bekijken</a><p>Bram Verhoeven<br>Lokaal team</p>',
        ),
      },
      { kind: ['suspicious'] },
    ),
  ]
}
