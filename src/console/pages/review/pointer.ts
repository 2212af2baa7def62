import { href, html, none, type Html } from '../../html.ts'
import type { ReviewFacts } from './facts.ts'

/** A mail that only says that a message waits elsewhere: how to get at it, without following a link. */
export const pointerCard = ({ mail, readable }: ReviewFacts): Html => html`
  <section class="card form" aria-labelledby="openen">
    <h2 id="openen">Open het bericht zelf</h2>
    <ol class="todo">
      <li>
        Ga zelf naar ${readable?.service ? html`<strong>${readable.service}</strong>` : 'de dienst'}, via een adres dat
        u kent. Klik niet op de link in de mail.
        ${
          readable && readable.linkHosts.length > 0
            ? html`De links leiden naar: ${readable.linkHosts.join(', ')}.`
            : none
        }
      </li>
      <li>Lees het bericht, en bewaar het als bestand (.eml) of kopieer de tekst.</li>
      <li>Voeg de inhoud hier toe. De termijn loopt vanaf de ontvangst van deze aankondiging.</li>
    </ol>
    <a class="button main" href="${href(['aanmeldingen', mail.id, 'toevoegen'])}">
      Ik heb het bericht geopend, inhoud toevoegen
    </a>
  </section>
`
