import { stageOf, type Attendance } from '#src/domain/journey/attendance.ts'
import type { Installation } from '#src/domain/installation.ts'
import type { WaitingMail } from '#src/services/ports/mails.ts'
import type { InboundRow, JourneyCard, OpenTask, Page } from '#src/services/ports/overview.ts'
import { href, html, none, type Html } from '../html.ts'
import type { Health, PageContext } from '../parts.ts'
import { isPast, momentNear } from '../words/moment.ts'
import { withWhomAndWhere } from '../words/people.ts'
import { attendanceBadge } from '../words/stage.ts'
import { badge, empty } from './bits.ts'
import { healthLine } from './health.ts'
import { markButtons } from './task-actions.ts'
import { taskCard } from './task-card.ts'

export interface Today extends PageContext {
  readonly health: readonly Health[]
  readonly sending: 'off' | 'approve' | 'on'
  readonly stopped: boolean
  readonly installation: Installation
  readonly tasks: Page<OpenTask>
  /** Journeys with an appointment in the last or the next two weeks. */
  readonly appointments: readonly JourneyCard[]
  readonly waiting: readonly WaitingMail[]
  readonly strays: Page<InboundRow>
  readonly toApprove: number
}

interface Meeting {
  readonly card: JourneyCard
  readonly attendance: Attendance
}

const meetingsOf = (cards: readonly JourneyCard[]): Meeting[] =>
  cards
    .flatMap((card) => card.journey.attendances.map((attendance) => ({ card, attendance })))
    .filter(({ attendance }) => stageOf(attendance) === 'planned')
    .sort((a, b) => a.attendance.startsAt.epochMilliseconds - b.attendance.startsAt.epochMilliseconds)

const person = ({ participant, journey, reference }: JourneyCard): Html =>
  html`<a href="${href(['trajecten', journey.id])}">${participant.name.full}</a> <span class="ref">${reference}</span>`

/** What is asked above, by its appointment, need not be asked again below. */
const isMarking = ({ task }: OpenTask, over: readonly Meeting[]): boolean =>
  (task.kind === 'mark_attendance' || task.kind === 'mark_attendance_now') &&
  over.some(({ attendance }) => attendance.id === task.attendanceId)

const isCrisis = ({ task }: OpenTask): boolean => task.kind === 'crisis'

const taskList = (rows: readonly OpenTask[], today: Today): Html =>
  html`<ul class="cards">
    ${rows.map((open) => taskCard(open, today, { terug: 'vandaag', who: person(open) }))}
  </ul>`

/** Somebody may be in danger: that stands above everything else. */
function crises(today: Today): Html | undefined {
  const rows = today.tasks.rows.filter(isCrisis)
  if (rows.length === 0) return none
  return html`
    <section aria-labelledby="nu" class="now">
      <h2 id="nu">Nu meteen <span class="count">${rows.length}</span></h2>
      ${taskList(rows, today)}
    </section>
  `
}

function tasks(today: Today, over: readonly Meeting[]): Html {
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
    <div class="actions">${markButtons(card.journey.id, attendance.id, 'vandaag')}</div>
  </li>
`

const marks = (today: Today, over: readonly Meeting[]): Html | undefined =>
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

const agendaItem = ({ card, attendance }: Meeting, today: Today): Html => html`
  <li>
    <span class="wide">
      <strong>${momentNear(attendance.startsAt, today)}</strong><br />
      ${person(card)}<br />
      <span class="meta">${withWhomAndWhere(attendance, today.installation)}</span>
    </span>
    ${badge(attendanceBadge(attendance, today.now))}
  </li>
`

/** The rest stands with the participants. */
const mostAhead = 8

const agenda = (today: Today, ahead: readonly Meeting[]): Html => html`
  <section aria-labelledby="agenda">
    <h2 id="agenda">De volgende afspraken</h2>
    ${
      ahead.length === 0
        ? empty('In de komende twee weken staan er geen afspraken.')
        : html`<ul class="card rows">
            ${ahead.slice(0, mostAhead).map((meeting) => agendaItem(meeting, today))}
          </ul>`
    }
  </section>
`

const waitingItem = (mail: WaitingMail, context: PageContext): Html => html`
  <li>
    <span class="wide">
      <a href="${href(['aanmeldingen', mail.id])}">Mail ${mail.reference}</a>
      <span class="meta">${momentNear(mail.receivedAt, context)}</span><br />
      ${mail.words}
    </span>
  </li>
`

const waiting = (today: Today): Html => html`
  <section aria-labelledby="mails">
    <h2 id="mails">Mails die op u wachten <span class="count">${today.waiting.length}</span></h2>
    ${
      today.waiting.length === 0
        ? empty('Alle mails zijn behandeld.')
        : html`<ul class="card rows">
            ${today.waiting.map((mail) => waitingItem(mail, today))}
          </ul>`
    }
  </section>
`

const strayItem = (message: InboundRow, context: PageContext): Html => html`
  <li>
    <span class="wide quote">${message.text}</span>
    <span class="meta">
      ${momentNear(message.receivedAt, context)},
      ${message.outcome === 'shared_number' ? 'meer mensen hebben dit nummer' : 'niemand heeft dit nummer'}
    </span>
  </li>
`

const strays = (today: Today): Html | undefined =>
  today.strays.total === 0
    ? none
    : html`
        <section aria-labelledby="onbekend">
          <h2 id="onbekend">Berichten van een onbekend nummer <span class="count">${today.strays.total}</span></h2>
          <p class="meta">Opkomst antwoordt hier niet op: het is niet duidelijk wie er schrijft.</p>
          <ul class="card rows">
            ${today.strays.rows.map((message) => strayItem(message, today))}
          </ul>
        </section>
      `

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
    ${healthLine(today)} ${approvals(today)}
    <div class="columns wide-left">
      <div>${crises(today)} ${marks(today, over)} ${tasks(today, over)}</div>
      <div>${waiting(today)} ${strays(today)} ${agenda(today, ahead)}</div>
    </div>
  `
}
