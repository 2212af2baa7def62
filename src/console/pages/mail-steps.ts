import type { MailStep } from '#src/services/ports/overview.ts'
import { href, html, none, type Html } from '../html.ts'
import type { PageContext } from '../parts.ts'
import { decisionInWords } from '../words/mail.ts'
import { momentNear } from '../words/moment.ts'
import { actorInWords } from '../words/people.ts'

const links = ({ journeyId, otherMail, kind }: MailStep): Html => html`
  ${journeyId ? html`<a href="${href(['trajecten', journeyId])}">Naar het traject</a>` : none}
  ${
    otherMail
      ? html`<a href="${href(['aanmeldingen', otherMail])}"
          >${kind === 'uploaded' ? 'Naar de aankondiging' : 'Naar die mail'}</a
        >`
      : none
  }
`

const item = (step: MailStep, people: number, context: PageContext): Html => html`
  <li>
    <span class="meta">${momentNear(step.at, context)}, ${actorInWords(step.actor)}</span>
    <span class="wide">${decisionInWords(step, people)} ${links(step)}</span>
  </li>
`

/** Who did what with a mail, and when; nothing when nobody did. `people`: how many were read in it, as far as that is kept. */
export function mailSteps(steps: readonly MailStep[], people: number, context: PageContext): Html | undefined {
  if (steps.length === 0) return none
  const all = Math.max(people, ...steps.map(({ participant = 0 }) => participant + 1))
  return html`
    <section aria-labelledby="stappen" class="steps">
      <h2 id="stappen">Wat er met deze mail is gedaan</h2>
      <ol class="card rows">
        ${steps.map((step) => item(step, all, context))}
      </ol>
    </section>
  `
}
