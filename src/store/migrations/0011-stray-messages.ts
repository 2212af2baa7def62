/**
 * A message of a number that nobody has, or that several people share, belongs to no journey: it has a reference of its own to be found
 * by, its number (sealed, to call back), and who marked it handled. Those that came in before have none of this but their text.
 */
export const sql = `
alter table inbound
  add column reference text unique,
  add column is_urgent boolean not null default false,
  add column sender bytea,
  add column phone_index bytea,
  add column settled_at timestamptz,
  add column settled_by text;
create index inbound_strays on inbound (sequence) where journey_id is null and settled_at is null;
`
