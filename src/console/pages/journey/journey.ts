import { html, none, telephone, type Html } from '../../html.ts'
import { journeyBadge } from '../../words/stage.ts'
import { badge, postButton } from '../bits.ts'
import { appointmentsSection } from './appointments.ts'
import { mailsSection, messagesSection, tasksSection } from './conversation.ts'
import type { JourneyFacts } from './facts.ts'
import { termsSection } from './terms.ts'
import { aheadSection, timelineSection } from './timeline.ts'

const languages = { nl: 'Nederlands', en: 'Engels' } as const

const fact = (words: string, value: Html | string | undefined): Html | undefined =>
  value === undefined || value === ''
    ? none
    : html`<div>
        <dt>${words}</dt>
        <dd>${value}</dd>
      </div>`

function person({ details: { participant, reference }, rules }: JourneyFacts): Html {
  const { phone, consulent } = participant
  const { words } = rules.contract
  return html`
    <dl class="facts">
      ${fact('Kenmerk', html`<span class="ref">${reference}</span>`)} ${fact('Klantnummer', participant.clientNumber)}
      ${fact('Telefoon', phone ? html`<a href="${telephone(phone)}">${phone}</a>` : 'niet bekend')}
      ${fact('E-mail', participant.email)} ${fact('Taal', languages[participant.language])}
      ${fact('Tolk', participant.interpreter ? 'nodig' : undefined)}
      ${fact(words.consulent.slice(0, 1).toUpperCase() + words.consulent.slice(1), [consulent.name, consulent.email].filter(Boolean).join(', '))}
    </dl>
  `
}

const reachWords = {
  phone: undefined,
  none: 'Er is geen mobiel nummer: Opkomst kan geen berichten sturen, een mens belt.',
  opted_out: 'De deelnemer stuurde STOP: Opkomst stuurt niets meer, een mens belt.',
} as const

function status({ details: { journey } }: JourneyFacts): Html | undefined {
  if (journey.status === 'ended') return none
  return journey.status === 'paused'
    ? postButton(['trajecten', journey.id, 'stand'], { naar: 'verder' }, 'Hervatten', 'main')
    : postButton(['trajecten', journey.id, 'stand'], { naar: 'pauze' }, 'Pauzeren')
}

/** Everything about one journey: what to do, what was agreed, what was said, and what the contract asks. */
export function journeyPage(facts: JourneyFacts): Html {
  const { journey } = facts.details
  const reach = reachWords[journey.reach]
  return html`
    <div class="headline">
      <p>${badge(journeyBadge(journey, facts.now))}</p>
      ${person(facts)}
      <div class="actions">${status(facts)}</div>
    </div>
    ${reach ? html`<p class="said warn">${reach}</p>` : none} ${tasksSection(facts)} ${appointmentsSection(facts)}
    ${termsSection(facts)}
    <div class="columns">
      <div>${messagesSection(facts)} ${mailsSection(facts)}</div>
      <div>${aheadSection(facts)} ${timelineSection(facts)}</div>
    </div>
  `
}
