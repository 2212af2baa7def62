import type { Flow } from './flow.ts'

/** A flow with the hash of the text it was read from, so that a session can stay in the version it started in. */
export interface LoadedFlow {
  readonly flow: Flow
  readonly hash: string
}
