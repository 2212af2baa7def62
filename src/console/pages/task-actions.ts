import type { Journey } from '#src/domain/journey/journey.ts'
import type { Task } from '#src/domain/journey/task.ts'
import { href, html, none, type Html } from '../html.ts'
import { mayPlan } from './journey/may-plan.ts'
import { postButton } from './bits.ts'

type Back = 'vandaag' | 'traject'

export const markButtons = (journeyId: string, attendanceId: string, terug: Back): Html => {
  const mark = (kwam: 'ja' | 'nee', words: string, kind: 'main' | 'quiet') =>
    postButton(['trajecten', journeyId, 'aanwezigheid'], { afspraak: attendanceId, kwam, terug }, words, kind)
  return html`${mark('ja', 'Kwam', 'main')} ${mark('nee', 'Kwam niet', 'quiet')}`
}

const judgeButtons = (journeyId: string, attendanceId: string, terug: Back): Html => {
  const judge = (geldig: 'ja' | 'nee', words: string, kind: 'main' | 'quiet') =>
    postButton(['trajecten', journeyId, 'oordeel'], { afspraak: attendanceId, geldig, terug }, words, kind)
  return html`${judge('ja', 'Geldig', 'main')} ${judge('nee', 'Niet geldig', 'quiet')}`
}

/** What is mostly done about a task of this kind, so that nobody needs to look for it. */
function deed(task: Task, journey: Journey, terug: Back): Html | undefined {
  const about = task.attendanceId && { afspraak: task.attendanceId, terug }
  switch (task.kind) {
    case 'no_slot':
    case 'plan_again':
      return mayPlan(journey)
        ? html`<a class="button main" href="${href(['trajecten', journey.id, 'plannen'])}">Plan een afspraak</a>`
        : none
    case 'call_participant':
    case 'not_delivered':
      return about && postButton(['trajecten', journey.id, 'contact'], about, 'Ik heb gebeld', 'main')
    case 'see_proof':
      return about && postButton(['trajecten', journey.id, 'bewijs'], about, 'Bewijs gezien', 'main')
    case 'judge_absence':
      return task.attendanceId && judgeButtons(journey.id, task.attendanceId, terug)
    case 'mark_attendance':
    case 'mark_attendance_now':
      return task.attendanceId && markButtons(journey.id, task.attendanceId, terug)
    default:
      return none
  }
}

export const taskActions = (task: Task, journey: Journey, terug: Back): Html => html`
  <div class="actions">
    ${deed(task, journey, terug)}
    ${postButton(['trajecten', journey.id, 'taken'], { taak: task.key, terug }, 'Afvinken')}
  </div>
`
