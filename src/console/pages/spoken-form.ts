import type { Temporal } from 'temporal-polyfill'
import { reportedReasons } from '#src/domain/contract/absence-reason.ts'
import { reportedReasonWords } from '#src/domain/contract/absence-reason-words.ts'
import { stageOf, type Attendance } from '#src/domain/journey/attendance.ts'
import { lastMissed, type Journey } from '#src/domain/journey/journey.ts'
import { spokenSeenIn, spokenWords, type SpokenKind } from '../as-seen.ts'
import { href, html, none, type Html } from '../html.ts'
import { isPast } from '../words/moment.ts'

/** What a participant can still say of an appointment: once it has begun only why they are not there, once it is over who came first. */
function mayBeSaid(attendance: Attendance, journey: Journey, now: Temporal.Instant): readonly SpokenKind[] {
  if (journey.status === 'ended') return []
  if (lastMissed(journey)?.id === attendance.id) return ['komt-niet']
  if (stageOf(attendance) !== 'planned' || isPast(attendance.endsAt, now)) return []
  return isPast(attendance.startsAt, now) ? ['komt-niet'] : ['komt', 'komt-niet', 'ander-moment']
}

const choice = (kind: SpokenKind): Html => html`
  <label class="option">
    <input type="radio" name="uitkomst" value="${kind}" required />
    <span class="wide">De deelnemer ${spokenWords[kind]}</span>
  </label>
`

const choices = (kinds: readonly SpokenKind[]): Html =>
  kinds.length === 1
    ? html`<input type="hidden" name="uitkomst" value="${kinds[0]}" />`
    : html`<fieldset>
        <legend>Wat zei de deelnemer?</legend>
        ${kinds.map(choice)}
      </fieldset>`

const reasonField = (id: string): Html => html`
  <div class="field">
    <label for="${id}">Reden van niet komen</label>
    <select id="${id}" name="reden">
      ${reportedReasons.map((reason) => html`<option value="${reason}">${reportedReasonWords[reason]}</option>`)}
    </select>
  </div>
`

interface Place {
  readonly terug: 'vandaag' | 'traject'
  /** What tells this form from others on the page. */
  readonly of: string
}

/**
 * What a participant said by telephone, or at the desk, about an appointment: who sends no messages, or cannot, says it to a person.
 * Folded, because mostly they write. Absent: there is nothing that they could still say of it.
 */
export function spokenForm(
  attendance: Attendance,
  journey: Journey,
  now: Temporal.Instant,
  { terug, of }: Place,
): Html | undefined {
  const kinds = mayBeSaid(attendance, journey, now)
  if (kinds.length === 0) return none
  return html`
    <details class="spoken">
      <summary>Ik sprak de deelnemer over deze afspraak</summary>
      <form method="post" action="${href(['trajecten', journey.id, 'gesproken'])}">
        <input type="hidden" name="afspraak" value="${attendance.id}" />
        <input type="hidden" name="bekend" value="${spokenSeenIn(attendance, journey)}" />
        <input type="hidden" name="terug" value="${terug}" />
        ${choices(kinds)} ${reasonField(`reden-${of}`)}
        <button>Leg vast wat de deelnemer zei</button>
      </form>
    </details>
  `
}
