import { mailCase, other, type Case } from './cases.ts'
import { idOf, type Sender } from './message.ts'
import { alternative, html, text } from './parts.ts'
import { senders } from './settings.ts'

const { joke, sanne, lotte, karin, esther, anneke, gerard, bram } = senders

const button = (host: string, path: string, words: string): string =>
  `<table role="presentation"><tr><td style="background:#0077c8;border-radius:4px"><a href="https://${host}${path}" style="color:#fff;padding:12px 24px">${words}</a></td></tr></table>`

/** Secure mail that must be opened elsewhere, and the mails with a code that come with it. */
export function pointers(): Case[] {
  return [...zivver(), ...otherServices(), ...codes()]
}

function zivver(): Case[] {
  const path = '/conv/0c1f6f0e-8d0c-4d33-9b6e-2f8f1f3d7a55#token=7d9a'
  return [
    mailCase(
      {
        what: 'zivver-melding',
        from: joke,
        subject: 'Aanmelding klant',
        content: alternative(
          `Joke van Dijk van Gemeente Tilburg heeft u een beveiligd bericht gestuurd via Zivver.\n\nKlik voor bericht: https://app.zivver.com${path}\n\nDit bericht verloopt op 2 december 2026.\n`,
          `<html><body><img src="https://app.zivver.com/logo.png"><p>Joke van Dijk van <b>Gemeente Tilburg</b> heeft u een beveiligd bericht gestuurd.</p>${button('app.zivver.com', path, 'Klik voor bericht')}<p>Dit bericht verloopt op 2 december 2026.</p></body></html>`,
        ),
        trust: 'verified-zivver',
        headers: ['X-Zivver-ConversationID: 0c1f6f0e-8d0c-4d33-9b6e-2f8f1f3d7a55', 'X-Zivver-Transport: notification'],
      },
      other('pointer', joke),
    ),
    mailCase(
      {
        what: 'zivver-melding-eigen-woorden',
        from: anneke,
        subject: 'Veilig bericht van gemeente Zuiderwaard',
        content: html(
          `<p>Hallo! De gemeente Zuiderwaard wil iets vertrouwelijks met u delen.</p>${button('eu.app.zivver.com', '/message/abc', 'Lees het bericht')}<p>Vragen? Bel 0594-120000.</p>`,
        ),
        trust: 'verified-zivver',
      },
      other('pointer', anneke),
    ),
    mailCase(
      {
        what: 'zivver-melding-engels',
        from: { name: 'Team Werk Lansingerland', address: 'werk@lansingerland.example' },
        subject: 'Deelnemer H. W.',
        content: alternative(
          `You have received a secure message from Team Werk Lansingerland.\n\nOpen message\nhttps://app.zivver.com/c/9f2\n`,
          `<p>You have received a secure message from Team Werk Lansingerland.</p>${button('app.zivver.com', '/c/9f2', 'Open message')}`,
        ),
        trust: 'verified-zivver',
        headers: ['X-Zivver-ConversationID: 9f2e61d4-3a5b-4c4f-8f61-1be0a2f0d733'],
      },
      other('pointer', { name: 'Team Werk Lansingerland', address: 'werk@lansingerland.example' }),
    ),
    mailCase(
      {
        what: 'zivver-melding-van-zivver-zelf',
        from: { name: 'Lotte Bruins via Zivver', address: 'bericht@zivver.com' },
        subject: 'Opdracht kandidaat',
        content: html(
          `<p>Lotte Bruins (l.bruins@rsd-liemers.example) heeft u een bericht gestuurd.</p>${button('app.zivver.com', '/c/aa1', 'Klik voor bericht')}`,
        ),
        headers: ['Reply-To: Lotte Bruins <l.bruins@rsd-liemers.example>', 'X-Zivver-ConversationID: aa1'],
      },
      other('pointer', lotte, {
        also: {
          kind: ['suspicious'],
          'consulent.name': ['Lotte Bruins via Zivver', 'Lotte Bruins'],
          'consulent.email': ['bericht@zivver.com', 'l.bruins@rsd-liemers.example'],
        },
      }),
    ),
  ]
}

