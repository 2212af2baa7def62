/** Of what was no text only the kind is kept, beside its caption; all that came in before was read as text. */
export const sql = `
alter table inbound add column kind text not null default 'text';
`
