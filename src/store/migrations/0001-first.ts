/**
 * The first schema. Works on PostgreSQL 15 and later. Personal data stand only in `bytea` columns, encrypted by us under the key of
 * the participant or the mail they belong to; the keys have a schema of their own so that they are backed up and destroyed apart.
 */
export const sql = `
create schema keys;

create table keys.master (
  only_row boolean primary key default true check (only_row),
  fingerprint bytea not null
);
comment on table keys.master is 'Tells whether the master key that we are started with is the one these keys were wrapped with.';

create table keys.subject_keys (
  subject_id uuid primary key,
  wrapped bytea,
  created_at timestamptz not null default now(),
  destroyed_at timestamptz,
  check ((wrapped is null) = (destroyed_at is not null))
);
comment on table keys.subject_keys is 'One key per participant and per raw mail, wrapped with the master key. Without its row, what it sealed is gone.';

create table contract_texts (
  hash text primary key,
  contract_id text not null,
  version int not null,
  text text not null,
  first_seen timestamptz not null default now(),
  unique (contract_id, version)
);

create table flow_texts (
  hash text primary key,
  name text not null,
  version int not null,
  text text not null,
  first_seen timestamptz not null default now(),
  unique (name, version)
);

create table installation_facts (
  only_row boolean primary key default true check (only_row),
  facts jsonb not null,
  seed_hash text not null
);

create table mails (
  id uuid primary key,
  sequence bigint generated always as identity unique,
  reference text not null unique,
  raw bytea,
  size int not null,
  received_at timestamptz not null,
  stored_at timestamptz not null default now(),
  content_index bytea not null,
  message_id_index bytea,
  contract_id text,
  journey_id uuid,
  outcome text check (outcome in ('journey', 'waiting', 'duplicate', 'accepted_by_person', 'rejected_by_person')),
  why text,
  reading bytea,
  handled_at timestamptz,
  wake_at timestamptz not null default '-infinity',
  check ((outcome is null) = (handled_at is null))
);
create unique index mails_content on mails (content_index);
create index mails_message_id on mails (message_id_index) where message_id_index is not null;
create index mails_unread on mails (wake_at, sequence) where outcome is null;
create index mails_waiting on mails (sequence) where outcome = 'waiting';

create table mail_sightings (
  mailbox text not null,
  uid_validity text not null,
  uid bigint not null,
  mail_id uuid not null references mails (id),
  seen_at timestamptz not null default now(),
  primary key (mailbox, uid_validity, uid)
);

create table mailboxes (
  mailbox text primary key,
  uid_validity text not null,
  last_uid bigint not null
);

create table leases (
  name text primary key,
  owner text not null,
  until timestamptz not null
);

create table participants (
  id uuid primary key,
  contract_id text not null,
  data bytea,
  phone_index bytea,
  client_number_index bytea,
  email_index bytea,
  name_index bytea[] not null default '{}',
  created_at timestamptz not null default now()
);
create index participants_phone on participants (phone_index) where phone_index is not null;
create index participants_client_number on participants (contract_id, client_number_index);

create table journeys (
  id uuid primary key,
  sequence bigint generated always as identity unique,
  participant_id uuid not null references participants (id),
  contract_id text not null,
  reference text not null unique,
  status text not null,
  state bytea,
  session bytea,
  journal_sequence int not null default 0,
  journal_hash bytea not null default ''::bytea,
  updated_at timestamptz not null default now()
);
create index journeys_participant on journeys (participant_id);

create table appointments (
  attendance_id uuid primary key,
  journey_id uuid not null references journeys (id),
  coach_id text not null,
  place_id text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  local_start timestamp not null,
  zone text not null,
  released boolean not null default false
);
create unique index appointments_one_at_a_time on appointments (coach_id, starts_at) where not released;
create index appointments_agenda on appointments (starts_at) where not released;

create table journal (
  journey_id uuid not null,
  sequence int not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('participant', 'consulent', 'staff', 'system')),
  actor_id text,
  type text not null,
  body bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (journey_id, sequence)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger journal_is_append_only before update or delete on journal for each row execute function refuse_change();
create trigger journal_is_never_emptied before truncate on journal for each statement execute function refuse_change();

create table timers (
  journey_id uuid not null references journeys (id),
  key text not null,
  due_at timestamptz not null,
  wake_at timestamptz not null,
  primary key (journey_id, key)
);
create index timers_wake on timers (wake_at);
comment on column timers.wake_at is 'When the relay must look at it: its moment, or the end of the lease under which it was handed out.';

create table outgoing (
  id uuid primary key,
  sequence bigint generated always as identity unique,
  journey_id uuid references journeys (id),
  participant_id uuid references participants (id),
  key_id uuid not null references keys.subject_keys (subject_id),
  subject text not null,
  purpose text not null,
  occurrence int not null,
  state_key text,
  kind text not null check (kind in ('message', 'mail')),
  body bytea not null,
  status text not null default 'waiting' check (status in ('waiting', 'sending', 'sent', 'delivered', 'unknown', 'failed', 'cancelled', 'expired', 'rejected')),
  attempts int not null default 0,
  not_after timestamptz,
  created_at timestamptz not null,
  wake_at timestamptz not null default '-infinity',
  approved_by text,
  settled_at timestamptz,
  unique (subject, purpose, occurrence)
);
create index outgoing_due on outgoing (wake_at, sequence) where status in ('waiting', 'sending', 'unknown');
create index outgoing_journey on outgoing (journey_id, sequence);
create index outgoing_in_order on outgoing (participant_id, sequence) where kind = 'message' and status in ('waiting', 'sending', 'unknown');

create table delivery_attempts (
  outgoing_id uuid not null references outgoing (id),
  attempt int not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  outcome text,
  carrier_reference text,
  primary key (outgoing_id, attempt)
);
create unique index delivery_attempts_reference on delivery_attempts (carrier_reference) where carrier_reference is not null;

create table tasks (
  journey_id uuid not null references journeys (id),
  key text not null,
  kind text not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  why text not null,
  closed_at timestamptz,
  primary key (journey_id, key)
);
create index tasks_open on tasks (due_at) where closed_at is null;
comment on table tasks is 'A cache of the states of journeys, for lists.';

create table inbound (
  id uuid primary key,
  sequence bigint generated always as identity unique,
  channel text not null,
  carrier_reference text not null,
  participant_id uuid references participants (id),
  journey_id uuid references journeys (id),
  sender_index bytea not null,
  key_id uuid not null references keys.subject_keys (subject_id),
  body bytea not null,
  received_at timestamptz not null,
  handled_at timestamptz,
  outcome text,
  wake_at timestamptz not null default '-infinity',
  unique (channel, carrier_reference)
);
create index inbound_unhandled on inbound (wake_at, sequence) where handled_at is null;
create index inbound_journey on inbound (journey_id, sequence);

create table sending_switch (
  only_row boolean primary key default true check (only_row),
  stopped boolean not null,
  changed_by text not null,
  changed_at timestamptz not null default now()
);
`
