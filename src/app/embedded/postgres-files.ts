import { join } from 'node:path'

/** What the embedded database keeps in a folder. */
export interface PostgresFiles {
  readonly cluster: string
  readonly passwordFile: string
  readonly logFile: string
  /** Where a copy of PostgreSQL's programs goes when the installed ones cannot be used where they lie. */
  readonly copies: string
}

export function filesIn(folder: string): PostgresFiles {
  return {
    cluster: join(folder, 'postgres'),
    passwordFile: join(folder, 'postgres.password'),
    logFile: join(folder, 'postgres.log'),
    copies: folder,
  }
}
