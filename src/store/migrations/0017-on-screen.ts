/**
 * When a message went out: from then on it can have been read. When a carrier tells later that it arrived, `settled_at` is that moment,
 * and somebody may have answered before.
 *
 * Of a pressed button it is certain which message was on the screen.
 */
export const sql = `
alter table outgoing add column went_at timestamptz;
update outgoing set went_at = settled_at where status in ('sent', 'delivered');
alter table inbound add column tapped text;
`
