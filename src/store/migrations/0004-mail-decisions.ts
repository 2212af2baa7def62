/**
 * What people decided about a mail, step by step: the ledger holds its one outcome, and that may change when somebody takes a mail up
 * again. Codes only, in the open like `mails.why`; nobody changes or takes away a step.
 */
export const sql = `
create table mail_decisions (
  mail_id uuid not null references mails (id),
  sequence bigint generated always as identity,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('participant', 'consulent', 'staff', 'system')),
  actor_id text,
  kind text not null check (kind in ('accepted', 'rejected', 'reopened')),
  why text,
  primary key (mail_id, sequence)
);
create trigger mail_decisions_are_append_only before update or delete on mail_decisions for each row execute function refuse_change();
create trigger mail_decisions_are_never_emptied before truncate on mail_decisions for each statement execute function refuse_change();
`
