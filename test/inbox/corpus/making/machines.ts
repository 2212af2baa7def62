import { mailCase, other, type Case } from './cases.ts'
import { idOf, ours, type Mail, type Sender } from './message.ts'
import { alternative, html, multipart, text, type Part } from './parts.ts'
import { senders } from './settings.ts'

const { joke, sanne, lotte, karin, anneke, gerard, tom } = senders

const postmaster: Sender = { name: 'Mail Delivery System', address: 'mailer-daemon@werkwijzer.example' }

/** Mail that no person wrote. */
export function machineMails(): Case[] {
  return [...bounces(), ...notSent(), ...autoReplies(), ...invitations()]
}

const status = (body: string): Part => ({
  headers: ['Content-Type: message/delivery-status'],
  body: Buffer.from(body.replaceAll('\n', '\r\n')),
})
const originalHeaders = (to: string): Part => ({
  headers: ['Content-Type: text/rfc822-headers'],
  body: Buffer.from(
    `From: Planning <planning@werkwijzer.example>\r\nTo: ${to}\r\nSubject: Niet verschenen op de intake [OPK-3B8H7T]\r\nMessage-ID: ${idOf('ontvangst c', 'werkwijzer.example')}\r\n`,
  ),
})

function bounce(what: string, from: Sender, subject: string, parts: readonly Part[], rest: Partial<Mail> = {}): Case {
  return mailCase(
    {
      what,
      from,
      subject,
      content: multipart('report', parts, 'report-type=delivery-status'),
      returnPath: '',
      trust: 'unverified',
      headers: ['Auto-Submitted: auto-replied'],
      ...rest,
    },
    other('bounce', from),
  )
}

function bounces(): Case[] {
  return [
    bounce('bounce-postfix', postmaster, 'Undelivered Mail Returned to Sender', [
      text(
        "This is the mail system at host mx.werkwijzer.example.\n\nI'm sorry to have to inform you that your message could not be delivered.\n\n<k.mulder@arnhem.example>: host smtp.arnhem.example[192.0.2.7] said: 550 5.1.1 User unknown\n",
      ),
      status(
        'Reporting-MTA: dns; mx.werkwijzer.example\nX-Postfix-Queue-ID: 4F2A1\n\nFinal-Recipient: rfc822; k.mulder@arnhem.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n',
      ),
      originalHeaders('k.mulder@arnhem.example'),
    ]),
    bounce(
      'bounce-exchange',
      { name: 'Microsoft Outlook', address: 'postmaster@tilburg.example' },
      'Onbestelbaar: Niet verschenen op de intake [OPK-3B8H7T]',
      [
        html(
          '<p>De bezorging naar deze geadresseerden is mislukt:</p><p>j.vandijk@tilburg.example</p><p>Het postvak is vol.</p>',
        ),
        status(
          'Reporting-MTA: dns;AM0PR01MB.eurprd01.prod.tilburg.example\n\nOriginal-Recipient: rfc822;j.vandijk@tilburg.example\nFinal-Recipient: rfc822;j.vandijk@tilburg.example\nAction: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp;554 5.2.2 mailbox full\n',
        ),
        originalHeaders('j.vandijk@tilburg.example'),
      ],
      { trust: 'verified' },
    ),
    bounce('bounce-uitgesteld', postmaster, 'Delayed Mail (still being retried)', [
      text('THIS IS A WARNING ONLY. YOU DO NOT NEED TO RESEND YOUR MESSAGE.\n'),
      status(
        'Reporting-MTA: dns; mx.werkwijzer.example\n\nFinal-Recipient: rfc822; t.vanderlinden@zuiderwaard.example\nAction: delayed\nStatus: 4.4.1\nWill-Retry-Until: Sat, 21 Nov 2026 09:00:00 +0100\n',
      ),
      originalHeaders('t.vanderlinden@zuiderwaard.example'),
    ]),
    bounce(
      'bounce-met-hele-mail',
      { name: 'Mail Delivery Subsystem', address: 'mailer-daemon@post.example' },
      'Delivery Status Notification (Failure)',
      [
        text('Adres niet gevonden. Je bericht is niet afgeleverd bij y.hendriks@rsd-liemers.example.\n'),
        status(
          'Reporting-MTA: dns; post.example\n\nFinal-Recipient: rfc822; y.hendriks@rsd-liemers.example\nAction: failed\nStatus: 5.1.1\n',
        ),
        {
          headers: ['Content-Type: message/rfc822'],
          body: Buffer.from(
            `From: Planning <planning@werkwijzer.example>\r\nTo: y.hendriks@rsd-liemers.example\r\nSubject: Uw aanmelding is ontvangen [OPK-5Q1Z8R]\r\nMessage-ID: ${idOf('ontvangst d', 'werkwijzer.example')}\r\n\r\nNaam: niet in dit bericht\r\nTelefoon: 088-1234567\r\n`,
          ),
        },
      ],
    ),
    mailCase(
      {
        what: 'bounce-zonder-rapport',
        from: { name: 'Postmaster', address: 'postmaster@ijsselveen.example' },
        subject: 'Undeliverable: Uw aanmelding is ontvangen [OPK-2W6N9C]',
        content: text(
          'Your message did not reach some or all of the intended recipients.\n\ng.wolters@ijsselveen.example: 550 5.4.1 Recipient address rejected\n',
        ),
        returnPath: '',
        headers: [
          `X-Failed-Recipients: g.wolters@ijsselveen.example`,
          'Auto-Submitted: auto-replied',
          `In-Reply-To: ${idOf('ontvangst e', 'werkwijzer.example')}`,
        ],
      },
      other('bounce', { name: 'Postmaster', address: 'postmaster@ijsselveen.example' }),
    ),
  ]
}

