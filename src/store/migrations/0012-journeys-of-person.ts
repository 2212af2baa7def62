/**
 * Under the lock of one person (contract and client number) the journeys that run of that person, and of whoever has the same phone. A
 * function and not a statement: each statement in it sees what was stored until the lock was had, and one question costs less than two.
 */
export const sql = `
create function journeys_of_person(lock text, contract text, client bytea, phone bytea)
  returns table (participant uuid, journey uuid, same_person boolean, same_phone boolean)
  language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(lock, 0));
  return query
    select p.id, j.id, p.contract_id = contract and p.client_number_index = client, p.phone_index is not distinct from phone
    from participants p join journeys j on j.participant_id = p.id
    where (p.phone_index = phone or p.contract_id = contract and p.client_number_index = client) and j.status <> 'ended'
    order by j.sequence desc;
end $$;
`
