/** What a consulent writes after the referral. */
export interface ConsulentMail {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly messageId: string
  /** The Message-ID, without brackets, of the mail that it answers. */
  readonly answers?: string
  readonly signed: boolean
}

const lines = (...all: readonly (string | undefined)[]): Buffer =>
  Buffer.from(all.filter((line) => line !== undefined).join('\r\n'))

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

/** The mail as it lies in the mailbox: with the header that our own receiving server writes on top. */
export const consulentMail = (mail: ConsulentMail, authserv: string): Buffer =>
  lines(
    `Authentication-Results: ${authserv}; ${mail.signed ? `dkim=pass header.d=${domainOf(mail.from)}` : 'dkim=none'}`,
    `From: ${mail.from}`,
    `To: ${mail.to}`,
    `Subject: ${mail.subject}`,
    `Message-ID: <${mail.messageId}>`,
    mail.answers && `In-Reply-To: <${mail.answers}>`,
    mail.answers && `References: <${mail.answers}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    mail.text,
    '',
  )

/** What a mail server says of a mail of ours that it could not deliver, or not yet (RFC 3464). */
export const deliveryReport = (
  about: { readonly to: string; readonly from: string; readonly messageId: string },
  action: 'failed' | 'delayed',
  reportId: string,
): Buffer =>
  lines(
    'Return-Path: <>',
    `From: Mail Delivery System <mailer-daemon@${domainOf(about.from)}>`,
    `To: ${about.from}`,
    `Subject: ${action === 'failed' ? 'Undelivered Mail Returned to Sender' : 'Delayed Mail (still being retried)'}`,
    `Message-ID: <${reportId}>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="deel"',
    '',
    '--deel',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'This is the mail system. Your message could not be delivered.',
    '',
    '--deel',
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; mx.${domainOf(about.from)}`,
    '',
    `Final-Recipient: rfc822; ${about.to}`,
    `Action: ${action}`,
    `Status: ${action === 'failed' ? '5.1.1' : '4.4.1'}`,
    '',
    '--deel',
    'Content-Type: text/rfc822-headers',
    '',
    `From: ${about.from}`,
    `To: ${about.to}`,
    `Message-ID: <${about.messageId}>`,
    '',
    '--deel--',
    '',
  )
