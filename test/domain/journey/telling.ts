import type { Temporal } from 'temporal-polyfill'
import { system, type Actor } from '#src/domain/actor.ts'
import type { Attendance, Slot } from '#src/domain/journey/attendance.ts'
import type { Command } from '#src/domain/journey/command.ts'
import { decide, fold } from '#src/domain/journey/decide.ts'
import type { Decision } from '#src/domain/journey/decision.ts'
import type { JourneyEvent, JourneyEventType } from '#src/domain/journey/event.ts'
import { latestAttendance, type Journey, type Notice } from '#src/domain/journey/journey.ts'
import type { Rules } from '#src/domain/journey/rules.ts'
import { isOpen } from '#src/domain/journey/task.ts'
import { wantedTimers, type Timer } from '#src/domain/journey/timers.ts'
import { wanted } from '#src/domain/journey/wanted.ts'
import type { Id } from '#src/domain/values/id.ts'
import { fromJson, toJson } from '#src/domain/values/instant-json.ts'
import { at, local } from '../values/amsterdam.ts'

export const idOf = <Of extends 'journey' | 'participant' | 'attendance' | 'inbound'>(name: string): Id<Of> =>
  name as Id<Of> // tests read better with names

/** How the world treats what the journey sends, until it is told otherwise. */
export interface World {
  phone: 'delivers' | 'silent' | 'refuses' | 'down'
  post: 'sends' | 'down'
}

export interface Referral {
  readonly received: string
  readonly raisedRisk?: boolean
  readonly reach?: 'phone' | 'none'
}

export const coach: Actor = { kind: 'staff', id: 'coach' }

const ofParticipant: ReadonlySet<Command['type']> = new Set([
  'confirm',
  'report_absence',
  'pick_slot',
  'ask_person',
  'hear_participant',
])

/** In whose name something is mostly asked. */
const usualActor = ({ type }: Command): Actor => (ofParticipant.has(type) ? { kind: 'participant' } : coach)

/**
 * One journey as it is lived, without a database: commands, a clock that is moved, timers that fire in their order, and a carrier and a
 * mail server that answer at once. The state goes through JSON at every step, as it does between turns.
 */
export class Telling {
  readonly rules: Rules
  readonly world: World = { phone: 'delivers', post: 'sends' }
  readonly events: { readonly at: string; readonly event: JourneyEvent }[] = []
  now: Temporal.Instant
  #journey: Journey | undefined

  constructor(rules: Rules, start: string) {
    this.rules = rules
    this.now = at(start)
  }

