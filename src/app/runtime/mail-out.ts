import type { Mailer } from '#src/services/ports/mailer.ts'
import type { MailTexts } from '#src/notices/mail-texts.ts'
import type { MailServer } from '../config/config.ts'

export interface MailOutOptions {
  /** Absent: a mail server in this process that sends nothing on. */
  readonly smtp: MailServer | undefined
  readonly password: string | undefined
  readonly from: string
  readonly texts: MailTexts
}

export interface MailOut {
  readonly mailer: Mailer
  /** Where mail goes, for the terminal. */
  readonly place: string
  close(): Promise<void>
}

/** Without TLS a password and a notice would cross the network in the clear; on this machine itself nothing crosses. */
function addressOf({ host, port, secure, user }: MailServer, password: string | undefined): string {
  const url = new URL(`${secure ? 'smtps' : 'smtp'}://${host.includes(':') ? `[${host}]` : host}:${String(port)}`)
  const own = host === 'localhost' || host === '::1' || host.startsWith('127.')
  if (!secure && !own) url.searchParams.set('requireTLS', 'true')
  url.username = encodeURIComponent(user)
  url.password = encodeURIComponent(password ?? '')
  return url.href
}

async function openSink(): Promise<{ server: MailServer; stop(): Promise<void> }> {
  const { startSmtpSink } = await import('../embedded/smtp-sink.ts')
  // What was mailed is read on the page, from our own sealed rows.
  const sink = await startSmtpSink({ onMail: () => Promise.resolve() })
  return { server: { host: sink.host, port: sink.port, secure: false, user: '' }, stop: () => sink.stop() }
}

/** The mailer on the configured server, or on one that keeps everything on this machine. */
export async function openMailOut({ smtp, password, from, texts }: MailOutOptions): Promise<MailOut> {
  const sink = smtp ? undefined : await openSink()
  const server = smtp ?? sink?.server
  if (!server) throw new Error('there is neither a mail server nor a sink')
  const { createMailer } = await import('#src/notices/mailer.ts')
  const mailer = createMailer({ smtpUrl: addressOf(server, password), from, texts })
  return {
    mailer,
    place: `${server.host}:${String(server.port)}`,
    async close() {
      mailer.close()
      await sink?.stop()
    },
  }
}
