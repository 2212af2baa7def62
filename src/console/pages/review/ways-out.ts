import type { LikeJourney, Likeness } from '#src/services/find-like-journeys.ts'
import { href, html, none, type Html } from '../../html.ts'
import { rejections } from '../../words/mail.ts'
import { badge } from '../bits.ts'
import type { ReviewFacts } from './facts.ts'

const likenessWords: Readonly<Record<Likeness, string>> = {
  client_number: 'zelfde klantnummer',
  phone: 'zelfde telefoonnummer',
  name: 'zelfde naam',
}

const about = ({ people }: ReviewFacts): Html =>
  html`<input type="hidden" name="deelnemer" value="${people.current + 1}" />`

const choice = ({ card, same }: LikeJourney, isOnly: boolean): Html => html`
  <label class="option">
    <input type="radio" name="traject" value="${card.journey.id}" required ${isOnly ? html`checked` : none} />
    <span>
      ${card.participant.name.full}, klantnummer ${card.participant.clientNumber}, traject ${card.reference}
      ${same.map((by) => badge({ tone: 'calm', words: likenessWords[by] }))}
    </span>
  </label>
`

/** The mail is about somebody who has a journey: nothing new begins. */
export const mergeForm = (facts: ReviewFacts): Html | undefined =>
  facts.likeJourneys.length === 0
    ? none
    : html`
        <form method="post" action="${href(['aanmeldingen', facts.mail.id, 'hoort-bij'])}" class="card form">
          <h2>Hoort bij een traject dat er al is?</h2>
          ${about(facts)}
          <div role="radiogroup" aria-label="Welk traject">
            ${facts.likeJourneys.map((like) => choice(like, facts.likeJourneys.length === 1))}
          </div>
          <p class="meta">
            Er komt geen nieuw traject, en aan dit traject verandert niets. Staat er iets nieuws in de mail, verwerk dat
            dan zelf.
          </p>
          <button>Hoort hierbij</button>
        </form>
      `

/** Ready to copy; nothing is sent from here. */
export const replyDraft = ({ draftReply, proposal, readable }: ReviewFacts): Html | undefined =>
  draftReply === undefined
    ? none
    : html`
        <details class="card form">
          <summary>Vraag de consulent wat ontbreekt of niet duidelijk is</summary>
          <p class="meta">
            Kopieer deze tekst en verstuur hem zelf, via de beveiligde
            mail${proposal?.consulent.email ? html`, naar ${proposal.consulent.email}` : none}. Opkomst verstuurt hem
            niet.
            ${readable?.sender.verdict === 'verified' ? none : 'De afzender is niet zeker: gebruik een adres dat u al had.'}
          </p>
          <div class="field">
            <label for="vraag-onderwerp">Onderwerp</label>
            <input id="vraag-onderwerp" value="${draftReply.subject}" readonly />
          </div>
          <div class="field">
            <label for="vraag-tekst">Tekst</label>
            <textarea id="vraag-tekst" rows="14" readonly>${draftReply.text}</textarea>
          </div>
          <p class="meta">
            Laat de mail hier wachten als u een aanvulling verwacht. Komt er een nieuwe aanmelding, handel deze dan
            hieronder af.
          </p>
        </details>
      `

export const rejectForm = (facts: ReviewFacts): Html => html`
  <form method="post" action="${href(['aanmeldingen', facts.mail.id, 'afwijzen'])}" class="card form">
    <h2>${facts.people.count < 2 ? 'Geen aanmelding?' : `Deelnemer ${String(facts.people.current + 1)} overslaan?`}</h2>
    ${about(facts)}
    <div class="field">
      <label for="reden">Waarom niet</label>
      <select id="reden" name="reden" required>
        <option value="">Kies een reden</option>
        ${Object.entries(rejections).map(([value, words]) => html`<option value="${value}">${words}</option>`)}
      </select>
    </div>
    ${
      facts.people.count < 2
        ? html`<button>Afhandelen zonder traject</button>`
        : html`<div class="actions">
            <button>Sla deze deelnemer over</button>
            <button name="alles" value="ja">Handel de hele mail af</button>
          </div>`
    }
  </form>
`
