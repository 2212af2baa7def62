import { isMobile } from '#src/domain/values/phone-number.ts'
import { hasWrongNumber } from '#src/domain/journey/change-phone.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import { isOpen, type Task, type TaskKind } from '#src/domain/journey/task.ts'
import type { Participant } from '#src/domain/participant.ts'
import { href, html, none, type Html } from '../../html.ts'
import { postButton } from '../bits.ts'
import type { JourneyFacts } from './facts.ts'

interface Person {
  readonly journey: Journey
  readonly participant: Participant
}

/** Whoever has the number said that it is not the participant's: nobody is to call it. At a landline no message arrives, and one can call. */
export const isOfStranger = ({ journey, participant: { phone } }: Person): boolean =>
  phone !== undefined && (hasWrongNumber(journey) || (journey.reach === 'none' && isMobile(phone)))

/** The number at which staff can call the participant. */
export const ownNumber = (person: Person): Participant['phone'] =>
  isOfStranger(person) ? undefined : person.participant.phone

const asksOwn: ReadonlySet<TaskKind> = new Set(['wrong_number', 'number_shared'])

/** Tasks for which the participant must be called. */
const calls: ReadonlySet<TaskKind> = new Set(['call_participant', 'not_delivered'])

/** Whether a number must be found and entered before this task can be done. */
export const asksNumber = (task: Task, person: Person): boolean =>
  person.journey.status !== 'ended' &&
  (asksOwn.has(task.kind) || (calls.has(task.kind) && ownNumber(person) === undefined))

/** To the form, from a task on any page. */
export const numberLink = ({ id }: Journey, kind: 'main' | 'quiet'): Html =>
  html`<a class="button ${kind}" href="${href(['trajecten', id])}#telefoonnummer">Vul het nummer in</a>`

/** Who knows it. */
export const askConsulent = ({ consulent }: Participant): string =>
  `Vraag het nummer aan de consulent: ${[consulent.name, consulent.email].filter(Boolean).join(', ')}.`

const isAsked = ({ journey, participant }: JourneyFacts['details']): boolean =>
  journey.tasks.some((task) => isOpen(task) && asksNumber(task, { journey, participant }))

/** A number can be entered, changed and taken away as long as the journey runs. Open where a task asks for it, or what was typed is wrong. */
export function phoneNumberForm({ details, unread }: JourneyFacts): Html | undefined {
  const { journey, participant } = details
  if (journey.status === 'ended') return none
  return html`
    <details id="telefoonnummer" ${unread || isAsked(details) ? html`open` : none}>
      <summary>Telefoonnummer ${participant.phone ? 'wijzigen' : 'invullen'}</summary>
      <form method="post" action="${href(['trajecten', journey.id, 'nummer'])}#telefoonnummer" class="form">
        <div class="field ${unread ? 'wrong' : ''}">
          <label for="nummer">Mobiel nummer van de deelnemer</label>
          <p class="hint" id="nummer-uitleg">
            Bijvoorbeeld 06 1234 5678. Wat nog niet aankwam, gaat naar dit nummer. Naar het oude nummer gaat niets meer.
          </p>
          ${
            unread
              ? html`<p class="error" id="nummer-fout" role="alert"><span class="hidden">Fout:</span> ${unread.why}</p>`
              : none
          }
          <input
            id="nummer"
            name="nummer"
            type="tel"
            value="${unread?.text ?? ''}"
            autocomplete="off"
            maxlength="60"
            required
            aria-describedby="nummer-uitleg${unread ? ' nummer-fout' : ''}"
            ${unread ? html`aria-invalid="true"` : none}
          />
        </div>
        <button class="main">Bewaar het nummer</button>
      </form>
      ${
        participant.phone
          ? html`<div class="actions">
              ${postButton(['trajecten', journey.id, 'nummer-weg'], {}, 'Verwijder het nummer')}
            </div>`
          : none
      }
    </details>
  `
}
