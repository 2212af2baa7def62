import type { Temporal } from 'temporal-polyfill'
import type { JourneyTerm, TermName } from '#src/domain/journey/terms.ts'
import { momentInWords } from '#src/services/words.ts'
import { isPast } from './moment.ts'
import type { Badge } from './stage.ts'

export const termWords: Readonly<Record<TermName, string>> = {
  invite_by: 'Uitgenodigd na de aanmelding',
  intake_by: 'Intake gehouden',
  invitation_lead: 'Uitnodiging op tijd voor de afspraak',
  reminder_lead: 'Herinnering op tijd voor de afspraak',
  no_show_notice: 'Niet komen gemeld aan de consulent',
  absence_notice: 'Afmelding of verzetting gemeld',
}

/** Whether a term was met in time, was met too late, runs, or was missed. */
export function termBadge({ metAt, deadline }: JourneyTerm, now: Temporal.Instant, zone: string): Badge {
  if (metAt) {
    const late = metAt.epochMilliseconds > deadline.breach.epochMilliseconds
    return {
      tone: late ? 'bad' : 'ok',
      words: `${late ? 'te laat gehaald' : 'gehaald'}, ${momentInWords(metAt, zone)}`,
    }
  }
  return isPast(deadline.breach, now) ? { tone: 'bad', words: 'niet gehaald' } : { tone: 'calm', words: 'loopt' }
}
