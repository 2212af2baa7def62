import { openDatabase } from '#src/store/database.ts'
import { migrate } from '#src/store/migrate.ts'

/** Brings the template database to our schema, so that each test file starts from a copy of it. */
export async function prepareTemplate(url: string): Promise<void> {
  const { db, close } = openDatabase(url, { max: 1, onError: () => undefined })
  try {
    await migrate(db)
  } finally {
    await close()
  }
}
