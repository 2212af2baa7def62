import { projectRoot } from '../config/env.ts'

/** What of an error goes into the log. */
export interface ErrorFacts {
  /** Its class. Not 'name': what stands under that name is a person's, and is redacted. */
  readonly type: string
  readonly code?: string
  readonly message?: string
  readonly at: readonly string[]
  readonly cause?: ErrorFacts
}

const mostFrames = 6

/**
 * An error as it may be logged. Messages of libraries and of PostgreSQL quote what they were given, which is somebody's data: only those of
 * the system (they hold an address or a path) and our own fixed sentences are kept. Where it happened always is.
 */
export function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { type: typeof error, at: [] }
  const frames = framesOf(error)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return {
    type: error.name,
    ...(code !== undefined && { code }),
    ...(isSafe(error, frames) && { message: error.message }),
    at: frames.slice(0, mostFrames),
    ...(error.cause !== undefined && { cause: errorFacts(error.cause) }),
  }
}

/** Without the machine: paths are relative to the project. */
const framesOf = ({ stack = '' }: Error): string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim().replace(/^at /, '').replace('file://', '').replace(`${projectRoot}/`, ''))

/** One that wraps another may quote it. */
const isSafe = (error: Error, frames: readonly string[]): boolean =>
  'syscall' in error || (error.cause === undefined && error.name === 'Error' && /(^|\()src\//.test(frames[0] ?? ''))
