/**
 * What people decided about each participant of a mail that names several (counted from 0), which fields of the form they changed (their
 * names, never what stood in them), the journey that came of it or that it belongs to, and the mail that announced it or followed on it.
 */
export const sql = `
alter table mail_decisions add column participant integer;
alter table mail_decisions add column changed text[] not null default '{}';
alter table mail_decisions add column journey_id uuid references journeys (id);
alter table mail_decisions add column other_mail_id uuid references mails (id);
alter table mail_decisions drop constraint mail_decisions_kind_check;
alter table mail_decisions add constraint mail_decisions_kind_check
  check (kind in ('accepted', 'rejected', 'reopened', 'skipped', 'uploaded', 'followed'));
create unique index mail_decisions_accept_once on mail_decisions (mail_id, participant) where kind = 'accepted';
`
