import { stageOf, type Attendance } from '#src/domain/journey/attendance.ts'
import type { Installation } from '#src/domain/installation.ts'
import { taskTable } from '#src/domain/journey/task.ts'
import { timeInWords } from '#src/services/words.ts'
import type { WaitingMail } from '#src/services/ports/mails.ts'
import type { InboundRow, JourneyCard, OpenTask, Page } from '#src/services/ports/overview.ts'
import { href, html, none, type Html } from '../html.ts'
import type { Health, PageContext } from '../parts.ts'
import { isPast, lengthInWords, nearMoment } from '../words/moment.ts'
import { ownerOf, withWhomAndWhere } from '../words/people.ts'
import { attendanceBadge } from '../words/stage.ts'
import { badge, empty, postButton } from './bits.ts'

export interface Today extends PageContext {
  readonly health: readonly Health[]
  readonly stopped: boolean
  readonly installation: Installation
  readonly tasks: Page<OpenTask>
  /** Journeys with an appointment in the last days or today. */
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

const healthLine = ({ health, stopped }: Today): Html => html`
  <section class="health" aria-label="Hoe het systeem ervoor staat">
    <ul>
      ${health.map(({ name, ok, words }) => html`<li class="${ok ? 'ok' : 'bad'}"><strong>${name}</strong> ${words}</li>`)}
    </ul>
    ${stopped ? none : postButton(['verzenden'], { stand: 'uit' }, 'Stop alle verzending', 'danger')}
  </section>
`

const person = ({ participant, journey, reference }: JourneyCard): Html => html`
  <a href="${href(['trajecten', journey.id])}">${participant.name.full}</a> <span class="ref">${reference}</span>
`

function dueLine({ task }: OpenTask, { now, zone }: PageContext): Html {
  const late = isPast(task.dueAt, now)
  const words = late ? `${lengthInWords(task.dueAt, now)} te laat` : `klaar voor ${nearMoment(task.dueAt, now, zone)}`
  return html`<span class="due ${late ? 'late' : 'ahead'}">${words}</span>`
}

const taskItem = (open: OpenTask, context: PageContext): Html => html`
  <li class="card task ${open.task.kind === 'crisis' ? 'crisis' : 'plain'}">
    <div class="what">
      <h3>${taskTable[open.task.kind].title}</h3>
      <p>${open.task.why}</p>
      <p class="meta">${person(open)} <span>voor ${ownerOf(open.task.kind)}</span> ${dueLine(open, context)}</p>
    </div>
    <div class="actions">
      <a class="button main" href="${href(['trajecten', open.journey.id])}">Open traject</a>
      ${postButton(['trajecten', open.journey.id, 'taken'], { taak: open.task.key, terug: 'vandaag' }, 'Afvinken')}
    </div>
  </li>
`

const tasks = (today: Today): Html => html`
  <section aria-labelledby="taken">
    <h2 id="taken">Taken <span class="count">${today.tasks.total}</span></h2>
    ${
      today.tasks.rows.length === 0
        ? empty('Er staat niets open. Mooi.')
        : html`<ul class="cards">
            ${today.tasks.rows.map((task) => taskItem(task, today))}
          </ul>`
    }
    ${today.tasks.total > today.tasks.rows.length ? html`<p class="meta">De ${today.tasks.rows.length} dringendste staan hier.</p>` : none}
  </section>
`

const markItem = ({ card, attendance }: Meeting, { now, zone, installation }: Today): Html => {
  const mark = (came: 'ja' | 'nee', words: string) =>
    postButton(
      ['trajecten', card.journey.id, 'aanwezigheid'],
      { afspraak: attendance.id, kwam: came, terug: 'vandaag' },
      words,
      came === 'ja' ? 'main' : 'quiet',
    )
  return html`
    <li class="card task">
      <div class="what">
        <h3>${person(card)}</h3>
        <p>${nearMoment(attendance.startsAt, now, zone)}, ${withWhomAndWhere(attendance, installation)}</p>
      </div>
      <div class="actions">${mark('ja', 'Kwam')} ${mark('nee', 'Kwam niet')}</div>
    </li>
  `
}

const marks = (today: Today, meetings: readonly Meeting[]): Html | undefined =>
  meetings.length === 0
    ? none
    : html`
        <section aria-labelledby="wie">
          <h2 id="wie">Wie kwam er? <span class="count">${meetings.length}</span></h2>
          <ul class="cards">
            ${meetings.map((meeting) => markItem(meeting, today))}
          </ul>
        </section>
      `

const agenda = ({ now, zone, installation }: Today, meetings: readonly Meeting[]): Html => html`
  <section aria-labelledby="agenda">
    <h2 id="agenda">Vandaag op de agenda</h2>
    ${
      meetings.length === 0
        ? empty('Vandaag staan er geen afspraken meer.')
        : html`<ul class="rows">
            ${meetings.map(
              ({ card, attendance }) => html`
                <li>
                  <span class="time">${timeInWords(attendance.startsAt, zone)}</span>
                  <span>${person(card)} <span class="meta">${withWhomAndWhere(attendance, installation)}</span></span>
                  ${badge(attendanceBadge(attendance, now))}
                </li>
              `,
            )}
          </ul>`
    }
  </section>
`

const waitingItem = (mail: WaitingMail, { now, zone }: PageContext): Html => html`
  <li>
    <span
      ><a href="${href(['aanmeldingen', mail.id])}">Mail ${mail.reference}</a>
      <span class="meta">${nearMoment(mail.receivedAt, now, zone)}</span></span
    >
    <span>${mail.words}</span>
  </li>
`

const waiting = (today: Today): Html => html`
  <section aria-labelledby="mails">
    <h2 id="mails">Mails die op u wachten <span class="count">${today.waiting.length}</span></h2>
    ${
      today.waiting.length === 0
        ? empty('Alle mails zijn behandeld.')
        : html`<ul class="rows">
            ${today.waiting.map((mail) => waitingItem(mail, today))}
          </ul>`
    }
  </section>
`

const strays = ({ strays: messages, now, zone }: Today): Html | undefined =>
  messages.total === 0
    ? none
    : html`
        <section aria-labelledby="onbekend">
          <h2 id="onbekend">Berichten van een onbekend nummer <span class="count">${messages.total}</span></h2>
          <p class="meta">Opkomst antwoordt hier niet op: het is niet duidelijk wie er schrijft.</p>
          <ul class="rows">
            ${messages.rows.map(
              (message) => html`
                <li>
                  <span class="quote">${message.text}</span>
                  <span class="meta"
                    >${nearMoment(message.receivedAt, now, zone)},
                    ${
                      message.outcome === 'shared_number' ? 'meer mensen hebben dit nummer' : 'niemand heeft dit nummer'
                    }</span
                  >
                </li>
              `,
            )}
          </ul>
        </section>
      `

const approvals = ({ toApprove }: Today): Html | undefined =>
  toApprove === 0
    ? none
    : html`<p class="said calm">
        <a href="${href(['berichten'])}"
          >${toApprove} ${toApprove === 1 ? 'bericht wacht' : 'berichten wachten'} op uw goedkeuring</a
        >
      </p>`

/** What a person must do now, the most urgent first. */
export function todayPage(today: Today): Html {
  const meetings = meetingsOf(today.appointments)
  const over = meetings.filter(({ attendance }) => isPast(attendance.startsAt, today.now))
  const ahead = meetings.filter(({ attendance }) => !isPast(attendance.startsAt, today.now))
  return html`
    ${healthLine(today)} ${approvals(today)} ${marks(today, over)} ${tasks(today)} ${agenda(today, ahead)}
    ${waiting(today)} ${strays(today)}
  `
}
