import { randomBytes } from 'node:crypto'

/** A change of a journey takes some ten nonces and ids: asking the system for each of them costs more than what they are for. */
const askedAtOnce = 4096

let fresh = Buffer.alloc(0)

/** Unpredictable bytes, each handed out once; for nonces and ids. The answer is the caller's own. */
export function nextRandomBytes(size: number): Buffer {
  if (size > askedAtOnce) return randomBytes(size)
  if (fresh.length < size) fresh = randomBytes(askedAtOnce)
  const taken = fresh.subarray(0, size)
  fresh = fresh.subarray(size)
  return taken
}
