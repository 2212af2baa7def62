import { statSync } from 'node:fs'
import { readConfig, type Config, type ConfigReading, type Secrets } from '../config/config.ts'
import { dataDirOf, envFileProblems, projectRoot, readEnvironment } from '../config/env.ts'
import { openDataDir } from '../embedded/data-dir.ts'
import { textPathsIn, type TextPaths } from '../knowledge/text-paths.ts'
import { exitCodes, Refusal } from '../runtime/stop-reason.ts'

/** What is set, or all that is wrong with it: in the variables, and in the file that some of them stand in. */
export function readSettings(env = readEnvironment()): ConfigReading {
  const reading = readConfig(env)
  const inFile = envFileProblems()
  return inFile.length === 0 ? reading : { ok: false, problems: [...(reading.ok ? [] : reading.problems), ...inFile] }
}

/** The configuration, or a refusal with everything that is wrong in it. */
export function configured(): { readonly config: Config; readonly secrets: Secrets } {
  const reading = readSettings()
  return reading.ok ? reading : refuse(reading.problems)
}

/**
 * For what runs for days: the texts and the folder for the data must be there too, in the same list. The other commands do without them:
 * the stop button must work when a text is broken. A worker on a database server keeps nothing in a folder.
 */
export async function configuredToRun(
  verb: 'start' | 'worker',
): Promise<{ readonly config: Config; readonly secrets: Secrets }> {
  const env = readEnvironment()
  const reading = readSettings(env)
  const keepsFiles = verb === 'start' || !env['DATABASE_URL']
  const found = [...textsDirProblem(env['TEXTS_DIR']), ...(keepsFiles ? dataDirProblem(env['DATA_DIR']) : [])]
  if (reading.ok && found.length === 0) return reading
  const settings = reading.ok ? [] : reading.problems
  return refuse([...settings, ...found, ...(await textProblems(env['TEXTS_DIR']))])
}

/** For what plays invented people on the texts: nothing is kept, so no folder for data is asked; settings and texts are judged as a start does. */
export async function configuredToPlay(): Promise<TextPaths> {
  const env = readEnvironment()
  const reading = readSettings(env)
  const settings = [...(reading.ok ? [] : reading.problems), ...textsDirProblem(env['TEXTS_DIR'])]
  const texts = await textProblems(env['TEXTS_DIR'])
  if (!reading.ok || settings.length > 0) return refuse([...settings, ...texts])
  if (texts.length > 0) throw new Refusal(texts.join('\n'), exitCodes.configuration)
  return textPathsIn(reading.config.textsDir)
}

const isFolder = (folder: string): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false

const textsDirProblem = (written: string | undefined): string[] =>
  written && !isFolder(written)
    ? [
        'TEXTS_DIR is geen map die er is: zet daarin contracts, flows, templates en config, of haal TEXTS_DIR weg voor de teksten van het project.',
      ]
    : []

function dataDirProblem(written: string | undefined): string[] {
  try {
    openDataDir(dataDirOf(written))
    return []
  } catch (error) {
    if (error instanceof Refusal) return [error.message]
    throw error
  }
}

/** A start asks for these only beside something else: it reads the texts anyway, and says it then. */
async function textProblems(written: string | undefined): Promise<string[]> {
  const folder = written || projectRoot
  if (!isFolder(folder)) return []
  const { readTextFiles } = await import('../knowledge/read-text-files.ts')
  return readTextFiles(textPathsIn(folder)).then(
    () => [],
    (error: unknown) => [error instanceof Error ? error.message : String(error)],
  )
}

function refuse(problems: readonly string[]): never {
  const list = problems.map((problem) => `  - ${problem}`).join('\n')
  throw new Refusal(
    `De instellingen kloppen niet:\n${list}\n.env.example noemt iedere instelling en wat zij doet.`,
    exitCodes.configuration,
  )
}
