import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, fold } from '#src/domain/journey/decide.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import { explainDue } from '#src/domain/journey/explain-due.ts'
import { explainTimer } from '#src/domain/journey/explain-timer.ts'
import { isOpen } from '#src/domain/journey/task.ts'
import { nextSending } from '#src/domain/journey/moments.ts'
import type { Rules } from '#src/domain/journey/rules.ts'
import { splitTimerKey, wantedTimers, type Timer } from '#src/domain/journey/timers.ts'
import { wanted } from '#src/domain/journey/wanted.ts'
import { system } from '#src/domain/actor.ts'
import { fromJson, toJson } from '#src/domain/values/instant-json.ts'
import type { Temporal } from 'temporal-polyfill'
import { anyJourney, firing } from './any-journey.ts'
import { live, type Step } from './live.ts'
import { contractIds, withPhotos } from './rules.ts'
import { toldTwice } from './told.ts'
import { unwatchedTerms } from './watched.ts'

const numRuns = Number(process.env['OPKOMST_PROPERTY_RUNS'] ?? 60)

/** Holds after every command of any journey under any of the five contracts. */
const expectAlways = (look: (step: Step) => void): void =>
  fc.assert(
    fc.property(anyJourney([...contractIds, withPhotos]), (any) => live(any, look)),
    { numRuns },
  )

const later = (a: Temporal.Instant, b: Temporal.Instant) => (a.epochMilliseconds >= b.epochMilliseconds ? a : b)

function fired(journey: Journey, timer: Timer, rules: Rules, now: Temporal.Instant): Journey {
  const decision = decide(journey, firing(timer), { rules, actor: system, now })
  if (decision.kind === 'refused') return journey
  return fold(journey, decision.events) ?? journey
}

const keys = (list: readonly { readonly key: string }[]): string[] => list.map((item) => item.key)

const duplicates = (list: readonly string[]): string[] => list.filter((key, index) => list.indexOf(key) !== index)

