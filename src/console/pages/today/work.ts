import type { OpenTask } from '#src/services/ports/overview.ts'
import { html, none, type Html } from '../../html.ts'
import { momentNear } from '../../words/moment.ts'
import { withWhomAndWhere } from '../../words/people.ts'
import { empty } from '../bits.ts'
import { markButtons } from '../task-actions.ts'
import { strayCard } from '../stray.ts'
import { taskCard } from '../task-card.ts'
import { person, type Meeting, type Today } from './facts.ts'

/** What is asked above, by its appointment, need not be asked again below. */
const isMarking = ({ task }: OpenTask, over: readonly Meeting[]): boolean =>
  (task.kind === 'mark_attendance' || task.kind === 'mark_attendance_now') &&
  over.some(({ attendance }) => attendance.id === task.attendanceId)

const isCrisis = ({ task }: OpenTask): boolean => task.kind === 'crisis'

/** What changed since the task came. */
const newsOf = ({ task, journey }: OpenTask, { slotAgain }: Today): string | undefined =>
  task.kind === 'no_slot' && slotAgain.has(journey.id) ? 'Er is nu een plek die op tijd is.' : undefined

const taskList = (rows: readonly OpenTask[], today: Today): Html =>
  html`<ul class="cards">
    ${rows.map((open) => taskCard(open, today, { terug: 'vandaag', who: person(open), news: newsOf(open, today) }))}
  </ul>`

/** Somebody may be in danger: that stands above everything else. */
export function crises(today: Today): Html | undefined {
  const rows = today.tasks.rows.filter(isCrisis)
  const strays = today.strays.rows.filter(({ isUrgent }) => isUrgent)
  const count = rows.length + strays.length
  if (count === 0) return none
  return html`
    <section aria-labelledby="nu" class="now">
      <h2 id="nu">Nu meteen <span class="count">${count}</span></h2>
      ${rows.length === 0 ? none : taskList(rows, today)}
      ${
        strays.length === 0
          ? none
          : html`<ul class="cards">
              ${strays.map((message) => strayCard(message, today))}
            </ul>`
      }
    </section>
  `
}

/** What is open besides, the most urgent first. */
export function tasks(today: Today, over: readonly Meeting[]): Html {
  const rows = today.tasks.rows.filter((open) => !isCrisis(open) && !isMarking(open, over))
  const total = today.tasks.total - (today.tasks.rows.length - rows.length)
  return html`
    <section aria-labelledby="taken">
      <h2 id="taken">Taken <span class="count">${total}</span></h2>
      ${rows.length === 0 ? empty('Er staat niets open.') : taskList(rows, today)}
      ${total > rows.length ? html`<p class="meta">De ${rows.length} dringendste staan hier.</p>` : none}
    </section>
  `
}

const markItem = ({ card, attendance }: Meeting, today: Today): Html => html`
  <li class="card task">
    <div class="what">
      <h3>${person(card)}</h3>
      <p>${momentNear(attendance.startsAt, today)}, ${withWhomAndWhere(attendance, today.installation)}</p>
    </div>
    <div class="actions">${markButtons(card.journey.id, attendance, 'vandaag')}</div>
  </li>
`

/** Who must be marked, by the appointment that is over. */
export const marks = (today: Today, over: readonly Meeting[]): Html | undefined =>
  over.length === 0
    ? none
    : html`
        <section aria-labelledby="wie">
          <h2 id="wie">Wie kwam er? <span class="count">${over.length}</span></h2>
          <ul class="cards">
            ${over.map((meeting) => markItem(meeting, today))}
          </ul>
        </section>
      `
