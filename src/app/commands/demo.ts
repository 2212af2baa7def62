import path from 'node:path'
import { momentInWords } from '#src/services/words.ts'
import { projectRoot, readEnvironment } from '../config/env.ts'
import { readTextFiles, type TextFiles } from '../knowledge/read-text-files.ts'
import type { TextPaths } from '../knowledge/text-paths.ts'
import { Refusal } from '../runtime/stop-reason.ts'
import { readJourneyScript, type JourneyScript } from '../virtual/journey-script.ts'
import { playScript, scriptMoment, StepDoesNotFit } from '../virtual/play-script.ts'
import { startThrowAwayServer, throwAwayWords } from '../virtual/throw-away-server.ts'
import { timelineOf, type TimelineEntry } from '../virtual/timeline.ts'
import { createUniverse, type Universe } from '../virtual/universe.ts'
import { zone } from '../zone.ts'

/** The three stories that the demo tells; the same files are run as tests. */
const demoJourneys = ['confirms-and-comes', 'cancels-with-proof', 'never-reacts'] as const

export interface DemoOptions {
  readonly json: boolean
  /** In which a contract may be changed, to see what becomes of the stories. */
  readonly texts: TextPaths
}

interface PlayedStory {
  readonly script: JourneyScript
  readonly timeline: readonly TimelineEntry[]
}

const width = 100

/** Breaks a line at spaces, so that a story reads well in a terminal of the usual width. */
function wrapped(text: string, first: string, next: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + next.length >= width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].map((part, index) => `${index === 0 ? first : next}${part}`).join('\n')
}

const quoted = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => wrapped(line, '      │ ', '      │ '))

function entryText({ at, who, what, text, rules }: TimelineEntry): string {
  const head = `${momentInWords(at, zone).padEnd(29)} ${who} ${what}`
  return [head, ...(text ? quoted(text) : []), ...rules.map((rule) => wrapped(rule, '      → ', '        '))].join('\n')
}

const storyText = ({ script, timeline }: PlayedStory): string =>
  [`\n${script.title} (contract ${script.contract})`, '─'.repeat(78), ...timeline.map(entryText)].join('\n')

const otherWay = ({ title, contract }: JourneyScript, where: string): Refusal =>
  new Refusal(
    `'${title}' loopt met deze teksten anders dan het verhaal is geschreven${where}: kijk of de maildomeinen in config/installation.yaml en de termijnen in contracts/${contract}.yaml zo bedoeld zijn, en speel zelf een traject met 'opkomst play'.`,
  )

async function storyIn(universe: Universe, script: JourneyScript): Promise<PlayedStory> {
  try {
    const id = await playScript(universe, script)
    if (id) return { script, timeline: await timelineOf(universe, script, id) }
  } catch (error) {
    throw error instanceof StepDoesNotFit
      ? otherWay(script, ` (bij ${momentInWords(scriptMoment(error.at), zone)})`)
      : error
  }
  throw otherWay(script, ', want er kwam geen traject')
}

async function playOne(name: string, databaseUrl: string, texts: TextFiles): Promise<PlayedStory> {
  const script = await readJourneyScript(path.join(projectRoot, 'test', 'journeys', `${name}.yaml`))
  const universe = await createUniverse({ databaseUrl, start: scriptMoment(script.referral.at), texts })
  try {
    return await storyIn(universe, script)
  } finally {
    await universe.close()
  }
}

/** Plays the stories on a throw-away database; the clock of each is virtual. Each is told as soon as it ends. */
async function playDemo(texts: TextPaths, tell: (story: PlayedStory) => unknown): Promise<void> {
  const server = await startThrowAwayServer(readEnvironment()['DATABASE_URL'])
  try {
    const files = await readTextFiles(texts)
    for (const name of demoJourneys) tell(await playOne(name, await server.database(), files))
  } finally {
    await server.stop()
  }
}

/** `opkomst demo`: a time-lapse of three journeys, with the clause or house rule that every step satisfies. */
export async function runDemo(write: (line: string) => void, { json, texts }: DemoOptions): Promise<void> {
  if (json) {
    const stories: unknown[] = []
    await playDemo(texts, ({ script, timeline }) =>
      stories.push({ title: script.title, contract: script.contract, timeline }),
    )
    return write(JSON.stringify({ stories }))
  }
  const started = performance.now()
  write(throwAwayWords)
  await playDemo(texts, (story) => write(storyText(story)))
  write(
    `\nDrie trajecten gespeeld in ${((performance.now() - started) / 1000).toFixed(1)} s, met een virtuele klok; alle mensen zijn verzonnen.`,
  )
}
