import { reportedReasonWords } from '#src/domain/contract/absence-reason-words.ts'
import { stageOf, type Attendance } from '#src/domain/journey/attendance.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import { isOpen } from '#src/domain/journey/task.ts'
import { markSeenIn } from '../../as-seen.ts'
import { href, html, none, type Html } from '../../html.ts'
import { isPast, momentNear } from '../../words/moment.ts'
import { withWhomAndWhere } from '../../words/people.ts'
import { attendanceBadge } from '../../words/stage.ts'
import { badge, empty, postButton } from '../bits.ts'
import { photoLinks } from '../proof-photos.ts'
import { markButtons } from '../task-actions.ts'
import { spokenForm } from '../spoken-form.ts'
import type { JourneyFacts } from './facts.ts'
import { mayPlan } from './may-plan.ts'

const chosenWords = {
  system: 'gepland door Opkomst',
  participant: 'gekozen door de deelnemer',
  staff: 'gepland door een medewerker',
} as const

const absence = ({ absence: reported }: Attendance, facts: JourneyFacts): Html | undefined =>
  reported
    ? html`<p>Afgemeld: ${momentNear(reported.reportedAt, facts)}. Reden: ${reportedReasonWords[reported.reason]}.</p>`
    : none

/** Marked once, the other answer is offered as a correction. */
function marking(attendance: Attendance, journey: Journey, { now }: JourneyFacts): Html | undefined {
  const { id, mark, startsAt, absence } = attendance
  if (absence && !isPast(startsAt, now)) return none // who cancelled is not expected
  if (!isPast(startsAt, now)) return html`<p class="meta">Na het begin vult u hier in wie er kwam.</p>`
  if (!mark) return markButtons(journey.id, attendance, 'traject')
  const [kwam, words] = mark.came ? ['nee', 'Verbeter: kwam toch niet'] : ['ja', 'Verbeter: kwam toch']
  const fields = { afspraak: id, kwam, bekend: markSeenIn(attendance), terug: 'traject' }
  return postButton(['trajecten', journey.id, 'aanwezigheid'], fields, words)
}

const isActive = (attendance: Attendance): boolean => !['moved', 'cancelled'].includes(stageOf(attendance))

/** Also when it comes late: it makes an afmelding valid that was not so without it. */
const proofMatters = ({ absence: reported }: Attendance): boolean =>
  reported !== undefined && reported.verdict !== 'valid' && !['not_needed', 'seen'].includes(reported.proof)

/** Something was said of which nothing shows that it arrived, or nobody was heard since a no-show: then a contact is news. */
const contactMatters = (attendance: Attendance, { messages }: Journey): boolean =>
  (stageOf(attendance) === 'no_show' && !attendance.reactedAt) ||
  messages.some((message) => message.attendanceId === attendance.id && !message.evidence)

function buttons(attendance: Attendance, facts: JourneyFacts): Html | undefined {
  const { journey } = facts.details
  if (!isActive(attendance)) return none
  const about = { afspraak: attendance.id, terug: 'traject' }
  return html`
    <div class="actions">
      ${marking(attendance, journey, facts)} ${photoLinks(journey.id, attendance)}
      ${proofMatters(attendance) && journey.status !== 'ended' ? postButton(['trajecten', journey.id, 'bewijs'], about, 'Bewijs gezien') : none}
      ${contactMatters(attendance, journey) ? postButton(['trajecten', journey.id, 'contact'], about, 'Ik had contact') : none}
      ${spokenForm(attendance, journey, facts.now, { terug: 'traject', of: attendance.id })}
    </div>
  `
}

const card = (attendance: Attendance, facts: JourneyFacts): Html => html`
  <li class="card task${isActive(attendance) ? '' : ' past'}">
    <div class="what">
      <h3>${momentNear(attendance.startsAt, facts)} ${badge(attendanceBadge(attendance, facts.now))}</h3>
      <p>Intake met ${withWhomAndWhere(attendance, facts.installation)}</p>
      ${absence(attendance, facts)}
      <p class="meta">${chosenWords[attendance.chosenBy]}, ${momentNear(attendance.plannedAt, facts)}</p>
    </div>
    ${buttons(attendance, facts)}
  </li>
`

/** Then the task, just below, has the way to it. */
const asksToPlan = ({ tasks }: Journey): boolean =>
  tasks.some((task) => isOpen(task) && (task.kind === 'no_slot' || task.kind === 'plan_again'))

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
      ${
        mayPlan(journey) && !asksToPlan(journey)
          ? html`<p class="after">
              <a class="button main" href="${href(['trajecten', journey.id, 'plannen'])}">Plan een afspraak</a>
            </p>`
          : none
      }
    </section>
  `
}
