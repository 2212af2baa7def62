import type { Temporal } from 'temporal-polyfill'
import type { JourneyEvent } from '#src/domain/journey/event.ts'
import { explainTimer } from '#src/domain/journey/explain-timer.ts'
import { wantedTimers } from '#src/domain/journey/timers.ts'
import type { JournalLine } from '#src/services/ports/overview.ts'
import { html, none, type Html } from '../../html.ts'
import { aheadInWords } from '../../words/ahead.ts'
import { eventInWords } from '../../words/event.ts'
import { byTime, momentNear } from '../../words/moment.ts'
import { actorInWords } from '../../words/people.ts'
import { calculated } from '../bits.ts'
import type { JourneyFacts } from './facts.ts'

/** What was done at one moment by one actor. */
interface Step {
  readonly at: Temporal.Instant
  readonly actor: string
  readonly events: readonly JourneyEvent[]
}

/** Keys of messages and notices of which more is known than that they were wanted. */
const settledKeys = (journal: readonly JournalLine[]): ReadonlySet<string> =>
  new Set(journal.flatMap(({ event }) => ('key' in event ? [event.key] : [])))

/** The journal holds every step; to read what happened, mails to our own people and what was only put ready are left out. */
function isMain(event: JourneyEvent, facts: JourneyFacts, settled: ReadonlySet<string>): boolean {
  switch (event.type) {
    case 'message_wanted':
      return !settled.has(event.message.key)
    case 'notice_wanted':
      return event.notice.to === 'consulent' && !settled.has(event.notice.key)
    case 'notice_sent':
    case 'notice_cancelled':
      return facts.details.journey.notices.some((notice) => notice.key === event.key && notice.to === 'consulent')
    default:
      return true
  }
}

function stepsOf(lines: readonly JournalLine[]): Step[] {
  const steps: Step[] = []
  for (const { at, actor, event } of lines) {
    const last = steps.at(-1)
    if (last?.actor === actor && last.at.equals(at)) steps.splice(-1, 1, { ...last, events: [...last.events, event] })
    else steps.push({ at, actor, events: [event] })
  }
  return steps
}

function said(event: JourneyEvent, { details, installation, now, zone }: JourneyFacts): Html {
  const { title, detail } = eventInWords(event, { journey: details.journey, installation, now, zone })
  return html`<p class="event">${title}</p>
    ${detail ? html`<p class="meta">${detail}</p>` : none}`
}

const kindOf = (actor: string): string => (actor.startsWith('staff') ? 'staff' : actor)

const stepItem = ({ at, actor, events }: Step, facts: JourneyFacts): Html => html`
  <li class="${kindOf(actor)}">
    <p class="meta">
      <time datetime="${at.toString()}">${momentNear(at, facts)}</time> <span>${actorInWords(actor)}</span>
    </p>
    ${events.map((event) => said(event, facts))}
  </li>
`

const list = (lines: readonly JournalLine[], facts: JourneyFacts): Html =>
  html`<ol class="timeline" reversed>
    ${stepsOf(lines)
      .toReversed()
      .map((step) => stepItem(step, facts))}
  </ol>`

/** What was done, from the journal, the newest first. */
export function timelineSection(facts: JourneyFacts): Html {
  const { journal } = facts.details
  const settled = settledKeys(journal)
  const main = journal.filter(({ event }) => isMain(event, facts, settled))
  return html`
    <section aria-labelledby="verloop">
      <h2 id="verloop">Verloop</h2>
      ${list(main, facts)}
      ${
        main.length === journal.length
          ? none
          : html`<details class="more">
              <summary>Het hele journaal (${journal.length} stappen)</summary>
              ${list(journal, facts)}
            </details>`
      }
    </section>
  `
}

/** What will happen of itself if nobody does anything. */
export function aheadSection(facts: JourneyFacts): Html | undefined {
  const wanted = wantedTimers(facts.details.journey, facts.rules)
    .flatMap(({ key, at }) => {
      const words = aheadInWords(key, facts.details.journey.reach)
      return words ? [{ at, words, how: explainTimer(key, facts.details.journey, facts.rules) }] : []
    })
    .sort(byTime)
  if (wanted.length === 0) return none
  return html`
    <section aria-labelledby="straks">
      <h2 id="straks">Wat er vanzelf nog komt</h2>
      <ul class="card rows ahead">
        ${wanted.map(
          ({ at, words, how }) =>
            html`<li>
              <span class="meta">${momentNear(at, facts)}</span>
              <div class="wide">${words} ${how ? calculated(how, words) : none}</div>
            </li>`,
        )}
      </ul>
    </section>
  `
}
