/** The conversation of Outlook that a mail belongs to, as a keyed hash: an answer that lost its References is known by it. */
export const sql = `
alter table mails add column conversation_index bytea;
create index mails_conversation on mails (conversation_index) where conversation_index is not null;
`
