import { mailCase, referral, saysMore, type Case, type Person } from './cases.ts'
import { idOf, moment, render, type Sender } from './message.ts'
import { attachedMail, html, mixed, text } from './parts.ts'
import { form, someone, wordsOf } from './people.ts'
import { senders } from './settings.ts'

const { joke, murat, sanne, pieter, karin, esther, anneke, tom, gerard, irene } = senders

/** The mail that is passed on: a form with its consulent named. */
function inner(one: Person, consulent: Sender): string {
  return `${form(one)}\nConsulent: ${consulent.name}\nE-mail consulent: ${consulent.address}\n\nMet vriendelijke groet,\n${consulent.name}\n06-12349${String(one.phone_e164).slice(-3)}\n`
}

const cited = (words: string): string =>
  words
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
const asHtml = (words: string): string => words.replaceAll('\n', '<br>\n')

/** A consulent's mail that a colleague, or somebody else, passes on. */
export function forwardedReferrals(): Case[] {
  return [...byColleagues(), ...byOthers()]
}

function byColleagues(): Case[] {
  const outlook = someone(401, 'Gülay Arslan', { language: 'tr' })
  const english = someone(402, 'Thijs Verbeek', { product: 'Z-route' })
  const gmail = someone(403, 'Saron Isaias', { language: 'ti', interpreter: true })
  const apple = someone(404, 'Wim Scholten')
  const quoted = someone(405, 'Julia Marques')
  const twice = someone(406, 'Omid Rahimi', { language: 'fa', interpreter: true })
  const rich = someone(407, 'Ellen Dekkers')
  return [
    mailCase(
      {
        what: 'doorgestuurd-outlook-nl',
        from: murat,
        subject: 'FW: Aanmelding klant',
        content: text(
          `Zie hieronder, groet Murat\n\nMurat Aydin\nklantregisseur\nT 013-5429401\n\nVan: Joke van Dijk <j.vandijk@tilburg.example>\nVerzonden: maandag 2 november 2026 10:12\nAan: Murat Aydin <murat.aydin@tilburg.example>\nOnderwerp: Aanmelding klant\n\n${inner(outlook, joke)}`,
        ),
      },
      referral(murat, [outlook], { consulent: consulent(joke) }),
    ),
    mailCase(
      {
        what: 'doorgestuurd-outlook-en',
        from: pieter,
        subject: 'FW: Deelnemer',
        content: text(
          `FYI\n\n-----Original Message-----\nFrom: Sanne de Boer <s.deboer@lansingerland.example>\nSent: Tuesday, November 3, 2026 9:40 AM\nTo: Pieter Hoekstra <p.hoekstra@lansingerland.example>\nSubject: Deelnemer\n\n${inner(english, sanne)}`,
        ),
      },
      referral(pieter, [english], { consulent: consulent(sanne) }),
    ),
    mailCase(
      {
        what: 'doorgestuurd-gmail',
        from: tom,
        subject: 'Fwd: Verwijzing',
        content: text(
          `---------- Forwarded message ---------\nVan: Anneke Postma <a.postma@zuiderwaard.example>\nDate: wo 4 nov 2026 om 11:02\nSubject: Verwijzing\nTo: Tom van der Linden <t.vanderlinden@zuiderwaard.example>\n\n\n${inner(gmail, anneke)}`,
        ),
      },
      referral(tom, [gmail], { consulent: consulent(anneke) }),
    ),
    mailCase(
      {
        what: 'doorgestuurd-apple-mail',
        from: gerard,
        subject: 'Fwd: Klant',
        content: text(
          `Deze is voor jullie.\n\n> Begin doorgestuurd bericht:\n> \n> Van: Irène Smeets <i.smeets@ijsselveen.example>\n> Onderwerp: Klant\n> Datum: 5 november 2026 om 14:21:09 CET\n> Aan: Gerard Wolters <g.wolters@werkplein-ijsselveen.example>\n> \n${cited(inner(apple, irene))}`,
        ),
      },
      referral(gerard, [apple], { consulent: consulent(irene) }),
    ),
    mailCase(
      {
        what: 'formulier-in-citaat',
        from: esther,
        subject: 'RE: aanmelden?',
        content: text(
          `Hoi Loes,\n\nOnderstaande cliënt kan aangemeld worden, zie het formulier hieronder.\n\nEsther\n\nOp do 5 nov 2026 om 09:12 schreef Esther Kuipers <e.kuipers@oostermeer.example>:\n${cited(inner(quoted, esther))}`,
        ),
      },
      referral(esther, [quoted], { also: { needs_human: [true] } }),
    ),
    mailCase(
      {
        what: 'twee-keer-doorgestuurd',
        from: tom,
        subject: 'FW: FW: klant',
        content: text(
          `Van: Receptie <info@zuiderwaard.example>\nVerzonden: vrijdag 6 november 2026 08:30\nAan: Tom van der Linden\nOnderwerp: FW: klant\n\nHoi Tom, is deze voor jou? Receptie, tel 0594-120000\n\nVan: Anneke Postma <a.postma@zuiderwaard.example>\nVerzonden: donderdag 5 november 2026 16:55\nAan: Receptie\nOnderwerp: klant\n\n${inner(twice, anneke)}`,
        ),
      },
      referral(tom, [twice], { ...saysMore, consulent: consulent(anneke) }),
    ),
    mailCase(
      {
        what: 'doorgestuurd-html-outlook',
        from: murat,
        subject: 'FW: Klant',
        content: html(
          `<div><p>Zie onder.</p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p><b>Van:</b> Joke van Dijk &lt;j.vandijk@tilburg.example&gt;<br><b>Verzonden:</b> vrijdag 6 november 2026 15:00<br><b>Aan:</b> Murat Aydin<br><b>Onderwerp:</b> Klant</p></div><table>${wordsOf(
            rich,
          )
            .map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`)
            .join(
              '',
            )}<tr><td>Klantregisseur</td><td>Joke van Dijk</td></tr><tr><td>E-mail klantregisseur</td><td>j.vandijk@tilburg.example</td></tr></table></div>`,
        ),
      },
      referral(murat, [rich], { consulent: consulent(joke) }),
    ),
  ]
}

function byOthers(): Case[] {
  const attached = someone(408, 'Reza Moradi', { language: 'fa' })
  const staff = someone(409, 'Ans van Gils')
  const secretary = someone(410, 'Vera Antonova')
  const original = render(
    {
      what: 'binnenste-van-doorgestuurd-als-bijlage',
      from: karin,
      subject: 'Aanmelding cliënt',
      content: html(`<p>${asHtml(inner(attached, karin))}</p>`),
      to: 'postbus@lokaleteams-arnhem.example',
    },
    9,
  )
  return [
    mailCase(
      {
        what: 'doorgestuurd-als-bijlage',
        from: senders.bram,
        subject: 'FW: Aanmelding cliënt',
        content: mixed(text('Zie de bijgevoegde mail.\n'), attachedMail(original)),
      },
      referral(senders.bram, [attached], { consulent: consulent(karin), also: { needs_human: [true] } }),
    ),
    // Our own planner passes a mail on: nobody can tell any more who wrote it.
    mailCase(
      {
        what: 'doorgestuurd-door-eigen-medewerker',
        from: { name: 'Planning', address: 'planning@werkwijzer.example' },
        subject: 'FW: Aanmelding',
        content: text(
          `Kwam in mijn eigen mailbox binnen.\n\nVan: Joke van Dijk <j.vandijk@tilburg.example>\nVerzonden: maandag 9 november 2026 10:12\nAan: planning@werkwijzer.example\nOnderwerp: Aanmelding\n\n${inner(staff, joke)}`,
        ),
      },
      referral({ name: 'Planning', address: 'planning@werkwijzer.example' }, [staff], {
        consulent: consulent(joke),
        waits: true,
        also: { 'participants.0.municipality': ['Tilburg'], 'consulent.email': [null] },
      }),
    ),
    mailCase(
      {
        what: 'doorgestuurd-vanaf-prive',
        from: { name: 'Sanne', address: 'sanne.prive@post.example' },
        subject: 'Fwd: Deelnemer',
        content: text(
          `Vanaf thuis, mijn werkmail doet het niet.\n\nVan: Sanne de Boer <s.deboer@lansingerland.example>\nDatum: ${moment(62).toISOString().slice(0, 10)}\nAan: sanne.prive@post.example\nOnderwerp: Deelnemer\n\n${inner(secretary, sanne)}`,
        ),
        messageId: idOf('privé', 'post.example'),
      },
      referral({ name: 'Sanne', address: 'sanne.prive@post.example' }, [secretary], {
        consulent: consulent(sanne),
        waits: true,
        also: {
          kind: ['suspicious'],
          participants: [[]],
          'consulent.name': [null],
          'consulent.email': [null],
          'participants.0.municipality': ['Lansingerland'],
        },
      }),
    ),
  ]
}

function consulent({ name, address }: Sender): { name: string; email: string } {
  return { name, email: address }
}
