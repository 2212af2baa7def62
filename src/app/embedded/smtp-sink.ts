import { buffer } from 'node:stream/consumers'
import { callbackify } from 'node:util'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server'
import { listenOnLoopback, loopback } from './loopback.ts'

export interface SmtpSink {
  readonly host: string
  readonly port: number
  /** Lets a mail that is coming in finish, for at most a second. */
  stop(): Promise<void>
}

export interface Envelope {
  readonly from: string
  readonly to: string[]
}

/** Gets each mail as it came. The sender hears 'accepted' when this resolves, 'try again' when it rejects. */
export type OnMail = (raw: Buffer, envelope: Envelope) => Promise<void>

export interface SmtpSinkOptions {
  readonly onMail: OnMail
}

/** A mail server that sends nothing on: what the program mails in demo and tests ends here. */
export async function startSmtpSink({ onMail }: SmtpSinkOptions): Promise<SmtpSink> {
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 1_000,
    onData: callbackify((stream: SMTPServerDataStream, session: SMTPServerSession) => receive(stream, session, onMail)),
  })
  // A client that hangs up halfway is its own trouble; unheard, it would end the program.
  smtp.on('error', () => {})
  const port = await listenOnLoopback(smtp.server, 0)
  return {
    host: loopback,
    port,
    stop: () => new Promise((resolve) => smtp.close(() => resolve())),
  }
}

async function receive(stream: SMTPServerDataStream, session: SMTPServerSession, onMail: OnMail): Promise<void> {
  const raw = await buffer(stream)
  try {
    await onMail(raw, envelopeOf(session))
  } catch {
    throw tryAgain()
  }
}

function envelopeOf({ envelope }: SMTPServerSession): Envelope {
  const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
  return { from, to: envelope.rcptTo.map((recipient) => recipient.address) }
}

/** RFC 5321, 4.2.1: 4xx is for now, 5xx for good. The reason stays here: it may name people. */
function tryAgain(): Error {
  return Object.assign(new Error('could not be stored, try again later'), { responseCode: 451 })
}
