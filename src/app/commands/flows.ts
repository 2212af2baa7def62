import { drawFlow } from '#src/conversation/draw-flow.ts'
import { createTemplates, type Templates } from '#src/conversation/template.ts'
import { messagePurposes } from '#src/domain/journey/message-purpose.ts'
import { ourLanguages } from '#src/domain/values/language.ts'
import { textPathsIn, type TextPaths } from '../knowledge/text-paths.ts'
import { exitCodes, isInWords, Refusal } from '../runtime/stop-reason.ts'
import { flowProblems } from '../texts/flow-problems.ts'
import { readFlow, readTemplates, type FlowText } from '../texts/read-texts.ts'
import { textProblems } from '../texts/text-problems.ts'
import { configured } from './environment.ts'
import type { Output } from './output.ts'

const pathsIn = (folder: string | undefined) => textPathsIn(folder ?? configured().config.textsDir)

/** What reading a text says of it is meant for people. */
async function readable<Read>(work: Promise<Read>): Promise<Read> {
  try {
    return await work
  } catch (error) {
    throw isInWords(error) ? new Refusal(error.message) : error
  }
}

interface Conversation {
  readonly read: FlowText
  readonly templates: Templates
}

async function readConversation({ flow, templates }: TextPaths): Promise<Conversation> {
  const read = await readFlow(flow)
  return { read, templates: createTemplates(await readTemplates(templates)) }
}

/** `opkomst flows check`: needs no database, so it works in the editor of a flow too. */
export async function flowsCheckCommand(out: Output, folder: string | undefined, json: boolean): Promise<number> {
  const paths = pathsIn(folder)
  const { read, templates } = await readable(readConversation(paths))
  const problems = [
    ...flowProblems(paths.flow, read, templates),
    ...textProblems(paths.templates, templates, read.flow),
  ]
  const { name, version, nodes } = read.flow
  const called = read.called.map(({ flow }) => `, met ${flow.name} versie ${String(flow.version)}`).join('')
  if (json) out.json({ ok: problems.length === 0, problems })
  else {
    for (const { file, line, path, words } of problems) out.line(`${file}:${String(line)}  ${path}: ${words}`)
    if (problems.length === 0)
      out.line(`${name}  goed: versie ${String(version)}, ${String(Object.keys(nodes).length)} stappen${called}.`)
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
  const { read, templates } = await readable(readConversation(pathsIn(folder)))
  const { tryFlow, typedLines } = await import('./flows-try.ts')
  await tryFlow({ flow: read, templates, language, purpose }, typedLines(), (line) => out.line(line))
  return 0
}
