import type { OnError } from './queue-backend.ts'

/**
 * Passes an error on, and stays silent about the same words for a while: a lost connection reports itself at every attempt
 * of every worker. Silent for good after `ended`: connections that we closed ourselves still say goodbye.
 */
export function reportOnce(onError: OnError, silentMs: number, ended: AbortSignal): OnError {
  const reportedAt = new Map<string, number>()
  return (error) => {
    if (ended.aborted) return
    const now = performance.now()
    const before = reportedAt.get(error.message)
    if (before !== undefined && now - before < silentMs) return
    // Words that differ each time must not pile up.
    if (reportedAt.size >= 100) reportedAt.clear()
    reportedAt.set(error.message, now)
    onError(error)
  }
}
