import { holderOf } from '#src/services/holder-of.ts'
import type { InboundOutcome } from '#src/services/ports/inbound.ts'
import type { JourneyDetails, OutgoingRow } from '#src/services/ports/overview.ts'
import { longestWritten } from '#src/services/write-to-participant.ts'
import { href, html, none, type Html } from '../../html.ts'
import { statusBadges } from '../../words/outgoing.ts'
import { badge, empty, postButton } from '../bits.ts'
import { chat, saidIn, type Said } from '../chat.ts'
import { isForConsulent, mailItem } from '../mail-item.ts'
import { mailList } from '../mail-list.ts'
import type { JourneyFacts } from './facts.ts'

const heardWords: Readonly<Partial<Record<InboundOutcome, string>>> = {
  asked_again: 'niet begrepen, opnieuw gevraagd',
  with_person: 'voor een medewerker',
  silent: 'geen antwoord nodig',
}

const note = (said: Said): Html | string | undefined => {
  if (said.from === 'participant') return said.row.outcome && heardWords[said.row.outcome]
  const sent = badge(statusBadges[said.row.status])
  return said.row.byStaff ? html`<span>door een medewerker</span> ${sent}` : sent
}

const isHeld = ({ journey, session }: JourneyDetails): boolean => holderOf(journey, session) === 'person'

/** In the member of staff's own words. Whoever writes has the conversation. */
function writing({ details, unsent }: JourneyFacts): Html | undefined {
  const { journey, participant } = details
  if (journey.status === 'ended' || journey.reach !== 'phone' || !participant.phone) return none
  return html`
    <form
      method="post"
      action="${href(['trajecten', journey.id, 'bericht'])}#schrijven"
      class="card form"
      id="schrijven"
    >
      <label for="tekst">Schrijf de deelnemer zelf</label>
      ${unsent ? html`<p class="said warn" role="alert" id="niet-verstuurd">${unsent.why}</p>` : none}
      <textarea
        id="tekst"
        name="tekst"
        rows="3"
        maxlength="${String(longestWritten)}"
        required
        aria-describedby="schrijfhulp${unsent ? ' niet-verstuurd' : ''}"
      >
${unsent?.text ?? ''}</textarea>
      <p class="meta" id="schrijfhulp">
        Hooguit ${longestWritten} tekens. Geen BSN en niets over gezondheid. U hebt daarna het gesprek: Opkomst
        antwoordt niet tot u het teruggeeft.
      </p>
      <button class="main">Verstuur</button>
    </form>
    ${
      isHeld(details)
        ? none
        : html`<div class="actions">
            ${postButton(['trajecten', journey.id, 'gesprek'], {}, 'Neem het gesprek over')}
          </div>`
    }
  `
}

/** What was said on both sides, with what became of ours. */
export function messagesSection(facts: JourneyFacts): Html {
  const said = saidIn(facts.details)
  const { journey } = facts.details
  return html`
    <section aria-labelledby="gesprek">
      <h2 id="gesprek">Gesprek</h2>
      ${
        isHeld(facts.details)
          ? html`<p class="said warn">
              Een medewerker heeft dit gesprek: Opkomst antwoordt niet tot de taken hierboven zijn afgevinkt.
            </p>`
          : none
      }
      ${said.length === 0 ? empty('Er is nog niets gezegd.') : chat(said, { me: 'us', note }, facts)} ${writing(facts)}
      ${
        facts.simulator && facts.details.participant.phone
          ? html`<p><a href="${href(['telefoon', journey.id])}">Open de telefoon van deze deelnemer</a></p>`
          : none
      }
    </section>
  `
}

/** The mail that it began with, and what was added to it later. */
export const receivedSection = (facts: JourneyFacts): Html | undefined =>
  facts.received.length === 0
    ? none
    : html`
        <section aria-labelledby="binnen">
          <h2 id="binnen">Mails van de ${facts.rules.contract.words.consulent}</h2>
          ${mailList(facts.received, facts)}
        </section>
      `

const list = (mails: readonly OutgoingRow[], facts: JourneyFacts): Html =>
  html`<ul class="mails">
    ${mails.toReversed().map((mail) => mailItem(mail, facts))}
  </ul>`

/** What the consulent was told, and folded away what our own people were. */
export function mailsSection(facts: JourneyFacts): Html {
  const mails = facts.details.outgoing.filter(({ body }) => body.kind === 'mail')
  const consulent = mails.filter(isForConsulent)
  const own = mails.filter((mail) => !isForConsulent(mail))
  return html`
    <section aria-labelledby="post">
      <h2 id="post">Mails aan de ${facts.rules.contract.words.consulent}</h2>
      ${consulent.length === 0 ? empty('Er is nog niets gemeld.') : list(consulent, facts)}
      ${
        own.length === 0
          ? none
          : html`<details class="more">
              <summary>Mails aan onze mensen (${own.length})</summary>
              ${list(own, facts)}
            </details>`
      }
    </section>
  `
}
