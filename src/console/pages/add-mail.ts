import type { WaitingMail } from '#src/services/ports/mails.ts'
import { anchor, href, html, none, type Html } from '../html.ts'
import type { PageContext } from '../parts.ts'
import { uploadFaultWords, type UploadFault } from '../uploaded-file.ts'
import { momentNear } from '../words/moment.ts'
import { arrivalTermsOf } from './review/arrival.ts'
import type { Arrival } from './review/facts.ts'

export interface AddMailFacts extends PageContext {
  /** The mail that announced it. */
  readonly announcedBy: Pick<WaitingMail, 'id' | 'reference' | 'receivedAt'> | undefined
  readonly arrival: Arrival | undefined
  /** Mails that announce a message, and wait for it. */
  readonly pointers: readonly WaitingMail[]
  readonly text: string
  readonly from: string
  readonly fault: UploadFault | undefined
  /** In bytes. */
  readonly largest: number
}

const megabytes = (bytes: number): string =>
  `${(bytes / 1024 / 1024).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} MB`

const faultWords = (fault: UploadFault): Html => html`
  <div class="said bad summary" role="alert" tabindex="-1" autofocus aria-labelledby="fouten">
    <h2 id="fouten">Er is niets toegevoegd.</h2>
    <p><a href="${anchor(fault === 'geen-adres' ? 'van' : 'bestand')}">${uploadFaultWords[fault]}</a></p>
  </div>
`

const announced = ({ announcedBy, arrival, ...context }: AddMailFacts): Html | undefined =>
  announcedBy &&
  html`
    <p class="said ok">
      Dit hoort bij de aankondiging
      <a href="${href(['aanmeldingen', announcedBy.id])}">mail ${announcedBy.reference}</a>, ontvangen
      ${momentNear(announcedBy.receivedAt, context)}. De termijn loopt vanaf dat moment. De aankondiging is hiermee
      afgehandeld.
    </p>
    ${arrivalTermsOf(arrival, context)}
  `

/** Begun from the announcement its term counts; begun from nowhere it counts from now, which is later. */
const perhapsAnnounced = ({ announcedBy, pointers, ...context }: AddMailFacts): Html | undefined =>
  announcedBy !== undefined || pointers.length === 0
    ? none
    : html`
        <section class="said warn" aria-labelledby="aangekondigd">
          <h2 id="aangekondigd">Hoort het bij een van deze aankondigingen?</h2>
          <p>Begin dan daar: de termijn loopt vanaf de ontvangst van de aankondiging.</p>
          <ul>
            ${pointers.map(
              ({ id, reference, receivedAt }) =>
                html`<li>
                  <a href="${href(['aanmeldingen', id, 'toevoegen'])}">Mail ${reference}</a>, ontvangen
                  ${momentNear(receivedAt, context)}
                </li>`,
            )}
          </ul>
        </section>
      `

/** To put in a mail that somebody opened elsewhere. */
export function addMailPage(facts: AddMailFacts): Html {
  const { announcedBy, fault, text, from, largest } = facts
  const action = href(announcedBy ? ['aanmeldingen', announcedBy.id, 'toevoegen'] : ['aanmeldingen', 'toevoegen'])
  return html`
    ${fault ? faultWords(fault) : none} ${announced(facts)} ${perhapsAnnounced(facts)}
    <form method="post" action="${action}" enctype="multipart/form-data" class="card form" novalidate>
      <p>
        Voor een bericht dat u ergens anders opende, zoals bij een dienst voor beveiligde mail. Het wordt gelezen zoals
        elke mail, en wacht daarna altijd op een mens: onze mailserver heeft het niet gezien.
      </p>
      <fieldset>
        <legend>Als bestand</legend>
        <div class="field">
          <label for="bestand">Mail (.eml)</label>
          <p class="hint" id="bestand-uitleg">Hooguit ${megabytes(largest)}, met de bijlagen erin.</p>
          <input
            type="file"
            id="bestand"
            name="bestand"
            accept=".eml,message/rfc822"
            aria-describedby="bestand-uitleg"
          />
        </div>
      </fieldset>
      <fieldset>
        <legend>Of als tekst</legend>
        <div class="field">
          <label for="tekst">Tekst van het bericht</label>
          <p class="hint" id="tekst-uitleg">Plak de hele tekst. Een BSN wordt bij het lezen weggehaald.</p>
          <textarea id="tekst" name="tekst" rows="10" aria-describedby="tekst-uitleg">${text}</textarea>
        </div>
        <div class="field ${fault === 'geen-adres' ? 'wrong' : ''}">
          <label for="van">Mailadres van de consulent <span class="meta">(mag leeg)</span></label>
          <input type="email" id="van" name="van" value="${from}" autocomplete="off" />
        </div>
      </fieldset>
      <button class="main">Mail toevoegen</button>
    </form>
    <p class="after">
      <a href="${href(announcedBy ? ['aanmeldingen', announcedBy.id] : ['aanmeldingen'])}">Terug</a>
    </p>
  `
}