function otherServices(): Case[] {
  const zorgmail: Sender = { name: 'ZorgMail Secure e-mail', address: 'noreply@zorgmail.nl' }
  const service = (sender: Sender): Case['expected'] => other('pointer', sender)
  return [
    mailCase(
      {
        what: 'zorgmail-melding',
        from: zorgmail,
        subject: 'ZorgMail Secure e-mail – Nieuw bericht van Gemeente Oostermeer',
        content: html(
          `<p>Er staat een nieuw beveiligd bericht voor u klaar van <b>Gemeente Oostermeer</b>.</p>${button('secure.zorgmail.nl', '/read/5512', 'Bericht lezen')}<p>Het bericht blijft 90 dagen beschikbaar.</p>`,
        ),
      },
      service(zorgmail),
    ),
    mailCase(
      {
        what: 'smartlockr-melding',
        from: karin,
        subject: 'Beveiligd bericht: aanmelding cliënt',
        content: alternative(
          'Karin Mulder heeft u een beveiligd bericht gestuurd met SmartLockr.\n\nOpen bericht: https://web.smartlockr.io/open?id=6610\n',
          `<p>Karin Mulder heeft u een beveiligd bericht gestuurd.</p>${button('web.smartlockr.io', '/open?id=6610', 'Open bericht')}<p>U ontvangt een sms met een code.</p>`,
        ),
      },
      service(karin),
    ),
    mailCase(
      {
        what: 'secumailer-uitnodiging',
        from: esther,
        subject: 'Beveiligd bericht van uw gemeente',
        content: html(
          `<p>Gemeente Oostermeer heeft een beveiligd bericht voor u. Bevestig eerst uw identiteit met een sms-code.</p>${button('portal.secumailer.com', '/v/7781', 'Bericht openen')}`,
        ),
      },
      service(esther),
    ),
    mailCase(
      {
        what: 'melding-met-handtekening-van-consulent',
        from: bram,
        subject: 'Nieuwe toewijzing',
        content: text(
          `Beste collega,\n\nIn het beveiligde bericht vind je de toewijzing.\n\nBericht openen: https://app.zivver.com/c/771\n\nMet vriendelijke groet,\n\nNaam: Bram Verhoeven\nTelefoon: 06-12349501\nE-mail: bram.verhoeven@lokaleteams-arnhem.example\n`,
        ),
        trust: 'verified-zivver',
        headers: ['X-Zivver-ConversationID: 771'],
      },
      other('pointer', bram),
    ),
    mailCase(
      {
        what: 'herinnering-ongelezen-bericht',
        from: gerard,
        subject: 'Herinnering: u heeft een ongelezen beveiligd bericht',
        content: html(
          `<p>U heeft het bericht van Werkplein IJsselveen nog niet geopend. Het verloopt over 3 dagen.</p>${button('app.zivver.com', '/c/772', 'Klik voor bericht')}`,
        ),
        trust: 'verified-zivver',
        headers: ['X-Zivver-ConversationID: 772'],
      },
      other('pointer', gerard),
    ),
    mailCase(
      {
        what: 'nagemaakte-melding',
        from: { name: 'Zivver | Gemeente Tilburg', address: 'secure@zivver-berichten.example' },
        subject: 'U heeft een nieuw beveiligd bericht',
        content: html(
          `<p>Gemeente Tilburg heeft u een beveiligd bericht gestuurd.</p>${button('app.zivver.com.inloggen.example', '/c/1', 'Klik voor bericht')}`,
        ),
        messageId: idOf('nagemaakt', 'inloggen.example'),
      },
      other('suspicious', { name: 'Zivver | Gemeente Tilburg', address: 'secure@zivver-berichten.example' }),
    ),
    mailCase(
      {
        what: 'melding-waarvan-link-elders-wijst',
        from: sanne,
        subject: 'Beveiligd bericht',
        content: html(
          `<p>U heeft een beveiligd bericht.</p><a href="https://lansingerland.inloggen.example/x">https://app.zivver.com/c/99</a>`,
        ),
        trust: 'forged',
      },
      other('suspicious', sanne),
    ),
  ]
}

function codes(): Case[] {
  const code = (what: string, from: Sender, subject: string, words: string): Case =>
    mailCase(
      { what, from, subject, content: alternative(words, `<p>${words.replaceAll('\n', '<br>')}</p>`) },
      other('not_referral', from, { waits: false }),
    )
  return [
    code(
      'zivver-code',
      { name: 'Zivver', address: 'noreply@zivver.com' },
      'Uw verificatiecode',
      'Uw verificatiecode is 482913.\n\nGebruik deze code om het bericht van Gemeente Tilburg te openen. De code is 15 minuten geldig.\n',
    ),
    code(
      'zorgmail-toegangscode',
      { name: 'ZorgMail Secure e-mail', address: 'noreply@zorgmail.nl' },
      'ZorgMail Secure e-mail – Uw toegangscode',
      'Uw toegangscode: 7 3 0 1 5 8\n\nDeze code is 15 minuten geldig. Deel hem met niemand.\n',
    ),
    code(
      'smartlockr-code',
      { name: 'SmartLockr', address: 'no-reply@smartlockr.io' },
      'Your one-time code',
      'Your one-time code is 91-44-07. It expires in 10 minutes.\n',
    ),
    code(
      'secumailer-code',
      { name: 'SecuMailer', address: 'noreply@secumailer.com' },
      'Eenmalige code voor uw beveiligde bericht',
      'Eenmalige code: K7F-29Q\n',
    ),
  ]
}
