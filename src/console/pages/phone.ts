import { optionsRead, questionOn } from '#src/conversation/on-screen.ts'
import type { Rules } from '#src/domain/journey/rules.ts'
import { splitTimerKey, wantedTimers } from '#src/domain/journey/timers.ts'
import type { JourneyCard, JourneyDetails, Page } from '#src/services/ports/overview.ts'
import { href, html, none, type Html } from '../html.ts'
import type { PageContext } from '../parts.ts'
import { momentNear } from '../words/moment.ts'
import { kindWords } from '../words/message-kind.ts'
import { journeyBadge } from '../words/stage.ts'
import { badge, empty, pager, type PageNumber } from './bits.ts'
import { chat, saidIn, type Said } from './chat.ts'

const phoneItem = ({ journey, participant }: JourneyCard, { now }: PageContext): Html => html`
  <li class="card task">
    <div class="what">
      <h2>${participant.name.full}</h2>
      <p class="meta">
        <span>${participant.phone ?? 'geen telefoon'}</span> ${badge(journeyBadge(journey, now))}
        ${journey.reach === 'none' ? html`<span>krijgt geen berichten</span>` : none}
      </p>
    </div>
    ${
      participant.phone && journey.reach !== 'none'
        ? html`<div class="actions"><a class="button" href="${href(['telefoon', journey.id])}">Open telefoon</a></div>`
        : none
    }
  </li>
`

export const phonesPage = (found: Page<JourneyCard>, at: PageNumber, context: PageContext): Html => html`
  <p class="lead">Hier bent u even de deelnemer. Kies een telefoon, lees wat Opkomst stuurde en antwoord.</p>
  ${
    found.rows.length === 0
      ? empty('Er is nog niemand met een telefoon. Wacht tot er een aanmelding binnen is.')
      : html`<ul class="cards">
          ${found.rows.map((card) => phoneItem(card, context))}
        </ul>`
  }
  ${pager(['telefoon'], at, found)}
`

export interface PhoneFacts extends PageContext {
  readonly details: JourneyDetails
  readonly rules: Rules
  readonly provider: string
}

/** An empty phone in the weekend is no fault: the bot begins a conversation on workdays only. */
function first({ details, rules, ...context }: PhoneFacts): string {
  const invite = wantedTimers(details.journey, rules).find(({ key }) => splitTimerKey(key).kind === 'invite')
  return invite ? ` De uitnodiging komt ${momentNear(invite.at, context)}.` : ''
}

/** On the phone is only what arrived. */
const arrived = (said: Said): boolean =>
  said.from === 'participant' || said.row.status === 'sent' || said.row.status === 'delivered'

const keysIn = (said: readonly Said[]): string[] =>
  said.flatMap((one) => (one.from === 'us' ? [one.row.key] : [])).toReversed()

/** What the numbers on this screen mean: the same as what they will be understood to mean. */
function quickAnswers({ journey, session }: JourneyDetails, said: readonly Said[]): Html | undefined {
  if (!session || said.at(-1)?.from !== 'us') return none
  const onScreen = keysIn(said)
  const options = optionsRead(session, onScreen)
  if (options.length === 0) return none
  return html`<form method="post" action="${href(['telefoon', journey.id])}" class="quick" aria-label="Snel antwoord">
    <input type="hidden" name="bij" value="${questionOn(session, onScreen) ?? ''}" />
    ${options.map(
      ({ label }, index) =>
        html`<button name="tekst" value="${String(index + 1)}">
          <span class="number">${index + 1}</span>${label}
        </button>`,
    )}
  </form>`
}

/** The part that refreshes itself; the newest stands at the bottom, as on every phone. */
export function screen(facts: PhoneFacts): Html {
  const { details } = facts
  const said = saidIn(details).filter(arrived)
  const refresh = href(['telefoon', details.journey.id, 'scherm'])
  return html`
    <div
      id="scherm"
      class="screen"
      role="log"
      aria-label="Berichten"
      tabindex="0"
      hx-get="${refresh}"
      hx-trigger="every 2s"
      hx-swap="outerMorph"
    >
      <div>
        ${
          said.length === 0
            ? empty(`Nog geen berichten.${first(facts)}`)
            : chat(said, { me: 'participant', note: () => none }, facts)
        }
        ${quickAnswers(details, said)}
      </div>
    </div>
  `
}

/** What a phone of a participant can send besides text; the reactions that people give most. */
const things = ['voice', 'sticker', 'location', 'photo', 'video', 'document', 'contact', 'other'] as const
export const reactions = ['👍', '❤️', '🙏', '👎'] as const

/** That something of this kind was sent is all that arrives, as with a real phone; with a photo or document a file can be picked. */
function somethingElse(journeyId: string): Html {
  const here = href(['telefoon', journeyId])
  return html`
    <details class="else">
      <summary>Stuur iets anders dan tekst</summary>
      <form method="post" action="${here}" enctype="multipart/form-data">
        <label for="bijschrift">Bijschrift (mag leeg blijven)</label>
        <input id="bijschrift" name="tekst" maxlength="1000" autocomplete="off" />
        <label for="bestand">Bestand, bij een foto of document (mag leeg blijven)</label>
        <input type="file" id="bestand" name="bestand" />
        <div class="actions">
          ${things.map((kind) => html`<button name="soort" value="${kind}">${kindWords[kind]}</button>`)}
        </div>
      </form>
      <form method="post" action="${here}">
        <p>Reageer op het laatste bericht</p>
        <div class="actions">
          ${reactions.map((emoji) => html`<button name="emoji" value="${emoji}">${emoji}</button>`)}
        </div>
      </form>
    </details>
  `
}

/** A phone of which one is the owner. */
export function phonePage(facts: PhoneFacts): Html {
  const { journey } = facts.details
  const here = href(['telefoon', journey.id])
  return html`
    <div class="handset">
      <p class="handset-top">${facts.provider}</p>
      ${screen(facts)}
      <form method="post" action="${here}" class="write">
        <label for="tekst" class="hidden">Uw bericht</label>
        <input
          id="tekst"
          name="tekst"
          maxlength="1000"
          autocomplete="off"
          placeholder="Typ een bericht"
          required
          autofocus
        />
        <button class="main">Stuur</button>
      </form>
      ${somethingElse(journey.id)}
    </div>
    <p class="handset-foot meta">
      <a href="${here}">Ververs</a> <a href="${href(['trajecten', journey.id])}">Naar het traject</a>
      <a href="${href(['telefoon'])}">Andere telefoon</a>
    </p>
  `
}
