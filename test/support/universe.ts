import { fileURLToPath } from 'node:url'
import { Temporal } from 'temporal-polyfill'
import { readTextFiles, type TextFiles } from '#src/app/knowledge/read-text-files.ts'
import { textPathsIn, type TextPaths } from '#src/app/knowledge/text-paths.ts'
import { createUniverse, type Universe } from '#src/app/virtual/universe.ts'
import type { Unapproved } from '#src/conversation/sent-language.ts'
import type { Sending } from '#src/jobs/due-work.ts'
import { createTestDatabase } from './database.ts'

export const projectTexts: TextPaths = textPathsIn(fileURLToPath(new URL('../..', import.meta.url)))

let read: Promise<TextFiles> | undefined

/** Read once for all tests of a file: nothing changes them. */
export const projectFiles = (): Promise<TextFiles> => (read ??= readTextFiles(projectTexts))

export const amsterdam = (local: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Amsterdam').toInstant()

/** A universe on a database of its own; `close` throws both away. */
export async function createTestUniverse(
  start: string,
  texts: TextPaths = projectTexts,
  sending: Sending = 'on',
  unapproved: Unapproved = 'sent',
): Promise<Universe> {
  const database = await createTestDatabase()
  const universe = await createUniverse({
    databaseUrl: database.url,
    start: amsterdam(start),
    texts: await (texts === projectTexts ? projectFiles() : readTextFiles(texts)),
    sending,
    unapproved,
  })
  return {
    ...universe,
    async close() {
      await universe.close()
      await database.drop()
    },
  }
}
