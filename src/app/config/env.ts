import { existsSync } from 'node:fs'
import path from 'node:path'

/** The folder that holds package.json, contracts/, flows/, templates/ and config/. */
export const projectRoot = path.resolve(import.meta.dirname, '../../..')

/** The folder with everything that is kept; what is written relative counts from where the command was given. */
export const dataDirOf = (written: string | undefined): string =>
  written ? path.resolve(written) : path.join(projectRoot, 'data')

/** The only place that reads the environment: the variables, with those of `.env` in the project's folder under them. */
export function readEnvironment(): Readonly<Record<string, string | undefined>> {
  const file = path.join(projectRoot, '.env')
  if (existsSync(file)) process.loadEnvFile(file) // what is set already stays
  return process.env
}
