/** What the system starts to say goes out in sending hours only: a message that comes up outside them is held until they begin. */
export const sql = `
alter table outgoing add column not_before timestamptz;
`
