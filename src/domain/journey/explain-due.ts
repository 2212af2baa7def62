import type { Temporal } from 'temporal-polyfill'
import { formatDutch } from '../values/moment.ts'
import { deadlineWithin } from '../values/term.ts'
import type { Journey } from './journey.ts'
import { isBefore, tellNoShowAt, unknownNoticeMoment } from './moments.ts'
import type { Rules } from './rules.ts'
import type { Task } from './task.ts'
import { termsOf } from './terms.ts'

/** How long a person is given, in workdays, for work that no contract gives a term for. */
const given = [1, 2, 10] as const

interface Reckoned {
  readonly at: Temporal.Instant
  readonly how: string
}

function* reckonings({ openedAt }: Task, journey: Journey, rules: Rules): Generator<Reckoned> {
  const { calendar, contract } = rules
  for (const term of termsOf(journey, rules)) {
    yield { at: term.deadline.due, how: term.deadline.how }
    yield { at: term.deadline.breach, how: term.deadline.how }
  }
  for (const workdays of given) {
    const { due, how } = deadlineWithin({ workdays }, openedAt, 'taak', calendar, contract.office_hours)
    yield { at: due, how }
  }
  const { question_answer, complaint_answer = question_answer } = contract.terms
  for (const { within } of [question_answer, complaint_answer]) {
    const { due, how } = deadlineWithin(within, openedAt, 'bericht', calendar, contract.office_hours)
    yield { at: due, how }
  }
  for (const attendance of journey.attendances) {
    const at = attendance.mark
      ? tellNoShowAt(journey, attendance, attendance.mark, rules)
      : unknownNoticeMoment(attendance, rules)
    yield { at, how: `dan gaat de melding aan de consulent, ${formatDutch(at, calendar.zone)}` }
    const { startsAt, endsAt } = attendance
    yield { at: startsAt, how: `het begin van de afspraak, ${formatDutch(startsAt, calendar.zone)}` }
    yield { at: endsAt, how: `het einde van de afspraak, ${formatDutch(endsAt, calendar.zone)}` }
  }
  for (const { expiresAt } of journey.messages)
    yield { at: expiresAt, how: `tot dan heeft het bericht zin, ${formatDutch(expiresAt, calendar.zone)}` }
  for (const minutes of [15, 30])
    yield {
      at: openedAt.add({ minutes }),
      how: `${String(minutes)} minuten na ${formatDutch(openedAt, calendar.zone)}`,
    }
}

/**
 * How the moment was computed by which a task must be done. It is looked up and not kept: what a contract, an appointment or a number of
 * workdays gives is the same moment, to the millisecond. Undefined: it is none of these, and nothing is made up.
 */
export function explainDue(task: Task, journey: Journey, rules: Rules): string | undefined {
  for (const { at, how } of reckonings(task, journey, rules)) if (at.equals(task.dueAt)) return how
  return isBefore(task.openedAt, task.dueAt) ? undefined : 'meteen'
}
