import type { Journey } from '#src/domain/journey/journey.ts'
import type { Rules } from '#src/domain/journey/rules.ts'
import { openTerms, type JourneyTerm } from '#src/domain/journey/terms.ts'
import { wantedTimers } from '#src/domain/journey/timers.ts'

/**
 * What keeps an eye on an open term. A term that people or the system must meet by a moment (invite_by, intake_by, no_show_notice,
 * absence_notice) has a wake-up of its own, or its warning is a task that is open. The lead of an appointment (invitation_lead,
 * reminder_lead) is also watched by the message that must be there by then: by the wake-up that sends it, the one at which its evidence is
 * missed or presumed, or the open task that came of it. The invitation watches the reminder's lead too: it may be the reminder. A task
 * that was ticked off watches nothing any more; one that was still there when the term passed did tell a person that it was missed.
 */
function watchersOf({ key, name, attendance }: JourneyTerm): { timers: string[]; tasks: string[] } {
  const own = { timers: [`term.${key}`], tasks: [`term_in_danger.${key}`] }
  if (!attendance || (name !== 'invitation_lead' && name !== 'reminder_lead')) return own
  const messages = name === 'invitation_lead' ? ['invitation'] : ['invitation', 'reminder']
  const sends = name === 'invitation_lead' ? ['invite'] : ['invite', 'remind']
  const keys = messages.map((purpose) => `${purpose}.${attendance.id}`)
  return {
    timers: [
      ...own.timers,
      ...sends.map((kind) => `${kind}.${attendance.id}`),
      ...keys.flatMap((message) => [`expire.${message}`, `presume.${message}`]),
    ],
    tasks: [...own.tasks, ...keys.flatMap((message) => [`call_participant.${message}`, `not_delivered.${message}`])],
  }
}

/** The open terms of a journey that nothing watches: there may be none. */
export function unwatchedTerms(journey: Journey, rules: Rules): string[] {
  const timers = new Set(wantedTimers(journey, rules).map((timer) => timer.key))
  return openTerms(journey, rules)
    .filter((term) => {
      const watchers = watchersOf(term)
      const tellers = journey.tasks.filter(
        ({ key, closedAt }) =>
          (watchers.tasks.includes(key) || key.startsWith(`term_in_danger.${term.key}.again`)) &&
          (!closedAt || closedAt.epochMilliseconds >= term.deadline.breach.epochMilliseconds),
      )
      return !watchers.timers.some((key) => timers.has(key)) && tellers.length === 0
    })
    .map((term) => term.key)
}
