import { setTimeout as sleep } from 'node:timers/promises'
import { clamdPlaceOf, pingClamd } from '#src/inbox/attachments/clamd.ts'
import { createImapReader } from '#src/inbox/sources/imap-reader.ts'
import { createMailTexts } from '#src/notices/mail-texts.ts'
import { systemClock } from '../clock.ts'
import type { Config, Secrets } from '../config/config.ts'
import { realMailboxes, type MailboxToRead } from '../runtime/mail-account.ts'
import { openMailOut } from '../runtime/mail-out.ts'
import { good, remark, wrong, type Finding } from './finding.ts'

const longestMs = 20_000

/** Connects, logs in and opens each folder as the reader does, and takes nothing in. */
export async function checkMailboxes({ imap }: Config, secrets: Secrets): Promise<Finding[]> {
  if (!imap) return [remark('mailbox', 'demo: een eigen postbus, zolang Opkomst draait')]
  const read = await realMailboxes(imap, secrets)
  const moved = new Map(
    read.flatMap(({ account, handled }) => (handled ? [[handled.name, { account, ...handled }]] : [])),
  )
  return Promise.all([...read, ...moved.values()].map(checkMailbox))
}

type Folder = Pick<MailboxToRead, 'account' | 'mailbox'>

async function checkMailbox({ account, mailbox }: Folder): Promise<Finding> {
  const { host, user } = account
  const { promise, resolve } = Promise.withResolvers<Finding>()
  const reader = createImapReader({
    account,
    mailbox,
    positions: { load: () => Promise.resolve(undefined), save: () => Promise.resolve() },
    clock: systemClock,
    since: systemClock.now().add({ hours: 24 * 365 }), // whatever lies there is older: nothing is fetched
    receive: () => Promise.reject(new Error('only looking')),
    onState: (state) => {
      if (state.kind === 'idle') resolve(good('mailbox', `${mailbox} van ${user} op ${host} is te lezen`))
      if (state.kind === 'waiting') resolve(wrong('mailbox', state.words))
    },
  })
  reader.start()
  const late = wrong('mailbox', `${host} geeft geen antwoord: kijk of een firewall de poort tegenhoudt`)
  try {
    return await Promise.race([promise, sleep(longestMs, late, { ref: false })])
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

/** Whether the virus scanner answers; only of a real mailbox it matters that there is none. */
export async function checkScanner({ clamdUrl, imap }: Pick<Config, 'clamdUrl' | 'imap'>): Promise<Finding[]> {
  const place = clamdUrl === undefined ? undefined : clamdPlaceOf(clamdUrl)
  if (place === undefined) return imap ? [remark('virusscanner', scannerOff)] : []
  return [
    (await pingClamd(place))
      ? good('virusscanner', `clamd op ${clamdUrl} antwoordt`)
      : wrong('virusscanner', scannerSilent),
  ]
}

const scannerOff = 'uit (zet CLAMD_URL): bijlagen worden geopend zonder dat een scanner ze heeft nagekeken'
const scannerSilent =
  'de virusscanner antwoordt niet, dus elke mail met een bijlage wacht op een medewerker: kijk of clamd draait en of CLAMD_URL klopt'
