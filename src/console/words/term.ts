import type { Task } from '#src/domain/journey/task.ts'
import type { JourneyTerm, TermName } from '#src/domain/journey/terms.ts'
import type { PageContext } from '../parts.ts'
import { isPast, momentNear } from './moment.ts'
import type { Badge } from './stage.ts'

export const termWords: Readonly<Record<TermName, string>> = {
  invite_by: 'Uitgenodigd na de aanmelding',
  intake_by: 'Intake gehouden',
  invitation_lead: 'Uitnodiging op tijd voor de afspraak',
  reminder_lead: 'Herinnering op tijd voor de afspraak',
  no_show_notice: 'Niet komen op tijd gemeld',
  absence_notice: 'Afmelding of verzetting gemeld',
}

/** Whether a term was met in time, was met too late, runs, or was missed. */
export function termBadge({ metAt, deadline }: JourneyTerm, context: PageContext): Badge {
  if (metAt) {
    const late = metAt.epochMilliseconds > deadline.breach.epochMilliseconds
    return {
      tone: late ? 'bad' : 'ok',
      words: `${late ? 'te laat gehaald' : 'gehaald'}, ${momentNear(metAt, context)}`,
    }
  }
  return isPast(deadline.breach, context.now)
    ? { tone: 'bad', words: 'niet gehaald' }
    : { tone: 'calm', words: 'loopt' }
}

const isTermName = (name: string): name is TermName => Object.hasOwn(termWords, name)

/** The term that a key names, in small letters; undefined when it names none. */
export function termOf(key: string): string | undefined {
  const [name = ''] = key.split('.')
  return isTermName(name) ? termWords[name].toLowerCase() : undefined
}

const danger = 'term_in_danger.'

/** The term that a task warns of; undefined for another kind of task. */
export const termOfTask = ({ key }: Task): string | undefined =>
  key.startsWith(danger) ? termOf(key.slice(danger.length)) : undefined
