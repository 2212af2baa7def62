/**
 * What a mail is, and what it says in a form in which two sendings of one mail are the same; a mail that nobody needs to look at. `earlier_id`
 * is a mail, without a foreign key: a backup puts rows back in any order.
 */
export const sql = `
alter table mails add column kind text;
alter table mails add column likeness_index bytea;
alter table mails add column earlier_id uuid;
create index mails_likeness on mails (likeness_index) where likeness_index is not null;
alter table mails drop constraint mails_outcome_check;
alter table mails add constraint mails_outcome_check
  check (outcome in ('journey', 'waiting', 'duplicate', 'aside', 'accepted_by_person', 'rejected_by_person'));
`
