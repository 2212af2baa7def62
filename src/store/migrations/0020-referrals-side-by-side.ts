/**
 * Referrals of one sender under one subject ('Aanmelding') are settled side by side: each only has to see what called it back, so they
 * share the lock that a mail which calls back has for itself.
 */
export const sql = `
create or replace function called_back_by(mail uuid, stem bytea) returns uuid language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('stem ' || encode(stem, 'hex'), 0));
  return (
    select c.id from mails m join mails c on c.stem_index = stem and c.sequence > m.sequence
    where m.id = mail and c.kind = 'correction' and c.outcome = 'waiting' order by c.sequence limit 1
  );
end $$;
`
