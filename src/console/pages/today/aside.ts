import type { WaitingMail } from '#src/services/ports/mails.ts'
import { href, html, none, type Html } from '../../html.ts'
import type { PageContext } from '../../parts.ts'
import { momentNear } from '../../words/moment.ts'
import { withWhomAndWhere } from '../../words/people.ts'
import { attendanceBadge } from '../../words/stage.ts'
import { badge, empty } from '../bits.ts'
import { strayCard } from '../stray.ts'
import { person, type Meeting, type Today } from './facts.ts'

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

/** The appointments that come. */
export const agenda = (today: Today, ahead: readonly Meeting[]): Html => html`
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

/** The mails that a person has. */
export const waiting = (today: Today): Html => html`
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

/** What came in from numbers that say not who writes; what points at danger stands above everything else. */
export function strays(today: Today): Html | undefined {
  const rows = today.strays.rows.filter(({ isUrgent }) => !isUrgent)
  const total = today.strays.total - (today.strays.rows.length - rows.length)
  if (total === 0) return none
  return html`
    <section aria-labelledby="onbekend">
      <h2 id="onbekend">Berichten van een onbekend of gedeeld nummer <span class="count">${total}</span></h2>
      <p class="meta">
        Het is niet duidelijk wie er schrijft. Opkomst antwoordt alleen op een noodsignaal, en op STOP of START.
      </p>
      <ul class="cards">
        ${rows.map((message) => strayCard(message, today))}
      </ul>
      ${total > rows.length ? html`<p class="meta">De ${rows.length} nieuwste staan hier.</p>` : none}
    </section>
  `
}
