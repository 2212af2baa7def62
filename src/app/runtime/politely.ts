import { setTimeout as sleep } from 'node:timers/promises'

/** Waits for work to end, but no longer than this: what is stopped late is stopped with the process. */
export const politely = (ms: number, work: Promise<unknown>): Promise<void> =>
  Promise.race([work, sleep(ms, undefined, { ref: false })]).then(
    () => undefined,
    () => undefined,
  )
