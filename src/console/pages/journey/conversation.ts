import type { Temporal } from 'temporal-polyfill'
import { isOpen, taskTable } from '#src/domain/journey/task.ts'
import type { InboundRow, OutgoingRow } from '#src/services/ports/overview.ts'
import { momentInWords } from '#src/services/words.ts'
import { href, html, none, type Html } from '../../html.ts'
import { isPast, nearMoment } from '../../words/moment.ts'
import { statusBadges } from '../../words/outgoing.ts'
import { ownerOf } from '../../words/people.ts'
import { badge, empty, postButton } from '../bits.ts'
import { mailItem } from '../mail-item.ts'
import type { JourneyFacts } from './facts.ts'

interface Said {
  readonly at: Temporal.Instant
  readonly html: Html
}

const outgoing = (row: OutgoingRow, zone: string): Said[] =>
  row.body.kind === 'message'
    ? [
        {
          at: row.createdAt,
          html: html`<li class="ours">
            <p class="bubble">${row.body.text}</p>
            <p class="meta">${momentInWords(row.createdAt, zone)} ${badge(statusBadges[row.status])}</p>
          </li>`,
        },
      ]
    : []

const heardWords: Partial<Record<NonNullable<InboundRow['outcome']>, string>> = {
  asked_again: 'niet begrepen, opnieuw gevraagd',
  with_person: 'voor een medewerker',
  silent: 'geen antwoord nodig',
}

const incoming = (row: InboundRow, zone: string): Said => ({
  at: row.receivedAt,
  html: html`<li class="theirs">
    <p class="bubble">${row.text}</p>
    <p class="meta">${momentInWords(row.receivedAt, zone)} ${row.outcome && heardWords[row.outcome]}</p>
  </li>`,
})

/** Both sides, in order; an answer that was wanted in the same moment as the question stands after it. */
function saidIn({ details, zone }: JourneyFacts): Said[] {
  const all = [
    ...details.inbound.map((row) => incoming(row, zone)),
    ...details.outgoing.flatMap((row) => outgoing(row, zone)),
  ]
  return all.sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
}

export function messagesSection(facts: JourneyFacts): Html {
  const said = saidIn(facts)
  const { journey, session } = facts.details
  return html`
    <section aria-labelledby="gesprek">
      <h2 id="gesprek">Gesprek</h2>
      ${session?.holder === 'person' ? html`<p class="said warn">Een medewerker heeft dit gesprek overgenomen: Opkomst antwoordt niet.</p>` : none}
      ${
        said.length === 0
          ? empty('Er is nog niets gezegd.')
          : html`<ol class="chat">
              ${said.map((one) => one.html)}
            </ol>`
      }
      ${facts.simulator ? html`<p><a href="${href(['telefoon', journey.id])}">Open de telefoon van deze deelnemer</a></p>` : none}
    </section>
  `
}

export function mailsSection(facts: JourneyFacts): Html {
  const mails = facts.details.outgoing.filter(({ body }) => body.kind === 'mail')
  return html`
    <section aria-labelledby="post">
      <h2 id="post">Mails</h2>
      ${
        mails.length === 0
          ? empty('Er is nog niets gemaild.')
          : html`<ul class="mails">
              ${mails.toReversed().map((mail) => mailItem(mail, facts))}
            </ul>`
      }
    </section>
  `
}

export function tasksSection({ details: { journey }, now, zone }: JourneyFacts): Html | undefined {
  const open = journey.tasks.filter(isOpen)
  if (open.length === 0) return none
  return html`
    <section aria-labelledby="taken">
      <h2 id="taken">Taken <span class="count">${open.length}</span></h2>
      <ul class="cards">
        ${open.map(
          (task) => html`
            <li class="card task ${task.kind === 'crisis' ? 'crisis' : 'plain'}">
              <div class="what">
                <h3>${taskTable[task.kind].title}</h3>
                <p>${task.why}</p>
                <p class="meta">
                  <span>voor ${ownerOf(task.kind)}</span>
                  <span class="due ${isPast(task.dueAt, now) ? 'late' : 'ahead'}"
                    >klaar voor ${nearMoment(task.dueAt, now, zone)}</span
                  >
                </p>
                <p class="meta">Sluit vanzelf ${taskTable[task.kind].closes}.</p>
              </div>
              <div class="actions">
                ${postButton(['trajecten', journey.id, 'taken'], { taak: task.key, terug: 'traject' }, 'Afvinken')}
              </div>
            </li>
          `,
        )}
      </ul>
    </section>
  `
}
