import { z } from 'zod'

/**
 * What is true of one installation: who the provider is, its coaches, places and hours, and which mail belongs to which contract. Rows
 * in the database, seeded from `config/installation.yaml`; nothing of it stands in the code.
 */
const Email = z.email()
const Id = z.string().regex(/^[a-z0-9-]+$/, 'an id has small letters, digits and dashes')
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day is written as "09:00"')

export const weekdays = ['ma', 'di', 'wo', 'do', 'vr'] as const

/** What participants ask so often that the provider wrote down an answer. */
export const answerTopics = ['bring', 'travel', 'interpreter', 'rights', 'complaints', 'privacy', 'content'] as const
export type AnswerTopic = (typeof answerTopics)[number]

/** One SMS has room for some 300 characters, with a sentence of ours behind it. */
const Answer = z
  .string()
  .trim()
  .min(10)
  .max(220)
  .regex(/^[^\n]*$/, 'an answer stands on one line')

/** In characters. What is shorter may stand in a sentence that says something. */
const shortestStanding = 20
/** Whole sentences that stand in every mail of a municipality. */
export const StandingSentences = z.array(z.string().trim().min(shortestStanding)).max(50)

export const Installation = z.strictObject({
  provider: z.strictObject({
    name: z.string().min(2),
    phone: z.string().min(8),
    mail: Email.describe('The address that mails to consulenten come from; its mailbox is read too.'),
    coordinator_mail: Email,
    on_duty_mail: Email.describe('Told at once of a crisis, at any hour.'),
  }),
  places: z.array(z.strictObject({ id: Id, name: z.string().min(2), address: z.string().min(4) })).min(1),
  coaches: z
    .array(
      z.strictObject({
        id: Id,
        name: z.string().min(2),
        mail: Email,
        hours: z
          .array(
            z.strictObject({
              day: z.enum(weekdays),
              from: Time,
              to: Time,
              minutes: z.int().min(15).max(480),
              place: Id,
            }),
          )
          .default([]),
      }),
    )
    .min(1),
  answers: z
    .partialRecord(z.enum(answerTopics), z.strictObject({ nl: Answer }).catchall(Answer))
    .optional()
    .describe('What the bot answers to the questions that participants ask most; without one a person answers.'),
  contracts: z.array(
    z.strictObject({
      id: Id,
      domains: z
        .array(z.string().min(3))
        .describe('Exact mail domains of the client; only these are trusted and mailed.'),
      addresses: z.array(Email).default([]).describe('Our own receiving addresses that belong to this contract alone.'),
      own_sentences_wait: z
        .boolean()
        .optional()
        .describe(
          'Whether each referral beside whose form a sentence of its own stands waits for a person. Absent: it does.',
        ),
      standing_sentences: StandingSentences.optional().describe(
        'Whole sentences that stand in every mail of the client, in its own words: nothing is read in them.',
      ),
    }),
  ),
})

export type Installation = z.infer<typeof Installation>
