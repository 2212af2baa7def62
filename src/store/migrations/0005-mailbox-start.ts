/**
 * A mailbox is taken in from a day on; those that were read before this was so, in whole. A mail that was handled may be moved on the
 * server: then the place where it was seen is left, and it has another.
 */
export const sql = `
create table mailbox_starts (
  mailbox text primary key,
  since timestamptz
);
comment on table mailbox_starts is 'From which moment a mailbox is taken in, kept at its first start; null: everything.';
insert into mailbox_starts (mailbox) select mailbox from mailboxes;

alter table mailboxes add column since timestamptz;
comment on column mailboxes.since is 'What the server received earlier was passed over on the way to last_uid; null: nothing was.';

alter table mail_sightings add column left_at timestamptz;
comment on column mail_sightings.left_at is 'Since when we know that the mail is no longer in this place.';
create index mail_sightings_mail on mail_sightings (mail_id);
create index mail_sightings_here on mail_sightings (mailbox, uid_validity, uid) where left_at is null;
`
