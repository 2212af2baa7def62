import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { ImapReaderOptions } from '#src/inbox/sources/imap-reader.ts'
import type { MailAccount } from '#src/inbox/sources/mail-source.ts'
import { createProbe, type Probe } from './reader-probe.ts'

const settings = {
  OPKOMST_TEST_IMAP_URL: process.env['OPKOMST_TEST_IMAP_URL'],
  OPKOMST_TEST_IMAPS_URL: process.env['OPKOMST_TEST_IMAPS_URL'],
  OPKOMST_TEST_IMAP_CA: process.env['OPKOMST_TEST_IMAP_CA'],
  OPKOMST_TEST_MAILDIR: process.env['OPKOMST_TEST_MAILDIR'],
}
const missing = (...names: (keyof typeof settings)[]) => names.filter((name) => settings[name] === undefined)
const title = (name: string, lacking: string[]) =>
  lacking.length === 0 ? name : `${name} (not set: ${lacking.join(', ')})`

const accountOf = (url: string | undefined): MailAccount => {
  const { protocol, hostname, port, username, password } = new URL(url ?? 'imap://nobody:none@localhost:1')
  const login = { user: decodeURIComponent(username), password: decodeURIComponent(password) }
  return { host: hostname, port: Number(port), ...login, secure: protocol === 'imaps:' }
}

let delivered = 0
/** As a mail server delivers: written elsewhere, then moved, so that nobody sees half a mail. */
const deliver = (raw: Buffer): void => {
  const maildir = settings.OPKOMST_TEST_MAILDIR ?? ''
  const name = `${Date.now()}.${process.pid}_${(delivered += 1)}.test`
  writeFileSync(join(maildir, 'tmp', name), raw, { mode: 0o644 })
  renameSync(join(maildir, 'tmp', name), join(maildir, 'new', name))
}

const readers: Probe[] = []
afterEach(async () => {
  for (const { reader } of readers.splice(0)) await reader.stop()
})

const read = (account: MailAccount, overrides: Partial<ImapReaderOptions> = {}): Probe => {
  const probe = createProbe(account, overrides)
  readers.push(probe)
  probe.reader.start()
  return probe
}

/** A reader that has taken in what earlier runs left behind. */
const readNew = async (account: MailAccount): Promise<Probe> => {
  const probe = read(account)
  await probe.waitForState('idle')
  probe.mails.length = 0
  return probe
}

const eightBit = Buffer.from(
  'Subject: bytes\r\nContent-Type: text/plain; charset=latin1\r\n\r\nCli\xebnt \xff\r\n.\r\n',
  'latin1',
)

const plainLacks = missing('OPKOMST_TEST_IMAP_URL', 'OPKOMST_TEST_MAILDIR')
describe.skipIf(plainLacks.length > 0)(title('a mailbox on Dovecot', plainLacks), () => {
  const account = accountOf(settings.OPKOMST_TEST_IMAP_URL)

  it('gives each mail byte for byte, within seconds after its delivery', async () => {
    const probe = await readNew(account)
    deliver(eightBit)
    await probe.waitForMails(1)
    expect(probe.mails[0]?.raw?.equals(eightBit)).toBe(true)
    expect(Math.abs((probe.mails[0]?.internalDate.epochMilliseconds ?? 0) - Date.now())).toBeLessThan(60_000)
  })

  it('keeps its order in a burst, and marks nothing as seen', async () => {
    const probe = await readNew(account)
    const subjects = Array.from({ length: 40 }, (_, index) => `nummer ${index}`)
    for (const subject of subjects) deliver(Buffer.from(`Subject: ${subject}\r\n\r\nx\r\n`))
    await probe.waitForMails(subjects.length)
    expect(probe.subjects().toSorted()).toEqual(subjects.toSorted())
    const uids = probe.mails.map(({ uid }) => uid)
    expect(uids).toEqual(uids.toSorted((a, b) => a - b))
    const files = ['new', 'cur'].flatMap((folder) => readdirSync(join(settings.OPKOMST_TEST_MAILDIR ?? '', folder)))
    expect(files.filter((file) => /:2,.*S/.test(file))).toEqual([])
  })

  it('hands over nothing twice, however often it is looked at', async () => {
    const probe = read(account, { pollMs: 20 })
    await probe.waitForState('idle')
    deliver(Buffer.from('Subject: een keer\r\n\r\nx\r\n'))
    const before = probe.mails.length
    await probe.waitForMails(before + 1)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const uids = probe.mails.map(({ uid }) => uid)
    expect(new Set(uids).size).toBe(uids.length)
  })

  it('says that the password is wrong', async () => {
    const probe = read({ ...account, password: 'verkeerd' })
    await probe.waitForState('waiting')
    expect(probe.lastTrouble()?.why).toBe('wrong_password')
  })
})

const tlsLacks = missing('OPKOMST_TEST_IMAPS_URL', 'OPKOMST_TEST_IMAP_CA')
describe.skipIf(tlsLacks.length > 0)(title('a mailbox on Dovecot over TLS', tlsLacks), () => {
  const account = accountOf(settings.OPKOMST_TEST_IMAPS_URL)

  it('is read when the authority of the certificate is given', async () => {
    const ca = readFileSync(settings.OPKOMST_TEST_IMAP_CA ?? '', 'utf8')
    const probe = read({ ...account, tls: { ca } })
    await probe.waitForState('idle')
    expect(probe.lastTrouble()).toBeUndefined()
  })

  it('is refused when it is not, and says that the certificate is the trouble', async () => {
    const probe = read(account)
    await probe.waitForState('waiting')
    expect(probe.lastTrouble()?.why).toBe('tls')
  })
})
