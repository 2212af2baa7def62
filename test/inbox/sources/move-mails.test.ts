import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { moveMails, type MoveMailsOptions, type Place } from '#src/inbox/sources/move-mails.ts'
import { troubleOf } from '#src/inbox/sources/reader-trouble.ts'
import { dovecotLacks, openDovecotMailbox } from '#test/support/dovecot-mailbox.ts'
import { account, inboxWith, mailAbout, startServer, withHandledFolder, type TestServer } from './imap-server.ts'
import { createProbe } from './reader-probe.ts'

const cleanups: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const serve = async (options: Parameters<typeof startServer>[1] = {}, ...subjects: string[]): Promise<TestServer> => {
  const inbox = withHandledFolder(inboxWith(7, ...subjects.map(mailAbout)))
  const [first] = inbox.INBOX.messages
  if (first) first.flags = ['\\Flagged', 'belangrijk']
  const server = await startServer(inbox, options)
  cleanups.push(() => server.stop())
  return server
}

const place = (uid: number, uidValidity = '7'): Place => ({ uid, uidValidity })

/** Moves these; answers with what it came to and what it said of each. */
const move = async (port: number, places: Place[], more: Partial<MoveMailsOptions> = {}) => {
  const left: [number, Place | undefined][] = []
  const outcome = await moveMails({
    account: { ...account, port },
    mailbox: 'INBOX',
    handledMailbox: 'verwerkt',
    places,
    onLeft: async ({ uid }, to) => void left.push([uid, to]),
    stop: new AbortController().signal,
    ...more,
  })
  return { outcome, left }
}

const subjects = (server: TestServer, folder: string) =>
  server.mails(folder).map(({ raw }) => /^Subject: (.*)$/m.exec(raw)?.[1]?.trim())

describe('moving handled mails', () => {
  it.each([
    ['in one step', []],
    ['by a copy of which the original is taken away, on a server without MOVE', ['MOVE']],
  ])('moves those and no other, %s, with their marks as they were', async (_, without) => {
    const server = await serve({ without }, 'een', 'twee', 'drie')
    const { outcome, left } = await move(server.port, [place(1), place(3)])
    expect(outcome).toBe('done')
    expect(left).toEqual([
      [1, place(1, '40')],
      [3, place(2, '40')],
    ])
    expect(subjects(server, 'INBOX')).toEqual(['twee'])
    expect(subjects(server, 'verwerkt')).toEqual(['een', 'drie'])
    const flags = server.mails('verwerkt').map((mail) => mail.flags.filter((flag) => flag !== '\\Recent'))
    expect(flags).toEqual([['\\Flagged', 'belangrijk'], []])
    expect(server.mails('verwerkt')[0]?.internaldate).toBe('14-Sep-2026 21:22:28 +0200')
  })

  it('leaves what a person marked as deleted, on a server without MOVE', async () => {
    const inbox = withHandledFolder(inboxWith(7, mailAbout('een'), mailAbout('van een mens')))
    const [, second] = inbox.INBOX.messages
    if (second) second.flags = ['\\Deleted']
    const server = await startServer(inbox, { without: ['MOVE'] })
    cleanups.push(() => server.stop())
    await move(server.port, [place(1)])
    expect(subjects(server, 'INBOX')).toEqual(['van een mens'])
  })

  it('touches nothing on a server that could only take away everything that is marked as deleted', async () => {
    const server = await serve({ without: ['MOVE', 'UIDPLUS'] }, 'een')
    expect(await move(server.port, [place(1)])).toEqual({ outcome: 'cannot', left: [] })
    expect(subjects(server, 'INBOX')).toEqual(['een'])
    expect(server.mails('INBOX')[0]?.flags).not.toContain('\\Deleted')
    expect(subjects(server, 'verwerkt')).toEqual([])
  })

  it('takes it as done when a person took the mail away, and when it was moved before', async () => {
    const server = await serve({}, 'een', 'twee')
    await move(server.port, [place(1)])
    expect(await move(server.port, [place(1), place(2), place(99)])).toEqual({
      outcome: 'done',
      left: [
        [1, undefined],
        [2, place(2, '40')],
        [99, undefined],
      ],
    })
    expect(subjects(server, 'verwerkt')).toEqual(['een', 'twee'])
  })

  it('moves nothing by a number that the mailbox gave before it was made anew', async () => {
    const server = await serve({}, 'een')
    expect(await move(server.port, [place(1, '6')])).toEqual({ outcome: 'done', left: [] })
    expect(subjects(server, 'INBOX')).toEqual(['een'])
  })

  it('leaves the mail when the folder is not there', async () => {
    const server = await serve({}, 'een')
    await expect(move(server.port, [place(1)], { handledMailbox: 'weg' })).rejects.toThrow('Command failed')
    expect(subjects(server, 'INBOX')).toEqual(['een'])
  })

  it('tells of nothing that was not moved when it is stopped', async () => {
    const many = Array.from({ length: 30 }, (_, number) => `mail ${String(number + 1)}`)
    const server = await serve({}, ...many)
    const stopping = new AbortController()
    const left: number[] = []
    const onLeft = async ({ uid }: Place) => {
      left.push(uid)
      stopping.abort()
    }
    const places = many.map((_, number) => place(number + 1))
    await move(server.port, places, { stop: stopping.signal, onLeft }).catch(() => undefined)
    expect(left).toHaveLength(25)
    expect(subjects(server, 'INBOX')).toEqual(many.slice(25))
  })
})

const lacking = dovecotLacks()
describe.skipIf(lacking.length > 0)(
  `moving on Dovecot${lacking.length > 0 ? ` (not set: ${lacking.join(', ')})` : ''}`,
  () => {
    it('moves a mail byte for byte, marks nothing as seen, and says where it is now', async () => {
      const box = openDovecotMailbox()
      cleanups.push(() => box.close())
      box.makeFolder('verwerkt')
      const raw = 'Subject: een\r\n\r\nCli\u00ebnt\r\n'
      box.deliver(raw)
      const probe = createProbe(box.account)
      cleanups.push(() => probe.reader.stop())
      probe.reader.start()
      await probe.waitForMails(1)
      const [mail] = probe.mails
      const places = [{ uidValidity: mail?.uidValidity ?? '', uid: mail?.uid ?? 0 }]
      const { left } = await move(box.account.port, places, { account: box.account })
      expect(left).toEqual([[1, { uidValidity: expect.stringMatching(/^\d+$/), uid: 1 }]])
      expect(box.files()).toEqual([])
      const [file = ''] = box.files('verwerkt')
      expect(file).not.toMatch(/:2,.*S/)
      expect(readFileSync(path.join(box.folder('verwerkt'), file), 'utf8')).toBe(raw)
    })

    it('says that the folder is not there, and leaves the mail', async () => {
      const box = openDovecotMailbox()
      cleanups.push(() => box.close())
      box.deliver('Subject: een\r\n\r\nx\r\n')
      const failed = await move(0, [place(1)], { account: box.account }).catch((error: unknown) => error)
      expect(troubleOf(failed, box.account, 'verwerkt').words).toContain('De map verwerkt bestaat niet')
      expect(box.files()).toHaveLength(1)
    })
  },
)
