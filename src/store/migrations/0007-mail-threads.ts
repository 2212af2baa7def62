/**
 * What ties mails together: an attached one belongs to a journey; sender and subject are known again by keyed hashes; a mail that waits
 * may be called back by a later one. What our own look at the signatures found at first sight names domains, not people.
 */
export const sql = `
alter table mails add column dkim jsonb;
alter table mails add column sender_index bytea;
alter table mails add column stem_index bytea;
alter table mails add column withdrawn_by uuid;
create index mails_waiting_stem on mails (stem_index) where outcome = 'waiting' and stem_index is not null;
create index mails_journey on mails (journey_id) where journey_id is not null;
create index mails_sender on mails (sender_index, handled_at) where sender_index is not null;
create index outgoing_key on outgoing (key_id) where journey_id is null;
alter table mails drop constraint mails_outcome_check;
alter table mails add constraint mails_outcome_check
  check (outcome in ('journey', 'waiting', 'duplicate', 'aside', 'attached', 'accepted_by_person', 'rejected_by_person'));
`
