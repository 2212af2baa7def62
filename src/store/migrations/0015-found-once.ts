/** Fails the statement, and with it the transaction, unless a step found the one row that it was for: then nobody has to wait for the answer. */
export const sql = `
create function found_once(how_often bigint) returns void language plpgsql immutable as $$
begin
  if how_often <> 1 then
    raise exception 'the journey changed under this transaction: the lock was not held';
  end if;
end $$;
`
