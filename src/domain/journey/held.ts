import { accepted, nothing, type Decision, type Situation } from './decision.ts'
import type { Journey } from './journey.ts'
import { workdaysAfter } from './moments.ts'
import { openSilently } from './open-task.ts'
import { isOpen, type TaskKind } from './task.ts'

/** The tasks with which a person holds a conversation. */
const holding: ReadonlySet<TaskKind> = new Set([
  'answer_person',
  'answer_question',
  'complaint',
  'wrong_number',
  'late_reply',
  'crisis',
  'conversation_taken',
])

/** Whether somebody has the conversation for something that is not ticked off yet. */
export const isHeldByPerson = ({ tasks }: Journey): boolean =>
  tasks.some((task) => isOpen(task) && holding.has(task.kind))

const isTaken = (kind: TaskKind): boolean => kind === 'conversation_taken'

/** A person took the conversation, without being asked. */
export const isTakenByPerson = ({ tasks }: Journey): boolean => tasks.some((task) => isOpen(task) && isTaken(task.kind))

/**
 * Staff take the conversation: the bot is silent until they give it back, by ticking off this task. It is due within a workday, so that no
 * conversation is forgotten in silence. Whoever took it knows: nobody is mailed before half of that has passed.
 */
export function takeConversation({ journey, rules, now }: Situation): Decision {
  if (isTakenByPerson(journey)) return nothing
  const times = journey.tasks.filter(({ kind }) => isTaken(kind)).length + 1
  return accepted(
    ...openSilently(journey, {
      kind: 'conversation_taken',
      about: String(times),
      why: 'Een medewerker heeft het gesprek overgenomen. Opkomst antwoordt niet tot het is teruggegeven.',
      now,
      dueAt: workdaysAfter(now, 1, rules),
    }),
  )
}
