import { createTransport } from 'nodemailer'
import type { Mailer } from '#src/services/ports/mailer.ts'
import type { SendOutcome } from '#src/services/ports/outgoing.ts'
import type { MailTexts } from './mail-texts.ts'

export interface MailerOptions {
  readonly smtpUrl: string
  /** The address that mails come from; answers and failures come back to it. */
  readonly from: string
  readonly texts: MailTexts
}

/** SMTP answers that begin with 5 are final, those with 4 are not; without an answer nobody knows (RFC 5321, 4.2.1). */
interface SmtpFault {
  readonly code?: string
  readonly responseCode?: number
  readonly command?: string
}

/** Faults before the message was handed over: it surely did not arrive. */
const beforeData: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EDNS',
  'ENOTFOUND',
  'EAUTH',
  'ETLS',
  'ESOCKET',
  'ECONNECTION',
])
const retryAfterSeconds = 60

function outcomeOfFault(fault: SmtpFault): SendOutcome {
  const { responseCode, code, command } = fault
  if (code === 'EAUTH') return { kind: 'retry', afterSeconds: retryAfterSeconds } // our login, not this mail: somebody must mend it
  if (responseCode !== undefined)
    return responseCode >= 500 ? { kind: 'undeliverable' } : { kind: 'retry', afterSeconds: retryAfterSeconds }
  if (command === 'CONN' || (code !== undefined && beforeData.has(code) && command !== 'DATA'))
    return { kind: 'retry', afterSeconds: retryAfterSeconds }
  return { kind: 'unknown' }
}

const threadId = (thread: string, from: string): string => `<${thread}@${from.slice(from.lastIndexOf('@') + 1)}>`

/** Sends notices over one pooled connection. One recipient per mail; the subject holds our neutral reference only. */
export function createMailer({ smtpUrl, from, texts }: MailerOptions): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 3,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
  })
  return {
    async send({ id, to, facts }) {
      const { subject, text } = texts.compose(facts)
      const thread = threadId(facts.thread, from)
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: threadId(id, from),
          references: thread,
          inReplyTo: thread,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { kind: 'sent', reference: id }
      } catch (error) {
        return outcomeOfFault(error as SmtpFault) // nodemailer documents these fields on what it throws
      }
    },
    async verify() {
      try {
        await transport.verify()
        return { ok: true, detail: 'de mailserver neemt mail aan' }
      } catch (error) {
        const { code = 'onbekend' } = error as SmtpFault
        return {
          ok: false,
          detail: `de mailserver is niet te bereiken of weigert de aanmelding (${code}); kijk naar SMTP_URL`,
        }
      }
    },
    close: () => {
      transport.close()
    },
  }
}
