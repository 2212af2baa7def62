import { setTimeout as sleep } from 'node:timers/promises'

/** A look logs in to a mailbox, asks a database or starts a command: soon at first, and less often the longer it takes. */
const firstPauseMs = 40
const longestPauseMs = 400

/**
 * Looks again and again until there is an answer, and gives up with what was waited for: nothing here is decided by how fast a machine is.
 * A look that fails counts as no answer, since the server that is asked may be the one that is away.
 */
export async function until<Answer>(
  what: string,
  look: () => Promise<Answer | undefined | false> | Answer | undefined | false,
  withinMs = 60_000,
): Promise<Answer> {
  const deadline = performance.now() + withinMs
  let last: unknown
  for (let pause = firstPauseMs; performance.now() < deadline; pause = Math.min(pause * 1.3, longestPauseMs)) {
    try {
      const answer = await look()
      if (answer !== undefined && answer !== false) return answer
      last = undefined
    } catch (error) {
      last = error
    }
    await sleep(pause)
  }
  throw new Error(`waited in vain: ${what}`, { cause: last })
}
