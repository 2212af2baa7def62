import type { Temporal } from 'temporal-polyfill'
import { html, none, type Html } from '../html.ts'
import { markedText } from '../marked-text.ts'
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
  /** A person put it in: our receiving server did not see it. */
  readonly uploaded?: boolean
}

const marked = (text: string, sources: readonly string[]): readonly Html[] =>
  markedText(text, sources).map((piece) => (piece.marked ? html`<mark>${piece.text}</mark>` : html`${piece.text}`))

/** Every space in it is shown: nothing of ours may stand beside the text. */
const quote = (text: string, name: string, sources: readonly string[]): Html => {
  const body = text.trim() === '' ? '(geen tekst)' : marked(text.trim(), sources)
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

const attachment = ({ name, kind, text, why }: ReadableAttachment, sources: readonly string[]): Html => html`
  <li>
    <p><strong>${name || 'Bijlage zonder naam'}</strong> <span class="meta">${kinds[kind]}</span></p>
    ${why ? html`<p>${why}</p>` : none}
    ${
      text
        ? html`<details>
            <summary>Wat erin staat<span class="hidden">: ${name || 'bijlage'}</span></summary>
            ${quote(text, 'Tekst van de bijlage', sources)}
          </details>`
        : none
    }
  </li>
`

const attachments = ({ attachments: all }: ReadableMail, sources: readonly string[]): Html | undefined =>
  all.length === 0
    ? none
    : html`
        <h3>Bijlagen <span class="count">${all.length}</span></h3>
        <ul class="attachments">
          ${all.map((one) => attachment(one, sources))}
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

const letterText = (mail: ReadableMail, { sources = [], uploaded = false }: LetterFacts): Html => html`
  <dl class="facts">
    <div>
      <dt>Van</dt>
      <dd>${sentBy(mail)}</dd>
    </div>
    <div>
      <dt>Onderwerp</dt>
      <dd>${mail.subject || '(leeg)'}</dd>
    </div>
  </dl>
  ${security(mail, uploaded)} ${quote(mail.text, 'Tekst van de mail', sources)} ${hosts(mail)}
  ${attachments(mail, sources)}
  <p class="meta">
    Een BSN wordt hier niet getoond. Van een getal dat er misschien een is, ziet u de laatste twee cijfers. Is het iets
    anders, bijvoorbeeld een dossiernummer, vraag het dan na of zoek het op in de mailbox.
  </p>
`

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
