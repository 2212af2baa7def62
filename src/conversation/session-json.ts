import { z } from 'zod'
import type { Session } from './session.ts'

const Option = z.strictObject({ value: z.string().min(1), label: z.string().min(1) })

const StoredSession = z.strictObject({
  flow: z.string().min(1),
  flowHash: z.string().min(1),
  node: z.string().min(1).exactOptional(),
  until: z.iso.datetime().exactOptional(),
  pending: z.strictObject({ command: z.string().min(1), node: z.string().min(1) }).exactOptional(),
  options: z.array(Option),
  asked: z.array(z.strictObject({ by: z.array(z.string().min(1)), options: z.array(Option) })).exactOptional(),
  told: z.strictObject({ attendance: z.string().min(1), by: z.array(z.string().min(1)) }).exactOptional(),
  said: z.strictObject({ text: z.string().min(1), times: z.int().min(1) }).exactOptional(),
  misses: z.int().min(0),
  holder: z.enum(['bot', 'person']),
  openingTold: z.string().min(1).exactOptional(),
  commands: z.int().min(0),
})

/** Reads a session as it was stored. Throws when it is not one: the store was written by something else. */
export function readSession(stored: unknown): Session {
  return StoredSession.parse(stored)
}
