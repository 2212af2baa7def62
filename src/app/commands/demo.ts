import { fileURLToPath } from 'node:url'
import path from 'node:path'
import { momentInWords } from '#src/services/words.ts'
import { textPathsIn, type TextPaths } from '../knowledge/load-knowledge.ts'
import { readJourneyScript, type JourneyScript } from '../virtual/journey-script.ts'
import { playScript, scriptMoment } from '../virtual/play-script.ts'
import { startThrowAwayServer } from '../virtual/throw-away-server.ts'
import { timelineOf, type TimelineEntry } from '../virtual/timeline.ts'
import { createUniverse } from '../virtual/universe.ts'

/** The three stories that the demo tells; the same files are run as tests. */
const demoJourneys = ['confirms-and-comes', 'cancels-with-proof', 'never-reacts'] as const

const root = fileURLToPath(new URL('../../..', import.meta.url))
const zone = 'Europe/Amsterdam'

export interface DemoOptions {
  readonly json: boolean
  /** Other texts than the project's own, to see what a changed contract does. */
  readonly texts?: TextPaths
}

export interface PlayedDemo {
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

const storyText = ({ script, timeline }: PlayedDemo): string =>
  [`\n${script.title} (contract ${script.contract})`, '─'.repeat(78), ...timeline.map(entryText)].join('\n')

async function playOne(name: string, databaseUrl: string, texts: TextPaths): Promise<PlayedDemo> {
  const script = await readJourneyScript(path.join(root, 'test', 'journeys', `${name}.yaml`))
  const universe = await createUniverse({ databaseUrl, start: scriptMoment(script.referral.at), texts })
  try {
    const id = await playScript(universe, script)
    if (!id)
      throw new Error(`${name}: de aanmelding werd geen traject; kijk of het contract en de maildomeinen kloppen.`)
    return { script, timeline: await timelineOf(universe, script, id) }
  } finally {
    await universe.close()
  }
}

/** Plays the stories on a throw-away database; the clock of each is virtual. */
async function playDemo(texts: TextPaths = textPathsIn(root)): Promise<PlayedDemo[]> {
  const server = await startThrowAwayServer()
  try {
    const played: PlayedDemo[] = []
    for (const name of demoJourneys) played.push(await playOne(name, await server.database(), texts))
    return played
  } finally {
    await server.stop()
  }
}

/** `opkomst demo`: a time-lapse of three journeys, with the clause or house rule that every step satisfies. */
export async function runDemo(write: (line: string) => void, { json, texts }: DemoOptions): Promise<boolean> {
  const started = performance.now()
  const played = await playDemo(texts)
  if (json) {
    for (const { script, timeline } of played)
      write(JSON.stringify({ title: script.title, contract: script.contract, timeline }))
    return true
  }
  for (const story of played) write(storyText(story))
  write(
    `\nDrie trajecten gespeeld in ${((performance.now() - started) / 1000).toFixed(1)} s, met een virtuele klok; alle mensen zijn verzonnen.`,
  )
  return true
}
