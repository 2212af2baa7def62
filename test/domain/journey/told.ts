import type { JourneyEvent } from '#src/domain/journey/event.ts'
import type { Journey, Notice } from '#src/domain/journey/journey.ts'

/** What a notice tells its reader, whatever its key is: two with the same words here are the same mail twice. */
const subjectOf = ({ purpose, to, attendanceId, taskKey }: Notice): string =>
  [purpose, to, taskKey ?? attendanceId ?? 'the journey'].join(' ')

/** What the consulent believes of an attendance after it: a judgement of an afmelding is part of that. */
const beliefIn = ({ purpose, says }: Notice, judgement: string): string => {
  if (purpose === 'no_show') return 'no_show'
  if (purpose === 'attendance_unknown') return 'unknown'
  return says === 'absent' ? `absent, ${judgement}` : String(says)
}

/** Mails that were not taken back and did not fail, in the order in which they were wanted; a correction that failed is told by a person. */
function stoodBy(journey: Journey, events: readonly JourneyEvent[]): { notice: Notice; judgement: string }[] {
  const judgements = new Map<string, string>()
  return events.flatMap((event) => {
    if (event.type === 'absence_judged') judgements.set(event.attendanceId, event.valid ? 'valid' : 'not valid')
    if (event.type !== 'notice_wanted') return []
    const { key, attendanceId } = event.notice
    const notice = journey.notices.find((stored) => stored.key === key)
    if (!notice || notice.cancelledAt || (notice.failedAt && notice.purpose !== 'correction')) return []
    return [{ notice, judgement: judgements.get(attendanceId ?? '') ?? 'not judged' }]
  })
}

/** Mails that say nothing new: the same to the same reader about the same thing, or a correction to what was last told. */
export function toldTwice(journey: Journey, events: readonly JourneyEvent[]): string[] {
  const subjects = new Set<string>()
  const beliefs = new Map<string, string>()
  return stoodBy(journey, events).flatMap(({ notice, judgement }) => {
    const twice: string[] = []
    const subject = subjectOf(notice)
    if (notice.purpose !== 'correction' && subjects.has(subject)) twice.push(subject)
    subjects.add(subject)
    if (notice.taskKey !== undefined || notice.attendanceId === undefined) return twice
    const belief = beliefIn(notice, judgement)
    if (beliefs.get(notice.attendanceId) === belief) twice.push(`${subject}: ${belief}`)
    beliefs.set(notice.attendanceId, belief)
    return twice
  })
}
