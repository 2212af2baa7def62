import { anchor, href, html, none, type Html } from '../html.ts'
import { kindWords } from '../words/mail.ts'
import { sourceWords } from '../words/origin.ts'
import { badge } from './bits.ts'
import { errorSummary } from './error-summary.ts'
import { letter, sentenceId, textsIn } from './letter.ts'
import { mailList } from './mail-list.ts'
import { mailSteps } from './mail-steps.ts'
import { acceptForm } from './review/accept-form.ts'
import { arrivalTermsOf } from './review/arrival.ts'
import type { ReadableMail } from '../parts.ts'
import type { ReviewFacts } from './review/facts.ts'
import { returnedMail } from './returned-mail.ts'
import { peopleOf } from './review/people.ts'
import { pointerCard } from './review/pointer.ts'
import { mergeForm, rejectForm, replyDraft } from './review/ways-out.ts'

export type { ReviewFacts } from './review/facts.ts'

const isSuspicious = ({ mail, readable }: ReviewFacts): boolean =>
  mail.kind === 'suspicious' || readable?.sender.verdict === 'suspicious'

const beware = html`<p class="said bad">
  <strong>Let op.</strong> Deze mail is misschien niet van wie hij lijkt te zijn. Antwoord er niet op, en open geen link
  of bijlage. Bel de gemeente op een nummer dat u al had.
</p>`

const why = (facts: ReviewFacts): Html => html`
  <div class="said warn">
    <p>
      <strong>Waarom wacht deze mail?</strong> ${facts.mail.words}
      ${facts.mail.kind ? badge({ tone: 'calm', words: kindWords[facts.mail.kind] }) : none}
    </p>
    ${tellingSentences(facts)}
  </div>
`

const heldUpByWords: ReadonlySet<string> = new Set(['perhaps_no_referral', 'own_sentences'])

/** What may hold the mail up, word by word, and where it stands in it. */
const tellingSentences = ({ mail, readable }: ReviewFacts): Html | undefined => {
  const telling = readable?.telling ?? []
  if (readable === undefined || telling.length === 0) return none
  const isFor = heldUpByWords.has(mail.why ?? '') ? 'Het gaat om' : 'Lees ook'
  return html`
    <p id="zinnen">${isFor} ${telling.length === 1 ? 'deze zin' : 'deze zinnen'}:</p>
    <ul class="telling" aria-labelledby="zinnen">
      ${telling.map((sentence, at) => html`<li>${sentenceOf(readable, sentence, at)}</li>`)}
    </ul>
  `
}

const sentenceOf = (readable: ReadableMail, sentence: string, at: number): Html => {
  const isThere = textsIn(readable).some((text) => text.includes(sentence))
  const quoted = html`“${shortened(sentence)}”`
  return isThere ? html`<a href="${anchor(sentenceId(at))}">${quoted}</a>` : quoted
}

const shortened = (sentence: string): string => {
  const line = sentence.replaceAll(/\s+/g, ' ')
  return line.length > longestQuote ? `${line.slice(0, longestQuote)} ...` : line
}

/** In characters. The whole sentence is marked in the mail. */
const longestQuote = 200

const theLetter = (facts: ReviewFacts): Html => {
  const sources = Object.values(facts.proposal?.sources ?? {}).flatMap(sourceWords)
  const uploaded = facts.steps.some(({ kind }) => kind === 'uploaded')
  const telling = facts.readable?.telling ?? []
  const whole = letter({ ...facts, sources, telling, uploaded })
  return isSuspicious(facts)
    ? html`<details class="card">
        <summary>Toon de mail, als tekst</summary>
        ${whole}
      </details>`
    : whole
}

/** What is new in them is for whoever accepts this one. */
const joinedMails = (facts: ReviewFacts): Html | undefined =>
  facts.joined.length === 0
    ? none
    : html`<section aria-labelledby="erbij">
        <h2 id="erbij">Hier hoort ook bij</h2>
        <p>Lees dit voordat u de mail aanneemt: er kan iets in staan dat anders is.</p>
        ${mailList(facts.joined, facts)}
      </section>`

/** Not a referral by what it says itself: the form is there for who knows better. */
const hardlyReferrals: ReadonlySet<string | undefined> = new Set([
  'pointer',
  'bounce',
  'auto_reply',
  'reply',
  'correction',
])

const formSummary = (facts: ReviewFacts): string => {
  if (isSuspicious(facts)) return 'Toch een aanmelding? Alleen als de gemeente dat aan de telefoon zei'
  return facts.mail.kind === 'correction' ? 'Toch een nieuwe aanmelding?' : 'Zelf een aanmelding invoeren'
}

/** A correction is mostly about a journey that there is: which, is the first question. */
const asksWhich = (facts: ReviewFacts): boolean => facts.mail.kind === 'correction' && !isSuspicious(facts)

const theForm = (facts: ReviewFacts): Html => {
  const isOpen = !isSuspicious(facts) && !hardlyReferrals.has(facts.mail.kind)
  if (isOpen) return acceptForm(facts)
  return html`
    <div class="stack">
      ${facts.mail.kind === 'pointer' && !isSuspicious(facts) ? pointerCard(facts) : none}
      ${asksWhich(facts) ? mergeForm(facts) : none}
      <details class="card" ${Object.keys(facts.errors).length > 0 ? html`open` : none}>
        <summary>${formSummary(facts)}</summary>
        ${facts.mail.kind === 'correction' ? arrivalTermsOf(facts.arrival, facts) : none} ${acceptForm(facts)}
      </details>
    </div>
  `
}

/** One mail that waits: why, until when, what it says, and a form per participant to correct and accept. */
export const reviewPage = (facts: ReviewFacts): Html => html`
  ${errorSummary(facts.errors)} ${isSuspicious(facts) ? beware : none} ${why(facts)}
  ${
    facts.mail.withdrawnBy
      ? html`<p>
          <a href="${href(['aanmeldingen', facts.mail.withdrawnBy.id])}"
            >Lees mail ${facts.mail.withdrawnBy.reference}</a
          >
        </p>`
      : none
  }
  ${returnedMail(facts)} ${joinedMails(facts)}
  ${facts.mail.kind === 'correction' ? none : arrivalTermsOf(facts.arrival, facts)}
  ${mailSteps(facts.steps, facts.people.count, facts)} ${peopleOf(facts)}
  <div class="review">
    ${theLetter(facts)} ${theForm(facts)}
    <div class="stack">
      ${asksWhich(facts) ? none : mergeForm(facts)} ${isSuspicious(facts) ? none : replyDraft(facts)}
      ${rejectForm(facts)}
    </div>
  </div>
`
