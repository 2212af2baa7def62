import type { JourneyTerm } from '#src/domain/journey/terms.ts'
import type { LedgerCounts, WaitingMail } from '#src/services/ports/mails.ts'
import type { LedgerLine, Page } from '#src/services/ports/overview.ts'
import { href, html, none, type Html } from '../html.ts'
import type { PageContext } from '../parts.ts'
import { kindWords, mailBadge } from '../words/mail.ts'
import { isPast, momentNear } from '../words/moment.ts'
import { termWords } from '../words/term.ts'
import { badge, empty, pager, type PageNumber } from './bits.ts'

export interface Referrals extends PageContext {
  readonly counts: LedgerCounts
  readonly waiting: readonly WaitingMail[]
  readonly mails: Page<LedgerLine>
  readonly at: PageNumber
  readonly contractTitle: (id: string) => string
  /** The first term that runs from its arrival; none of a correction, whose participant was referred before. */
  readonly firstTerm: (mail: WaitingMail) => JourneyTerm | undefined
}

const figure = (count: number, words: string): Html =>
  html`<div>
    <dt>${words}</dt>
    <dd>${count}</dd>
  </div>`

const sums = ({ counts: { received, handled, waiting, unread } }: Referrals): Html => {
  const right = received === handled + waiting + unread
  return html`
    <dl class="sum" aria-label="Telling van alle mail">
      ${figure(received, 'ontvangen')} <span aria-hidden="true">=</span> ${figure(handled, 'behandeld')}
      <span aria-hidden="true">+</span> ${figure(waiting, 'wacht op een mens')}
      ${unread > 0 ? html`<span aria-hidden="true">+</span> ${figure(unread, 'wordt nu gelezen')}` : none}
    </dl>
    ${
      right
        ? html`<p class="meta">
            Elke mail staat hier precies één keer. Er gaat er geen verloren en geen wordt dubbel behandeld.
          </p>`
        : html`<p class="said bad" role="alert">
            De telling klopt niet. Bel de beheerder: er kan een mail verloren zijn.
          </p>`
    }
  `
}

const until = (mail: WaitingMail, facts: Referrals): Html | undefined => {
  const term = facts.firstTerm(mail)
  if (!term) return none
  const words = `${termWords[term.name].toLowerCase()}: uiterlijk ${momentNear(term.deadline.breach, facts)}`
  return html`<p class="${isPast(term.deadline.breach, facts.now) ? 'late' : ''}">${words}</p>`
}

const waitingCard = (mail: WaitingMail, facts: Referrals): Html => html`
  <li class="card task">
    <div class="what">
      <h3>Mail ${mail.reference}</h3>
      <p>${mail.words}</p>
      ${until(mail, facts)}
      <p class="meta">
        ${mail.kind ? html`<span>${kindWords[mail.kind]}</span>` : none} ontvangen ${momentNear(mail.receivedAt, facts)}
        ${mail.contractId ? html`<span>${facts.contractTitle(mail.contractId)}</span>` : none}
      </p>
    </div>
    <div class="actions"><a class="button main" href="${href(['aanmeldingen', mail.id])}">Bekijk</a></div>
  </li>
`

const line = (mail: LedgerLine, facts: Referrals): Html => html`
  <tr>
    <td data-label="Kenmerk"><a href="${href(['aanmeldingen', mail.id])}">${mail.reference}</a></td>
    <td data-label="Ontvangen">${momentNear(mail.receivedAt, facts)}</td>
    <td data-label="Contract">${mail.contractId ? facts.contractTitle(mail.contractId) : '-'}</td>
    <td data-label="Wat ermee gebeurde">${badge(mailBadge(mail.outcome))}</td>
    <td data-label="Verder">
      ${
        mail.journeyId
          ? html`<a href="${href(['trajecten', mail.journeyId])}">Traject</a>`
          : html`<a href="${href(['aanmeldingen', mail.id])}">Bekijk</a>`
      }
    </td>
  </tr>
`

export const referralsPage = (facts: Referrals): Html => html`
  ${sums(facts)}
  <p class="after"><a class="button" href="${href(['aanmeldingen', 'toevoegen'])}">Mail toevoegen</a></p>
  <section aria-labelledby="wachten">
    <h2 id="wachten">Wacht op u <span class="count">${facts.waiting.length}</span></h2>
    ${
      facts.waiting.length === 0
        ? empty('Er wacht niets.')
        : html`<ul class="cards">
            ${facts.waiting.map((mail) => waitingCard(mail, facts))}
          </ul>`
    }
  </section>
  <section aria-labelledby="alle">
    <h2 id="alle">Alle mails</h2>
    ${
      facts.mails.rows.length === 0
        ? empty('Er kwam nog geen mail binnen.')
        : html`
            <table>
              <thead>
                <tr>
                  <th scope="col">Kenmerk</th>
                  <th scope="col">Ontvangen</th>
                  <th scope="col">Contract</th>
                  <th scope="col">Wat ermee gebeurde</th>
                  <th scope="col">Verder</th>
                </tr>
              </thead>
              <tbody>
                ${facts.mails.rows.map((mail) => line(mail, facts))}
              </tbody>
            </table>
          `
    }
    ${pager(['aanmeldingen'], facts.at, facts.mails)}
  </section>
`
