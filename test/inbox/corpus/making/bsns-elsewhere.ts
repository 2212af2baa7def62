import { correction, mailCase, other, referral, type Also, type Case, type Person } from './cases.ts'
import { render, type Sender } from './message.ts'
import { attachedMail, html, mixed, text, type Part } from './parts.ts'
import { dutchDate, form, lines, national, someone, wordsOf } from './people.ts'
import { senders } from './settings.ts'

const { joke, sanne, pieter, henk, tom, gerard, irene, bram } = senders

/** Citizen service numbers in mails that refer nobody anew, and numbers that pass the proof and are something else. */
export function otherNumbers(): Case[] {
  return [...inOtherMails(), ...noNumbers()]
}

function inOtherMails(): Case[] {
  const inner = someone(941, 'Wout Plein')
  const original = render(
    {
      what: 'binnenste-met-bsn',
      from: pieter,
      subject: 'Deelnemer BSN 92891895',
      content: text(`${form(inner)}\nConsulent: Pieter Hoekstra\n`),
      to: sanne.address,
    },
    9,
  )
  return [
    mailCase(
      {
        what: 'bsn-in-vraag',
        from: joke,
        subject: 'Vraag',
        content: text('Staat de klant met BSN 111222333 al op jullie lijst?\n\nJoke\n'),
      },
      other('not_referral', joke, { bsn: true }),
      ['111222333'],
    ),
    mailCase(
      {
        what: 'bsn-in-onderwerp-van-melding',
        from: henk,
        subject: 'Opdracht 123456782 (bsn)',
        content: html(
          '<p>U heeft een beveiligd bericht.</p><a href="https://app.zivver.com/c/31">Klik voor bericht</a>',
        ),
        trust: 'verified-zivver',
        headers: ['X-Zivver-ConversationID: 31'],
      },
      other('pointer', henk, { bsn: true }),
      ['123456782'],
    ),
    mailCase(
      {
        what: 'bsn-in-intrekking',
        from: tom,
        subject: 'Intrekken',
        content: text('Naam: Yvonne Schippers\nBSN: 999999990\n\nGraag de aanmelding intrekken.\n'),
      },
      correction(tom, { name: 'Yvonne Schippers' }, { bsn: true }),
      ['999999990'],
    ),
    mailCase(
      {
        what: 'bsn-in-mail-als-bijlage',
        from: sanne,
        subject: 'FW: Deelnemer',
        content: mixed(text('Zie bijgevoegd.\n'), attachedMail(original)),
      },
      referral(sanne, [inner], {
        bsn: true,
        consulent: { name: 'Pieter Hoekstra', email: pieter.address },
        also: { needs_human: [true], 'consulent.email': [sanne.address] },
      }),
      ['92891895'],
    ),
    mailCase(
      {
        what: 'bsn-van-vreemde-afzender',
        from: { name: 'Onbekend', address: 'iemand@post.example' },
        subject: 'mijn gegevens',
        content: text('Mijn burgerservicenummer is 688136138, mijn naam is Xander Hof.\n'),
      },
      other('not_referral', { name: 'Onbekend', address: 'iemand@post.example' }, { bsn: true }),
      ['688136138'],
    ),
  ]
}

/** Each of these passes the proof, and is something else: what stands before it says so. */
function noNumbers(): Case[] {
  const phone = someone(951, 'Yara Kade', { phone_e164: '+31612340053' })
  const date = someone(952, 'Zeger Wal', { birth_date: '1987-06-01' })
  const bank = someone(953, 'Anouk Singel', { client_number: '26000039' })
  const none = (what: string, from: Sender, one: Person, content: Part, also?: Also): Case =>
    mailCase({ what, from, subject: 'Aanmelding', content }, referral(from, [one], also === undefined ? {} : { also }))
  return [
    none(
      'telefoonnummer-is-geen-bsn',
      irene,
      phone,
      text(
        lines(
          wordsOf(phone, 0).map(([label, value]) => [
            label,
            label === 'Telefoonnummer' ? national(phone.phone_e164 ?? '').replace('-', '') : value,
          ]),
        ) + '\nConsulent: Irène Smeets\nT 0612340065\n',
      ),
    ),
    none(
      'datum-is-geen-bsn',
      bram,
      date,
      text(
        lines(
          wordsOf(date, 0).map(([label, value]) => [label, value === dutchDate('1987-06-01') ? '01061987' : value]),
        ) + '\nRegisseur: Bram Verhoeven\n',
      ),
      { 'participants.0.birth_date': [null], needs_human: [true] },
    ),
    none(
      'rekening-en-kvk-zijn-geen-bsn',
      gerard,
      bank,
      text(
        `${form(bank)}\nWerkcoach: Gerard Wolters\n\nWerkplein IJsselveen | KvK 68750110 | btw NL004495445B01 | IBAN NL91 ABNA 0417 1643 00\n`,
      ),
    ),
  ]
}
