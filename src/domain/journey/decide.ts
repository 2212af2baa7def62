import type { Temporal } from 'temporal-polyfill'
import type { Actor } from '../actor.ts'
import type { Command } from './command.ts'
import { accepted, nothing, refused, type Decision, type Situation } from './decision.ts'
import type { JourneyEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { fireTimer } from './fire-timer.ts'
import type { Journey, MessageFailure, Notice } from './journey.ts'
import { failMessage } from './messages.ts'
import { workdaysAfter } from './moments.ts'
import { openTask } from './open-task.ts'
import { changePhone } from './change-phone.ts'
import { changeStatus } from './change-status.ts'
import { optIn, optOut } from './reach.ts'
import { takeConversation } from './held.ts'
import { hearConsulent } from './consulent.ts'
import { reportDutchSent } from './dutch-sent.ts'
import { hearAnother, hearSharedNumber, recogniseWriter, shareNumber } from './shared-number.ts'
import { askPerson, confirm, hearParticipant, pickSlot, raiseCrisis, reportAbsence } from './replies.ts'
import { receiveProof } from './proof-photo.ts'
import type { Rules } from './rules.ts'
import { settle } from './settle.ts'
import { closeTask, decideAbsence, logContact, markAttendance, planIntake, reportNoSlot, seeProof } from './staff.ts'

type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>

function recordEvidence({ journey }: Situation, command: CommandOf<'record_evidence'>): Decision {
  const message = journey.messages.find((candidate) => candidate.key === command.key)
  if (!message) return refused('unknown')
  if (command.evidence === 'sent' ? message.sentAt : message.evidence) return nothing
  // It arrived, but on somebody else's phone.
  if (message.failure?.why === 'no_phone' && command.evidence !== 'told_by_staff') return nothing
  return accepted({ type: 'message_evidenced', key: command.key, evidence: command.evidence, evidencedAt: command.at })
}

/** A failure that comes in after evidence, or twice, changes nothing: carriers repeat themselves and come out of order. */
function recordFailure(situation: Situation, key: string, why: MessageFailure): Decision {
  const message = situation.journey.messages.find((candidate) => candidate.key === key)
  if (!message) return refused('unknown')
  if (message.evidence || message.failure) return nothing
  return accepted(...failMessage(situation, message, why))
}

/** A mail to one of our own that does not leave goes to the next who can act: a crisis may not end in a mailbox that is full. */
const passOn = (notice: Notice, now: Temporal.Instant): JourneyEvent => ({
  type: 'notice_wanted',
  notice: {
    key: `${notice.key}.coordinator`,
    purpose: notice.purpose,
    to: 'coordinator',
    wantedAt: now,
    ...(notice.taskKey ? { taskKey: notice.taskKey } : {}),
    ...(notice.attendanceId ? { attendanceId: notice.attendanceId } : {}),
  },
})

const undelivered = {
  failed: 'Een mail aan de consulent kwam niet weg. Bel of mail de consulent zelf.',
  bounced: 'Een mail aan de consulent kwam terug: hij is niet aangekomen. Bel de consulent, of zoek het juiste adres.',
} as const

function recordNotice(situation: Situation, { key, outcome, at }: CommandOf<'record_notice'>): Decision {
  const { journey, now, rules } = situation
  const notice = journey.notices.find((candidate) => candidate.key === key)
  if (!notice) return refused('unknown')
  // A mail server that gave a mail back may say so again, or say of an earlier try that it takes long.
  if (notice.failedAt || (notice.sentAt && outcome !== 'bounced')) return nothing
  if (outcome === 'sent') return accepted({ type: 'notice_sent', key, settledAt: at })
  const failed: JourneyEvent = { type: 'notice_failed', key, settledAt: at }
  if (notice.to === 'coordinator') return accepted(failed)
  if (notice.to !== 'consulent') return accepted(failed, passOn(notice, now))
  return accepted(
    failed,
    ...openTask(journey, {
      kind: 'notice_failed',
      about: key,
      why: undelivered[outcome],
      now,
      dueAt: workdaysAfter(now, 1, rules),
    }),
  )
}

/**
 * What may still be said of a journey that has ended: nothing is planned or sent, but what a person writes is not lost, and who came to an
 * appointment before the end can still be filled in: the consulent is owed it.
 */
const worksAfterEnd: ReadonlySet<Command['type']> = new Set([
  'fire_timer',
  'ask_person',
  'raise_crisis',
  'opt_out',
  'opt_in',
  'hear_participant',
  'hear_shared_number',
  'hear_another',
  'recognise_writer',
  'hear_consulent',
  'record_evidence',
  'record_notice',
  'mark_attendance',
  'log_contact',
  'close_task',
])

function judge(situation: Situation, command: Command): Decision {
  switch (command.type) {
    case 'accept_referral':
      return refused('already')
    case 'plan_intake':
      return planIntake(situation, command)
    case 'report_no_slot':
      return reportNoSlot(situation, command.how, command.dueAt)
    case 'fire_timer':
      return fireTimer(situation, command.key, command.at)
    case 'confirm':
      return confirm(situation)
    case 'report_absence':
      return reportAbsence(situation, command.reason)
    case 'pick_slot':
      return pickSlot(situation, command)
    case 'ask_person':
      return askPerson(situation, command.about, command.occurrence)
    case 'hear_consulent':
      return hearConsulent(situation, command)
    case 'take_conversation':
      return takeConversation(situation)
    case 'raise_crisis':
      return raiseCrisis(situation, command.occurrence, command.speech)
    case 'opt_out':
      return optOut(situation, command.sharedNumber)
    case 'opt_in':
      return optIn(situation)
    case 'hear_participant':
      return hearParticipant(situation)
    case 'hear_shared_number':
      return hearSharedNumber(situation, command.occurrence)
    case 'hear_another':
      return hearAnother(situation, command.occurrence)
    case 'recognise_writer':
      return recogniseWriter(situation, command.key)
    case 'share_number':
      return shareNumber(situation)
    case 'change_phone':
      return changePhone(situation, command)
    case 'report_dutch_sent':
      return reportDutchSent(situation, command.language)
    case 'record_evidence':
      return recordEvidence(situation, command)
    case 'record_failure':
      return recordFailure(situation, command.key, command.why)
    case 'record_notice':
      return recordNotice(situation, command)
    case 'mark_attendance':
      return markAttendance(situation, command.attendanceId, command.came)
    case 'receive_proof':
      return receiveProof(situation, command.messageId)
    case 'see_proof':
      return seeProof(situation, command.attendanceId)
    case 'judge_absence':
      return decideAbsence(situation, command.attendanceId, command.valid)
    case 'log_contact':
      return logContact(situation, command.attendanceId)
    case 'close_task':
      return closeTask(situation, command.key)
    case 'pause':
    case 'resume':
    case 'end':
    case 'withdraw_referral':
      return changeStatus(situation, command.type)
  }
}

function begin(command: Command): Decision {
  if (command.type !== 'accept_referral') return refused('unknown')
  const { type: _, ...referral } = command
  return accepted({ type: 'referral_accepted', ...referral })
}

export const fold = (journey: Journey | undefined, events: readonly JourneyEvent[]): Journey | undefined =>
  events.reduce<Journey | undefined>(evolve, journey)

/** What follows of itself may have consequences of its own; it ends because each step closes, cancels or tells something once. */
function withConsequences(
  journey: Journey | undefined,
  events: readonly JourneyEvent[],
  rules: Rules,
  now: Temporal.Instant,
): readonly JourneyEvent[] {
  const state = fold(journey, events)
  const more = state ? settle(state, rules, now) : []
  return more.length === 0 ? events : withConsequences(journey, [...events, ...more], rules, now)
}

/**
 * What happens to a journey when this is asked of it now: events, or a refusal with why. Pure: state, command, rules, actor and clock
 * in; nothing is read or written. `journey` is absent only for accept_referral.
 */
export function decide(
  journey: Journey | undefined,
  command: Command,
  context: { readonly rules: Rules; readonly actor: Actor; readonly now: Temporal.Instant },
): Decision {
  const { rules, actor, now } = context
  if (journey?.status === 'ended' && !worksAfterEnd.has(command.type)) return refused('not_open')
  const decision = journey ? judge({ journey, rules, actor, now }, command) : begin(command)
  if (decision.kind === 'refused') return decision
  return { kind: 'accepted', events: withConsequences(journey, decision.events, rules, now) }
}
