import type { Flow } from './flow.ts'

/**
 * A flow with the hash of the text it was read from, so that a session can stay in the version it started in. That text names the version
 * of each flow that it calls, and a version never has two texts, so that one hash pins them all.
 */
export interface LoadedFlow {
  readonly flow: Flow
  readonly hash: string
}