  get journey(): Journey {
    if (!this.#journey) throw new Error('nothing was accepted yet')
    return this.#journey
  }

  /** Asks something now; what follows of it at once (messages that go, mails that leave) has happened afterwards. */
  do(command: Command, actor: Actor = usualActor(command)): Decision {
    const decision = this.#decide(command, actor)
    this.#atRest()
    return decision
  }

  #decide(command: Command, actor: Actor): Decision {
    const decision = decide(this.#journey, command, { rules: this.rules, actor, now: this.now })
    if (decision.kind === 'accepted') {
      for (const event of decision.events) this.events.push({ at: local(this.now).slice(0, 16), event })
      this.#journey = fromJson(toJson(fold(this.#journey, decision.events)))
    }
    return decision
  }

  /** Moves the clock from timer to timer, up to and including this moment. */
  until(moment: string | Temporal.Instant): this {
    const end = typeof moment === 'string' ? at(moment) : moment
    for (;;) {
      const next = this.#next()
      if (!next || next.at.epochMilliseconds > end.epochMilliseconds) break
      if (next.at.epochMilliseconds > this.now.epochMilliseconds) this.now = next.at
      this.#atRest()
    }
    this.now = end
    this.#atRest()
    return this
  }

  #next(): Timer | undefined {
    return this.timers.toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)[0]
  }

  #atRest(): void {
    for (let n = 0; n < 100; n++) {
      const due = this.#next()
      if (due && due.at.epochMilliseconds <= this.now.epochMilliseconds)
        this.#decide({ type: 'fire_timer', key: due.key, at: due.at }, system)
      else if (!this.#carry()) return
    }
    throw new Error('this moment never comes to rest')
  }

  /** One thing that leaves the system; false when nothing is left to send. */
  #carry(): boolean {
    const { messages, notices } = wanted(this.journey, this.rules)
    const [message] = messages
    if (message && this.world.phone !== 'down') {
      const { key } = message
      if (this.world.phone === 'refuses') this.#decide({ type: 'record_failure', key, why: 'undeliverable' }, system)
      else this.#decide({ type: 'record_evidence', key, evidence: 'sent', at: this.now }, system)
      if (this.world.phone === 'delivers')
        this.#decide({ type: 'record_evidence', key, evidence: 'delivered', at: this.now }, system)
      return true
    }
    const [notice] = notices
    if (!notice || this.world.post === 'down') return false
    this.#decide({ type: 'record_notice', key: notice.key, outcome: 'sent', at: this.now }, system)
    return true
  }

  get timers(): Timer[] {
    return wantedTimers(this.journey, this.rules)
  }

  /** Timers that wait, as '<key> <local moment>', in order of time. */
  get waking(): string[] {
    return this.timers
      .toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
      .map(({ key, at: moment }) => `${key} ${local(moment).slice(0, 16)}`)
  }

  get attendance(): Attendance {
    const latest = latestAttendance(this.journey)
    if (!latest) throw new Error('nothing was planned')
    return latest
  }

  get openTasks(): string[] {
    return this.journey.tasks.filter(isOpen).map((task) => task.kind)
  }

  /** Messages that left, as '<local moment> <purpose>'. */
  get said(): string[] {
    return this.journey.messages.flatMap(({ sentAt, purpose }) =>
      sentAt ? [`${local(sentAt).slice(0, 16)} ${purpose}`] : [],
    )
  }

  #mails(isFor: (notice: Notice) => boolean): string[] {
    return this.journey.notices
      .filter((notice) => notice.sentAt && isFor(notice))
      .map(({ sentAt, purpose }) => `${sentAt ? local(sentAt).slice(0, 16) : ''} ${purpose}`)
  }

  /** Mails that the consulent received. */
  get told(): string[] {
    return this.#mails(({ to }) => to === 'consulent')
  }

  /** Mails that went to one of our own. */
  toldStaff(role: Notice['to']): string[] {
    return this.#mails(({ to }) => to === role)
  }

  types(...wantedTypes: readonly JourneyEventType[]): string[] {
    return this.events.flatMap(({ at: moment, event }) =>
      wantedTypes.includes(event.type) ? [`${moment} ${event.type}`] : [],
    )
  }
}

/** An hour with a coach that begins then. */
export const slotAt = (start: string, minutes = 60): Slot => ({
  startsAt: at(start),
  endsAt: at(start).add({ minutes }),
  coachId: 'samira',
  placeId: 'centrum',
})

/** A journey that was accepted at the moment of its referral, with nothing planned yet. */
export function begun(rules: Rules, { received, raisedRisk = false, reach = 'phone' }: Referral): Telling {
  const telling = new Telling(rules, received)
  telling.do({
    type: 'accept_referral',
    journeyId: idOf('journey'),
    participantId: idOf('participant'),
    contractId: rules.contract.id,
    contractHash: 'hash',
    receivedAt: telling.now,
    raisedRisk,
    reach,
  })
  return telling
}

/** ... and an intake planned by the system at once. */
export function planned(rules: Rules, referral: Referral, start: string, id = 'first'): Telling {
  const telling = begun(rules, referral)
  telling.do({ type: 'plan_intake', slot: slotAt(start), how: 'test', by: 'system', attendanceId: idOf(id) }, system)
  return telling
}
