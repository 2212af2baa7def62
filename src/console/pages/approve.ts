import type { NoticeFacts } from '#src/services/notice-facts.ts'
import type { OutgoingRow, Page } from '#src/services/ports/overview.ts'
import { href, html, none, type Html } from '../html.ts'
import type { PageContext, RenderedMail } from '../parts.ts'
import { momentNear } from '../words/moment.ts'
import { empty, pager, postButton, type PageNumber } from './bits.ts'

export interface ApproveFacts extends PageContext {
  readonly found: Page<OutgoingRow>
  readonly at: PageNumber
  readonly renderMail: (facts: NoticeFacts) => RenderedMail | undefined
}

function content({ body }: OutgoingRow, { renderMail }: ApproveFacts): Html {
  if (body.kind === 'message') return html`<p class="quote">${body.text}</p>`
  const mail = renderMail(body.facts)
  return html`
    <p><strong>${mail?.subject}</strong></p>
    <p class="quote">${mail?.text ?? 'De tekst van deze mail is niet te maken.'}</p>
  `
}

const item = (row: OutgoingRow, facts: ApproveFacts): Html => html`
  <li class="card task">
    <div class="what">
      <h2>${row.body.kind === 'message' ? 'Bericht' : 'Mail'} aan ${row.body.to || 'niemand'}</h2>
      <p class="meta">
        <span>klaar sinds ${momentNear(row.createdAt, facts)}</span>
        ${row.journeyId ? html`<a href="${href(['trajecten', row.journeyId])}">Naar het traject</a>` : none}
      </p>
      ${content(row, facts)}
    </div>
    <div class="actions">
      ${postButton(['berichten', row.id], { besluit: 'goedkeuren' }, 'Goedkeuren', 'main')}
      ${postButton(['berichten', row.id], { besluit: 'tegenhouden' }, 'Tegenhouden')}
    </div>
  </li>
`

/** With SENDING=approve nothing leaves before somebody has read it. */
export const approvePage = (facts: ApproveFacts): Html => html`
  <p class="lead">
    Elk bericht gaat pas weg als u het goedkeurt. Houdt u iets tegen, dan komt er een taak om het zelf te doen.
  </p>
  ${
    facts.found.rows.length === 0
      ? empty('Er wacht niets op uw goedkeuring.')
      : html`<ul class="cards">
          ${facts.found.rows.map((row) => item(row, facts))}
        </ul>`
  }
  ${pager(['berichten'], facts.at, facts.found)}
`
