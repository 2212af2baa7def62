import { describe, expect, it } from 'vitest'
import { eventInWords } from '#src/console/words/event.ts'
import { actorInWords } from '#src/console/words/people.ts'
import type { Attendance } from '#src/domain/journey/attendance.ts'
import type { JourneyEvent } from '#src/domain/journey/event.ts'
import type { Journey, Message, Notice } from '#src/domain/journey/journey.ts'
import type { Task } from '#src/domain/journey/task.ts'
import { asId } from '#src/domain/values/id.ts'
import { amsterdam } from '#test/support/universe.ts'

const at = amsterdam('2026-11-10T10:00')
const attendanceId = asId<'attendance'>('01a19b53-73a0-7902-a7eb-c90d8191cf84')
const journeyId = asId<'journey'>('01a19b53-73a0-7902-a7eb-c90d8191cf85')
const messageId = asId<'inbound'>('01a19b53-73a0-7902-a7eb-c90d8191cf87')
const participantId = asId<'participant'>('01a19b53-73a0-7902-a7eb-c90d8191cf86')

const attendance: Attendance = {
  id: attendanceId,
  kind: 'intake',
  coachId: 'samira',
  placeId: 'centrum',
  startsAt: at,
  endsAt: at.add({ hours: 1 }),
  plannedAt: at,
  chosenBy: 'system',
}
const message: Message = { key: 'reminder.1', purpose: 'reminder', attendanceId, wantedAt: at, expiresAt: at }
const task: Task = { key: 'see_proof.1', kind: 'see_proof', openedAt: at, dueAt: at, why: 'Bekijk het bewijs.' }
const notice: Notice = { key: 'no_show.1', purpose: 'no_show', to: 'consulent', attendanceId, wantedAt: at }

const journey: Journey = {
  id: journeyId,
  participantId,
  contractId: 'een',
  contractHash: 'x',
  receivedAt: at,
  raisedRisk: false,
  reach: 'phone',
  status: 'open',
  attendances: [attendance],
  messages: [message],
  notices: [notice],
  tasks: [task],
}

const context = {
  journey,
  now: at,
  zone: 'Europe/Amsterdam',
  installation: {
    provider: { name: 'W', phone: '', mail: '', coordinator_mail: '', on_duty_mail: '' },
    places: [{ id: 'centrum', name: 'Centrum', address: 'Plein 1' }],
    coaches: [{ id: 'samira', name: 'Samira Bakkali', mail: '', hours: [] }],
    contracts: [],
  },
}

const about = { attendanceId }
const absence = { reason: 'illness', reportedAt: at, verdict: 'valid', proof: 'not_needed' } as const

/** One of every event; a new kind of event does not compile before it has its words. */
const samples: { readonly [Type in JourneyEvent['type']]: JourneyEvent & { readonly type: Type } } = {
  referral_accepted: {
    type: 'referral_accepted',
    journeyId,
    participantId,
    contractId: 'een',
    contractHash: 'x',
    receivedAt: at,
    raisedRisk: false,
    reach: 'phone',
  },
  referral_withdrawn: { type: 'referral_withdrawn' },
  contract_changed: { type: 'contract_changed', contractId: 'een', contractHash: 'y' },
  appointment_planned: { type: 'appointment_planned', attendance, how: 'zo is het berekend' },
  appointment_moved: { type: 'appointment_moved', ...about, attendance },
  appointment_cancelled: { type: 'appointment_cancelled', ...about, cancelledAt: at },
  attendance_confirmed: { type: 'attendance_confirmed', ...about, confirmedAt: at },
  absence_reported: { type: 'absence_reported', ...about, absence },
  proof_requested: { type: 'proof_requested', ...about },
  proof_received: { type: 'proof_received', ...about, photo: { id: messageId, receivedAt: at } },
  proof_erased: { type: 'proof_erased', ...about, photoId: messageId, erasedAt: at },
  proof_seen: { type: 'proof_seen', ...about },
  proof_missed: { type: 'proof_missed', ...about },
  absence_judged: { type: 'absence_judged', ...about, valid: false },
  attendance_marked: { type: 'attendance_marked', ...about, came: true, markedAt: at, by: { kind: 'system' } },
  attendance_corrected: { type: 'attendance_corrected', ...about, came: false, markedAt: at, by: { kind: 'system' } },
  no_show_established: { type: 'no_show_established', ...about },
  reaction_received: { type: 'reaction_received', ...about, reactedAt: at, through: 'staff' },
  message_wanted: { type: 'message_wanted', message },
  message_evidenced: { type: 'message_evidenced', key: message.key, evidence: 'presumed', evidencedAt: at },
  message_failed: { type: 'message_failed', key: message.key, why: 'undeliverable', failedAt: at },
  notice_wanted: { type: 'notice_wanted', notice },
  notice_sent: { type: 'notice_sent', key: notice.key, settledAt: at },
  notice_failed: { type: 'notice_failed', key: notice.key, settledAt: at },
  notice_cancelled: { type: 'notice_cancelled', key: notice.key, settledAt: at },
  task_opened: { type: 'task_opened', task },
  task_closed: { type: 'task_closed', key: task.key, closedAt: at },
  phone_changed: { type: 'phone_changed', change: 'replaced', reach: 'phone' },
  reach_changed: { type: 'reach_changed', reach: 'opted_out' },
  journey_paused: { type: 'journey_paused' },
  journey_resumed: { type: 'journey_resumed' },
  journey_ended: { type: 'journey_ended' },
  data_erased: { type: 'data_erased' },
}

describe('eventInWords', () => {
  it.each(Object.values(samples).map((event) => [event.type, event] as const))('tells %s in Dutch', (type, event) => {
    const { title, detail = '' } = eventInWords(event, context)
    expect(title).toMatch(/^[A-Z]/)
    expect(`${title} ${detail}`).not.toMatch(/undefined|null|\[object|_/)
    expect(title).not.toContain(type)
  })

  it('says who, where and how an appointment was planned', () => {
    expect(eventInWords(samples.appointment_planned, context)).toEqual({
      title: 'Intake gepland op vandaag 10:00',
      detail: 'Samira Bakkali, Centrum. Zo is het berekend',
    })
  })

  it('still tells of a message that the state has forgotten', () => {
    const forgotten = { ...context, journey: { ...journey, messages: [], notices: [], tasks: [] } }
    expect(eventInWords(samples.message_failed, forgotten).title).toBe('Bericht is niet gelukt')
    expect(eventInWords(samples.notice_sent, forgotten).title).toBe('Mail verstuurd')
    expect(eventInWords(samples.task_closed, forgotten).title).toBe('Taak klaar: Taak')
  })
})

describe('actorInWords', () => {
  it.each([
    ['participant', 'deelnemer'],
    ['consulent', 'consulent'],
    ['system', 'Opkomst'],
    ['staff:console', 'medewerker'],
  ])('calls %s %s', (actor, words) => {
    expect(actorInWords(actor)).toBe(words)
  })
})
