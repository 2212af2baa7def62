import { Contract } from '#src/domain/contract/contract.ts'

const clause = { clause: '1' }
const house = { house: 'een keuze van onszelf' }

/** What a contract file without any finding says; tests change one thing in it. */
export const sampleContractFile = () => ({
  id: 'voorbeeld',
  version: 1,
  title: 'Voorbeeld',
  client: 'gemeente Voorbeeld',
  words: { participant: 'deelnemer', consulent: 'werkconsulent' },
  office_hours: { from: '09:00', to: '17:00', basis: house },
  sending_hours: { from: '08:00', to: '20:00', basis: house },
  terms: {
    invite_by: { within: { weeks: 1 }, basis: clause },
    intake_by: { within: { workdays: 10 }, basis: clause },
    invitation_lead: { at_least: { workdays: 5 }, basis: clause },
    reminder_lead: { at_least: { workdays: 5 }, basis: clause },
    no_show_notice: { within: { workdays: 1 }, basis: clause },
    question_answer: { within: { workdays: 2 }, basis: house },
  },
  day_before_reminder: { at: '10:00', basis: house },
  absence: {
    open_list: true,
    told_to_consulent: 'validity',
    basis: { clause: '43' },
    reasons: {
      illness: { proof: false, on_the_day: true, basis: { clause: '43' } },
      religious_holiday: { proof: false, basis: { clause: '43' } },
      exam: { proof: true, basis: { clause: '43' } },
      vacation: { proof: true, at_most: { days: 28 }, needs_consent: true, basis: { clause: '43' } },
    },
  },
  no_show: { clock: 'appointment_start', basis: house },
  calendar: {},
  form: { labels: { name: ['naam'], phone: ['telefoon'], client_number: ['klantnummer'] } },
})

/** The sample with blocks replaced, as it comes out of the schema. */
export const sampleContract = (changes: Record<string, unknown> = {}): Contract =>
  Contract.parse({ ...sampleContractFile(), ...changes })
