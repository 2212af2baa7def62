/** When the bytes of a mail were destroyed; null while they are kept, and for one that was too large to fetch. */
export const sql = `
alter table mails add column raw_destroyed_at timestamptz;
create index mails_with_raw on mails (handled_at) where raw is not null and outcome <> 'waiting';
`
