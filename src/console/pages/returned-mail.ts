import type { ReturnedMail } from '#src/services/ports/overview.ts'
import type { NoticeFacts } from '#src/services/notice-facts.ts'
import { href, html, none, type Html } from '../html.ts'
import type { PageContext, RenderedMail } from '../parts.ts'
import { momentNear } from '../words/moment.ts'
import { noticeWords } from '../words/outgoing.ts'

export interface ReturnedFacts extends PageContext {
  /** The mail of ours that a report is about; absent: we do not know it, or it is no longer kept. */
  readonly returned: ReturnedMail | undefined
  readonly renderMail: (facts: NoticeFacts) => RenderedMail | undefined
}

const where = ({ journeyId, mailId }: ReturnedMail): Html | undefined => {
  if (journeyId)
    return html`<p class="after">
      <a class="button main" href="${href(['trajecten', journeyId])}">Naar het traject</a>
    </p>`
  if (mailId) return html`<p><a href="${href(['aanmeldingen', mailId])}">Naar de mail waarover hij ging</a></p>`
  return none
}

/** Which mail did not arrive, and for whom it was: without this nobody can do what the report asks for. `linked` where the page does not lead there. */
export function returnedMail({ returned, renderMail, ...context }: ReturnedFacts, linked = true): Html | undefined {
  if (returned?.row.body.kind !== 'mail') return none
  const { settledAt, createdAt, body } = returned.row
  const { facts, to } = body
  const mail = renderMail(facts)
  return html`
    <section class="card returned" aria-labelledby="kwam-terug">
      <h2 id="kwam-terug">Om deze mail van ons gaat het</h2>
      <dl class="facts">
        <div>
          <dt>Aan</dt>
          <dd>${to}</dd>
        </div>
        <div>
          <dt>Waarover</dt>
          <dd>${[noticeWords[facts.purpose], facts.words['participant']].filter((word) => word).join(': ')}</dd>
        </div>
        <div>
          <dt>Verstuurd</dt>
          <dd>${momentNear(settledAt ?? createdAt, context)}</dd>
        </div>
      </dl>
      ${
        mail
          ? html`<details>
              <summary>Wat erin stond</summary>
              <p class="meta">Onderwerp: ${mail.subject}</p>
              <p class="quote">${mail.text}</p>
            </details>`
          : none
      }
      ${linked ? where(returned) : none}
    </section>
  `
}
