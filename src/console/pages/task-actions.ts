import type { Attendance } from '#src/domain/journey/attendance.ts'
import type { Temporal } from 'temporal-polyfill'
import { attendanceById, currentAttendance, type Journey } from '#src/domain/journey/journey.ts'
import type { Task, TaskKind } from '#src/domain/journey/task.ts'
import type { Participant } from '#src/domain/participant.ts'
import { markSeenIn } from '../as-seen.ts'
import { href, html, none, telephone, type Html } from '../html.ts'
import { photoLinks } from './proof-photos.ts'
import { mayPlan, toReplace } from './journey/may-plan.ts'
import { asksNumber, numberLink } from './journey/phone-number.ts'
import { spokenForm } from './spoken-form.ts'
import { postButton } from './bits.ts'

type Back = 'vandaag' | 'traject'

export const markButtons = (journeyId: string, attendance: Attendance, terug: Back): Html => {
  const mark = (kwam: 'ja' | 'nee', words: string, kind: 'main' | 'quiet') =>
    postButton(
      ['trajecten', journeyId, 'aanwezigheid'],
      { afspraak: attendance.id, kwam, bekend: markSeenIn(attendance), terug },
      words,
      kind,
    )
  return html`${mark('ja', 'Kwam', 'main')} ${mark('nee', 'Kwam niet', 'quiet')}`
}

const judgeButtons = (journeyId: string, { id, absence }: Attendance, terug: Back): Html => {
  const judge = (geldig: 'ja' | 'nee', words: string, kind: 'main' | 'quiet') =>
    postButton(
      ['trajecten', journeyId, 'oordeel'],
      { afspraak: id, geldig, bekend: absence?.verdict ?? 'person', terug },
      words,
      kind,
    )
  return html`${judge('ja', 'Geldig', 'main')} ${judge('nee', 'Niet geldig', 'quiet')}`
}

/** What was brought along is seen or it is not; of what was sent a person may also find that it proves nothing. */
function proofButtons(journeyId: string, attendance: Attendance, terug: Back): Html {
  const about = { afspraak: attendance.id, terug }
  const links = photoLinks(journeyId, attendance)
  if (!links) return postButton(['trajecten', journeyId, 'bewijs'], about, 'Bewijs gezien', 'main')
  const not = { ...about, geldig: 'nee', bekend: attendance.absence?.verdict ?? 'person' }
  return html`${links} ${postButton(['trajecten', journeyId, 'bewijs'], about, 'Gezien, in orde', 'main')}
  ${postButton(['trajecten', journeyId, 'oordeel'], not, 'Gezien, niet in orde')}`
}

/** Whoever cannot be called is not spoken before their number is there, or they come by. */
function spoke(
  task: Task,
  person: { readonly journey: Journey; readonly participant: Participant },
  about: Readonly<Record<string, string>>,
): Html {
  const needsNumber = asksNumber(task, person)
  const segments = ['trajecten', person.journey.id, 'contact']
  const button = postButton(segments, about, 'Ik sprak de deelnemer', needsNumber ? 'quiet' : 'main')
  return needsNumber ? html`${numberLink(person.journey, 'main')} ${button}` : button
}

/** What is mostly done about a task of this kind, so that nobody needs to look for it. */
function deed(
  task: Task,
  { journey, participant }: { readonly journey: Journey; readonly participant: Participant },
  terug: Back,
  now: Temporal.Instant,
): Html | undefined {
  const attendance = task.attendanceId && attendanceById(journey, task.attendanceId)
  const about = task.attendanceId && { afspraak: task.attendanceId, terug }
  switch (task.kind) {
    case 'no_slot':
    case 'plan_again':
      return mayPlan(journey)
        ? html`<a class="button main" href="${href(['trajecten', journey.id, 'plannen'])}">Plan een afspraak</a>`
        : none
    case 'other_time_unpicked':
      return toReplace(journey, now)
        ? html`<a class="button main" href="${href(['trajecten', journey.id, 'plannen'])}">Kies een ander moment</a>`
        : none
    case 'call_participant':
    case 'not_delivered':
      return about && spoke(task, { journey, participant }, about)
    case 'wrong_number':
    case 'number_shared':
      return asksNumber(task, { journey, participant }) ? numberLink(journey, 'main') : none
    case 'possible_reaction':
      return postButton(
        ['trajecten', journey.id, 'schrijver'],
        { taak: task.key, terug },
        'Het was deze deelnemer',
        'main',
      )
    case 'dutch_sent':
      return html`<a class="button quiet" href="${href(['teksten'])}">Bekijk de teksten</a>`
    case 'see_proof':
      return attendance && proofButtons(journey.id, attendance, terug)
    case 'judge_absence':
      return attendance && judgeButtons(journey.id, attendance, terug)
    case 'mark_attendance':
    case 'mark_attendance_now':
      return attendance && markButtons(journey.id, attendance, terug)
    default:
      return none
  }
}

