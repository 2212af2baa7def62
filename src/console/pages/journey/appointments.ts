import { absenceReasonWords } from '#src/domain/contract/absence-reason-words.ts'
import { stageOf, type Attendance } from '#src/domain/journey/attendance.ts'
import { currentAttendance, hadIntake, type Journey } from '#src/domain/journey/journey.ts'
import { momentInWords } from '#src/services/words.ts'
import { href, html, none, type Html } from '../../html.ts'
import { isPast } from '../../words/moment.ts'
import { withWhomAndWhere } from '../../words/people.ts'
import { attendanceBadge } from '../../words/stage.ts'
import { badge, empty, postButton } from '../bits.ts'
import type { JourneyFacts } from './facts.ts'

/** Nothing lies ahead and nothing waits to be marked: then a person may plan. */
export const mayPlan = (journey: Journey): boolean =>
  journey.status !== 'ended' && !hadIntake(journey) && currentAttendance(journey) === undefined

const chosenWords = {
  system: 'gepland door Opkomst',
  participant: 'gekozen door de deelnemer',
  staff: 'gepland door een medewerker',
} as const

const absence = ({ absence: reported }: Attendance, zone: string): Html | undefined =>
  reported
    ? html`<p>
        Afgemeld op ${momentInWords(reported.reportedAt, zone)}. Reden: ${absenceReasonWords[reported.reason]}.
      </p>`
    : none

/** Marked once, the other answer is offered as a correction. */
function markButtons({ id, mark, startsAt }: Attendance, journey: Journey, { now }: JourneyFacts): Html | undefined {
  if (!isPast(startsAt, now))
    return html`<p class="meta">Na het begin van de afspraak vult u hier in of de deelnemer kwam.</p>`
  const button = (kwam: 'ja' | 'nee', words: string, kind: 'main' | 'quiet') =>
    postButton(['trajecten', journey.id, 'aanwezigheid'], { afspraak: id, kwam, terug: 'traject' }, words, kind)
  if (!mark) return html`${button('ja', 'Kwam', 'main')} ${button('nee', 'Kwam niet', 'quiet')}`
  return mark.came ? button('nee', 'Verbeter: kwam toch niet', 'quiet') : button('ja', 'Verbeter: kwam toch', 'quiet')
}

const isActive = (attendance: Attendance): boolean => !['moved', 'cancelled'].includes(stageOf(attendance))

function buttons(attendance: Attendance, facts: JourneyFacts): Html | undefined {
  const { journey } = facts.details
  if (!isActive(attendance) || journey.status === 'ended') return none
  const about = { afspraak: attendance.id }
  return html`
    <div class="actions">
      ${markButtons(attendance, journey, facts)}
      ${attendance.absence?.proof === 'awaited' || attendance.absence?.proof === 'missed' ? postButton(['trajecten', journey.id, 'bewijs'], about, 'Bewijs gezien') : none}
      ${postButton(['trajecten', journey.id, 'contact'], about, 'Ik had contact')}
    </div>
  `
}

const card = (attendance: Attendance, facts: JourneyFacts): Html => html`
  <li class="card appointment ${isActive(attendance) ? 'active' : 'past'}">
    <div class="what">
      <h3>${momentInWords(attendance.startsAt, facts.zone)} ${badge(attendanceBadge(attendance, facts.now))}</h3>
      <p>Intake met ${withWhomAndWhere(attendance, facts.installation)}</p>
      <p class="meta">${chosenWords[attendance.chosenBy]}, op ${momentInWords(attendance.plannedAt, facts.zone)}</p>
      ${absence(attendance, facts.zone)}
    </div>
    ${buttons(attendance, facts)}
  </li>
`

/** The newest first: that is the one people come for. */
export function appointmentsSection(facts: JourneyFacts): Html {
  const { journey } = facts.details
  return html`
    <section aria-labelledby="afspraken">
      <h2 id="afspraken">Afspraken</h2>
      ${
        journey.attendances.length === 0
          ? empty('Er staat nog geen afspraak.')
          : html`<ul class="cards">
              ${journey.attendances.toReversed().map((attendance) => card(attendance, facts))}
            </ul>`
      }
      ${mayPlan(journey) ? html`<p><a class="button main" href="${href(['trajecten', journey.id, 'plannen'])}">Plan een afspraak</a></p>` : none}
    </section>
  `
}
