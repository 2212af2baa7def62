import { currentAttendance, type Journey } from '#src/domain/journey/journey.ts'
import { isOpen } from '#src/domain/journey/task.ts'
import type { ByReference } from '#src/services/find-journeys.ts'
import type { JourneyCard, Page } from '#src/services/ports/overview.ts'
import { href, html, none, type Html } from '../html.ts'
import type { PageContext } from '../parts.ts'
import { isPast, momentNear } from '../words/moment.ts'
import { journeyBadge } from '../words/stage.ts'
import { strayCard } from './stray.ts'
import { badge, empty, pager, type PageNumber } from './bits.ts'

export interface Participants extends PageContext {
  readonly found: Page<JourneyCard>
  readonly other: ByReference
  readonly at: PageNumber
  /** What was searched for; absent: everybody is shown. */
  readonly typed: string | undefined
  readonly contractTitle: (id: string) => string
}

const searchForm = ({ typed }: Participants): Html => html`
  <form method="post" action="${href(['deelnemers'])}" role="search" class="search">
    <div class="field">
      <label for="zoek">Zoek een deelnemer</label>
      <p class="hint" id="zoek-uitleg">
        Naam (een deel is genoeg), telefoon, klantnummer of kenmerk (ook van een mail of bericht).
      </p>
      <input
        id="zoek"
        name="zoek"
        type="search"
        value="${typed ?? ''}"
        aria-describedby="zoek-uitleg"
        autocomplete="off"
        required
      />
    </div>
    <button class="main">Zoek</button>
  </form>
`

function next(journey: Journey, context: PageContext): string | undefined {
  const current = currentAttendance(journey)
  return current && !isPast(current.startsAt, context.now) ? momentNear(current.startsAt, context) : none
}

const row = ({ participant, journey, reference }: JourneyCard, facts: Participants): Html => {
  const open = journey.tasks.filter(isOpen).length
  return html`
    <tr>
      <td data-label="Naam"><a href="${href(['trajecten', journey.id])}">${participant.name.full}</a></td>
      <td data-label="Klantnummer">${participant.clientNumber}</td>
      <td data-label="Kenmerk"><span class="ref">${reference}</span></td>
      <td data-label="Contract">${facts.contractTitle(journey.contractId)}</td>
      <td data-label="Stand">${badge(journeyBadge(journey, facts.now))}</td>
      <td data-label="Volgende afspraak">${next(journey, facts)}</td>
      <td data-label="Taken">${open > 0 ? html`<span class="count">${open}</span>` : none}</td>
    </tr>
  `
}

/** A mail that waits, or a message of an unknown number, that has the reference which was searched for. */
const others = (facts: Participants): Html | undefined => {
  const { mail, stray } = facts.other
  if (!mail && !stray) return none
  return html`<ul class="cards">
    ${mail ? html`<li class="card"><a href="${href(['aanmeldingen', mail.id])}">Mail ${mail.reference}</a></li>` : none}
    ${stray ? strayCard(stray, facts) : none}
  </ul>`
}

const nothing = ({ typed }: Participants): Html =>
  empty(
    typed === undefined
      ? 'Er zijn nog geen deelnemers.'
      : 'Niemand gevonden. Probeer een deel van de naam, of het kenmerk.',
  )

export const participantsPage = (facts: Participants): Html => html`
  ${searchForm(facts)}
  ${
    facts.typed === undefined
      ? none
      : html`<p role="status">
          ${facts.found.total + Object.keys(facts.other).length} gevonden.
          <a href="${href(['deelnemers'])}">Toon iedereen</a>
        </p>`
  }
  ${
    facts.found.rows.length === 0
      ? (others(facts) ?? nothing(facts))
      : html`
          <table>
            <thead>
              <tr>
                <th scope="col">Naam</th>
                <th scope="col">Klantnummer</th>
                <th scope="col">Kenmerk</th>
                <th scope="col">Contract</th>
                <th scope="col">Stand</th>
                <th scope="col">Volgende afspraak</th>
                <th scope="col">Taken</th>
              </tr>
            </thead>
            <tbody>
              ${facts.found.rows.map((card) => row(card, facts))}
            </tbody>
          </table>
        `
  }
  ${facts.typed === undefined ? pager(['deelnemers'], facts.at, facts.found) : none}
`
