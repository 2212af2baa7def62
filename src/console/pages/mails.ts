import type { MailAudience, OutgoingRow, Page } from '#src/services/ports/overview.ts'
import type { NoticeFacts } from '#src/services/notice-facts.ts'
import { href, html, none, type Html } from '../html.ts'
import type { PageContext, RenderedMail } from '../parts.ts'
import { empty, pager, type PageNumber } from './bits.ts'
import { mailItem } from './mail-item.ts'

export interface MailsFacts extends PageContext {
  readonly found: Page<OutgoingRow>
  readonly at: PageNumber
  readonly renderMail: (facts: NoticeFacts) => RenderedMail | undefined
}

/** The two lists of mails, and where each stands. */
export const audiences: readonly {
  readonly audience: MailAudience
  readonly path: readonly string[]
  readonly words: string
}[] = [
  { audience: 'consulent', path: ['mails'], words: 'Aan consulenten' },
  { audience: 'staff', path: ['mails', 'intern'], words: 'Aan onze mensen' },
]

const tabs = (current: MailAudience): Html => html`
  <nav class="tabs" aria-label="Aan wie">
    <ul>
      ${audiences.map(({ audience, path, words }) => {
        const here = audience === current ? html` aria-current="page"` : none
        return html`<li><a href="${href(path)}" ${here}>${words}</a></li>`
      })}
    </ul>
  </nav>
`

export const mailsPage = (facts: MailsFacts, audience: MailAudience): Html => html`
  ${tabs(audience)}
  ${
    facts.found.rows.length === 0
      ? empty(
          audience === 'consulent'
            ? 'Er is nog niets aan een consulent gemaild.'
            : 'Er is nog niets aan onze mensen gemaild.',
        )
      : html`<ul class="mails">
          ${facts.found.rows.map((row) => mailItem(row, facts, true))}
        </ul>`
  }
  ${pager(audience === 'consulent' ? ['mails'] : ['mails', 'intern'], facts.at, facts.found)}
`
