import { splitTimerKey, wantedTimers } from '#src/domain/journey/timers.ts'
import type { JournalLine } from '#src/services/ports/overview.ts'
import { momentInWords } from '#src/services/words.ts'
import { html, none, type Html } from '../../html.ts'
import { aheadWords } from '../../words/ahead.ts'
import { eventInWords } from '../../words/event.ts'
import { actorInWords } from '../../words/people.ts'
import type { JourneyFacts } from './facts.ts'

function line({ at, actor, event }: JournalLine, { details, installation, zone }: JourneyFacts): Html {
  const { title, detail } = eventInWords(event, { journey: details.journey, installation, zone })
  return html`
    <li class="${actor.startsWith('staff') ? 'staff' : actor}">
      <p class="meta">
        <time datetime="${at.toString()}">${momentInWords(at, zone)}</time> <span>${actorInWords(actor)}</span>
      </p>
      <p><strong>${title}</strong></p>
      ${detail ? html`<p>${detail}</p>` : none}
    </li>
  `
}

/** What was done, from the journal, the newest first. */
export const timelineSection = (facts: JourneyFacts): Html => html`
  <section aria-labelledby="verloop">
    <h2 id="verloop">Verloop</h2>
    <ol class="timeline" reversed>
      ${facts.details.journal.toReversed().map((entry) => line(entry, facts))}
    </ol>
  </section>
`

/** What will happen of itself if nobody does anything. */
export function aheadSection({ details, rules, zone }: JourneyFacts): Html | undefined {
  const wanted = wantedTimers(details.journey, rules)
    .flatMap(({ key, at }) => {
      const words = aheadWords[splitTimerKey(key).kind]
      return words ? [{ at, words }] : []
    })
    .sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
  if (wanted.length === 0) return none
  return html`
    <section aria-labelledby="straks">
      <h2 id="straks">Wat er nog komt</h2>
      <ul class="rows">
        ${wanted.map(({ at, words }) => html`<li><span>${words}</span> <span class="meta">${momentInWords(at, zone)}</span></li>`)}
      </ul>
    </section>
  `
}
