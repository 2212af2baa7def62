import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { format } from 'prettier'
import { Temporal } from 'temporal-polyfill'
import { tellOwner } from '#src/domain/journey/open-task.ts'
import { taskKinds, taskTable, type Task, type TaskKind } from '#src/domain/journey/task.ts'
import type { StaffRole } from '#src/domain/journey/journey.ts'
import { fill, table } from './markdown-table.ts'

/** The page whose table is made here; what stands between the marks is written over. */
export const whoIsToldPage = path.join(import.meta.dirname, '../docs/who-is-told.md')

const roleWords: Readonly<Record<StaffRole, string>> = {
  coach: 'de coach',
  coordinator: 'de coördinator',
  on_duty: 'de dienstdoende',
}

type Occasion = Parameters<typeof tellOwner>[1]

/** Asked of the code that decides it, so that the page cannot say otherwise. */
function toldOn(occasion: Occasion, kind: TaskKind): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(0)
  const task: Task = { key: kind, kind, openedAt: moment, dueAt: moment, why: '' }
  const event = tellOwner(task, occasion, moment)
  if (event.type !== 'notice_wanted' || event.notice.to === 'consulent')
    throw new Error(`nobody of our own people hears of ${kind}`)
  return roleWords[event.notice.to]
}

const rowOf = (kind: TaskKind): string[] => {
  const { title, closes } = taskTable[kind]
  const [opened, half, due] = (['task_opened', 'task_half', 'task_due'] as const).map((at) => toldOn(at, kind))
  return [`\`${kind}\``, title, opened ?? '', half ?? '', due ?? '', closes]
}

const heads = ['soort', 'taak', 'bij het openen', 'halverwege de tijd', 'als de tijd om is', 'verdwijnt']

/** The page with its table made anew from the kinds of tasks, laid out as the formatter wants it. */
export const whoIsToldText = (page: string): Promise<string> =>
  format(fill(page, 'taken', table(heads, taskKinds.map(rowOf))), { parser: 'markdown', printWidth: 120 })

if (import.meta.main) {
  const before = await readFile(whoIsToldPage, 'utf8')
  const text = await whoIsToldText(before)
  await writeFile(whoIsToldPage, text)
  process.stdout.write(before === text ? 'docs/who-is-told.md was up to date\n' : 'docs/who-is-told.md written\n')
}
