import type { Generated } from 'kysely'

/** The tables as queries see them. Instants are read as Date by the driver and turned into Temporal at the edge of each store file. */
type Moment = Date
type Defaulted<T> = Generated<T>

export interface Database {
  'keys.master': { only_row: Defaulted<boolean>; fingerprint: Buffer }
  'keys.subject_keys': SubjectKeysTable
  contract_texts: TextTable & { contract_id: string }
  flow_texts: TextTable & { name: string }
  installation_facts: { only_row: Defaulted<boolean>; facts: unknown; seed_hash: string }
  mails: MailsTable
  mail_sightings: {
    mailbox: string
    uid_validity: string
    uid: string | number
    mail_id: string
    seen_at: Defaulted<Moment>
    left_at: Moment | null
  }
  mail_decisions: MailDecisionsTable
  mailboxes: { mailbox: string; uid_validity: string; last_uid: string | number; since: Moment | null }
  mailbox_starts: { mailbox: string; since: Moment | null }
  leases: { name: string; owner: string; until: Moment }
  participants: ParticipantsTable
  journeys: JourneysTable
  appointments: AppointmentsTable
  journal: JournalTable
  timers: { journey_id: string; key: string; due_at: Moment; wake_at: Moment }
  outgoing: OutgoingTable
  delivery_attempts: DeliveryAttemptsTable
  tasks: TasksTable
  inbound: InboundTable
  proof_photos: { id: string; journey_id: string; media_type: string; bytes: Buffer; received_at: Moment }
  simulator_deliveries: { reference: string; times: number }
  sending_switch: { only_row: Defaulted<boolean>; stopped: boolean; changed_by: string; changed_at: Defaulted<Moment> }
}

interface SubjectKeysTable {
  subject_id: string
  wrapped: Buffer | null
  created_at: Defaulted<Moment>
  destroyed_at: Moment | null
}

interface TextTable {
  hash: string
  version: number
  text: string
  first_seen: Defaulted<Moment>
}

interface MailsTable {
  id: string
  sequence: Defaulted<string>
  reference: string
  raw: Buffer | null
  raw_destroyed_at: Defaulted<Moment | null>
  size: number
  received_at: Moment
  stored_at: Defaulted<Moment>
  content_index: Buffer
  message_id_index: Buffer | null
  likeness_index: Defaulted<Buffer | null>
  kind: Defaulted<string | null>
  earlier_id: Defaulted<string | null>
  dkim: Defaulted<unknown>
  sender_index: Defaulted<Buffer | null>
  stem_index: Defaulted<Buffer | null>
  conversation_index: Defaulted<Buffer | null>
  withdrawn_by: Defaulted<string | null>
  contract_id: string | null
  journey_id: string | null
  outcome: string | null
  why: string | null
  reading: Buffer | null
  handled_at: Moment | null
  wake_at: Defaulted<Moment>
}

interface MailDecisionsTable {
  mail_id: string
  sequence: Defaulted<string>
  at: Moment
  actor_kind: string
  actor_id: string | null
  kind: string
  why: string | null
  participant: number | null
  changed: Defaulted<string[]>
  journey_id: string | null
  other_mail_id: string | null
}

interface ParticipantsTable {
  id: string
  contract_id: string
  data: Buffer | null
  phone_index: Buffer | null
  client_number_index: Buffer | null
  email_index: Buffer | null
  name_index: Buffer[]
  created_at: Defaulted<Moment>
}

interface JourneysTable {
  id: string
  sequence: Defaulted<string>
  participant_id: string
  contract_id: string
  reference: string
  status: string
  state: Buffer | null
  session: Buffer | null
  journal_sequence: Defaulted<number>
  journal_hash: Defaulted<Buffer>
  updated_at: Defaulted<Moment>
}

interface AppointmentsTable {
  attendance_id: string
  journey_id: string
  coach_id: string
  place_id: string
  starts_at: Moment
  ends_at: Moment
  local_start: string
  zone: string
  released: Defaulted<boolean>
}

interface JournalTable {
  journey_id: string
  sequence: number
  at: Moment
  actor_kind: string
  actor_id: string | null
  type: string
  body: Buffer
  previous_hash: Buffer
  hash: Buffer
}

interface OutgoingTable {
  id: string
  sequence: Defaulted<string>
  journey_id: string | null
  participant_id: string | null
  key_id: string
  subject: string
  purpose: string
  occurrence: number
  state_key: string | null
  kind: string
  body: Buffer
  status: Defaulted<string>
  attempts: Defaulted<number>
  not_before: Defaulted<Moment | null>
  not_after: Moment | null
  created_at: Moment
  wake_at: Defaulted<Moment>
  approved_by: string | null
  settled_at: Moment | null
  went_at: Defaulted<Moment | null>
}

interface DeliveryAttemptsTable {
  outgoing_id: string
  attempt: number
  started_at: Moment
  finished_at: Moment | null
  outcome: string | null
  carrier_reference: string | null
}

interface TasksTable {
  journey_id: string
  key: string
  kind: string
  opened_at: Moment
  due_at: Moment
  why: string
  closed_at: Moment | null
}

interface InboundTable {
  id: string
  sequence: Defaulted<string>
  channel: string
  carrier_reference: string
  participant_id: string | null
  journey_id: string | null
  sender_index: Buffer
  key_id: string
  body: Buffer
  received_at: Moment
  handled_at: Moment | null
  outcome: string | null
  wake_at: Defaulted<Moment>
  reference: Defaulted<string | null>
  is_urgent: Defaulted<boolean>
  sender: Defaulted<Buffer | null>
  phone_index: Defaulted<Buffer | null>
  settled_at: Defaulted<Moment | null>
  settled_by: Defaulted<string | null>
  kind: Defaulted<string>
  tapped: Defaulted<string | null>
}
