import { z } from 'zod'
import { isId } from '#src/domain/values/id.ts'

const Uuid = z.string().refine(isId, 'an identifier')

/**
 * Every kind of job: its name, and what it carries. Jobs carry identifiers only, never anything about a person: queues are copied,
 * shown in dashboards and kept.
 */
export const jobTable = {
  mail: z.strictObject({ mailId: Uuid }),
  messages: z.strictObject({ journeyId: Uuid }),
  timer: z.strictObject({ journeyId: Uuid, key: z.string().max(200), at: z.string().max(40) }),
  outgoing: z.strictObject({ outgoingId: Uuid }),
} as const

export type JobName = keyof typeof jobTable
export type JobData<Name extends JobName> = z.infer<(typeof jobTable)[Name]>
