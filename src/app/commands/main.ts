import { Command, CommanderError } from 'commander'
import { exitCodes, Refusal } from '../runtime/stop-reason.ts'
import { terminalOutput, type Output } from './output.ts'

/** Runs one command line and answers its exit code. */
export async function main(args: readonly string[], out: Output = terminalOutput): Promise<number> {
  let code: number = exitCodes.good
  const program = new Command('opkomst')
  program.command('start').action(async () => {
    const { startCommand } = await import('./run.ts')
    code = await startCommand(out)
  })
  program.command('worker').action(async () => {
    const { workerCommand } = await import('./run.ts')
    code = await workerCommand(out)
  })
  try {
    program.exitOverride()
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return exitCodes.usage
    if (error instanceof Refusal) {
      out.problem(error.message)
      return error.exitCode
    }
    out.problem(String(error instanceof Error ? error.stack : error))
    return exitCodes.wrong
  }
}
