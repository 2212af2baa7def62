import type { Command } from 'commander'
import { errorFacts } from '../runtime/error-facts.ts'
import { exitCodes, Refusal } from '../runtime/stop-reason.ts'
import { terminalOutput, type Output } from './output.ts'
import { createProgram } from './program.ts'
import { UsageError, wrongUse } from './wrong-use.ts'

/** Runs one command line and answers its exit code: 0 good, 1 found wrong, 2 wrong use, 78 configuration. */
export async function main(args: readonly string[], out: Output = terminalOutput): Promise<number> {
  let code: number = exitCodes.good
  const program = createProgram(out, (found) => {
    code = found
  })
  try {
    await program.parseAsync(asked(args, program), { from: 'user' })
    return code
  } catch (error) {
    return explain(error, out)
  }
}

/**
 * 'opkomst help start' asks what 'opkomst start --help' does. With a name that is not there only the names stay, for the parser to refuse:
 * it would answer a `--help` beside it with the help of something else.
 */
function asked(args: readonly string[], program: Command): string[] {
  const [first, ...rest] = args
  const names = (first === 'help' ? rest : args).filter((word) => !word.startsWith('-'))
  if (!isThere(names, program)) return names
  return first === 'help' ? [...names, '--help'] : [...args]
}

/** What follows the last name are arguments, which the parser judges. */
function isThere([name, ...names]: readonly string[], command: Command): boolean {
  if (name === undefined || command.commands.length === 0) return true
  const next = command.commands.find((known) => known.name() === name)
  return next !== undefined && isThere(names, next)
}

function explain(error: unknown, out: Output): number {
  if (error instanceof UsageError) {
    const words = wrongUse(error)
    if (words !== undefined) out.problem(words)
    return error.exitCode === 0 ? exitCodes.good : exitCodes.usage
  }
  out.problem(sentenceOf(error))
  if (process.env['DEBUG'] && error instanceof Error) out.problem(error.stack ?? error.message)
  return error instanceof Refusal ? error.exitCode : exitCodes.wrong
}

const notUpToDate = 'De tabellen van deze database zijn niet bijgewerkt: start Opkomst eerst (npm start).'

/** What the system says is known by its code; our own sentences say what to do. The rest is a fault of ours. */
const bySystem: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'De database neemt geen verbinding aan: kijk of zij draait en of DATABASE_URL klopt.',
  ENOTFOUND: 'Het adres van de database of de wachtrij is niet te vinden: kijk of DATABASE_URL en REDIS_URL kloppen.',
  ETIMEDOUT: 'De database of de wachtrij geeft geen antwoord: kijk of zij te bereiken is.',
  '28P01': 'De database weigert het wachtwoord: kijk of DATABASE_URL klopt.',
  '28000': 'De database weigert deze gebruiker: kijk of DATABASE_URL klopt.',
  '3D000': 'Die database bestaat niet: maak haar aan (create database), of verbeter DATABASE_URL.',
  '42501':
    'De gebruiker van de database mag hier geen tabellen maken: geef hem dat recht, of gebruik een eigen database.',
  '53300': 'De database heeft geen verbinding meer vrij: sluit andere programma’s of verhoog max_connections.',
  '53100': 'De schijf van de database is vol: maak ruimte en probeer het opnieuw. Er is niets half opgeslagen.',
  '42P01': notUpToDate,
  '42703': notUpToDate,
  ENOSPC: 'De schijf is vol: maak ruimte en probeer het opnieuw. Er is niets half opgeslagen.',
  EDQUOT: 'De schijfruimte van deze gebruiker is op: maak ruimte en probeer het opnieuw.',
  EACCES: 'Daar mag deze gebruiker niet lezen of schrijven: kijk van wie de map is.',
  EROFS: 'Die schijf kan alleen gelezen worden: kies een andere map.',
}

function sentenceOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = bySystem[code]
  if (known !== undefined) return known
  const facts = errorFacts(error)
  if (error instanceof Refusal) return error.message
  if (facts.message !== undefined && facts.code === undefined) return facts.message
  return `Er ging iets onverwachts mis (${[facts.type, facts.code].filter(Boolean).join(' ')}): probeer het opnieuw, of draai het met DEBUG=1 en geef door wat er dan staat.`
}
