import { Temporal } from 'temporal-polyfill'
import type { Installation } from '#src/domain/installation.ts'
import { isOpen } from '#src/domain/journey/task.ts'
import type { IntakeOption } from '#src/services/plan-intake.ts'
import type { JourneyDetails } from '#src/services/ports/overview.ts'
import { dayInWords, timeInWords } from '#src/services/words.ts'
import { href, html, none, type Html } from '../../html.ts'
import type { PageContext } from '../../parts.ts'
import { withWhomAndWhere } from '../../words/people.ts'
import type { Badge } from '../../words/stage.ts'
import { badge, empty } from '../bits.ts'

export interface PlanFacts extends PageContext {
  readonly details: JourneyDetails
  readonly options: readonly IntakeOption[]
  readonly installation: Installation
}

function verdict({ inTime, leavesLead }: IntakeOption): Badge {
  if (!inTime) return { tone: 'bad', words: 'te laat voor de termijn' }
  return leavesLead ? { tone: 'ok', words: 'op tijd' } : { tone: 'warn', words: 'te dichtbij voor de uitnodiging' }
}

const option = (one: IntakeOption, index: number, { zone, installation }: PlanFacts): Html => html`
  <li class="option">
    <label>
      <input type="radio" name="plek" value="${one.id}" required />
      <span class="time">${timeInWords(one.slot.startsAt, zone)}</span>
      <span>${withWhomAndWhere(one.slot, installation)}</span>
      ${badge(verdict(one))}
    </label>
    <details>
      <summary aria-label="Zo is het berekend, keuze ${index + 1}">Zo is het berekend</summary>
      <p>${one.how}</p>
    </details>
  </li>
`

const dayOf = ({ slot }: IntakeOption, zone: string): string =>
  Temporal.Instant.from(slot.startsAt).toZonedDateTimeISO(zone).toPlainDate().toString()

function days(facts: PlanFacts): Html[] {
  const perDay = Map.groupBy(facts.options, (one) => dayOf(one, facts.zone))
  return [...perDay.values()].map((options) => {
    const [first] = options
    return html`
      <fieldset>
        <legend>${first ? dayInWords(first.slot.startsAt, 'nl', facts.zone) : none}</legend>
        <ul class="options">
          ${options.map((one) => option(one, facts.options.indexOf(one), facts))}
        </ul>
      </fieldset>
    `
  })
}

/** Why a person is asked, as the task says it. */
const reason = ({ details }: PlanFacts): Html[] =>
  details.journey.tasks
    .filter((task) => isOpen(task) && (task.kind === 'no_slot' || task.kind === 'plan_again'))
    .map((task) => html`<p class="said warn">${task.why}</p>`)

export const planPage = (facts: PlanFacts): Html => html`
  <p>Voor <a href="${href(['trajecten', facts.details.journey.id])}">${facts.details.participant.name.full}</a></p>
  ${reason(facts)}
  ${
    facts.options.length === 0
      ? empty('Er is geen vrije plek in het rooster. Maak ruimte in het rooster van een coach.')
      : html`
          <form method="post" action="${href(['trajecten', facts.details.journey.id, 'afspraak'])}" class="card form">
            ${days(facts)}
            <button class="main">Plan deze afspraak</button>
          </form>
        `
  }
`
