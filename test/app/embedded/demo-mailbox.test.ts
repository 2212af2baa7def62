import { once } from 'node:events'
import { ImapFlow } from 'imapflow'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { startDemoMailbox } from '#src/app/embedded/demo-mailbox.ts'
import type { DemoMailbox } from '#src/app/embedded/demo-mailbox.ts'

const account = { user: 'instroom@aanbieder.example', password: 'demo' }
const mail = 'From: consulent@gemeente.example\r\nSubject: aanmelding\r\n\r\nNaam: Ödön Voorbeeld\r\n'

let mailbox: DemoMailbox
beforeEach(async () => {
  mailbox = await startDemoMailbox(account)
})
afterEach(() => mailbox.stop())

async function connect(password = account.password): Promise<ImapFlow> {
  const { host, port, user } = mailbox
  const client = new ImapFlow({
    host,
    port,
    secure: false,
    doSTARTTLS: false,
    auth: { user, pass: password },
    logger: false,
  })
  client.on('error', () => {})
  await client.connect()
  onTestFinished(() => client.close())
  return client
}

describe('the demo mailbox', () => {
  it('gives a mail back byte for byte, text and bytes alike', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Subject: bytes\r\n\r\n'),
      Buffer.from([0x80, 0xff, 0xc3, 0xa9, 0x0d, 0x0a]),
    ])
    mailbox.deliver(mail)
    mailbox.deliver(bytes)
    const client = await connect()
    await client.mailboxOpen('INBOX')
    const sources = (await client.fetchAll('1:*', { source: true })).map((message) => message.source)
    expect(sources[0]?.toString('utf8')).toBe(mail)
    expect(sources[1]?.equals(bytes)).toBe(true)
  })

  it('tells a waiting client at once that there is mail', async () => {
    const client = await connect()
    await client.mailboxOpen('INBOX')
    const idling = client.idle()
    const news = once(client, 'exists')
    setTimeout(() => mailbox.deliver(mail), 50)
    expect((await news)[0]).toMatchObject({ path: 'INBOX', count: 1, prevCount: 0 })
    client.close()
    await idling.catch(() => {})
  })

  it('moves a mail to the folder for what was handled', async () => {
    mailbox.deliver(mail)
    mailbox.deliver(mail)
    const client = await connect()
    expect((await client.list()).map((folder) => folder.path)).toContain('Opkomst/verwerkt')
    await client.mailboxOpen('INBOX')
    const moved = await client.messageMove('1', 'Opkomst/verwerkt', { uid: true })
    expect(moved && [...(moved.uidMap ?? [])]).toEqual([[1, 1]])
    expect((await client.fetchAll('1:*', { uid: true })).map((message) => message.uid)).toEqual([2])
    expect(await client.status('Opkomst/verwerkt', { messages: true })).toMatchObject({ messages: 1 })
  })

  it('dates a mail by when it was received', async () => {
    const receivedAt = new Date('2026-11-20T09:30:00Z')
    mailbox.deliver(mail, receivedAt)
    const client = await connect()
    await client.mailboxOpen('INBOX')
    const message = await client.fetchOne('1', { internalDate: true })
    expect(message && message.internalDate).toEqual(receivedAt)
  })

  it('is a new mailbox to its readers after a restart, on the port they know', async () => {
    const before = (await (await connect()).mailboxOpen('INBOX')).uidValidity
    await mailbox.stop()
    mailbox = await startDemoMailbox({ ...account, port: mailbox.port })
    const after = (await (await connect()).mailboxOpen('INBOX')).uidValidity
    expect(after).not.toBe(before)
  })

  it('hangs up on its clients when it stops', async () => {
    const client = await connect()
    const closed = once(client, 'close')
    await mailbox.stop()
    await closed
    expect(client.usable).toBe(false)
  })

  it('refuses a wrong password, and the account that its library comes with', async () => {
    await expect(connect('guess')).rejects.toMatchObject({ authenticationFailed: true })
    Object.assign(mailbox, { user: 'testuser' })
    await expect(connect('testpass')).rejects.toMatchObject({ authenticationFailed: true })
  })
})
