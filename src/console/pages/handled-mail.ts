import { contentAdded } from '#src/services/ports/mails.ts'
import type { LedgerLine, MailDetails } from '#src/services/ports/overview.ts'
import { href, html, none, type Html } from '../html.ts'
import type { ReadableMail } from '../parts.ts'
import { mailBadge } from '../words/mail.ts'
import { momentNear } from '../words/moment.ts'
import { badge, postButton } from './bits.ts'
import { letter } from './letter.ts'
import { mailList } from './mail-list.ts'
import { mailSteps } from './mail-steps.ts'
import { returnedMail, type ReturnedFacts } from './returned-mail.ts'

export interface HandledMailFacts extends ReturnedFacts {
  readonly mail: MailDetails
  /** Absent: it cannot be read, was too large to fetch, or was destroyed. */
  readonly readable: ReadableMail | undefined
  /** What a person laid with this mail, or repeats it. */
  readonly joined: readonly LedgerLine[]
  /** Somebody wanted to decide on it, from a page that was older than this. */
  readonly late: boolean
}

const lateWords = html`<p class="said bad" role="alert">
  Dit is al door iemand anders afgehandeld. Wat u net koos, is niet gedaan.
</p>`

const addMore = ({ id }: MailDetails): Html => html`
  <p class="after">
    Hoorde er nog een bericht bij deze aankondiging, of was het niet het goede?
    <a href="${href(['aanmeldingen', id, 'toevoegen'])}">Voeg het toe</a>. De termijn loopt vanaf de ontvangst van de
    aankondiging.
  </p>
`

/** Of several participants one was decided about; the others wait. */
const goOn = ({ id }: MailDetails): Html =>
  html`<p><a class="button main" href="${href(['aanmeldingen', id])}">Bekijk wie nog wacht</a></p>`

const beingRead = ({ id }: MailDetails): Html => html`
  <p>Deze mail is bewaard en wordt nu gelezen. Dat duurt meestal een paar tellen.</p>
  <p class="after"><a class="button main" href="${href(['aanmeldingen', id])}">Ververs</a></p>
`

function outcome({ mail, ...context }: HandledMailFacts): Html {
  const { handledAt, journeyId } = mail
  return html`
    <p>
      ${badge(mailBadge(mail.outcome))}
      ${handledAt ? html`<span class="meta">${momentNear(handledAt, context)}</span>` : none}
    </p>
    ${mail.outcome === undefined ? beingRead(mail) : none} ${mail.outcome === 'waiting' ? goOn(mail) : none}
    ${mail.earlier ? html`<p><a class="button main" href="${href(['aanmeldingen', mail.earlier])}">Naar de eerste mail</a></p>` : none}
    ${journeyId ? html`<p><a class="button main" href="${href(['trajecten', journeyId])}">Naar het traject</a></p>` : none}
  `
}

/** What nobody needed to look at never waited, nor what a journey asks about; of a repeated mail the first one did. */
const neverWaited: ReadonlySet<MailDetails['outcome']> = new Set(['aside', 'attached', 'duplicate'])

const reopeningTitle = ({ journeyId, outcome: became }: MailDetails): string => {
  if (neverWaited.has(became)) return 'Moet er toch iets mee gebeuren?'
  return journeyId ? 'Toch nog een deelnemer?' : 'Toch een aanmelding?'
}

const reopening = (facts: HandledMailFacts): Html => html`
  <section class="card form" aria-labelledby="terug">
    <h2 id="terug">${reopeningTitle(facts.mail)}</h2>
    <p class="after">
      Haal de mail terug. Hij wacht dan op u, met het formulier erbij. De termijnen lopen vanaf de ontvangst.
    </p>
    ${postButton(['aanmeldingen', facts.mail.id, 'terughalen'], {}, 'Haal terug', 'main')}
  </section>
`

const destroyed = ({ mail: { rawDestroyedAt }, ...context }: HandledMailFacts): Html | undefined =>
  rawDestroyedAt
    ? html`<p class="meta">
        De mail zelf is vernietigd (${momentNear(rawDestroyedAt, context)}): hij was lang genoeg bewaard. In uw mailbox
        kan hij nog staan.
      </p>`
    : none

/** One that is not read yet, or of which somebody is still to decide, has its text elsewhere. */
const mailItself = (facts: HandledMailFacts): Html | undefined => {
  const { outcome: became, rawDestroyedAt } = facts.mail
  if (rawDestroyedAt || became === undefined || became === 'waiting') return none
  const uploaded = facts.mail.steps.some(({ kind }) => kind === 'uploaded')
  return letter({ ...facts, uploaded })
}

const joinedMails = (facts: HandledMailFacts): Html | undefined =>
  facts.joined.length === 0
    ? none
    : html`<section aria-labelledby="erbij">
        <h2 id="erbij">Hier hoort ook bij</h2>
        ${mailList(facts.joined, facts)}
      </section>`

const why = ({ words, outcome: became }: MailDetails): Html | undefined =>
  words
    ? html`<p class="meta">${neverWaited.has(became) ? none : 'Waarom hij op een mens wachtte: '}${words}</p>`
    : none

/** One mail that waits no more: what became of it, by whom, why, and the way back for one that nobody was to look at, or that was sent away by mistake. */
export function handledMailPage(facts: HandledMailFacts): Html {
  const { mail, late } = facts
  const mayReturn = mail.outcome === 'rejected_by_person' || neverWaited.has(mail.outcome)
  const leftOut = mail.outcome === 'accepted_by_person' && mail.steps.some(({ kind }) => kind !== 'accepted')
  return html`
    ${late ? lateWords : none} ${outcome(facts)} ${why(mail)} ${mailSteps(mail.steps, mail.people, facts)}
    ${mail.earlier ? html`<p><a href="${href(['aanmeldingen', mail.earlier])}">Naar de eerdere mail</a></p>` : none}
    ${returnedMail(facts, !mail.journeyId)} ${joinedMails(facts)} ${destroyed(facts)}
    <div class="review">${mailItself(facts)} ${mayReturn ? reopening(facts) : none}</div>
    ${mail.why === contentAdded ? addMore(mail) : none} ${leftOut && mail.people > 1 ? reopening(facts) : none}
    <p class="after"><a href="${href(['aanmeldingen'])}">Naar alle aanmeldingen</a></p>
  `
}
