import type { MailPurpose, NoticeFacts } from '#src/services/notice-facts.ts'
import type { OutgoingRow } from '#src/services/ports/overview.ts'
import { href, html, none, type Html } from '../html.ts'
import type { PageContext, RenderedMail } from '../parts.ts'
import { momentNear } from '../words/moment.ts'
import { noticeWords, statusBadges } from '../words/outgoing.ts'
import { badge } from './bits.ts'

interface MailContext extends PageContext {
  /** Absent: its text cannot be made any more. */
  readonly renderMail: (facts: NoticeFacts) => RenderedMail | undefined
}

const toConsulent: ReadonlySet<MailPurpose> = new Set([
  'no_show',
  'attendance_unknown',
  'absence',
  'correction',
  'receipt',
])

export const isForConsulent = ({ body }: OutgoingRow): boolean =>
  body.kind === 'mail' && toConsulent.has(body.facts.purpose)

/** Of a mail about a task its title says more than its subject, which is short on purpose. */
const nameOf = ({ purpose, words }: NoticeFacts, mail: RenderedMail | undefined): string => {
  if (words['title'] !== undefined) return `${noticeWords[purpose]}: ${words['title']}`
  return mail?.subject ?? noticeWords[purpose]
}

/** A mail, closed; its text unfolds. `linked` where the page is not the journey's own. */
export function mailItem(row: OutgoingRow, context: MailContext, linked = false): Html | undefined {
  if (row.body.kind !== 'mail') return none
  const { facts, to } = row.body
  const mail = context.renderMail(facts)
  const name = nameOf(facts, mail)
  return html`
    <li class="card mail">
      <details>
        <summary>
          <span class="subject">${name}</span>
          ${linked && facts.words['participant'] ? html`<span>${facts.words['participant']}</span>` : none}
          <span class="meta">${momentNear(row.settledAt ?? row.createdAt, context)}</span>
          ${badge(statusBadges[row.status])}
        </summary>
        <p class="meta">Aan ${to}</p>
        ${mail && mail.subject !== name ? html`<p class="meta">Onderwerp: ${mail.subject}</p>` : none}
        <p class="quote">${mail?.text ?? 'De tekst van deze mail is niet meer te maken.'}</p>
        ${linked && row.journeyId ? html`<p><a href="${href(['trajecten', row.journeyId])}">Naar het traject</a></p>` : none}
      </details>
    </li>
  `
}
