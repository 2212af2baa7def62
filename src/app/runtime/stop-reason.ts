/** Exit codes of the command line: sysexits.h has 78 for configuration. */
export const exitCodes = { good: 0, wrong: 1, usage: 2, configuration: 78 } as const

/** Whether a fault says in Dutch what is wrong, as those of texts that people edit do: what the system says has a code. */
export const isInWords = (error: unknown): error is Error => error instanceof Error && !('code' in error)

/** Ends a command with a sentence or a list in Dutch that says what to do; never with a stack trace. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly exitCode: number

  constructor(message: string, exitCode: number = exitCodes.wrong) {
    super(message)
    this.exitCode = exitCode
  }
}
