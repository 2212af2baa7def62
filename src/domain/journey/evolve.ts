import type { Absence, Attendance } from './attendance.ts'
import type { JourneyEvent } from './event.ts'
import type { Journey, Message, Notice } from './journey.ts'

type EventOf<T extends JourneyEvent['type']> = Extract<JourneyEvent, { type: T }>

const begin = (event: EventOf<'referral_accepted'>): Journey => ({
  id: event.journeyId,
  participantId: event.participantId,
  contractId: event.contractId,
  contractHash: event.contractHash,
  receivedAt: event.receivedAt,
  raisedRisk: event.raisedRisk,
  reach: event.reach,
  status: 'open',
  attendances: [],
  messages: [],
  notices: [],
  tasks: [],
})

const withAttendance = (journey: Journey, id: string, change: (old: Attendance) => Attendance): Journey => ({
  ...journey,
  attendances: journey.attendances.map((attendance) => (attendance.id === id ? change(attendance) : attendance)),
})

const withMessage = (journey: Journey, key: string, change: (old: Message) => Message): Journey => ({
  ...journey,
  messages: journey.messages.map((message) => (message.key === key ? change(message) : message)),
})

const withNotice = (journey: Journey, key: string, change: (old: Notice) => Notice): Journey => ({
  ...journey,
  notices: journey.notices.map((notice) => (notice.key === key ? change(notice) : notice)),
})

const withAbsence = (journey: Journey, id: string, change: (old: Absence) => Absence): Journey =>
  withAttendance(journey, id, (old) => (old.absence ? { ...old, absence: change(old.absence) } : old))

const withProof = (journey: Journey, id: string, proof: 'seen' | 'missed'): Journey =>
  withAbsence(journey, id, (old) => ({ ...old, proof, verdict: proof === 'seen' ? 'valid' : 'person' }))

const withErased = (absence: Absence, { photoId, erasedAt }: EventOf<'proof_erased'>): Absence => ({
  ...absence,
  photos: (absence.photos ?? []).map((photo) => (photo.id === photoId ? { ...photo, erasedAt } : photo)),
})

const confirmed = (old: Attendance, { confirmedAt, through }: EventOf<'attendance_confirmed'>): Attendance => ({
  ...old,
  confirmedAt,
  ...(through ? { confirmedThrough: through } : {}),
})

/** Who judged did not wait for the proof. */
const judged = (absence: Absence, valid: boolean): Absence => ({
  ...absence,
  verdict: valid ? 'valid' : 'not_valid',
  proof: absence.proof === 'awaited' ? 'settled' : absence.proof,
})

const evidenced = (old: Message, event: EventOf<'message_evidenced'>): Message =>
  event.evidence === 'sent'
    ? { ...old, sentAt: old.sentAt ?? event.evidencedAt }
    : {
        ...old,
        sentAt: old.sentAt ?? event.evidencedAt,
        evidence: old.evidence ?? { kind: event.evidence, evidencedAt: event.evidencedAt },
      }

/** What did not arrive after all has no evidence any more: it came to somebody else. */
function failed({ evidence: _, ...old }: Message, { why, failedAt }: EventOf<'message_failed'>): Message {
  return { ...old, failure: { why, failedAt } }
}

/** What came back did not reach anybody: it counts for no term, also when a mail server had taken it. */
function bounced({ sentAt: _, ...old }: Notice, failedAt: Notice['failedAt'] & {}): Notice {
  return { ...old, failedAt }
}

/** Folds one event into the state. Total over the closed union; `journey` is absent only before the first event. */
export function evolve(journey: Journey | undefined, event: JourneyEvent): Journey {
  if (event.type === 'referral_accepted') return begin(event)
  if (!journey) throw new Error(`a journey begins with referral_accepted, not with ${event.type}`)
  switch (event.type) {
    case 'referral_withdrawn':
    case 'journey_ended':
    case 'data_erased':
      return { ...journey, status: 'ended' }
    case 'journey_paused':
      return { ...journey, status: 'paused' }
    case 'journey_resumed':
      return { ...journey, status: 'open' }
    case 'contract_changed':
      return { ...journey, contractId: event.contractId, contractHash: event.contractHash }
    case 'reach_changed':
    case 'phone_changed':
      return { ...journey, reach: event.reach }
    case 'appointment_planned':
      return { ...journey, attendances: [...journey.attendances, event.attendance] }
    case 'appointment_moved': {
      const moved = withAttendance(journey, event.attendanceId, (old) => ({ ...old, replacedBy: event.attendance.id }))
      return { ...moved, attendances: [...moved.attendances, event.attendance] }
    }
    case 'appointment_cancelled':
      return withAttendance(journey, event.attendanceId, (old) => ({ ...old, cancelledAt: event.cancelledAt }))
    case 'attendance_confirmed':
      return withAttendance(journey, event.attendanceId, (old) => confirmed(old, event))
    case 'absence_reported':
      return withAttendance(journey, event.attendanceId, (old) => ({ ...old, absence: event.absence }))
    case 'proof_seen':
      return withProof(journey, event.attendanceId, 'seen')
    case 'proof_missed':
      return withProof(journey, event.attendanceId, 'missed')
    case 'absence_judged':
      return withAbsence(journey, event.attendanceId, (old) => judged(old, event.valid))
    case 'proof_received':
      return withAbsence(journey, event.attendanceId, (old) => ({
        ...old,
        photos: [...(old.photos ?? []), event.photo],
      }))
    case 'proof_erased':
      return withAbsence(journey, event.attendanceId, (old) => withErased(old, event))
    case 'proof_requested':
    case 'no_show_established':
      return journey // said by the absence and by the mark; the event is there to be shown
    case 'attendance_marked':
    case 'attendance_corrected':
      return withAttendance(journey, event.attendanceId, (old) => ({
        ...old,
        mark: { came: event.came, markedAt: event.markedAt, by: event.by },
      }))
    case 'reaction_received':
      return withAttendance(journey, event.attendanceId, (old) => ({ ...old, reactedAt: event.reactedAt }))
    case 'message_wanted':
      return { ...journey, messages: [...journey.messages, event.message] }
    case 'message_evidenced':
      return withMessage(journey, event.key, (old) => evidenced(old, event))
    case 'message_failed':
      return withMessage(journey, event.key, (old) => failed(old, event))
    case 'notice_wanted':
      return { ...journey, notices: [...journey.notices, event.notice] }
    case 'notice_sent':
      return withNotice(journey, event.key, (old) => ({ ...old, sentAt: event.settledAt }))
    case 'notice_failed':
      return withNotice(journey, event.key, (old) => bounced(old, event.settledAt))
    case 'notice_cancelled':
      return withNotice(journey, event.key, (old) => ({ ...old, cancelledAt: event.settledAt }))
    case 'task_opened':
      return { ...journey, tasks: [...journey.tasks, event.task] }
    case 'task_closed':
      return {
        ...journey,
        tasks: journey.tasks.map((task) =>
          task.key === event.key && !task.closedAt ? { ...task, closedAt: event.closedAt } : task,
        ),
      }
  }
}
