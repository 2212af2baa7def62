import { setTimeout as sleep } from 'node:timers/promises'
import { createImapReader } from '#src/inbox/sources/imap-reader.ts'
import type { MailboxPositions } from '#src/inbox/sources/mail-source.ts'
import { createMailTexts } from '#src/notices/mail-texts.ts'
import { systemClock } from '../clock.ts'
import type { Config, Secrets } from '../config/config.ts'
import { imapAccount } from '../runtime/mail-account.ts'
import { openMailOut } from '../runtime/mail-out.ts'
import { good, remark, wrong, type Finding } from './finding.ts'

const longestMs = 20_000

/** Connects, logs in and opens the folder as the reader does, and takes nothing in. */
export async function checkMailbox(
  { imap }: Config,
  password: string,
  positions: MailboxPositions,
): Promise<Finding[]> {
  if (!imap) return [remark('mailbox', 'demo: een eigen postbus, zolang Opkomst draait')]
  const account = await imapAccount(imap, password)
  const { promise, resolve } = Promise.withResolvers<Finding>()
  const reached = (): void => resolve(good('mailbox', `${imap.mailbox} van ${imap.user} op ${imap.host} is te lezen`))
  const reader = createImapReader({
    account,
    mailbox: imap.mailbox,
    positions: { load: (mailbox) => positions.load(mailbox), save: () => Promise.resolve() },
    clock: systemClock,
    receive: () => {
      reached()
      return Promise.reject(new Error('only looking'))
    },
    onState: (state) => {
      if (state.kind === 'idle') reached()
      if (state.kind === 'waiting') resolve(wrong('mailbox', state.words))
    },
  })
  reader.start()
  const late = wrong('mailbox', `${imap.host} geeft geen antwoord: kijk of een firewall de poort tegenhoudt`)
  try {
    return [await Promise.race([promise, sleep(longestMs, late, { ref: false })])]
  } finally {
    await reader.stop()
  }
}

/** The mail server takes our login; nothing is sent. */
export async function checkMailServer(config: Config, { smtpPassword }: Secrets): Promise<Finding[]> {
  if (!config.smtp) return [remark('mailserver', 'demo: verstuurt niets, de console laat de mails zien')]
  const out = await openMailOut({
    smtp: config.smtp,
    password: smtpPassword,
    from: config.smtp.user,
    texts: createMailTexts(new Map()),
  })
  try {
    const { ok, detail } = await out.mailer.verify()
    return [ok ? good('mailserver', detail) : wrong('mailserver', detail)]
  } finally {
    await out.close()
  }
}
