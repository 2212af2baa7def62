import type { InboundOutcome } from '#src/services/ports/inbound.ts'
import type { OutgoingRow } from '#src/services/ports/overview.ts'
import { href, html, none, type Html } from '../../html.ts'
import { statusBadges } from '../../words/outgoing.ts'
import { badge, empty } from '../bits.ts'
import { chat, saidIn, type Said } from '../chat.ts'
import { isForConsulent, mailItem } from '../mail-item.ts'
import type { JourneyFacts } from './facts.ts'

const heardWords: Readonly<Partial<Record<InboundOutcome, string>>> = {
  asked_again: 'niet begrepen, opnieuw gevraagd',
  with_person: 'voor een medewerker',
  silent: 'geen antwoord nodig',
}

const note = (said: Said): Html | string | undefined =>
  said.from === 'us' ? badge(statusBadges[said.row.status]) : said.row.outcome && heardWords[said.row.outcome]

/** What was said on both sides, with what became of ours. */
export function messagesSection(facts: JourneyFacts): Html {
  const said = saidIn(facts.details)
  const { journey, session } = facts.details
  return html`
    <section aria-labelledby="gesprek">
      <h2 id="gesprek">Gesprek</h2>
      ${
        session?.holder === 'person'
          ? html`<p class="said warn">Een medewerker heeft dit gesprek overgenomen: Opkomst antwoordt niet.</p>`
          : none
      }
      ${said.length === 0 ? empty('Er is nog niets gezegd.') : chat(said, { me: 'us', note }, facts)}
      ${
        facts.simulator && facts.details.participant.phone
          ? html`<p><a href="${href(['telefoon', journey.id])}">Open de telefoon van deze deelnemer</a></p>`
          : none
      }
    </section>
  `
}

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
