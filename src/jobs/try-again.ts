import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Does something, and does it again after each of these pauses (milliseconds) as long as it fails; what it throws the last time is
 * thrown. Nothing waits for the pauses when the program ends.
 */
export async function tryAgain<T>(
  work: () => Promise<T>,
  pausesMs: readonly number[],
  onError: (error: unknown) => void,
): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await work()
    } catch (error) {
      onError(error)
      await sleep(pauseMs, undefined, { ref: false })
    }
  }
  return work()
}
