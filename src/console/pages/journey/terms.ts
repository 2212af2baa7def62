import { describeBasis } from '#src/domain/contract/contract.ts'
import { termsOf, type JourneyTerm } from '#src/domain/journey/terms.ts'
import { html, none, type Html } from '../../html.ts'
import { momentNear } from '../../words/moment.ts'
import { termBadge, termWords } from '../../words/term.ts'
import { badge, calculated } from '../bits.ts'
import type { JourneyFacts } from './facts.ts'

const aboutAttendance = ({ attendance }: JourneyTerm, facts: JourneyFacts): Html | undefined =>
  attendance && facts.details.journey.attendances.length > 1
    ? html`<br /><span class="meta">afspraak van ${momentNear(attendance.startsAt, facts)}</span>`
    : none

/** A house rule is never shown as a clause. */
const basisWords = ({ basis }: JourneyTerm): string => ('clause' in basis ? describeBasis(basis) : 'huisregel')

const calculation = ({ name, deadline, basis }: JourneyTerm): Html =>
  calculated(deadline.how, termWords[name], 'house' in basis ? html`<p>Huisregel: ${basis.house}</p>` : none)

const row = (term: JourneyTerm, facts: JourneyFacts): Html => html`
  <tr>
    <td data-label="Termijn">
      <div>${termWords[term.name]}${aboutAttendance(term, facts)} ${calculation(term)}</div>
    </td>
    <td data-label="Volgens">${basisWords(term)}</td>
    <td data-label="Uiterlijk">${momentNear(term.deadline.breach, facts)}</td>
    <td data-label="Stand">${badge(termBadge(term, facts))}</td>
  </tr>
`

/** Every term of the contract on this journey: by which clause, until when, how that was computed, and whether it was met. */
export const termsSection = (facts: JourneyFacts): Html => html`
  <section aria-labelledby="termijnen">
    <h2 id="termijnen">Termijnen</h2>
    <table>
      <caption>
        ${facts.rules.contract.title}, versie ${facts.rules.contract.version}
      </caption>
      <thead>
        <tr>
          <th scope="col">Termijn</th>
          <th scope="col">Volgens</th>
          <th scope="col">Uiterlijk</th>
          <th scope="col">Stand</th>
        </tr>
      </thead>
      <tbody>
        ${termsOf(facts.details.journey, facts.rules).map((term) => row(term, facts))}
      </tbody>
    </table>
  </section>
`
