import type { TermName } from './terms.ts'

/** What a term asks, in Dutch, for lists and timelines. */
export const termWords: Record<TermName, string> = {
  invite_by: 'uitgenodigd binnen de termijn',
  intake_by: 'intake binnen de termijn',
  invitation_lead: 'uitnodiging op tijd vooraf',
  reminder_lead: 'herinnering op tijd vooraf',
  no_show_notice: 'niet verschenen op tijd gemeld',
  absence_notice: 'afmelding of verzetting op tijd gemeld',
}
