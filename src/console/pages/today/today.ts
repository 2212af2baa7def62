import { href, html, none, type Html } from '../../html.ts'
import { isPast } from '../../words/moment.ts'
import { healthLine } from '../health.ts'
import { agenda, strays, waiting } from './aside.ts'
import { meetingsOf, type Today } from './facts.ts'
import { crises, marks, tasks } from './work.ts'

const approvals = ({ toApprove }: Today): Html | undefined =>
  toApprove === 0
    ? none
    : html`<p class="said warn">
        <a href="${href(['berichten'])}">
          ${toApprove} ${toApprove === 1 ? 'bericht wacht' : 'berichten wachten'} op uw goedkeuring
        </a>
      </p>`

/** What a person must do now, the most urgent first; beside it what is on its way. */
export function todayPage(today: Today): Html {
  const meetings = meetingsOf(today.appointments)
  const over = meetings.filter(({ attendance }) => isPast(attendance.startsAt, today.now))
  const ahead = meetings.filter(({ attendance }) => !isPast(attendance.startsAt, today.now))
  return html`
    ${crises(today)} ${healthLine(today)} ${approvals(today)}
    <div class="columns wide-left">
      <div>${marks(today, over)} ${tasks(today, over)}</div>
      <div>${waiting(today)} ${strays(today)} ${agenda(today, ahead)}</div>
    </div>
  `
}
