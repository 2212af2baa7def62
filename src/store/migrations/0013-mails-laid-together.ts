/** Which mails a person laid with another one, or with a journey, and which repeat one: found from the other side too. */
export const sql = `
create index mail_decisions_other_mail on mail_decisions (other_mail_id) where other_mail_id is not null;
create index mail_decisions_journey on mail_decisions (journey_id) where journey_id is not null;
create index mails_earlier on mails (earlier_id) where earlier_id is not null;
`
