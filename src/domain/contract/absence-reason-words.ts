import type { AbsenceReason, ReportedReason } from './absence-reason.ts'

/** The reasons in Dutch, for staff and for the docs. Not for a consulent: they hear whether a reason is valid, not which it was. */
export const absenceReasonWords: Readonly<Record<AbsenceReason, string>> = {
  illness: 'ziek',
  child_ill: 'kind ziek',
  medical_specialist: 'afspraak bij een medisch specialist',
  bereavement: 'overlijden van een familielid of een uitvaart',
  religious_holiday: 'religieuze feestdag',
  work: 'werk, stage, leerwerkplek of vrijwilligerswerk',
  exam: 'examen',
  job_interview: 'sollicitatiegesprek',
  court: 'rechtbank',
  housing_corporation: 'afspraak bij de woningcorporatie',
  hospital_or_detention: 'in het ziekenhuis of in detentie',
  vacation: 'vakantie',
  forgot: 'vergeten',
  no_transport: 'geen vervoer',
  no_childcare: 'geen oppas',
  no_motivation: 'ziet het niet zitten',
  other: 'iets anders',
}

export const reportedReasonWords: Readonly<Record<ReportedReason, string>> = {
  not_given: 'geen reden gegeven',
  ...absenceReasonWords,
}
