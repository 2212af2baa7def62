import type { NoticePurpose } from '#src/domain/journey/journey.ts'
import type { NoticeFacts } from '#src/services/notice-facts.ts'
import type { OutgoingRow } from '#src/services/ports/overview.ts'
import { momentInWords } from '#src/services/words.ts'
import { href, html, none, type Html } from '../html.ts'
import type { RenderedMail } from '../parts.ts'
import { noticeWords, statusBadges } from '../words/outgoing.ts'
import { badge } from './bits.ts'

interface MailContext {
  readonly zone: string
  /** Absent: its text cannot be made any more. */
  readonly renderMail: (facts: NoticeFacts) => RenderedMail | undefined
  /** Links to the journey, where the page is not that journey's. */
  readonly linked?: boolean
}

/** Who a mail is for: only the consulent reads names, so only those purposes go to one. */
export const isForConsulent = (purpose: NoticePurpose | 'mail_waiting'): boolean =>
  ['no_show', 'attendance_unknown', 'absence', 'correction'].includes(purpose)

export function mailItem(row: OutgoingRow, { zone, renderMail, linked }: MailContext): Html | undefined {
  if (row.body.kind !== 'mail') return none
  const { facts, to } = row.body
  const mail = renderMail(facts)
  return html`
    <li class="card mail">
      <details>
        <summary>
          <span class="subject">${mail?.subject ?? noticeWords[facts.purpose]}</span>
          <span class="meta"
            >${isForConsulent(facts.purpose) ? 'aan de consulent' : 'aan onze mensen'},
            ${momentInWords(row.settledAt ?? row.createdAt, zone)}</span
          >
          ${badge(statusBadges[row.status])}
        </summary>
        <p class="meta">Aan ${to}</p>
        <p class="quote">${mail?.text ?? 'De tekst van deze mail is niet meer te maken.'}</p>
        ${linked && row.journeyId ? html`<p><a href="${href(['trajecten', row.journeyId])}">Open het traject</a></p>` : none}
      </details>
    </li>
  `
}