describe('any journey, whatever is asked of it and in whatever order', () => {
  it('never says or asks the same thing twice', () => {
    expectAlways(({ events, after }) => {
      // What did not arrive at one number is said again at the next; at one number nothing is said twice.
      let numbers = 0
      const once = events.flatMap((event) => {
        if (event.type === 'phone_changed') numbers += 1
        if (event.type === 'message_wanted')
          return [`message ${event.message.purpose} ${event.message.attendanceId} at number ${String(numbers)}`]
        return event.type === 'task_opened' ? [`task ${event.task.key}`] : []
      })
      expect(duplicates(once)).toEqual([])
      expect(duplicates(keys(after.messages))).toEqual([])
      expect(duplicates(after.attendances.map(({ id }) => id))).toEqual([])
    })
  })

  it('never tells anybody by mail what they were already told', () => {
    expectAlways(({ events, after }) => expect(toldTwice(after, events)).toEqual([]))
  })

  it('gives every mail a key of its own', () => {
    expectAlways(({ after }) => expect(duplicates(keys(after.notices))).toEqual([]))
  })

  it('wants each timer once', () => {
    expectAlways(({ after, rules }) => expect(duplicates(keys(wantedTimers(after, rules)))).toEqual([]))
  })

  it('can say of every moment that a person sees ahead how it was computed', () => {
    const bookkeeping: ReadonlySet<string> = new Set(['expire', 'presume', 'task_half', 'task_due'])
    expectAlways(({ after, rules }) => {
      const ahead = wantedTimers(after, rules).filter(({ key }) => !bookkeeping.has(splitTimerKey(key).kind))
      for (const { key } of ahead) expect(explainTimer(key, after, rules), key).toMatch(/\w{3}/)
      // Of no slot the task itself is the calculation.
      for (const task of after.tasks.filter((one) => isOpen(one) && one.kind !== 'no_slot'))
        expect(explainDue(task, after, rules), `${task.key} ${task.dueAt.toString()}`).toMatch(/\w{3}/)
    })
  })

  it('leaves no open term without something that watches it', () => {
    expectAlways(({ after, rules }) => expect(unwatchedTerms(after, rules)).toEqual([]))
  })

  it('does not want a timer any more that has fired, at its moment or late', () => {
    expectAlways(({ after, rules, now }) => {
      for (const timer of wantedTimers(after, rules)) {
        const next = fired(after, timer, rules, later(timer.at, now))
        expect(keys(wantedTimers(next, rules))).not.toContain(timer.key)
      }
    })
  })

  it('comes to rest when everything that is due has fired', () => {
    expectAlways(({ after, rules, now }) => {
      let journey = after
      for (let n = 0; n < 60; n++) {
        const due = wantedTimers(journey, rules).find((timer) => timer.at.epochMilliseconds <= now.epochMilliseconds)
        if (!due) return
        journey = fired(journey, due, rules, now)
      }
      expect.fail(`still due: ${keys(wantedTimers(journey, rules)).join(', ')}`)
    })
  })

  it('does nothing when a timer fires that is not wanted at that moment', () => {
    expectAlways(({ after, rules, now }) => {
      for (const { key, at } of wantedTimers(after, rules)) {
        const stale = { key, at: at.add({ minutes: 1 }) }
        const decision = decide(after, firing(stale), { rules, actor: system, now: later(stale.at, now) })
        expect(decision.kind === 'accepted' ? decision.events : []).toEqual([])
      }
    })
  })

  it('wants nothing after its end but the tasks that only a person closes, and what the consulent must still hear', () => {
    const byHand = [
      'crisis',
      'answer_person',
      'answer_question',
      'answer_lost',
      'wrong_number',
      'late_reply',
      'notice_failed',
      'tell_cancelled',
      'consulent_wrote',
      'consulent_corrects',
      'possible_reaction',
      'complaint',
    ]
    const ofOneThatHadBegun = ['mark_attendance', 'mark_attendance_now', 'term_in_danger']
    const owed = ['ask_coach', 'ask_coordinator', 'attendance_unknown', 'no_show_notice', 'correction', 'term']
    expectAlways(({ after, rules, now }) => {
      if (after.status !== 'ended') return
      const { messages, timers, tasks } = wanted(after, rules)
      expect(messages).toEqual([])
      const others = timers.filter(({ key }) => !key.startsWith('task_'))
      expect(others.filter(({ key }) => !owed.includes(key.slice(0, key.indexOf('.'))))).toEqual([])
      const begun = after.attendances.filter(({ startsAt }) => startsAt.epochMilliseconds <= now.epochMilliseconds)
      // That it was cancelled is told to the consulent also when it had not begun.
      const ofBegun = others.filter(({ key }) => !key.startsWith('term.absence_notice.'))
      expect(ofBegun.filter(({ key }) => !begun.some(({ id }) => key.includes(id)))).toEqual([])
      expect(tasks.filter(({ kind }) => ![...byHand, ...ofOneThatHadBegun].includes(kind))).toEqual([])
    })
  })

  it('starts to talk only in sending hours', () => {
    expectAlways(({ after, rules }) => {
      for (const { key, wantedAt } of after.messages)
        expect(nextSending(wantedAt, rules).toString(), key).toBe(wantedAt.toString())
    })
  })

  it('never wants a message of which the time has passed', () => {
    expectAlways(({ decision }) => {
      if (decision.kind === 'refused') return
      const failed = decision.events.flatMap((event) => (event.type === 'message_failed' ? [event.key] : []))
      for (const event of decision.events) {
        if (event.type !== 'message_wanted' || failed.includes(event.message.key)) continue
        const { wantedAt, expiresAt } = event.message
        expect(wantedAt.epochMilliseconds).toBeLessThan(expiresAt.epochMilliseconds)
      }
    })
  })

  it('says nothing of its own accord while it is paused', () => {
    expectAlways(({ before, decision }) => {
      if (before?.status !== 'paused' || decision.kind === 'refused') return
      expect(decision.events.filter((event) => event.type === 'message_wanted')).toEqual([])
    })
  })

  it('says nothing to somebody who cannot be reached or does not want it', () => {
    expectAlways(({ after, rules }) => {
      if (after.reach !== 'phone') expect(wanted(after, rules).messages).toEqual([])
    })
  })

  it('tells the same story in its events as in its state, and loses nothing as JSON', () => {
    expectAlways(({ events, after }) => {
      const read = fromJson<typeof events>(toJson(events))
      expect(toJson(read)).toBe(toJson(events))
      expect(toJson(fold(undefined, read))).toBe(toJson(after))
      expect(fromJson<Journey>(toJson(after))).toEqual(after)
    })
  })
})
