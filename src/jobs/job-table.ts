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
  /** Several in one job, as written by `timerList`: a job costs the queue as much as a timer costs to fire. */
  timers: z.strictObject({ list: z.string() }),
  outgoing: z.strictObject({ outgoingId: Uuid }),
} as const

const TimerToFire = z.strictObject({ journeyId: Uuid, key: z.string().max(200), at: z.string().max(40) })
export type TimerToFire = z.infer<typeof TimerToFire>

export const timerList = (timers: readonly TimerToFire[]): string => JSON.stringify(timers)

/** @throws ZodError when it is not what `timerList` wrote. */
export const timersIn = ({ list }: JobData<'timers'>): TimerToFire[] => z.array(TimerToFire).parse(JSON.parse(list))

export type JobName = keyof typeof jobTable
export type JobData<Name extends JobName> = z.infer<(typeof jobTable)[Name]>