function notSent(): Case[] {
  const zivver: Sender = { name: 'Zivver', address: 'noreply@zivver.com' }
  const words = (title: string, link: string): Part =>
    alternative(
      `${title}\n\nOntvanger: l.bruins@rsd-liemers.example\n${link}: https://app.zivver.com/draft/81\n`,
      `<h1>${title}</h1><p>l.bruins@rsd-liemers.example</p><a href="https://app.zivver.com/draft/81">${link}</a>`,
    )
  return [
    mailCase(
      {
        what: 'zivver-niet-verzonden',
        from: zivver,
        to: 'planning@werkwijzer.example',
        subject: 'E-mail niet verzonden: Niet verschenen op de intake [OPK-3B8H7T]',
        content: words('Uw e-mail is niet verzonden', 'Voltooi het verzenden van uw email'),
      },
      other('bounce', zivver),
    ),
    mailCase(
      {
        what: 'zivver-not-sent',
        from: zivver,
        to: 'planning@werkwijzer.example',
        subject: 'Email not sent',
        content: words(
          'Your email was not sent. Verification details are missing for one recipient.',
          'Finish sending your email',
        ),
      },
      other('bounce', zivver),
    ),
  ]
}

function autoReplies(): Case[] {
  const away = (mail: Omit<Mail, 'content'>, words: string, also?: Record<string, unknown[]>): Case =>
    mailCase(
      { ...mail, content: text(words) },
      other('auto_reply', mail.from, { waits: false, ...(also === undefined ? {} : { also }) }),
    )
  return [
    away(
      {
        what: 'afwezig-outlook-nl',
        from: joke,
        subject: 'Automatisch antwoord: Uw aanmelding is ontvangen [OPK-7F3K2Q]',
        headers: [
          'Auto-Submitted: auto-generated',
          'X-Auto-Response-Suppress: All',
          `In-Reply-To: ${idOf('ontvangst a', 'werkwijzer.example')}`,
        ],
      },
      'Ik ben afwezig tot en met 30 november. Bij spoed: Murat Aydin, 06-12349700.\n',
    ),
    away(
      {
        what: 'afwezig-outlook-en',
        from: sanne,
        subject: 'Automatic reply: Intake planned',
        headers: ['Auto-Submitted: auto-generated'],
        returnPath: '',
      },
      'I am out of office until December 1st.\n',
    ),
    away(
      { what: 'afwezig-zonder-kopregel', from: lotte, subject: 'Afwezig: Re: Intake gepland [OPK-9D2M4W]' },
      'Hallo,\n\nIk ben van 16 t/m 27 november met verlof en lees mijn mail niet. Neem contact op met Henk Evers.\n\nLotte\n',
    ),
    away(
      {
        what: 'afwezig-precedence',
        from: karin,
        subject: 'Out of Office',
        headers: ['Precedence: auto_reply', 'X-Autoreply: yes'],
      },
      'Ik werk niet op vrijdag.\n',
    ),
    away(
      {
        what: 'ontvangstbevestiging-gemeente',
        from: { name: 'Klantcontact Zuiderwaard', address: 'info@zuiderwaard.example' },
        subject: 'Ontvangstbevestiging van uw bericht',
        headers: ['Auto-Submitted: auto-replied'],
        returnPath: '',
      },
      'Wij hebben uw bericht ontvangen. U krijgt binnen vijf werkdagen antwoord. Dit is een automatisch bericht.\n',
    ),
    away(
      {
        what: 'afwezig-met-ondertekening-als-formulier',
        from: gerard,
        subject: 'Automatisch antwoord: Aanmelding',
        headers: ['Auto-Submitted: auto-replied'],
      },
      'Ik ben er op 7 december weer.\n\nNaam: Gerard Wolters\nTelefoon: 06-12349701\nE-mail: g.wolters@werkplein-ijsselveen.example\n',
    ),
    mailCase(
      {
        what: 'leesbevestiging',
        from: anneke,
        subject: 'Gelezen: Uw aanmelding is ontvangen [OPK-2W6N9C]',
        content: multipart(
          'report',
          [
            text('Uw bericht is gelezen op maandag 16 november 2026 om 9:14.\n'),
            {
              headers: ['Content-Type: message/disposition-notification'],
              body: Buffer.from(
                `Final-Recipient: rfc822;a.postma@zuiderwaard.example\r\nOriginal-Message-ID: ${idOf('ontvangst e', 'werkwijzer.example')}\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n`,
              ),
            },
          ],
          'report-type=disposition-notification',
        ),
      },
      other('auto_reply', anneke, {
        waits: false,
        also: { kind: ['not_referral', 'bounce', 'reply'], needs_human: [true] },
      }),
    ),
  ]
}

