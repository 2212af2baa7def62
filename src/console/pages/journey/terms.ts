import { describeBasis } from '#src/domain/contract/contract.ts'
import { termsOf, type JourneyTerm } from '#src/domain/journey/terms.ts'
import { momentInWords } from '#src/services/words.ts'
import { html, none, type Html } from '../../html.ts'
import { termBadge, termWords } from '../../words/term.ts'
import { badge } from '../bits.ts'
import type { JourneyFacts } from './facts.ts'

const aboutAttendance = ({ attendance }: JourneyTerm, { details, zone }: JourneyFacts): Html | undefined =>
  attendance && details.journey.attendances.length > 1
    ? html`<span class="meta">afspraak van ${momentInWords(attendance.startsAt, zone)}</span>`
    : none

const basisWords = ({ basis }: JourneyTerm): string => ('clause' in basis ? describeBasis(basis) : 'huisregel')

const row = (term: JourneyTerm, facts: JourneyFacts): Html => html`
  <tr>
    <td data-label="Termijn">${termWords[term.name]} ${aboutAttendance(term, facts)}</td>
    <td data-label="Volgens">${basisWords(term)}</td>
    <td data-label="Uiterlijk">${momentInWords(term.deadline.breach, facts.zone)}</td>
    <td data-label="Stand">${badge(termBadge(term, facts.now, facts.zone))}</td>
    <td data-label="Berekening">
      <details>
        <summary>Zo is het berekend</summary>
        <p>${term.deadline.how}.</p>
        ${'house' in term.basis ? html`<p>Huisregel: ${term.basis.house}</p>` : none}
      </details>
    </td>
  </tr>
`

/** Every term of the contract on this journey: by which clause, until when, how that was computed, and whether it was met. */
export const termsSection = (facts: JourneyFacts): Html => html`
  <section aria-labelledby="termijnen">
    <h2 id="termijnen">Termijnen</h2>
    <p class="meta">Contract: ${facts.rules.contract.title} (versie ${facts.rules.contract.version})</p>
    <table>
      <thead>
        <tr>
          <th scope="col">Termijn</th>
          <th scope="col">Volgens</th>
          <th scope="col">Uiterlijk</th>
          <th scope="col">Stand</th>
          <th scope="col">Berekening</th>
        </tr>
      </thead>
      <tbody>
        ${termsOf(facts.details.journey, facts.rules).map((term) => row(term, facts))}
      </tbody>
    </table>
  </section>
`
