import type { Temporal } from 'temporal-polyfill'
import { html, none, type Html } from '../html.ts'
import { markedText, type Piece } from '../marked-text.ts'
import type { PageContext, ReadableAttachment, ReadableMail } from '../parts.ts'
import { momentNear } from '../words/moment.ts'
import { securityLines, verdictBadges } from '../words/sender.ts'
import { badge } from './bits.ts'

interface LetterFacts extends PageContext {
  readonly mail: { readonly receivedAt: Temporal.Instant }
  /** Absent: it cannot be read, or was too large to fetch. */
  readonly readable: ReadableMail | undefined
  /** What the fields of the form were filled with, as it stands in the mail. */
  readonly sources?: readonly string[]
  /** The sentences to read before anything is done with it; each can be gone to by `sentenceId`. */
  readonly telling?: readonly string[]
  /** A person put it in: our receiving server did not see it. */
  readonly uploaded?: boolean
}

/** What is marked in one text of the mail. A sentence that stands in another is '' here, so that each keeps its number. */
interface Marks {
  readonly sources: readonly string[]
  readonly telling: readonly string[]
}

/** Where a telling sentence is to be found in the mail. */
export const sentenceId = (sentence: number): string => `zin-${String.fromCodePoint(firstLetter + sentence)}`

const firstLetter = 97 // a

/** Where something may stand in a mail: its subject, its text, and what each attachment says. */
export const textsIn = ({ subject, text, attachments: files }: ReadableMail): readonly string[] => [
  subject,
  text,
  ...files.map((file) => file.text ?? ''),
]

/** What is marked in each of the texts: a sentence only in the first that has it. */
const marksIn = (texts: readonly string[], { sources = [], telling = [] }: LetterFacts): readonly Marks[] =>
  texts.map((_, place) => ({
    sources,
    telling: telling.map((one) => (texts.findIndex((text) => text.includes(one)) === place ? one : '')),
  }))

const markedPiece = ({ text, marked, sentence }: Piece, before: Piece | undefined): Html => {
  if (sentence === undefined) return marked ? html`<mark>${text}</mark>` : html`${text}`
  const tone = marked ? 'telling source' : 'telling'
  return sentence === before?.sentence
    ? html`<mark class="${tone}">${text}</mark>`
    : html`<mark class="${tone}" id="${sentenceId(sentence)}" tabindex="-1">${text}</mark>`
}

const marked = (text: string, { sources, telling }: Marks): readonly Html[] =>
  markedText(text, sources, telling).map((piece, at, all) => markedPiece(piece, all[at - 1]))

const withoutSources = ({ telling }: Marks): Marks => ({ telling, sources: [] })

/** Every space in it is shown: nothing of ours may stand beside the text. */
const quote = (text: string, name: string, marks: Marks): Html => {
  const body = text.trim() === '' ? '(geen tekst)' : marked(text.trim(), marks)
  return html`<p class="quote" tabindex="0" role="region" aria-label="${name}">${body}</p>`
}

const kinds: Readonly<Record<ReadableAttachment['kind'], string>> = {
  pdf: 'PDF',
  docx: 'Word',
  xlsx: 'Excel',
  csv: 'tabel (CSV)',
  txt: 'tekst',
  image: 'afbeelding',
  mail: 'mail',
  calendar: 'agenda-uitnodiging',
  signature: 'handtekening',
  unread: 'niet geopend',
}

const attachment = ({ name, kind, text, why }: ReadableAttachment, marks: Marks): Html => html`
  <li>
    <p><strong>${name || 'Bijlage zonder naam'}</strong> <span class="meta">${kinds[kind]}</span></p>
    ${why ? html`<p>${why}</p>` : none}
    ${
      text
        ? html`<details>
            <summary>Wat erin staat<span class="hidden">: ${name || 'bijlage'}</span></summary>
            ${quote(text, 'Tekst van de bijlage', marks)}
          </details>`
        : none
    }
  </li>
`

const attachments = ({ attachments: all }: ReadableMail, marks: readonly Marks[]): Html | undefined =>
  all.length === 0
    ? none
    : html`
        <h3>Bijlagen <span class="count">${all.length}</span></h3>
        <ul class="attachments">
          ${all.map((one, at) => attachment(one, marks[at] ?? unmarked))}
        </ul>
        <p class="meta">De bestanden zelf staan in de mailbox.</p>
      `

const notSeen = html`<p>
  Onze mailserver heeft deze mail niet gezien: een medewerker heeft hem toegevoegd. Wat er in de mail over de afzender
  staat, is dus niet te controleren.
</p>`

const lines = (mail: ReadableMail): Html => html`
  <dl class="pairs">
    ${securityLines(mail).map(
      ([name, words]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${words}</dd>
        </div>`,
    )}
  </dl>
`

const security = (mail: ReadableMail, uploaded: boolean): Html => html`
  <details class="security">
    <summary>Veiligheid ${badge(verdictBadges[uploaded ? 'unverified' : mail.sender.verdict])}</summary>
    ${
      uploaded
        ? notSeen
        : html`<p>${mail.sender.words}</p>
            ${lines(mail)}`
    }
  </details>
`

const hosts = ({ linkHosts }: ReadableMail): Html | undefined =>
  linkHosts.length === 0
    ? none
    : html`<p class="meta">
        De links in deze mail leiden naar: ${linkHosts.join(', ')}. Ze zijn hier niet aan te klikken.
      </p>`

const sentBy = ({ from, fromName }: ReadableMail): string =>
  from === undefined ? 'niet te lezen' : fromName ? `${fromName} <${from}>` : from

const unmarked: Marks = { sources: [], telling: [] }

const letterText = (mail: ReadableMail, facts: LetterFacts): Html => {
  const [ofSubject = unmarked, ofText = unmarked, ...ofAttachments] = marksIn(textsIn(mail), facts)
  return html`
    <dl class="facts">
      <div>
        <dt>Van</dt>
        <dd>${sentBy(mail)}</dd>
      </div>
      <div>
        <dt>Onderwerp</dt>
        <dd>${mail.subject ? marked(mail.subject, withoutSources(ofSubject)) : '(leeg)'}</dd>
      </div>
    </dl>
    ${security(mail, facts.uploaded ?? false)} ${quote(mail.text, 'Tekst van de mail', ofText)} ${hosts(mail)}
    ${attachments(mail, ofAttachments)}
    <p class="meta">
      Een BSN wordt hier niet getoond. Van een getal dat er misschien een is, ziet u de laatste twee cijfers. Is het
      iets anders, bijvoorbeeld een dossiernummer, vraag het dan na of zoek het op in de mailbox.
    </p>
  `
}

const code = html`<p>
  In deze mail staat een eenmalige code van een dienst voor beveiligde mail. De code ziet u hier niet: wie hem nodig
  heeft, vindt hem in de mailbox.
</p>`

const unreadable = html`<p>Deze mail is hier niet te lezen. Open hem in de mailbox en typ over wat nodig is.</p>`

/** A mail as a person may read it: safe text, with what the form was filled with marked in it. */
export const letter = (facts: LetterFacts): Html => html`
  <section class="card letter" aria-labelledby="brief">
    <h2 id="brief">De mail</h2>
    <p class="meta">ontvangen ${momentNear(facts.mail.receivedAt, facts)}</p>
    ${facts.readable?.isCode ? code : none} ${facts.readable ? letterText(facts.readable, facts) : unreadable}
  </section>
`
