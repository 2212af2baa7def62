import { z } from 'zod'

export const kinds = [
  'referral',
  'pointer',
  'reply',
  'correction',
  'duplicate',
  'bounce',
  'auto_reply',
  'not_referral',
  'suspicious',
  'unreadable',
] as const

const participant = z.strictObject({
  name: z.string().min(2).nullable(),
  phone_e164: z
    .string()
    .regex(/^\+\d{8,15}$/)
    .nullable(),
  client_number: z.string().min(1).nullable(),
  email: z
    .string()
    .regex(/^[^@\s]+@[^@\s]+\.example$/)
    .nullable(),
  birth_date: z.iso.date().nullable(),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .nullable(),
  interpreter: z.boolean().nullable(),
  municipality: z.string().min(2).nullable(),
  product: z.string().min(1).nullable(),
  risk: z.enum(['none', 'raised', 'problematic']).nullable(),
})

/**
 * What must be printed for one mail: the shape of `opkomst inbox read --json` without `why`. `also` holds, per dotted path
 * (`participants.0.name`, `kind`), the other values that are right too, where what is asked leaves them open.
 */
export const expectedLine = z.strictObject({
  file: z.string().regex(/^\d{3}-[a-z0-9-]+\.eml$/),
  kind: z.enum(kinds),
  participants: z.array(participant),
  consulent: z.strictObject({ name: z.string().nullable(), email: z.string().nullable() }),
  bsn_present: z.boolean(),
  needs_human: z.boolean(),
  also: z.record(z.string(), z.array(z.unknown()).min(1)).optional(),
})

/** The domains that are believed, as the settings file of the command line has them. */
export const settingsShape = z.strictObject({
  authserv_id: z.string(),
  own: z.strictObject({ addresses: z.array(z.string()).min(1), domains: z.array(z.string()).min(1) }),
  contracts: z
    .array(z.strictObject({ id: z.string(), municipality: z.string(), domains: z.array(z.string()).min(1) }))
    .min(1),
})

export type Participant = z.infer<typeof participant>
export type ExpectedLine = z.infer<typeof expectedLine>
export type Expected = Omit<ExpectedLine, 'file'>
