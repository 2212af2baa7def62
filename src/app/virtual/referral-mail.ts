/** The fields of a referral as a consulent would fill them in; every person and company is invented. */
export interface ReferralMail {
  readonly from: string
  readonly to: string
  readonly subject?: string
  /** Label and value, as they stand in the mail. */
  readonly form: Readonly<Record<string, string>>
  /** Whether the receiving server found an aligned DKIM signature. */
  readonly signed: boolean
  readonly messageId: string
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

/** The mail as it lies in the mailbox: with the header that our own receiving server writes on top. */
export function referralMail(mail: ReferralMail, authserv: string): Buffer {
  const { from, to, subject = 'Aanmelding', form, signed, messageId } = mail
  const verdict = signed ? `dkim=pass header.d=${domainOf(from)}` : 'dkim=none'
  return Buffer.from(
    [
      `Authentication-Results: ${authserv}; ${verdict}`,
      `From: ${from}`,
      `To: ${to}`,
      `Subject: ${subject}`,
      `Message-ID: <${messageId}>`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
      '',
      ...Object.entries(form).map(([label, value]) => `${label}: ${value}`),
      '',
    ].join('\r\n'),
  )
}
