import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'

export interface Step {
  readonly name: string
  /** A command of node_modules/.bin, or `node`, and its arguments. */
  readonly command: readonly [string, ...string[]]
}

export interface Outcome {
  readonly name: string
  readonly passed: boolean
  /** Both streams, as they came. */
  readonly output: string
  readonly seconds: number
}

export interface Run {
  readonly root: string
  /** How many steps go at a time. */
  readonly atOnce: number
  readonly onEnd: (outcome: Outcome) => void
}

/** Runs all steps, also when one fails, and gives the outcomes in the order of the steps. */
export async function runSteps(steps: readonly Step[], { root, atOnce, onEnd }: Run): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const waiting = [...steps.entries()]
  async function work(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, step] = next
      const outcome = await runStep(step, root)
      outcomes[index] = outcome
      onEnd(outcome)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return outcomes
}

function runStep({ name, command }: Step, root: string): Promise<Outcome> {
  const [program, ...args] = command
  const start = performance.now()
  const child = spawn(program, args, { cwd: root, env: environment(root), stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  return new Promise((resolve) => {
    const end = (passed: boolean): void =>
      resolve({ name, passed, output, seconds: (performance.now() - start) / 1000 })
    child.once('error', (error) => {
      output += `${error.message}\n`
      end(false)
    })
    child.once('close', (code) => end(code === 0))
  })
}

/** The project's own commands first, then the Node that runs this. */
function environment(root: string): NodeJS.ProcessEnv {
  const PATH = [join(root, 'node_modules/.bin'), dirname(process.execPath), process.env['PATH']].join(delimiter)
  return { ...process.env, PATH }
}

/** One line per step, and one with the totals. */
export function summaryOf(outcomes: readonly Outcome[]): string {
  const lines = outcomes.map(
    ({ name, passed, seconds }) => `  ${passed ? 'passed' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`,
  )
  const failed = outcomes.filter(({ passed }) => !passed).length
  return [...lines, `${outcomes.length - failed} checks passed, ${failed} failed`].join('\n')
}
