import type { StrayMessage } from '#src/services/ports/overview.ts'
import { parsePhoneNumber } from '#src/domain/values/phone-number.ts'
import { href, html, none, telephone, type Html } from '../html.ts'
import type { PageContext } from '../parts.ts'
import { momentNear } from '../words/moment.ts'
import { postButton } from './bits.ts'
import { sent } from './sent.ts'

const names = ({ mayBeOf }: StrayMessage): Html[] =>
  mayBeOf.map(
    ({ participant, journey, reference }) => html`
      <span
        ><a href="${href(['trajecten', journey.id])}">${participant.name.full}</a>
        <span class="ref">${reference}</span></span
      >
    `,
  )

const whose = (message: StrayMessage): Html =>
  message.mayBeOf.length === 0
    ? html`<p>Niemand bij ons heeft dit nummer.</p>`
    : html`<p>Dit nummer hoort bij:</p>
        <ul>
          ${names(message).map((name) => html`<li>${name}</li>`)}
        </ul>`

function call({ from, isUrgent }: StrayMessage): Html | undefined {
  const phone = from === undefined ? undefined : parsePhoneNumber(from)
  if (!phone) return none
  return html`<a class="button ${isUrgent ? 'main' : 'quiet'}" href="${telephone(phone)}">Bel ${phone}</a>`
}

const done = ({ id, isUrgent, settledAt }: StrayMessage, context: PageContext): Html =>
  settledAt
    ? html`<span class="meta">afgevinkt ${momentNear(settledAt, context)}</span>`
    : postButton(['onbekend', id], {}, isUrgent ? 'Er is contact: afvinken' : 'Afvinken', 'quiet')

/** A message of which we do not know who wrote it: what it says, whose it may be, and what a person can do. */
export const strayCard = (message: StrayMessage, context: PageContext): Html => html`
  <li class="card task${message.isUrgent ? ' crisis' : ''}">
    <div class="what">
      <h3>
        ${message.isUrgent ? 'Noodsignaal: neem nu contact op' : 'Bericht'}
        <span class="ref">${message.reference ?? ''}</span>
      </h3>
      <blockquote class="quote">${sent(message)}</blockquote>
      ${whose(message)}
      <p class="meta">${momentNear(message.receivedAt, context)}</p>
    </div>
    <div class="actions">${call(message)} ${done(message, context)}</div>
  </li>
`
