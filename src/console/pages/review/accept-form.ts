import { languageInDutch, ourLanguages } from '#src/domain/values/language.ts'
import { href, html, none, type Html } from '../../html.ts'
import { fieldWords } from '../../words/referral-field.ts'
import { riskWords } from '../../words/risk.ts'
import { longField, originOf, selectField, textField, type Choices, type Field } from '../fields.ts'
import type { ReviewFacts } from './facts.ts'

const who: readonly Field[] = [
  { name: 'naam', needed: true },
  { name: 'klantnummer', hint: 'Van de gemeente. Geen BSN.', needed: true },
  { name: 'telefoon', hint: 'Zonder mobiel nummer belt een mens.', type: 'tel' },
  { name: 'email', type: 'email' },
  { name: 'geboortedatum', type: 'date' },
]

const consulent: readonly Field[] = [{ name: 'consulent' }, { name: 'consulentmail', type: 'email', needed: true }]

const product: readonly Field[] = [{ name: 'product' }]

const languages: Choices = ourLanguages.map((value) => ({ value, words: languageInDutch[value] }))
const risks: Choices = [
  { value: '', words: 'niet vermeld (telt als verhoogd)' },
  ...Object.entries(riskWords).map(([value, words]) => ({ value, words })),
]

const contractChoices = ({ contracts }: ReviewFacts): Choices => [
  { value: '', words: 'Kies een contract' },
  ...contracts.map(({ id, title }) => ({ value: id, words: title })),
]

const heading = ({ people: { count, current } }: ReviewFacts): string =>
  count < 2 ? 'Aanmelding' : `Deelnemer ${String(current + 1)} van ${String(count)}`

const checkIt = html`<p class="meta">Overgenomen uit de mail, niet gecontroleerd. Kijk elk veld na.</p>`

/** The reader may have seen too few: without this the mail would be done with the last that it saw. */
const oneMoreCheck = ({ people: { count, decided } }: ReviewFacts): Html | undefined =>
  decided.size + 1 < count
    ? none
    : html`
        <div class="field check">
          <input type="checkbox" id="nogeen" name="nogeen" value="ja" />
          <label for="nogeen">In deze mail staat nog een deelnemer: laat hem wachten</label>
        </div>
      `

/** Two participants with one number: from then on nobody can tell who writes. */
const numberInUse = ({ sameNumber }: ReviewFacts): Html | undefined =>
  sameNumber.length === 0
    ? none
    : html`<div class="said warn">
        <p>
          <strong>Dit telefoonnummer is al in gebruik</strong>, bij een traject dat loopt. Is dit iemand anders? Dan
          weet Opkomst niet meer wie er schrijft, en handelt een mens elk bericht af. Vraag liever een eigen nummer.
        </p>
        <ul>
          ${sameNumber.map(
            ({ journey, participant, reference }) =>
              html`<li>
                <a href="${href(['trajecten', journey.id])}">${participant.name.full}</a>
                <span class="ref">${reference}</span>
              </li>`,
          )}
        </ul>
      </div>`

/** The proposal of one participant, to check, correct and accept. */
export const acceptForm = (facts: ReviewFacts): Html => html`
  <form method="post" action="${href(['aanmeldingen', facts.mail.id, 'aannemen'])}" class="card form" novalidate>
    <h2>${heading(facts)}</h2>
    ${facts.mail.form ? none : checkIt}
    ${selectField({ name: 'contract', needed: true }, contractChoices(facts), facts)}
    <fieldset>
      <legend>Deelnemer</legend>
      ${numberInUse(facts)} ${who.map((field) => textField(field, facts))}
      ${selectField({ name: 'taal', needed: true }, languages, facts)}
      ${textField({ name: 'anderetaal', hint: 'Als de taal van deze deelnemer er niet bij staat.' }, facts)}
      <div class="field check">
        <input type="checkbox" id="tolk" name="tolk" value="ja" ${facts.typed.tolk === 'ja' ? html`checked` : none} />
        <label for="tolk">${fieldWords.tolk}</label>
      </div>
      ${originOf('tolk', facts)}
    </fieldset>
    <fieldset>
      <legend>Consulent</legend>
      ${consulent.map((field) => textField(field, facts))}
    </fieldset>
    <fieldset>
      <legend>Verder</legend>
      ${product.map((field) => textField(field, facts))} ${selectField({ name: 'risico', needed: true }, risks, facts)}
      ${longField({ name: 'opmerkingen' }, facts)}
    </fieldset>
    ${
      facts.mail.withdrawnBy
        ? html`<input type="hidden" name="ingetrokken" value="${facts.mail.withdrawnBy.id}" />`
        : none
    }
    <input type="hidden" name="deelnemer" value="${facts.people.current + 1}" />
    ${oneMoreCheck(facts)}
    <p class="meta">De termijnen lopen vanaf de ontvangst van de mail, ook als u hem later aanneemt.</p>
    <button class="main">Aannemen en intake plannen</button>
  </form>
`
