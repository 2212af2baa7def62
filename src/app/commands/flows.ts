import { createTemplates } from '#src/conversation/template.ts'
import { drawFlow } from '#src/conversation/draw-flow.ts'
import { textPathsIn } from '../knowledge/text-paths.ts'
import { checkFlowTexts } from '../texts/check-flow-texts.ts'
import { messagePurposes } from '#src/domain/journey/message-purpose.ts'
import { ourLanguages } from '#src/domain/values/language.ts'
import { readFlow, readTemplates } from '../texts/read-texts.ts'
import { exitCodes } from '../runtime/stop-reason.ts'
import { Refusal } from '../runtime/stop-reason.ts'
import { configured } from './environment.ts'
import type { Output } from './output.ts'

const pathsIn = (folder: string | undefined) => textPathsIn(folder ?? configured().config.textsDir)

/** What reading a text says of it is meant for people. */
async function readable<Read>(work: Promise<Read>): Promise<Read> {
  try {
    return await work
  } catch (error) {
    throw error instanceof Error && !('code' in error) ? new Refusal(error.message) : error
  }
}

/** `opkomst flows check`: needs no database, so it works in the editor of a flow too. */
export async function flowsCheckCommand(out: Output, folder: string | undefined, json: boolean): Promise<number> {
  const { flow, problems } = await readable(checkFlowTexts(pathsIn(folder)))
  if (json) out.json({ ok: problems.length === 0, problems })
  else {
    for (const { file, line, path, words } of problems) out.line(`${file}:${String(line)}  ${path}: ${words}`)
    if (problems.length === 0)
      out.line(`${flow.name}  goed: versie ${String(flow.version)}, ${String(Object.keys(flow.nodes).length)} stappen.`)
  }
  return problems.length === 0 ? 0 : 1
}

/** `opkomst flows draw`: prints the flow as Mermaid, also while something is wrong with it. */
export async function flowsDrawCommand(out: Output, folder: string | undefined): Promise<number> {
  const { flow } = await readable(readFlow(pathsIn(folder).flow))
  out.line(drawFlow(flow))
  return 0
}

const oneOf = <Known extends string>(known: readonly Known[], given: string, what: string): Known => {
  const found = known.find((one) => one === given)
  if (found === undefined)
    throw new Refusal(`${what} '${given}' is er niet. Kies uit: ${known.join(', ')}.`, exitCodes.usage)
  return found
}

/** `opkomst flows try`: talks with whoever types. */
export async function flowsTryCommand(
  out: Output,
  folder: string | undefined,
  { taal = 'nl', begin = 'invitation' }: { readonly taal?: string; readonly begin?: string },
): Promise<number> {
  const language = oneOf(ourLanguages, taal, 'De taal')
  const purpose = oneOf(messagePurposes, begin, 'Het bericht')
  const paths = pathsIn(folder)
  const flow = await readable(readFlow(paths.flow))
  const templates = createTemplates(await readable(readTemplates(paths.templates)))
  const { tryFlow, typedLines } = await import('./flows-try.ts')
  await tryFlow({ flow, templates, language, purpose }, typedLines(), (line) => out.line(line))
  return 0
}
