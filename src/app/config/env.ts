import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The folder that holds package.json, contracts/, flows/, templates/ and config/. */
export const projectRoot = path.resolve(import.meta.dirname, '../../..')

/** The folder with everything that is kept; what is written relative counts from where the command was given. */
export const dataDirOf = (written: string | undefined): string =>
  written ? path.resolve(written) : path.join(projectRoot, 'data')

const envFile = path.join(projectRoot, '.env')

/**
 * What a `.env` file loses without saying so: of a value without quotes all that comes after a #, as in many a password. Names only, for
 * values may be secret.
 */
export const cutOffIn = (text: string): string[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const [, name, value = ''] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=(.*)$/.exec(line) ?? []
    const [kept = ''] = value.split(/\s#/, 1) // from there on it is a remark
    return name !== undefined && kept.includes('#') && !/^\s*['"`]/.test(value) ? [name] : []
  })

/** A value between quotes, over lines if need be: what stands in it is no line of its own. */
const quoted = /(?<==[ \t]*)(['"`])[\s\S]*?\1/g
const setting = /^\s*(?:export\s+)?[A-Za-z_]\w*\s*=/

/** The numbers of the lines that set nothing and are no remark: whoever reads `.env` passes over them without a word. */
export const unreadIn = (text: string): number[] =>
  text
    .replaceAll(quoted, (value) => value.replaceAll(/[^\n]/g, ''))
    .split('\n')
    .flatMap((line, index) => (/^\s*(?:#|$)/.test(line) || setting.test(line) ? [] : [index + 1]))

/** What is wrong with the file itself, in Dutch. Of a line that is not read only its number is said: it may hold a password. */
const problemsIn = (text: string): string[] => [
  ...unreadIn(text).map(
    (number) =>
      `Regel ${String(number)} van .env wordt niet gelezen: schrijf NAAM=waarde, met een = en geen dubbele punt, of zet er een # voor.`,
  ),
  ...cutOffIn(text).map(
    (name) =>
      `${name}: in .env staat een # in de waarde, en wat daarachter staat valt weg. Zet de waarde tussen enkele aanhalingstekens: ${name}='...'.`,
  ),
]

export const envFileProblems = (): string[] => (existsSync(envFile) ? problemsIn(readFileSync(envFile, 'utf8')) : [])

/** The only place that reads the environment: the variables, with those of `.env` in the project's folder under them. */
export function readEnvironment(): Readonly<Record<string, string | undefined>> {
  if (existsSync(envFile)) process.loadEnvFile(envFile) // what is set already stays
  return process.env
}
