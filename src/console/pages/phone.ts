import type { Temporal } from 'temporal-polyfill'
import type { JourneyCard, JourneyDetails, OutgoingRow, Page } from '#src/services/ports/overview.ts'
import { timeInWords } from '#src/services/words.ts'
import { href, html, none, type Html } from '../html.ts'
import type { PageContext } from '../parts.ts'
import { journeyBadge } from '../words/stage.ts'
import { badge, empty, pager, type PageNumber } from './bits.ts'

export const phonesPage = (found: Page<JourneyCard>, at: PageNumber, { now }: PageContext): Html => html`
  <p>Hier bent u even de deelnemer. Kies een telefoon, lees wat Opkomst stuurde en antwoord.</p>
  ${
    found.rows.length === 0
      ? empty('Er is nog niemand met een telefoon. Wacht tot er een aanmelding binnen is.')
      : html`<ul class="cards">
          ${found.rows.map(
            ({ journey, participant }) => html`
              <li class="card task">
                <div class="what">
                  <h2>${participant.name.full}</h2>
                  <p class="meta">${participant.phone ?? 'geen telefoon'} ${badge(journeyBadge(journey, now))}</p>
                </div>
                <div class="actions">
                  ${participant.phone ? html`<a class="button main" href="${href(['telefoon', journey.id])}">Open telefoon</a>` : none}
                </div>
              </li>
            `,
          )}
        </ul>`
  }
  ${pager(['telefoon'], at, found)}
`

interface Bubble {
  readonly at: Temporal.Instant
  readonly from: 'ours' | 'theirs'
  readonly text: string
}

/** On the phone is only what arrived. */
const arrived = ({ status, body }: OutgoingRow): boolean =>
  body.kind === 'message' && (status === 'sent' || status === 'delivered')

function bubbles({ outgoing, inbound }: JourneyDetails): Bubble[] {
  const sent = inbound.map((row): Bubble => ({ at: row.receivedAt, from: 'theirs', text: row.text }))
  const got = outgoing
    .filter(arrived)
    .flatMap(({ body, createdAt }): Bubble[] =>
      body.kind === 'message' ? [{ at: createdAt, from: 'ours', text: body.text }] : [],
    )
  return [...sent, ...got].sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
}

/** The part that refreshes itself. On the phone what the participant wrote stands on the right, as on a real one. */
export function screen(details: JourneyDetails, { zone }: PageContext): Html {
  const { journey, session } = details
  const said = bubbles(details)
  const answer = said.at(-1)?.from === 'ours' ? (session?.options ?? []) : []
  return html`
    <div id="scherm" hx-get="${href(['telefoon', journey.id, 'scherm'])}" hx-trigger="every 2s" hx-swap="outerMorph">
      ${
        said.length === 0
          ? empty('Nog geen berichten.')
          : html`<ol class="chat phone" aria-live="polite">
              ${said.map(
                ({ at, from, text }) => html`
                  <li class="${from === 'ours' ? 'theirs' : 'ours'}">
                    <p class="bubble">${text}</p>
                    <p class="meta">${timeInWords(at, zone)}</p>
                  </li>
                `,
              )}
            </ol>`
      }
      ${
        answer.length === 0
          ? none
          : html`<form method="post" action="${href(['telefoon', journey.id])}" class="quick">
              ${answer.map(
                ({ label }, index) =>
                  html`<button name="tekst" value="${String(index + 1)}">
                    <span class="number">${index + 1}</span> ${label}
                  </button>`,
              )}
            </form>`
      }
    </div>
  `
}

/** A phone of which one is the owner. */
export function phonePage(details: JourneyDetails, context: PageContext, provider: string): Html {
  const { journey } = details
  return html`
    <div class="handset">
      <p class="handset-top"><strong>${provider}</strong></p>
      ${screen(details, context)}
      <form method="post" action="${href(['telefoon', journey.id])}" class="write">
        <label for="tekst" class="hidden">Uw bericht</label>
        <input id="tekst" name="tekst" maxlength="1000" autocomplete="off" placeholder="Typ een bericht" required />
        <button class="main">Stuur</button>
      </form>
    </div>
    <p class="meta">
      Het scherm ververst zichzelf. Zonder JavaScript: <a href="${href(['telefoon', journey.id])}">ververs</a>.
      <a href="${href(['trajecten', journey.id])}">Naar het traject</a>
    </p>
  `
}
