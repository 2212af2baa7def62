/** Where a command writes: results on stdout, one line each; what goes wrong on stderr. */
export interface Output {
  line(text: string): void
  /** For a program that reads: one JSON value on a line of its own. */
  json(value: unknown): void
  problem(text: string): void
  /** Said only when a person watches, and only when something takes longer than a second. */
  progress(text: string): void
}

// Whoever read along may leave (`| head`, a terminal that closes): that is no reason to stop working.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

export const terminalOutput: Output = {
  line: (text) => void process.stdout.write(`${text}\n`),
  json: (value) => void process.stdout.write(`${JSON.stringify(value)}\n`),
  problem: (text) => void process.stderr.write(`${text}\n`),
  progress: (text) => {
    if (process.stderr.isTTY) process.stderr.write(`… ${text}\n`)
  },
}