function invitations(): Case[] {
  const calendar = (method: string, summary: string): Part => ({
    headers: [`Content-Type: text/calendar; charset=utf-8; method=${method}`],
    body: Buffer.from(
      `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Zaak//NL\r\nMETHOD:${method}\r\nBEGIN:VEVENT\r\nUID:intake-1@zuiderwaard.example\r\nDTSTART:20261201T090000Z\r\nDTEND:20261201T100000Z\r\nSUMMARY:${summary}\r\nORGANIZER;CN=Tom van der Linden:mailto:t.vanderlinden@zuiderwaard.example\r\nATTENDEE:mailto:${ours.inbox}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
    ),
  })
  return [
    mailCase(
      {
        what: 'agenda-uitnodiging',
        from: tom,
        subject: 'Kennismaking nieuwe contactpersoon',
        content: multipart('alternative', [
          text('Wanneer: dinsdag 1 december 2026 10:00-11:00\nWaar: Stadhuis, kamer 2.14\n'),
          calendar('REQUEST', 'Kennismaking'),
        ]),
      },
      other('not_referral', tom),
    ),
    mailCase(
      {
        what: 'agenda-afgezegd',
        from: tom,
        subject: 'Geannuleerd: Kennismaking nieuwe contactpersoon',
        content: multipart('alternative', [
          text('Deze afspraak gaat niet door.\n'),
          calendar('CANCEL', 'Kennismaking'),
        ]),
      },
      other('not_referral', tom),
    ),
    mailCase(
      {
        what: 'agenda-geaccepteerd',
        from: joke,
        subject: 'Geaccepteerd: Overleg voortgang',
        content: multipart('mixed', [
          text('Joke van Dijk heeft de uitnodiging geaccepteerd.\n'),
          calendar('REPLY', 'Overleg'),
        ]),
      },
      other('not_referral', joke, { also: { kind: ['auto_reply'], needs_human: [false] } }),
    ),
  ]
}
