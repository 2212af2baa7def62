/**
 * Why someone cannot come, as a closed list of codes. Free text is never kept beyond its code (promise 10). Which of these are valid,
 * and which need proof, is the contract's to say; a code that a contract does not list goes to a person.
 */
export const absenceReasons = [
  'illness',
  'child_ill',
  'medical_specialist',
  'bereavement',
  'religious_holiday',
  'work',
  'exam',
  'job_interview',
  'court',
  'housing_corporation',
  'hospital_or_detention',
  'vacation',
  'forgot',
  'no_transport',
  'no_childcare',
  'no_motivation',
  'other',
] as const

export type AbsenceReason = (typeof absenceReasons)[number]

/** What is kept of an afmelding: whoever says by telephone that they do not come need not say why. No contract rules on that. */
export type ReportedReason = AbsenceReason | 'not_given'
export const reportedReasons: readonly ReportedReason[] = ['not_given', ...absenceReasons]
