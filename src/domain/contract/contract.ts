import { z } from 'zod'
import { absenceReasons } from './absence-reason.ts'

/**
 * The shape of one `contracts/<id>.yaml`. What a municipality's programme of requirements says is data; a rule that the programme
 * does not give is absent, not zero, and every rule names where it comes from: a clause of the contract, or our own house.
 */

const Basis = z
  .union([z.strictObject({ clause: z.string().min(1) }), z.strictObject({ house: z.string().min(10) })])
  .describe(
    'Where the rule comes from: `clause: "9"` for an eis of the contract, `house: why` for a choice of our own.',
  )

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day is written as "09:00"')
const DateOfYear = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written as "2026-05-15"')
const Count = z.int().min(1).max(366)

export const TermLength = z
  .union([
    z.strictObject({ workdays: Count }),
    z.strictObject({ days: Count }),
    z.strictObject({ weeks: Count }),
    z.strictObject({ months: Count }),
    z.strictObject({ hours: Count }),
  ])
  .describe('How long: exactly one of workdays, days, weeks, months or hours.')

const Hours = z.strictObject({ from: TimeOfDay, to: TimeOfDay, basis: Basis })

const WithinRule = z.strictObject({ within: TermLength, basis: Basis })
const LeadRule = z.strictObject({ at_least: TermLength, basis: Basis })

const AbsenceReasonRule = z.strictObject({
  proof: z.boolean().describe('The participant brings proof: it is seen, not sent.'),
  at_most: TermLength.optional().describe('How long such an absence may last, for example a holiday of 4 weeks.'),
  needs_consent: z.boolean().optional().describe('Only valid with the consent of the consulent: a person asks.'),
  basis: Basis,
})

const Calendar = z.strictObject({
  bridge_days: z.array(DateOfYear).default([]),
  closing_days: z.array(DateOfYear).default([]),
  settled_days: z.record(DateOfYear, z.enum(['workday', 'free'])).default({}),
})

/** Labels of the referral form per field, as this municipality writes them; upper and lower case do not matter. */
const Labels = z.array(z.string().min(2)).min(1)
export const formFields = [
  'name',
  'phone',
  'email',
  'client_number',
  'birth_date',
  'language',
  'interpreter',
  'product',
  'risk',
  'consulent_name',
  'consulent_email',
  'remarks',
] as const
export type FormField = (typeof formFields)[number]

export const Contract = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    version: z.int().min(1),
    title: z.string().min(3),
    client: z.string().min(3).describe('The municipality or organisation that gives the contract, as people say it.'),
    words: z.strictObject({
      participant: z.string().min(3).describe('What this client calls a participant: deelnemer, klant, cliënt ...'),
      consulent: z.string().min(3).describe('What this client calls its case worker.'),
    }),
    office_hours: Hours,
    sending_hours: Hours.describe('When the bot may start a conversation. Answers may always go.'),
    terms: z.strictObject({
      invite_by: WithinRule.optional().describe('The participant is invited within this time of the referral.'),
      intake_by: WithinRule.describe('The intake is held within this time of the referral.'),
      invitation_lead: LeadRule.describe('The invitation is evidenced at least so long before the appointment.'),
      reminder_lead: LeadRule.describe('The reminder is evidenced at least so long before the appointment.'),
      no_show_notice: WithinRule.describe(
        'The consulent is told within this time of the start of the missed appointment.',
      ),
      absence_notice: WithinRule.extend({ for: z.enum(['everyone', 'raised_risk']) })
        .optional()
        .describe('Cancelled and moved appointments are told to the consulent too.'),
      reaction_window: WithinRule.optional().describe(
        'How long the participant has to react to the follow-up after a no-show.',
      ),
      question_answer: WithinRule.describe('A question of a participant is really answered within this time.'),
    }),
    day_before_reminder: z.strictObject({ at: TimeOfDay, basis: Basis }).optional(),
    absence: z.strictObject({
      open_list: z
        .boolean()
        .describe('True: a reason that is not listed goes to a person, never refused by the software.'),
      told_to_consulent: z
        .enum(['validity', 'reason'])
        .describe('What the consulent hears about why someone did not come.'),
      basis: Basis,
      reasons: z.partialRecord(z.enum(absenceReasons), AbsenceReasonRule),
    }),
    no_show: z.strictObject({
      clock: z
        .enum(['appointment_start', 'reaction_window_end'])
        .describe('When the term of the notice starts to run; the strict reading is appointment_start.'),
      basis: Basis,
    }),
    calendar: Calendar,
    form: z.strictObject({ labels: z.partialRecord(z.enum(formFields), Labels) }),
    left_to_people: z
      .array(z.strictObject({ clause: z.string().min(1), why: z.string().min(10) }))
      .default([])
      .describe('Clauses that this version of the software leaves to people, with the reason.'),
  })
  .describe('One contract of a re-integration provider with a municipality.')

export type Contract = z.infer<typeof Contract>
export type Basis = z.infer<typeof Basis>
export type TermLength = z.infer<typeof TermLength>
export type AbsenceReasonRule = z.infer<typeof AbsenceReasonRule>

/** A clause as people cite it; a house rule is never printed as a clause. */
export const describeBasis = (basis: Basis): string =>
  'clause' in basis ? `eis ${basis.clause}` : `huisregel: ${basis.house}`
