/**
 * The mails with one sender and subject, also when they wait no more: one that is called back may have become a journey long ago.
 *
 * Under the lock of that sender and subject a mail that calls back looks for what it means, and a referral for what called it back in the
 * meantime: a function and not a statement, so that what is looked up was stored until the lock was had.
 */
export const sql = `
drop index mails_waiting_stem;
create index mails_stem on mails (stem_index) where stem_index is not null;
create function lock_stem(stem bytea) returns void language sql volatile as $$
  select pg_advisory_xact_lock(hashtextextended('stem ' || encode(stem, 'hex'), 0))
$$;
create function called_back_by(mail uuid, stem bytea) returns uuid language plpgsql volatile as $$
begin
  perform lock_stem(stem);
  return (
    select c.id from mails m join mails c on c.stem_index = stem and c.sequence > m.sequence
    where m.id = mail and c.kind = 'correction' and c.outcome = 'waiting' order by c.sequence limit 1
  );
end $$;
create function mails_called_back(mail uuid, stem bytea, contract text) returns table (found uuid, journey uuid) language plpgsql volatile as $$
begin
  perform lock_stem(stem);
  return query
    select f.id, case when f.outcome = 'waiting' then null else j.id end
    from mails l join mails f on f.stem_index = stem and f.sequence < l.sequence
    left join lateral (
      select f.journey_id as id union
      select d.journey_id from mail_decisions d where d.mail_id = f.id and d.kind = 'accepted'
    ) led on led.id is not null
    left join journeys j on j.id = led.id and j.contract_id = contract and j.status <> 'ended'
    where l.id = mail and (f.outcome = 'waiting' and f.kind is distinct from 'correction' or j.id is not null);
end $$;
`
