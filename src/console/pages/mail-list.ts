import type { LedgerLine } from '#src/services/ports/overview.ts'
import { href, html, type Html } from '../html.ts'
import type { PageContext } from '../parts.ts'
import { mailBadge } from '../words/mail.ts'
import { momentNear } from '../words/moment.ts'
import { badge } from './bits.ts'

/** Mails that came in, each with a link to its page. */
export const mailList = (mails: readonly LedgerLine[], context: PageContext): Html => html`
  <ul class="card rows">
    ${mails.map(
      ({ id, reference, receivedAt, outcome }) => html`
        <li>
          <a href="${href(['aanmeldingen', id])}">Mail ${reference}</a>
          <span class="meta">ontvangen ${momentNear(receivedAt, context)}</span>
          ${badge(mailBadge(outcome))}
        </li>
      `,
    )}
  </ul>
`
