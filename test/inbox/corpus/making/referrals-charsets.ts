import { mailCase, rawCase, referral, type Case } from './cases.ts'
import { encode, encodedWords } from './charsets.ts'
import { render, rfc5322, moment, type Mail, type Sender } from './message.ts'
import { alternative, text, type TextOptions } from './parts.ts'
import { form, someone, type Words } from './people.ts'
import { senders } from './settings.ts'
import type { Person } from './cases.ts'

const { joke, sanne, lotte, karin, esther, anneke, irene, gerard } = senders

function inCharset(what: string, from: Sender, one: Person, options: TextOptions, rest: Partial<Mail> = {}): Case {
  const body = `Beste collega,\n\n${form(one)}\nConsulent: ${from.name}\n\nGroet,\n${from.name}\n`
  return mailCase({ what, from, subject: 'Aanmelding', content: text(body, options), ...rest }, referral(from, [one]))
}

/** The same form in every way of writing letters down. */
export function charsetReferrals(): Case[] {
  return [
    inCharset('latin1-quoted-printable', joke, someone(301, 'Renée Lefèvre-Müller'), { charset: 'iso-8859-1' }),
    inCharset('windows-1252-8bit', sanne, someone(302, 'Zoë D’Haese – Žižka', { product: 'Z-route' }), {
      charset: 'windows-1252',
      encoding: '8bit',
    }),
    inCharset('latin9-base64', lotte, someone(303, 'Béla Šimon', { product: '1' }), {
      charset: 'iso-8859-15',
      encoding: 'base64',
    }),
    inCharset('utf16-base64', karin, someone(304, 'Władysław Żak', { language: 'pl' }), {
      charset: 'utf-16',
      encoding: 'base64',
    }),
    inCharset(
      'utf8-base64',
      esther,
      someone(305, 'Олена Шевченко', { language: 'uk', interpreter: true, email: 'olena.s@post.example' }),
      { encoding: 'base64' },
    ),
    inCharset('utf8-8bit', anneke, someone(306, 'Chloë Ñúñez', { language: 'es' }), { encoding: '8bit' }),
    // Says us-ascii, is UTF-8; says nothing, is UTF-8; says iso-8859-1, has a windows-1252 quote.
    inCharset('ascii-beweerd-utf8', gerard, someone(307, 'Günther Böhm'), { encoding: '8bit', named: 'us-ascii' }),
    inCharset('geen-tekenset-genoemd', irene, someone(308, 'André Köster'), { encoding: '8bit', named: null }),
    inCharset(
      'latin1-beweerd-1252',
      joke,
      someone(309, 'Siobhán O’Brien', { language: 'en', email: 'siobhan@post.example' }),
      { charset: 'windows-1252', named: 'iso-8859-1' },
    ),
    inCharset('tekenset-tussen-aanhalingstekens', sanne, someone(310, 'Jörgen Bär', { product: 'Z-route' }), {
      charset: 'iso-8859-1',
      named: '"ISO-8859-1"',
    }),
    encodedFrom(),
    decomposed(),
    nonBreaking(),
    alternativeCharsets(),
  ]
}

/** The sender's name and the subject as encoded words, in pieces. */
function encodedFrom(): Case {
  const one = someone(311, 'Inès Dupont', { language: 'fr' })
  const subject = 'Aanmelding cliënt – ontwikkelarrangement voor één jaar, graag vóór de kerst plannen'
  return mailCase(
    {
      what: 'gecodeerde-kopregels',
      from: { name: 'Björn Ödemark', address: 'b.odemark@arnhem.example' },
      subject,
      content: text(`${form(one)}\n`),
      lines: {
        From: [`From: ${encodedWords('Björn Ödemark', 'iso-8859-1', 'Q')} <b.odemark@arnhem.example>`],
        Subject: [`Subject: ${encodedWords(subject, 'utf-8', 'Q')}`],
      },
    },
    referral({ name: 'Björn Ödemark', address: 'b.odemark@arnhem.example' }, [one]),
  )
}

/** Letters and their marks apart, as a Mac writes them. */
function decomposed(): Case {
  const one = someone(312, 'Désirée Groß')
  const written = { ...one, name: 'Désirée Groß'.normalize('NFD') }
  return mailCase(
    {
      what: 'losse-accenten',
      from: esther,
      subject: 'Aanmelding',
      content: text(`${form(written)}\nCasemanager: Esther Kuipers\n`),
    },
    referral(esther, [one], { also: { 'participants.0.name': [written.name] } }),
  )
}

function nonBreaking(): Case {
  const one = someone(313, 'Rik van Dam', { product: '4' })
  const words: Words = [['Naam\u00a0kandidaat', 'Rik\u00a0van\u00a0Dam']]
  const body = `${words[0]?.join('\u00a0:\u00a0')}\n${form({ ...one, name: null }, 0)
    .replaceAll(': ', ':\u00a0')
    .replaceAll('06-1234', '06\u20111234')}\nKlantmanager:\u200b Lotte Bruins\n`
  return mailCase(
    { what: 'harde-spaties', from: lotte, subject: 'Kandidaat', content: text(body) },
    referral(lotte, [one]),
  )
}

function alternativeCharsets(): Case {
  const one = someone(314, 'Fenna Hiëm')
  return rawCase(
    'kop-in-kale-utf8',
    (number) =>
      render(
        {
          what: 'kop-in-kale-utf8',
          from: irene,
          subject: '',
          content: alternative(
            `${form(one)}\nConsulent: Irène Smeets\n`,
            `<p>${form(one).replaceAll('\n', '<br>')}<br>Consulent: Irène Smeets</p>`,
            { charset: 'iso-8859-1' },
          ),
          // RFC 6532: not encoded at all.
          lines: {
            From: ['From: Irène Smeets <i.smeets@ijsselveen.example>'],
            Subject: [`Subject: ${encode('Aanmelding één inwoner', 'utf-8').toString('utf8')}`],
            Date: [`Date: ${rfc5322(moment(number))}`],
          },
        },
        number,
      ),
    referral(irene, [one]),
  )
}
