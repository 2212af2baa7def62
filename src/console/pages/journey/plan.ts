import type { Installation } from '#src/domain/installation.ts'
import type { Attendance } from '#src/domain/journey/attendance.ts'
import { isOpen } from '#src/domain/journey/task.ts'
import { isInTime, type IntakeOption, type IntakePlan } from '#src/services/plan-intake.ts'
import type { JourneyDetails } from '#src/services/ports/overview.ts'
import { timeInWords } from '#src/services/words.ts'
import { href, html, none, type Html } from '../../html.ts'
import type { PageContext } from '../../parts.ts'
import { dayNear, momentNear } from '../../words/moment.ts'
import { withWhomAndWhere } from '../../words/people.ts'
import { empty } from '../bits.ts'

export interface PlanFacts extends PageContext {
  readonly details: JourneyDetails
  readonly plan: IntakePlan
  /** The appointment in the place of which the participant wants another one. */
  readonly replaces: Attendance | undefined
  readonly installation: Installation
}

const lead = ({ leavesLead, inviteBy }: IntakeOption, facts: PlanFacts): Html =>
  leavesLead
    ? html`<span class="meta">uitnodiging uiterlijk ${momentNear(inviteBy, facts)}</span>`
    : html`<span class="badge warn">te dichtbij: uitnodiging moest er ${momentNear(inviteBy, facts)} zijn</span>`

const option = (one: IntakeOption, facts: PlanFacts): Html => html`
  <li>
    <label class="option">
      <input type="radio" name="plek" value="${one.id}" required />
      <span class="time">${timeInWords(one.slot.startsAt, facts.zone)}</span>
      <span class="wide">${withWhomAndWhere(one.slot, facts.installation)}<br />${lead(one, facts)}</span>
    </label>
  </li>
`

function days(options: readonly IntakeOption[], facts: PlanFacts): Html {
  const perDay = Map.groupBy(options, ({ slot }) => dayNear(slot.startsAt, facts))
  return html`<div class="days">
    ${[...perDay].map(
      ([day, ofDay]) => html`
        <fieldset>
          <legend>${day}</legend>
          <ul>
            ${ofDay.map((one) => option(one, facts))}
          </ul>
        </fieldset>
      `,
    )}
  </div>`
}

/** Slots past the term are there for who decides so, but nobody picks one by mistake. */
const late = (options: readonly IntakeOption[], facts: PlanFacts, open: boolean): Html | undefined =>
  options.length === 0
    ? none
    : html`<details class="more" ${open ? html` open` : none}>
        <summary>Plekken na de termijn (${options.length})</summary>
        <p class="said bad">Kiest u hier, dan wordt de termijn niet gehaald. Overleg eerst.</p>
        ${days(options, facts)}
      </details>`

/** Why a person is asked, as the task says it. */
const reason = ({ details, plan }: PlanFacts): Html[] =>
  details.journey.tasks
    .filter((task) => isOpen(task) && (task.kind === 'no_slot' || task.kind === 'plan_again'))
    .map(({ kind, why }) =>
      kind === 'no_slot' && plan.options.some(isInTime)
        ? html`<p class="said warn">
            Er is nu weer een plek die op tijd is. Toen deze taak kwam, was die er niet: ${why}
          </p>`
        : html`<p class="said warn">${why}</p>`,
    )

/** What happens to the appointment that stands, so that nobody chooses for a participant who does not know of it. */
const replacing = ({ replaces, ...facts }: PlanFacts): Html | undefined =>
  replaces &&
  html`<p class="said warn">
    De afspraak van ${momentNear(replaces.startsAt, facts)} staat nog. Kies het nieuwe moment samen met de deelnemer:
    Opkomst stuurt er geen uitnodiging voor. De oude afspraak vervalt dan.
  </p>`

function form(facts: PlanFacts): Html {
  const inTime = facts.plan.options.filter((one) => one.inTime)
  const tooLate = facts.plan.options.filter((one) => !one.inTime)
  return html`
    <form method="post" action="${href(['trajecten', facts.details.journey.id, 'afspraak'])}" class="card form">
      ${inTime.length === 0 ? empty('Er is geen vrije plek meer die op tijd is.') : days(inTime, facts)}
      ${late(tooLate, facts, inTime.length === 0)}
      ${facts.replaces ? html`<input type="hidden" name="vervangt" value="${facts.replaces.id}" />` : none}
      <button class="main">${facts.replaces ? 'Verzet naar dit moment' : 'Plan deze afspraak'}</button>
    </form>
  `
}

export const planPage = (facts: PlanFacts): Html => html`
  <p class="lead">
    Voor <a href="${href(['trajecten', facts.details.journey.id])}">${facts.details.participant.name.full}</a>.
    ${facts.plan.how}
  </p>
  ${replacing(facts)} ${reason(facts)}
  ${
    facts.plan.options.length === 0
      ? empty('Er is geen vrije plek in het rooster. Maak ruimte in het rooster van een coach.')
      : form(facts)
  }
`
