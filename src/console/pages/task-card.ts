import { taskTable, type Task, type TaskKind } from '#src/domain/journey/task.ts'
import { termOfTask } from '../words/term.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import type { Participant } from '#src/domain/participant.ts'
import { html, none, telephone, type Html } from '../html.ts'
import type { PageContext } from '../parts.ts'
import { isPast, lengthInWords, momentNear } from '../words/moment.ts'
import { ownerOf } from '../words/people.ts'
import { taskActions } from './task-actions.ts'

const calls: ReadonlySet<TaskKind> = new Set([
  'crisis',
  'call_participant',
  'not_delivered',
  'answer_person',
  'answer_question',
  'opted_out',
])

const number = ({ kind }: Task, { phone }: Participant): Html | undefined =>
  phone && calls.has(kind) ? html`<a href="${telephone(phone)}">Bel ${phone}</a>` : none

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
}

/** One task: what, why, for whom, until when, and what is mostly done about it. `who` names the person where the page does not. */
export const taskCard = (
  { task, journey, participant }: TaskFacts,
  context: PageContext,
  { terug, who }: { readonly terug: 'vandaag' | 'traject'; readonly who?: Html },
): Html => html`
  <li class="card task${task.kind === 'crisis' ? ' crisis' : ''}">
    <div class="what">
      <h3>${title(task)}</h3>
      <p>${task.why}</p>
      <p class="meta">
        ${who} <span>voor ${ownerOf(task.kind)}</span> ${due(task, context)} ${number(task, participant)}
      </p>
    </div>
    ${taskActions(task, journey, terug)}
  </li>
`
