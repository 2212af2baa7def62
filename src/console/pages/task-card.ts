import { aboutOf } from '#src/domain/journey/open-task.ts'
import { taskTable, type Task, type TaskKind } from '#src/domain/journey/task.ts'
import type { Rules } from '#src/domain/journey/rules.ts'
import { explainDue } from '#src/domain/journey/explain-due.ts'
import { calculated } from './bits.ts'
import { termOfTask } from '../words/term.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import type { Participant } from '#src/domain/participant.ts'
import { href, html, none, telephone, type Html } from '../html.ts'
import type { PageContext } from '../parts.ts'
import { messagesOf } from '#src/services/task-messages.ts'
import type { InboundRow } from '#src/services/ports/overview.ts'
import { isPast, lengthInWords, momentNear } from '../words/moment.ts'
import { ownerOf } from '../words/people.ts'
import { askConsulent, asksNumber, ownNumber } from './journey/phone-number.ts'
import { sent } from './sent.ts'
import { taskActions } from './task-actions.ts'

const calls: ReadonlySet<TaskKind> = new Set([
  'crisis',
  'call_participant',
  'not_delivered',
  'answer_lost',
  'answer_person',
  'answer_question',
  'complaint',
  'running_late',
  'absence_unexplained',
  'other_time_unpicked',
  'opted_out',
  'possible_reaction',
  'number_shared',
  'dutch_sent',
])

function number({ task: { kind }, journey, participant }: TaskFacts): Html | undefined {
  const phone = ownNumber({ journey, participant })
  return phone && calls.has(kind) && kind !== 'crisis' ? html`<a href="${telephone(phone)}">Bel ${phone}</a>` : none
}

/** Without a number of their own the participant cannot be called: who knows it is asked. */
const askNumber = ({ task, journey, participant }: TaskFacts): Html | undefined =>
  asksNumber(task, { journey, participant }) ? html`<p>${askConsulent(participant)}</p>` : none

function due({ dueAt }: Task, context: PageContext): Html {
  if (!isPast(dueAt, context.now)) return html`<span>klaar voor ${momentNear(dueAt, context)}</span>`
  return html`<span class="late">${lengthInWords(dueAt, context.now)} te laat</span>`
}

/** Of a term in danger: which one. */
const title = (task: Task): string => {
  const term = termOfTask(task)
  return term ? `Termijn in gevaar: ${term}` : taskTable[task.kind].title
}

interface TaskFacts {
  readonly task: Task
  readonly journey: Journey
  readonly participant: Participant
  readonly inbound: readonly InboundRow[]
}

interface TaskPlace {
  readonly terug: 'vandaag' | 'traject'
  readonly who?: Html
  readonly news?: string | undefined
  readonly rules?: Rules
}

/** What the participant wrote: who must act on it reads it here, in their own words. */
const words = ({ task, journey, inbound }: TaskFacts, context: PageContext): readonly Html[] =>
  messagesOf(task, journey, inbound).map(
    (row) =>
      html`<figure class="wrote">
        <figcaption class="meta">
          ${task.kind === 'possible_reaction' ? 'Iemand' : 'De deelnemer'}
          ${row.kind === 'text' ? 'schreef' : 'stuurde'}, ${momentNear(row.receivedAt, context)}:
        </figcaption>
        <blockquote class="quote">${sent(row)}</blockquote>
      </figure>`,
  )

const fromMail: ReadonlySet<TaskKind> = new Set(['consulent_wrote', 'consulent_corrects'])

/** The mail of the consulent that raised it: it is read as it was written. */
const mailLink = (task: Task): Html | undefined =>
  fromMail.has(task.kind) ? html`<p><a href="${href(['aanmeldingen', aboutOf(task)])}">Lees de mail</a></p>` : none

/**
 * One task: what, why, for whom, until when, and what is mostly done about it. `who` names the person where the page does not; `news` is
 * what changed since.
 */
export function taskCard(facts: TaskFacts, context: PageContext, { terug, who, news, rules }: TaskPlace): Html {
  const { task, journey, participant } = facts
  const how = rules && explainDue(task, journey, rules)
  return html`
    <li class="card task${task.kind === 'crisis' ? ' crisis' : ''}">
      <div class="what">
        <h3>${title(task)}</h3>
        ${news === undefined ? none : html`<p class="said ok">${news}</p>`}
        <p>${task.why}</p>
        ${askNumber(facts)} ${words(facts, context)} ${mailLink(task)}
        <p class="meta">${who} <span>voor ${ownerOf(task.kind)}</span> ${due(task, context)} ${number(facts)}</p>
        ${how ? calculated(how, title(task)) : none}
      </div>
      ${taskActions({ task, journey, participant }, terug, context.now)}
    </li>
  `
}
