/** What a mail is, as far as it says so itself. 'duplicate' only the ledger can see. */
export const mailKinds = [
  'referral',
  'pointer',
  'reply',
  'correction',
  'duplicate',
  'bounce',
  'auto_reply',
  'not_referral',
  'suspicious',
  'unreadable',
] as const
export type MailKind = (typeof mailKinds)[number]
