/** Every mail asks how many receipts its sender had of late; without this, all that ever went out is looked through. */
export const sql = `
create index outgoing_receipts on outgoing (created_at) where purpose = 'receipt';
`