/** What it means to close a task of this kind without doing what it asks. */
const undone: Readonly<Partial<Record<TaskKind, string>>> = {
  no_slot: 'Alleen als er geen intake meer hoeft te komen. Opkomst plant er dan geen.',
  plan_again: 'Alleen als er geen nieuwe afspraak hoeft te komen. Opkomst plant er dan geen.',
  call_participant: 'Opkomst houdt het er dan op dat de deelnemer dit niet weet.',
  not_delivered: 'Opkomst houdt het er dan op dat de deelnemer dit niet weet.',
  other_time_unpicked: 'De afspraak blijft dan staan.',
  wrong_number: 'Alleen als er geen ander nummer is. Opkomst stuurt dan niets meer naar deze deelnemer.',
  number_shared: 'Alleen als er geen eigen nummer is. Opkomst weet dan niet wie er schrijft.',
  possible_reaction: 'Alleen als het bericht niet van deze deelnemer is.',
  see_proof: 'Het bewijs geldt dan als niet gezien. Een foto ervan wordt gewist als de tijd ervoor voorbij is.',
  judge_absence: 'De afmelding blijft dan onbeoordeeld.',
  mark_attendance:
    'De aanwezigheid blijft dan leeg. De consulent hoort aan het eind van de termijn dat zij niet bekend is.',
  mark_attendance_now:
    'De aanwezigheid blijft dan leeg. De consulent hoort aan het eind van de termijn dat zij niet bekend is.',
}

const tick = (task: Task, journey: Journey, terug: Back, words: string, kind: 'main' | 'quiet'): Html =>
  postButton(['trajecten', journey.id, 'taken'], { taak: task.key, terug }, words, kind)

/** The tasks for which somebody calls the participant, and may hear whether they come. */
const calls: ReadonlySet<TaskKind> = new Set([
  'call_participant',
  'not_delivered',
  'opted_out',
  'absence_unexplained',
  'other_time_unpicked',
])

/** What the call was about: the appointment of the task; after STOP, the one that stands. */
function heard(task: Task, journey: Journey, now: Temporal.Instant, terug: Back): Html | undefined {
  if (!calls.has(task.kind)) return none
  const about = task.attendanceId ? attendanceById(journey, task.attendanceId) : currentAttendance(journey)
  return about && spokenForm(about, journey, now, { terug, of: `${journey.id}.${task.key}` })
}

/** One way to do a task. Where doing it is more than ticking it off, ticking it off alone is folded away, with what that means. */
export function taskActions(
  { task, journey, participant }: { readonly task: Task; readonly journey: Journey; readonly participant: Participant },
  terug: Back,
  now: Temporal.Instant,
): Html {
  if (task.kind === 'crisis') return crisisActions(task, journey, participant, terug)
  if (task.kind === 'conversation_taken')
    return html`<div class="actions">${tick(task, journey, terug, 'Geef het gesprek terug', 'main')}</div>`
  const main = deed(task, { journey, participant }, terug, now)
  const spoken = heard(task, journey, now, terug)
  if (!main) return html`<div class="actions">${tick(task, journey, terug, 'Afvinken', 'main')} ${spoken}</div>`
  return html`
    <div class="actions">
      ${main}
      <details class="undone">
        <summary>Sluit zonder dit te doen</summary>
        <p class="meta">${undone[task.kind]}</p>
        ${tick(task, journey, terug, 'Sluit de taak', 'quiet')}
      </details>
      ${spoken}
    </div>
  `
}

const crisisActions = (task: Task, journey: Journey, { phone }: Participant, terug: Back): Html => html`
  <div class="actions">
    ${phone ? html`<a class="button main" href="${telephone(phone)}">Bel ${phone}</a>` : none}
    ${tick(task, journey, terug, 'Er is contact: afvinken', 'quiet')}
  </div>
`
