import { describeBasis } from '#src/domain/contract/contract.ts'
import type { JourneyTerm } from '#src/domain/journey/terms.ts'
import { html, none, type Html } from '../../html.ts'
import type { PageContext } from '../../parts.ts'
import { isPast, momentNear } from '../../words/moment.ts'
import { termWords } from '../../words/term.ts'
import type { Arrival } from './facts.ts'

const basisWords = ({ basis }: JourneyTerm): string =>
  'clause' in basis ? describeBasis(basis) : `Huisregel: ${basis.house}`

const term = (one: JourneyTerm, context: PageContext): Html => html`
  <div>
    <dt>${termWords[one.name]}, uiterlijk</dt>
    <dd class="${isPast(one.deadline.breach, context.now) ? 'late' : ''}">
      <strong>${momentNear(one.deadline.breach, context)}</strong>
      ${isPast(one.deadline.breach, context.now) ? 'voorbij' : none}
    </dd>
  </div>
`

const calculation = ({ terms }: Arrival): Html => html`
  <details>
    <summary>Zo is het berekend</summary>
    ${terms.map((one) => html`<p>${termWords[one.name]}: ${one.deadline.how}. ${basisWords(one)}</p>`)}
  </details>
`

/** Until when the contract gives us, counted from the arrival of the mail: it runs while the mail waits. */
export const arrivalTermsOf = (arrival: Arrival | undefined, context: PageContext): Html | undefined =>
  arrival &&
  html`
    <section class="card arrival" aria-label="Termijnen vanaf de ontvangst">
      <dl class="facts">${arrival.terms.map((one) => term(one, context))}</dl>
      <p class="meta">
        ${
          arrival.isKnown
            ? arrival.contractTitle
            : `Het contract is nog niet bekend. Tot u het kiest, staat hier het strengste: ${arrival.contractTitle}.`
        }
      </p>
      ${calculation(arrival)}
    </section>
  `
