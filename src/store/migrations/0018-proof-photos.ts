/**
 * A photo of proof, sealed with a key of its own under the id of the message that it came with. It stands here until that proof was
 * judged; then the row goes and its key is destroyed.
 */
export const sql = `
create table proof_photos (
  id uuid primary key references inbound (id) references keys.subject_keys (subject_id),
  journey_id uuid not null references journeys (id),
  media_type text not null,
  bytes bytea not null,
  received_at timestamptz not null
);
create index proof_photos_journey on proof_photos (journey_id);
`
