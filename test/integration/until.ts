import { setTimeout as sleep } from 'node:timers/promises'

const lookEveryMs = 40

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
  while (performance.now() < deadline) {
    try {
      const answer = await look()
      if (answer !== undefined && answer !== false) return answer
      last = undefined
    } catch (error) {
      last = error
    }
    await sleep(lookEveryMs)
  }
  throw new Error(`waited in vain until ${what}`, { cause: last })
}
