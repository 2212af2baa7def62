import type { LikeJourney } from '#src/services/find-like-journeys.ts'
import type { MailKind } from '#src/services/ports/mail-kind.ts'
import type { LikeMail } from '#src/services/find-like-mails.ts'
import { href, html, none, type Html } from '../../html.ts'
import type { PageContext } from '../../parts.ts'
import { rejections } from '../../words/mail.ts'
import { momentNear } from '../../words/moment.ts'
import { badge } from '../bits.ts'
import type { ReviewFacts } from './facts.ts'

type Same = LikeJourney['same'][number] | LikeMail['same'][number]

const likenessWords: Readonly<Record<Same, string>> = {
  meant: 'misschien bedoeld',
  client_number: 'zelfde klantnummer',
  phone: 'zelfde telefoonnummer',
  name: 'zelfde naam',
  withdrawn: 'trekt de een de ander in?',
}

const about = ({ people }: ReviewFacts): Html =>
  html`<input type="hidden" name="deelnemer" value="${people.current + 1}" />`

interface Choice {
  readonly reference: string
  readonly words: Html
  readonly same: readonly Same[]
}

const journeyChoice = ({
  card: {
    reference,
    participant,
    journey: { id, status },
  },
  same,
}: LikeJourney): Choice => ({
  reference,
  same,
  words: html`${participant.name.full}, klantnummer ${participant.clientNumber}, traject
    <a href="${href(['trajecten', id])}">${reference}</a>${status === 'paused' ? ' (staat op pauze)' : none}`,
})

const mailChoice = ({ mail, same }: LikeMail, context: PageContext): Choice => {
  const named = mail.proposals.flatMap(({ name }) => name?.full ?? []).join(', ')
  return {
    reference: mail.reference,
    same,
    words: html`mail ${mail.reference}${named ? html` over ${named}` : none}, ontvangen
    ${momentNear(mail.receivedAt, context)}`,
  }
}

const choice = ({ reference, words, same }: Choice, isOnly: boolean): Html => html`
  <label class="option">
    <input type="radio" name="kenmerk" value="${reference}" ${isOnly ? html`checked` : none} />
    <span>${words} ${same.map((by) => badge({ tone: 'calm', words: likenessWords[by] }))}</span>
  </label>
`

const mayTakeBack: ReadonlySet<MailKind> = new Set(['correction', 'reply', 'not_referral'])

/** Who mails that somebody need not come must not find that they were invited all the same. */
const pauseButton = ({ mail: { kind }, likeJourneys }: ReviewFacts): Html | undefined =>
  kind !== undefined && mayTakeBack.has(kind) && likeJourneys.length > 0
    ? html`<button name="pauzeer" value="ja" class="main">Hoort hierbij, en pauzeer het traject</button>`
    : none

/** The mail is about somebody who has a journey, or of whom another mail waits: nothing new begins with this one. */
export const mergeForm = (facts: ReviewFacts): Html => {
  const choices = [...facts.likeJourneys.map(journeyChoice), ...facts.likeMails.map((mail) => mailChoice(mail, facts))]
  return html`
    <form method="post" action="${href(['aanmeldingen', facts.mail.id, 'hoort-bij'])}" class="card form">
      <h2>Hoort bij een traject of een mail die er al is?</h2>
      ${about(facts)}
      ${
        choices.length === 0
          ? none
          : html`<div role="radiogroup" aria-label="Waar hoort deze mail bij">
              ${choices.map((one) => choice(one, choices.length === 1))}
            </div>`
      }
      <div class="field">
        <label for="ander"
          >${choices.length === 0 ? 'Kenmerk van dat traject of die mail' : 'Of een ander kenmerk'}</label
        >
        <input id="ander" name="ander" autocomplete="off" />
      </div>
      <p class="meta">
        Er komt geen nieuw traject van deze mail. Aan dat traject of die mail verandert niets, tenzij u het traject
        pauzeert. Staat er iets nieuws in, verwerk dat dan zelf. Van twee mails telt de vroegste voor de termijnen.
      </p>
      <div class="actions">
        ${pauseButton(facts)}
        <button>Hoort hierbij${pauseButton(facts) ? ', niet pauzeren' : none}</button>
      </div>
    </form>
  `
}

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
