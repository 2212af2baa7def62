import type { Readable } from 'node:stream'
import { createTransport, type Transporter } from 'nodemailer'
import type { NoticeFacts } from '#src/services/notice-facts.ts'
import type { Mailer } from '#src/services/ports/mailer.ts'
import type { SendOutcome } from '#src/services/ports/outgoing.ts'
import type { MailTexts } from './mail-texts.ts'

export interface MailerOptions {
  readonly smtpUrl: string
  /** The address that mails come from; answers and failures come back to it. */
  readonly from: string
  readonly texts: MailTexts
}

/** SMTP answers that begin with 5 are final, those with 4 are not (RFC 5321, 4.2.1). */
interface SmtpFault {
  readonly code?: string
  readonly responseCode?: number
  readonly message?: string
}

/** Faults of the line or of our login. nodemailer names them the same wherever in the conversation the line broke. */
const onTheLine: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNECTION',
  'ESOCKET',
  'ETIMEDOUT',
  'EDNS',
  'ENOTFOUND',
  'ETLS',
  'EREQUIRETLS',
])
const retryAfterSeconds = 60

/** What a server that speaks no TLS on this port says to a greeting in TLS, in the words of OpenSSL. */
const noTls = /wrong version number|packet length too long|record layer/i

const certificate = /certificate|altnames|self.signed/i

const withoutTls = 'de mailserver biedt geen beveiligde verbinding (TLS): kijk naar de poort in SMTP_URL'

/** What is wrong with the mail server and what to do, in Dutch. nodemailer has one code for a refused line and a refused certificate. */
function faultInWords({ code = 'onbekend', message = '' }: SmtpFault): string {
  if (certificate.test(message)) return 'het certificaat van de mailserver deugt niet: kijk naar de naam in SMTP_URL'
  if (noTls.test(message)) return withoutTls
  switch (code) {
    case 'EAUTH':
      return 'de mailserver weigert de aanmelding: kijk naar SMTP_PASSWORD en de gebruiker in SMTP_URL'
    case 'EDNS':
    case 'ENOTFOUND':
      return 'de naam van de mailserver is niet te vinden: kijk naar SMTP_URL'
    case 'ETIMEDOUT':
      return 'de mailserver antwoordt niet: kijk of hij draait, en naar de poort in SMTP_URL'
    case 'ETLS':
    case 'EREQUIRETLS':
      return withoutTls
    default:
      return `de mailserver neemt geen verbinding aan (${code}): kijk naar SMTP_URL, en of de server draait`
  }
}

/** `begun`: bytes of the mail itself had left, so without an answer nobody knows whether it arrived (promise 2). */
function outcomeOfFault({ responseCode, code = '' }: SmtpFault, begun: boolean): SendOutcome {
  if (code === 'EAUTH') return { kind: 'retry', afterSeconds: retryAfterSeconds } // our login, not this mail: somebody must mend it
  if (responseCode !== undefined)
    return responseCode >= 500 ? { kind: 'undeliverable' } : { kind: 'retry', afterSeconds: retryAfterSeconds }
  if (!begun && onTheLine.has(code)) return { kind: 'retry', afterSeconds: retryAfterSeconds }
  return { kind: 'unknown' }
}

/** Which mails have begun to leave: nodemailer reads a mail's bytes once the server has said that it may send them (354). */
function watchBytes(transport: Transporter): { hasBegun(messageId: string): boolean; forget(messageId: string): void } {
  const streams = new Map<string, Readable>()
  transport.use('stream', ({ message, data: { messageId = '' } }, done) => {
    const create = message.createReadStream.bind(message)
    message.createReadStream = (options) => {
      const stream = create(options)
      streams.set(messageId, stream)
      return stream
    }
    done()
  })
  return {
    hasBegun: (messageId) => streams.get(messageId)?.readableDidRead ?? false,
    forget: (messageId) => void streams.delete(messageId),
  }
}

const threadId = (thread: string, from: string): string => `<${thread}@${from.slice(from.lastIndexOf('@') + 1)}>`

const bracketed = (id: string): string => `<${id}>`

const answering = ({ messageId, references }: NonNullable<NoticeFacts['answers']>) => ({
  inReplyTo: bracketed(messageId),
  references: [...references.filter((id) => id !== messageId), messageId].map(bracketed),
})

/** No machine answers what a machine sent (RFC 3834); Exchange asks for a header of its own. */
const machineHeaders = ({ purpose }: NoticeFacts): Record<string, string> =>
  purpose === 'receipt'
    ? { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' }
    : { 'Auto-Submitted': 'auto-generated' }

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
  const bytes = watchBytes(transport)
  return {
    async send({ id, to, facts }) {
      const { subject, text } = texts.compose(facts)
      const thread = threadId(facts.thread, from)
      const messageId = threadId(id, from)
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId,
          ...(facts.answers ? answering(facts.answers) : { references: thread, inReplyTo: thread }),
          headers: machineHeaders(facts),
        })
        return { kind: 'sent', reference: id }
      } catch (error) {
        return outcomeOfFault(error as SmtpFault, bytes.hasBegun(messageId)) // nodemailer documents these fields on what it throws
      } finally {
        bytes.forget(messageId)
      }
    },
    async verify() {
      try {
        await transport.verify()
        return { ok: true, detail: 'de mailserver neemt mail aan' }
      } catch (error) {
        return { ok: false, detail: faultInWords(error as SmtpFault) }
      }
    },
    close: () => {
      transport.close()
    },
  }
}
