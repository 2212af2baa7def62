import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { messagePurposes } from '#src/domain/journey/message-purpose.ts'
import { messageKinds } from '#src/domain/values/message-kind.ts'
import { taskKinds } from '#src/domain/journey/task.ts'

/** A moment of the story, local time: '2026-11-02 09:15'. */
const Moment = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, 'a moment is written as "2026-11-02 09:15"')

const Form = z.record(z.string(), z.string())

const Step = z
  .strictObject({
    at: Moment,
    /** What the participant writes; a list is written within the same second. */
    writes: z.union([z.string(), z.array(z.string())]).optional(),
    /** What the participant sends that is no text. */
    sends: z.enum(messageKinds).optional(),
    /** Who writes, when it is not the participant of this story: a name under `others`, or a number that nobody knows. */
    as: z.string().optional(),
    /** What a coach marks for the last appointment that has begun. */
    marks: z.enum(['came', 'did_not_come']).optional(),
    staff: z
      .enum([
        'see_proof',
        'judge_valid',
        'judge_not_valid',
        'log_contact',
        'pause',
        'resume',
        'withdraw_referral',
        'end',
      ])
      .optional(),
    /** A person closes the first open task of this kind. */
    ticks: z.enum(taskKinds).optional(),
    /** A person accepts the mail that waits. */
    accepts: z.literal(true).optional(),
    /** A person plans the intake in the free slot that begins then. */
    plans: Moment.optional(),
    /** How the phone treats messages from now on. */
    phone: z.enum(['delivers', 'fails', 'silent', 'refuses']).optional(),
    /** How the mail server treats mails from now on. */
    post: z.enum(['sends', 'refuses']).optional(),
    /** The same mail comes in once more. */
    mail_again: z.literal(true).optional(),
    /** The consulent mails again, in answer to their own referral unless the text says it stands alone. */
    consulent_mails: z
      .strictObject({
        subject: z.string(),
        text: z.string(),
        answers: z.enum(['referral', 'notice', 'nothing']).default('referral'),
        signed: z.boolean().default(true),
      })
      .optional(),
    /** A mail server says of the last mail to the consulent that it did not arrive, or not yet. */
    bounces: z.enum(['failed', 'delayed']).optional(),
    /** The same consulent refers again, with these lines changed. */
    refers: Form.optional(),
  })
  .refine((step) => Object.keys(step).length >= 2, 'a step does something')

const Expected = z.strictObject({
  at: Moment,
  says: z.array(z.string()).default([]),
  /** Words that would not be so, or are none of the reader's business. */
  never_says: z.array(z.string()).default([]),
})

/** One journey as data: mails, replies and marks at moments of a virtual clock, and what must come of them. */
export const JourneyScript = z.strictObject({
  title: z.string().min(5),
  contract: z.string(),
  referral: z.strictObject({
    at: Moment,
    from: z.email(),
    to: z.email(),
    signed: z.boolean().default(true),
    form: Form,
  }),
  /** Other participants under the same contract, referred by the same consulent: who they are and when. */
  others: z.record(z.string(), z.strictObject({ at: Moment, form: Form })).default({}),
  steps: z.array(Step).default([]),
  until: Moment,
  expect: z.strictObject({
    ledger: z.enum(['journey', 'waiting']).default('journey'),
    messages: z.array(Expected.extend({ purpose: z.enum([...messagePurposes, 'answer']) })).default([]),
    /** Mails to the consulent. */
    notices: z
      .array(Expected.extend({ purpose: z.enum(['no_show', 'attendance_unknown', 'absence', 'correction']) }))
      .default([]),
    /** Mails to our own people; left out when the story is not about them. */
    staff_mails: z
      .array(z.strictObject({ at: Moment, to: z.enum(['coach', 'coordinator', 'on_duty']), purpose: z.string() }))
      .optional(),
    /** When receipts went to the consulent; left out when the story is not about them. */
    receipts: z.array(Moment).optional(),
    /** Kinds of tasks that were opened, in order. */
    tasks: z.array(z.enum(taskKinds)).default([]),
    /** Those of them that are open at the end. */
    open_tasks: z.array(z.enum(taskKinds)).default([]),
    /** Events that people would ask about, in order; the others of the journal may stand between them. */
    journal: z.array(z.string()).default([]),
    /** Terms at the end, by name: met in time, or not. */
    terms: z.record(z.string(), z.enum(['met', 'open'])).default({}),
  }),
})
export type JourneyScript = z.infer<typeof JourneyScript>

/** Reads one script; throws with the file and what is wrong in it. */
export async function readJourneyScript(file: string): Promise<JourneyScript> {
  const parsed = JourneyScript.safeParse(parse(await readFile(file, 'utf8')))
  if (parsed.success) return parsed.data
  throw new Error(
    `${file}: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
  )
}
