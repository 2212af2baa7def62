import { main } from '#src/app/commands/main.ts'

export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** The command line in this process: its exit code, and what it wrote. */
export async function runMain(...args: readonly string[]): Promise<Said> {
  const said = { out: '', err: '' }
  const code = await main(args, {
    line: (text) => (said.out += `${text}\n`),
    json: (value) => (said.out += JSON.stringify(value)),
    problem: (text) => (said.err += `${text}\n`),
    progress: () => {},
  })
  return { code, ...said }
}
