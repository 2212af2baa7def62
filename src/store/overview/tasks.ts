import type { Kysely } from 'kysely'
import { aboutOf } from '#src/domain/journey/open-task.ts'
import { readUntil } from '#src/domain/journey/replies.ts'
import { isId } from '#src/domain/values/id.ts'
import type { InboundRow, OpenTask, Page, PageQuestion } from '#src/services/ports/overview.ts'
import type { Keyring } from '../keyring.ts'
import type { Database } from '../tables/database.ts'
import { inboundById, inboundDuring, type Stretch } from './inbound.ts'
import { openCard, sealedColumns, sealedJourneys } from './opened.ts'
import { offsetOf } from './page.ts'

const withOpenTask = (db: Kysely<Database>) =>
  sealedJourneys(db).innerJoin('tasks', 'tasks.journey_id', 'journeys.id').where('tasks.closed_at', 'is', null)

/** From the message that raised a task to the last that is read with it: itself, where nothing is. */
function stretchOf({ task, journey }: OpenTask, raising: ReadonlyMap<string, InboundRow>): Stretch[] {
  const from = raising.get(aboutOf(task))?.receivedAt
  return from ? [{ journeyId: journey.id, from, until: readUntil(task) ?? from }] : []
}

/** The table says which tasks are open and in what order; what each says is read from its journey. */
export async function openTasks(
  db: Kysely<Database>,
  keyring: Keyring,
  question: PageQuestion,
): Promise<Page<OpenTask>> {
  const rows = await withOpenTask(db)
    .select([...sealedColumns, 'tasks.key as task_key'])
    .orderBy((eb) => eb('tasks.kind', '!=', 'crisis'))
    .orderBy('tasks.due_at')
    .orderBy('tasks.key')
    .limit(question.size)
    .offset(offsetOf(question))
    .execute()
  const { count } = await withOpenTask(db)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  const tasks = rows.flatMap((row): OpenTask[] => {
    const card = openCard(row, keyring)
    const task = card?.journey.tasks.find((candidate) => candidate.key === row.task_key)
    return card && task ? [{ ...card, task, inbound: [] }] : []
  })
  const raising = await inboundById(db, keyring, tasks.map(({ task }) => aboutOf(task)).filter(isId))
  const behind = await inboundDuring(
    db,
    keyring,
    tasks.flatMap((open) => stretchOf(open, raising)),
  )
  const withMessages = tasks.map((open): OpenTask => {
    const raisedBy = raising.get(aboutOf(open.task))
    const inbound = behind.get(open.journey.id) ?? []
    // One of a number that several share may stand with none of their journeys.
    const isAmong = !raisedBy || inbound.some(({ id }) => id === raisedBy.id)
    return { ...open, inbound: isAmong ? inbound : [raisedBy] }
  })
  return { rows: withMessages, total: Number(count) }
}
