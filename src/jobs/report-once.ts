import type { OnError } from './queue-backend.ts'

/**
 * Passes an error on, and stays silent about the same words for a while: a lost connection reports itself at every attempt
 * of every worker.
 */
export function reportOnce(onError: OnError, silentMs: number): OnError {
  const reportedAt = new Map<string, number>()
  return (error) => {
    const now = performance.now()
    const before = reportedAt.get(error.message)
    if (before !== undefined && now - before < silentMs) return
    // Words that differ each time must not pile up.
    if (reportedAt.size >= 100) reportedAt.clear()
    reportedAt.set(error.message, now)
    onError(error)
  }
}
