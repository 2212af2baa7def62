import { languageInDutch } from '#src/domain/values/language.ts'
import { isOpen, type Task } from '#src/domain/journey/task.ts'
import { html, none, telephone, type Html } from '../../html.ts'
import { riskWords } from '../../words/risk.ts'
import { journeyBadge } from '../../words/stage.ts'
import { badge, postButton } from '../bits.ts'
import { taskCard } from '../task-card.ts'
import { appointmentsSection } from './appointments.ts'
import { mailsSection, messagesSection, receivedSection } from './conversation.ts'
import type { JourneyFacts } from './facts.ts'
import { isOfStranger, ownNumber, phoneNumberForm } from './phone-number.ts'
import { termsSection } from './terms.ts'
import { aheadSection, timelineSection } from './timeline.ts'

const fact = (words: string, value: Html | string | undefined): Html | undefined =>
  value === undefined || value === ''
    ? none
    : html`<div>
        <dt>${words}</dt>
        <dd>${value}</dd>
      </div>`

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** As the referral states it; of one that came in before that was kept, as it counts. */
const risk = ({ details: { participant, journey } }: JourneyFacts): string => {
  if (participant.notes?.risk) return riskWords[participant.notes.risk]
  return journey.raisedRisk ? 'niet vermeld, of verhoogd (telt als verhoogd)' : 'laag'
}

const birthDate = (date: string | undefined): string | undefined => date?.split('-').toReversed().join('-')

function person(facts: JourneyFacts): Html {
  const {
    details: { participant, reference },
    rules,
  } = facts
  const { phone, consulent, notes } = participant
  const own = ownNumber(facts.details)
  const other = phone ? `${phone} (niet van de deelnemer)` : 'niet bekend'
  const call = own ? html`<a href="${telephone(own)}">${own}</a>` : other
  return html`
    <dl class="facts">
      ${fact('Kenmerk', html`<span class="ref">${reference}</span>`)} ${fact('Klantnummer', participant.clientNumber)}
      ${fact('Telefoon', call)} ${fact('E-mail', participant.email)}
      ${fact('Taal', languageInDutch[participant.language])} ${fact('Andere taal', notes?.otherLanguage)}
      ${fact('Tolk', participant.interpreter ? 'nodig' : undefined)}
      ${fact('Geboortedatum', birthDate(participant.birthDate))} ${fact('Product', notes?.product)}
      ${fact('Risico op uitval', risk(facts))}
      ${fact(capital(rules.contract.words.consulent), [consulent.name, consulent.email].filter(Boolean).join(', '))}
    </dl>
    ${
      notes?.remarks
        ? html`<h2>Opmerkingen bij de aanmelding</h2>
            <p class="quote">${notes.remarks}</p>`
        : none
    }
    ${phoneNumberForm(facts)}
  `
}

const reachWords = {
  phone: undefined,
  none: 'Er is geen mobiel nummer: Opkomst kan geen berichten sturen, een mens belt.',
  opted_out:
    'De deelnemer stuurde STOP: Opkomst stuurt uit zichzelf niets meer, een mens belt. Schrijft de deelnemer zelf, dan antwoordt Opkomst nog wel.',
} as const

const strangerWords =
  'Het nummer is niet van de deelnemer: Opkomst stuurt er niets meer naartoe. Vraag het juiste nummer en vul het in.'

function status({ details: { journey } }: JourneyFacts): Html | undefined {
  if (journey.status === 'ended') return none
  return journey.status === 'paused'
    ? postButton(['trajecten', journey.id, 'stand'], { naar: 'verder' }, 'Hervatten', 'main')
    : postButton(['trajecten', journey.id, 'stand'], { naar: 'pauze' }, 'Pauzeren')
}

/** Who came is asked at the appointment itself, right above. */
const isAskedAbove = ({ kind }: Task): boolean => kind === 'mark_attendance' || kind === 'mark_attendance_now'

const isCrisis = ({ kind }: Task): boolean => kind === 'crisis'

const list = (tasks: readonly Task[], facts: JourneyFacts): Html =>
  html`<ul class="cards">
    ${tasks.map((task) => taskCard({ task, ...facts.details }, facts, { terug: 'traject', rules: facts.rules }))}
  </ul>`

/** Somebody may be in danger: that stands above everything else. */
function crises(facts: JourneyFacts): Html | undefined {
  const open = facts.details.journey.tasks.filter((task) => isOpen(task) && isCrisis(task))
  if (open.length === 0) return none
  return html`
    <section aria-labelledby="nu" class="now">
      <h2 id="nu">Nu meteen</h2>
      ${list(open, facts)}
    </section>
  `
}

function tasks(facts: JourneyFacts): Html | undefined {
  const open = facts.details.journey.tasks.filter((task) => isOpen(task) && !isAskedAbove(task) && !isCrisis(task))
  if (open.length === 0) return none
  return html`
    <section aria-labelledby="taken">
      <h2 id="taken">Taken <span class="count">${open.length}</span></h2>
      ${list(open, facts)}
    </section>
  `
}

/** Everything about one journey: what to do, what was agreed, what was said, and what the contract asks. */
export function journeyPage(facts: JourneyFacts): Html {
  const { journey } = facts.details
  const reach = isOfStranger(facts.details) ? strangerWords : reachWords[journey.reach]
  return html`
    ${crises(facts)}
    <div class="card headline">
      <p>${badge(journeyBadge(journey, facts.now))}</p>
      ${person(facts)}
      <div class="actions">${status(facts)}</div>
    </div>
    ${reach ? html`<p class="said warn">${reach}</p>` : none}
    <div class="columns wide-left">
      <div>${appointmentsSection(facts)} ${tasks(facts)} ${termsSection(facts)} ${messagesSection(facts)}</div>
      <div>${aheadSection(facts)} ${receivedSection(facts)} ${mailsSection(facts)} ${timelineSection(facts)}</div>
    </div>
  `
}
