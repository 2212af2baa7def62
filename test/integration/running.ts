import { mkdirSync } from 'node:fs'
import { readConfig } from '#src/app/config/config.ts'
import { start } from '#src/app/runtime/start.ts'
import type { Clock } from '#src/services/ports/clock.ts'
import { until } from '../support/until.ts'

/** An Opkomst that runs in this process, as its users see it: lines in a terminal, and pages. */
export interface RunningOpkomst {
  /** What the terminal showed. */
  readonly lines: readonly string[]
  page(path: string): Promise<string>
  /** Fills in a form of the console; answers where it sends the browser. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<string>
  /** Waits for a line in the terminal that holds these words, after the first `from` lines. */
  says(words: string | RegExp, from?: number): Promise<string>
  close(): Promise<void>
}

const saidBy =
  (lines: readonly string[]) =>
  (words: string | RegExp, from = 0): Promise<string> =>
    until(`the terminal says ${String(words)}`, () =>
      lines.slice(from).find((line) => (typeof words === 'string' ? line.includes(words) : words.test(line))),
    )

function settings(environment: Readonly<Record<string, string>>) {
  const reading = readConfig({ LOG_LEVEL: 'info', ...environment })
  if (!reading.ok) throw new Error(reading.problems.join('\n'))
  const { config, secrets } = reading
  mkdirSync(config.dataDir, { recursive: true })
  // Only where the log goes depends on it here: into a file, where a test can read it.
  return { config: { ...config, database: 'embedded' as const }, secrets }
}

export async function startOpkomst(
  environment: Readonly<Record<string, string>>,
  clock: Clock,
): Promise<RunningOpkomst> {
  const lines: string[] = []
  const running = await start({ ...settings(environment), clock, say: (line) => lines.push(line) })
  const says = saidBy(lines)
  const address = /http:\S+/.exec(await says('Open http'))?.[0] ?? ''
  return {
    lines,
    says,
    close: () => running.close(),
    async page(path) {
      const answer = await fetch(`${address}${path}`)
      return answer.text()
    },
    async post(path, fields) {
      const answer = await fetch(`${address}${path}`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { origin: address },
        redirect: 'manual',
      })
      if (answer.status !== 303) throw new Error(`${path} answered ${String(answer.status)}: ${await answer.text()}`)
      return answer.headers.get('location') ?? ''
    },
  }
}
