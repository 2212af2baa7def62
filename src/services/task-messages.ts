import { isBefore } from '#src/domain/journey/moments.ts'
import { aboutOf } from '#src/domain/journey/open-task.ts'
import { readUntil } from '#src/domain/journey/replies.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import type { Task } from '#src/domain/journey/task.ts'
import type { InboundRow } from './ports/overview.ts'

/**
 * The message that raised this task, and what came in right behind it: people write in pieces, and whoever is asked reads all of them. One
 * that raised a task of its own is read there. `inbound`: in the order in which it arrived.
 */
export function messagesOf(
  task: Task,
  { tasks }: Pick<Journey, 'tasks'>,
  inbound: readonly InboundRow[],
): readonly InboundRow[] {
  const at = inbound.findIndex(({ id }) => id === aboutOf(task))
  if (at < 0) return []
  const until = readUntil(task)
  const raising = new Set<string>(tasks.map(aboutOf))
  const behind = inbound
    .slice(at + 1)
    .filter(({ id, receivedAt }) => until !== undefined && isBefore(receivedAt, until) && !raising.has(id))
  return [...inbound.slice(at, at + 1), ...behind]
}
