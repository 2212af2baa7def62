import type { WaitingMail } from '#src/services/ports/mails.ts'
import { href, html, none, type Html } from '../html.ts'
import type { PageContext, ReadableMail } from '../parts.ts'
import { rejections } from '../words/mail.ts'
import { momentNear } from '../words/moment.ts'
import { around, selectField, textField, type Choices, type Field, type FormState } from './fields.ts'

export interface ReviewFacts extends PageContext, FormState {
  readonly mail: WaitingMail
  /** Absent: it cannot be read, or was too large to fetch. */
  readonly readable: ReadableMail | undefined
  readonly contracts: readonly { readonly id: string; readonly title: string }[]
}

const who: readonly Field[] = [
  { name: 'naam', label: 'Naam', needed: true },
  { name: 'klantnummer', label: 'Klantnummer', hint: 'Van de gemeente. Geen BSN.', needed: true },
  { name: 'telefoon', label: 'Telefoon', hint: 'Zonder mobiel nummer belt een mens.', type: 'tel' },
  { name: 'email', label: 'E-mail', type: 'email' },
  { name: 'geboortedatum', label: 'Geboortedatum', type: 'date' },
]

const consulent: readonly Field[] = [
  { name: 'consulent', label: 'Naam van de consulent' },
  { name: 'consulentmail', label: 'E-mail van de consulent', type: 'email', needed: true },
]

const product: readonly Field[] = [{ name: 'product', label: 'Product of traject' }]

const languages: Choices = [
  { value: 'nl', words: 'Nederlands' },
  { value: 'en', words: 'Engels' },
]
const risks: Choices = [
  { value: '', words: 'niet vermeld (telt als verhoogd)' },
  { value: 'none', words: 'laag' },
  { value: 'raised', words: 'verhoogd' },
  { value: 'problematic', words: 'problematisch' },
]

const contractChoices = ({ contracts }: ReviewFacts): Choices => [
  { value: '', words: 'Kies een contract' },
  ...contracts.map(({ id, title }) => ({ value: id, words: title })),
]

const acceptForm = (facts: ReviewFacts): Html => html`
  <form method="post" action="${href(['aanmeldingen', facts.mail.id, 'aannemen'])}" class="card form" novalidate>
    <h2>Aanmelding</h2>
    ${facts.mail.form ? none : html`<p class="meta">Overgenomen uit de mail, niet gecontroleerd. Kijk elk veld na.</p>`}
    ${
      Object.keys(facts.errors).length > 0
        ? html`<p class="said bad" role="alert">Nog niet goed: kijk bij de rode velden. Er is niets opgeslagen.</p>`
        : none
    }
    ${selectField({ name: 'contract', label: 'Contract', needed: true }, contractChoices(facts), facts)}
    <fieldset>
      <legend>Deelnemer</legend>
      ${who.map((field) => textField(field, facts))}
      ${selectField({ name: 'taal', label: 'Taal van de berichten', needed: true }, languages, facts)}
      ${textField({ name: 'anderetaal', label: 'Andere taal', hint: 'Als iemand geen Nederlands of Engels leest.' }, facts)}
      <div class="field check">
        <input type="checkbox" id="tolk" name="tolk" value="ja" ${facts.typed.tolk === 'ja' ? html`checked` : none} />
        <label for="tolk">Er is een tolk nodig</label>
      </div>
    </fieldset>
    <fieldset>
      <legend>Consulent</legend>
      ${consulent.map((field) => textField(field, facts))}
    </fieldset>
    <fieldset>
      <legend>Verder</legend>
      ${product.map((field) => textField(field, facts))}
      ${selectField({ name: 'risico', label: 'Risico op uitval', needed: true }, risks, facts)}
      ${around(
        { name: 'opmerkingen', label: 'Opmerkingen' },
        facts.errors,
        html`<textarea id="opmerkingen" name="opmerkingen" rows="3">${facts.typed.opmerkingen ?? ''}</textarea>`,
      )}
    </fieldset>
    <p class="meta">De termijnen lopen vanaf de ontvangst van de mail, ook als u hem later aanneemt.</p>
    <button class="main">Aannemen en intake plannen</button>
  </form>
`

const rejectForm = ({ mail }: ReviewFacts): Html => html`
  <form method="post" action="${href(['aanmeldingen', mail.id, 'afwijzen'])}" class="card form">
    <h2>Geen aanmelding?</h2>
    <div class="field">
      <label for="reden">Waarom niet</label>
      <select id="reden" name="reden" required>
        <option value="">Kies een reden</option>
        ${Object.entries(rejections).map(([value, words]) => html`<option value="${value}">${words}</option>`)}
      </select>
    </div>
    <button>Afhandelen zonder traject</button>
  </form>
`

const letterText = ({ from, subject, text, attachments }: ReadableMail): Html => html`
  <dl class="facts">
    <div>
      <dt>Van</dt>
      <dd>${from ?? 'niet te lezen'}</dd>
    </div>
    <div>
      <dt>Onderwerp</dt>
      <dd>${subject || '(leeg)'}</dd>
    </div>
  </dl>
  <p class="quote" tabindex="0" role="region" aria-label="Tekst van de mail">${text || '(geen tekst)'}</p>
  ${attachments > 0 ? html`<p class="meta">Er zat een bijlage bij (${attachments}). Die staat in de mailbox.</p>` : none}
  <p class="meta">Een BSN wordt hier niet getoond.</p>
`

const letter = (facts: ReviewFacts): Html => html`
  <section class="card letter" aria-labelledby="brief">
    <h2 id="brief">De mail</h2>
    <p class="meta">ontvangen ${momentNear(facts.mail.receivedAt, facts)}</p>
    ${
      facts.readable
        ? letterText(facts.readable)
        : html`<p>Deze mail is hier niet te lezen. Open hem in de mailbox en typ over wat nodig is.</p>`
    }
  </section>
`

/** One mail that waits: why, what it says, and a form to correct and accept. */
export const reviewPage = (facts: ReviewFacts): Html => html`
  <p class="said warn"><strong>Waarom wacht deze mail?</strong> ${facts.mail.words}</p>
  <div class="review">${letter(facts)} ${acceptForm(facts)} ${rejectForm(facts)}</div>
`
