import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { afterEach, describe, expect, it } from 'vitest'
import { largestMailBytes, type MailboxPosition } from '#src/inbox/sources/mail-source.ts'
import { openUnreliableLine } from '#test/support/unreliable-line.ts'
import { account, inboxWith, mailAbout, startServer, type TestServer } from './imap-server.ts'
import { createProbe, type Probe } from './reader-probe.ts'

const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const serve = async (...args: Parameters<typeof startServer>): Promise<TestServer> => {
  const server = await startServer(...args)
  cleanups.push(() => server.stop())
  return server
}

const read = (port: number, overrides: Parameters<typeof createProbe>[1] = {}, password = account.password): Probe => {
  const probe = createProbe({ ...account, port, password }, overrides)
  cleanups.push(() => probe.reader.stop())
  probe.reader.start()
  return probe
}

describe('reading a mailbox', () => {
  it('hands over what lies there, in order, with the moment at which the server received it', async () => {
    const server = await serve(inboxWith(7, mailAbout('een'), mailAbout('twee')))
    const probe = read(server.port)
    await probe.waitForMails(2)
    expect(probe.subjects()).toEqual(['een', 'twee'])
    expect(probe.mails[0]).toMatchObject({ mailbox: 'INBOX', uidValidity: '7', uid: 1, size: mailAbout('een').length })
    expect(probe.mails[0]?.internalDate.equals(Temporal.Instant.from('2026-09-14T19:22:28Z'))).toBe(true)
  })

  it('hears at once of a mail that arrives while it waits', async () => {
    const server = await serve(inboxWith(1))
    const probe = read(server.port)
    await probe.waitForState('idle')
    const sentAt = performance.now()
    server.append(mailAbout('nieuw'))
    await probe.waitForMails(1)
    expect(performance.now() - sentAt).toBeLessThan(1000)
    expect(probe.subjects()).toEqual(['nieuw'])
  })

  it('finds a mail by polling when the server cannot push', async () => {
    const server = await serve(inboxWith(1), { idle: false })
    const probe = read(server.port, { pollMs: 30 })
    await probe.waitForState('idle')
    server.append(mailAbout('nieuw'))
    await probe.waitForMails(1)
    expect(probe.subjects()).toEqual(['nieuw'])
  })

  it('finds a mail by polling when the server takes IDLE and then says nothing', async () => {
    const server = await serve(inboxWith(1), { silent: true })
    const probe = read(server.port, { pollMs: 30 })
    await probe.waitForState('idle')
    server.append(mailAbout('nieuw'))
    await probe.waitForMails(1)
    expect(probe.subjects()).toEqual(['nieuw'])
  })

  it('goes on where it was after a new start', async () => {
    const server = await serve(inboxWith(1, mailAbout('een')))
    const first = read(server.port)
    await first.waitForState('idle')
    await first.reader.stop()
    server.append(mailAbout('twee'))
    const second = read(server.port, {
      positions: { load: async (mailbox) => first.saved.get(mailbox), save: async () => undefined },
    })
    await second.waitForMails(1)
    expect(second.subjects()).toEqual(['twee'])
  })

  it('marks no mail as seen', async () => {
    const server = await serve(inboxWith(1, mailAbout('een')))
    const probe = read(server.port)
    await probe.waitForState('idle')
    server.append(mailAbout('twee'))
    await probe.waitForMails(2)
    expect(server.flags().flat()).not.toContain('\\Seen')
  })

  it('counts a mail that is too large without fetching it', async () => {
    const server = await serve(inboxWith(1, mailAbout('x'.repeat(largestMailBytes)), mailAbout('klein')))
    const probe = read(server.port)
    await probe.waitForMails(2)
    expect(probe.mails[0]).not.toHaveProperty('raw')
    expect(probe.mails[0]?.size).toBeGreaterThan(largestMailBytes)
    expect(server.sentBytes()).toBeLessThan(100_000)
    expect(probe.subjects()[1]).toBe('klein')
  })
})

describe('a mailbox that is taken in from a day on', () => {
  const since = Temporal.Instant.from('2026-09-01T00:00:00+02:00')
  const old = { internaldate: '31-Aug-2026 23:59:59 +0200', raw: mailAbout('oud') }
  const recent = { internaldate: '01-Sep-2026 00:00:00 +0200', raw: mailAbout('nieuw') }
  const inboxOf = (...messages: (typeof old)[]) => ({
    INBOX: { uidvalidity: 1, messages: messages.map((message) => ({ ...message })) },
    '': {},
  })

  it('passes over what the server received before, also when it lies behind newer mail, and says how many', async () => {
    const older: number[] = []
    const server = await serve(inboxOf(old, recent, old))
    const probe = read(server.port, { since, pollMs: 20, onOlder: (mails) => older.push(mails) })
    await probe.waitForState('idle')
    expect(probe.subjects()).toEqual(['nieuw'])
    expect(probe.saved.get('INBOX')).toMatchObject({ lastUid: 3, since })
    server.append(mailAbout('van nu'))
    await probe.waitForMails(2)
    expect(older).toEqual([2])
  })

  it('fetches none of thousands of old mails, and looks at them once', async () => {
    const server = await serve(inboxOf(...Array.from({ length: 3_000 }, () => old), recent))
    let saves = 0
    const saved = new Map<string, MailboxPosition>()
    const positions = {
      load: async (mailbox: string) => saved.get(mailbox),
      save: async (mailbox: string, position: MailboxPosition) => {
        saves += 1
        saved.set(mailbox, position)
      },
    }
    const probe = read(server.port, { since, positions })
    await probe.waitForState('idle')
    expect(probe.subjects()).toEqual(['nieuw'])
    expect(saves).toBe(1)
    await probe.reader.stop()
    const again = read(server.port, { since, positions })
    await again.waitForState('idle')
    expect(server.sentBytes()).toBeLessThan(5_000)
    expect(again.mails).toEqual([])
  })

  it('takes in what it passed over once the day is an earlier one', async () => {
    const server = await serve(inboxOf(old, recent))
    const first = read(server.port, { since })
    await first.waitForState('idle')
    await first.reader.stop()
    const positions = { load: async () => first.saved.get('INBOX'), save: async () => undefined }
    const earlier = read(server.port, { since: since.subtract({ hours: 24 }), positions })
    await earlier.waitForState('idle')
    expect(earlier.subjects()).toEqual(['oud', 'nieuw'])
    const all = read(server.port, { positions })
    await all.waitForState('idle')
    expect(all.subjects()).toEqual(['oud', 'nieuw'])
    const later = read(server.port, { since: since.add({ hours: 24 }), positions })
    await later.waitForState('idle')
    expect(later.mails).toEqual([])
  })
})

describe('when something breaks', () => {
  it.each([
    ['the line says nothing any more and nobody hangs up', 200],
    ['the server never takes up the wait for news', 0],
  ])('comes back by itself when %s', async (_, afterMs) => {
    const server = await serve(inboxWith(1, mailAbout('een')))
    const line = await openUnreliableLine({ host: account.host, port: server.port })
    cleanups.push(() => line.close())
    const probe = read(line.port, { pollMs: 50, deadLineMs: 300 })
    await probe.waitForState('idle')
    await sleep(afterMs)
    line.silence()
    await probe.waitForState('waiting')
    expect(['timeout', 'lost']).toContain(probe.lastTrouble()?.why)
    server.append(mailAbout('twee'))
    await line.restore()
    await probe.waitForMails(2)
    expect(probe.subjects()).toEqual(['een', 'twee'])
  })

  it('comes back after the server was restarted, and misses nothing', async () => {
    const server = await serve(inboxWith(1, mailAbout('een')))
    const probe = read(server.port)
    await probe.waitForState('idle')
    await server.stop()
    await probe.waitForState('waiting')
    expect(['lost', 'refused']).toContain(probe.lastTrouble()?.why)
    await serve(inboxWith(1, mailAbout('een'), mailAbout('twee')), { port: server.port })
    await probe.waitForMails(2)
    expect(probe.subjects()).toEqual(['een', 'twee'])
  })

  it('starts over from the first mail when the mailbox has another UIDVALIDITY', async () => {
    const server = await serve(inboxWith(1, mailAbout('een'), mailAbout('twee')))
    const probe = read(server.port)
    await probe.waitForState('idle')
    await server.stop()
    await serve(inboxWith(2, mailAbout('ander')), { port: server.port })
    await probe.waitForMails(3)
    expect(probe.mails.at(-1)).toMatchObject({ uidValidity: '2', uid: 1 })
    await probe.waitForState('idle', 2)
    expect(probe.saved.get('INBOX')).toEqual({ uidValidity: '2', lastUid: 1 })
  })

  it('hands over the same mail again when taking it in failed, and no later one before it', async () => {
    const server = await serve(inboxWith(1, mailAbout('een'), mailAbout('twee')))
    const seen: number[] = []
    const probe = read(server.port, {
      receive: async ({ uid }) => {
        seen.push(uid)
        if (seen.length === 1) throw new Error('database weg')
      },
    })
    await probe.waitForState('idle')
    expect(seen).toEqual([1, 1, 2])
    expect(probe.lastTrouble()).toMatchObject({
      why: 'other',
      words: expect.stringContaining('niet worden opgeslagen'),
    })
  })

  it('keeps the position behind a mail that could not be taken in', async () => {
    const server = await serve(inboxWith(1, mailAbout('een'), mailAbout('twee')))
    const probe = read(server.port, {
      receive: async ({ uid }) => {
        if (uid === 2) throw new Error('schijf vol')
      },
    })
    await probe.waitForState('waiting', 2)
    expect(probe.saved.get('INBOX')).toEqual({ uidValidity: '1', lastUid: 1 })
  })

  it('says that it is not the mail server when its own position cannot be kept', async () => {
    const server = await serve(inboxWith(1, mailAbout('een')))
    const probe = read(server.port, {
      positions: { load: async () => undefined, save: () => Promise.reject(new Error('database weg')) },
    })
    await probe.waitForState('waiting')
    expect(probe.lastTrouble()).toMatchObject({ why: 'other', words: expect.stringContaining('database') })
  })

  it('waits the longest time at once when the password is wrong, and never says the password', async () => {
    const server = await serve(inboxWith(1))
    const probe = read(server.port, { backoff: { firstMs: 10, maxMs: 300_000 } }, 'verkeerd-woord')
    await probe.waitForState('waiting')
    const trouble = probe.lastTrouble()
    expect(trouble?.why).toBe('wrong_password')
    expect((trouble?.untilMs ?? 0) - Date.now()).toBeGreaterThan(290_000)
    expect(JSON.stringify(probe.states)).not.toContain('verkeerd-woord')
  })

  it('says that nobody listens', async () => {
    const server = await serve(inboxWith(1))
    await server.stop()
    cleanups.length = 0
    const probe = read(server.port)
    await probe.waitForState('waiting', 2)
    expect(probe.lastTrouble()?.why).toBe('refused')
  })

  it('says that the name of the server is unknown', async () => {
    const probe = createProbe({ ...account, host: 'bestaat-niet.invalid', port: 993, secure: true })
    cleanups.push(() => probe.reader.stop())
    probe.reader.start()
    await probe.waitForState('waiting')
    expect(probe.lastTrouble()?.why).toBe('dns')
  })

  it('says that the folder does not exist', async () => {
    const server = await serve(inboxWith(1))
    const probe = read(server.port, { mailbox: 'Aanmeldingen' })
    await probe.waitForState('waiting')
    expect(probe.lastTrouble()?.why).toBe('other')
  })

  it('demands TLS of a server elsewhere', async () => {
    const server = await serve(inboxWith(1))
    const probe = createProbe({ ...account, host: '0.0.0.0', port: server.port })
    cleanups.push(() => probe.reader.stop())
    probe.reader.start()
    await probe.waitForState('waiting')
    expect(probe.lastTrouble()?.why).toBe('tls')
  })

  it('survives a listener that throws', async () => {
    const server = await serve(inboxWith(1, mailAbout('een')))
    const probe = read(server.port, {
      onState: () => {
        throw new Error('kapotte luisteraar')
      },
    })
    await probe.waitForMails(1)
    expect(probe.subjects()).toEqual(['een'])
  })
})

describe('a line that breaks', () => {
  /** Passes on what the server says, and cuts the line after so many bytes; each next line may carry some more. */
  const startProxy = async (serverPort: number, bytesOfLine: (line: number) => number): Promise<number> => {
    let lines = 0
    const proxy = createServer((socket) => {
      let left = bytesOfLine(lines++)
      const upstream = connect(serverPort, account.host)
      const cut = () => [socket, upstream].forEach((side) => side.destroy())
      for (const side of [socket, upstream]) side.on('error', cut).on('close', cut)
      socket.pipe(upstream)
      upstream.on('data', (data: Buffer) => {
        socket.write(data.subarray(0, left))
        left -= data.length
        if (left <= 0) socket.destroySoon()
      })
    })
    proxy.listen(0, account.host)
    await once(proxy, 'listening')
    cleanups.push(async () => void proxy.close())
    const address = proxy.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  }

  it('loses no mail, wherever it breaks, and changes no order', async () => {
    const subjects = ['een', 'twee', 'drie', 'vier', 'vijf']
    const server = await serve(inboxWith(1, ...subjects.map(mailAbout)))
    const port = await startProxy(server.port, (line) => 60 + line * 37)
    const probe = read(port, { backoff: { firstMs: 1, maxMs: 1 } })
    await probe.waitForState('idle')
    expect([...new Set(probe.subjects())]).toEqual(subjects)
    expect(probe.mails.map(({ uid }) => uid)).toEqual(probe.mails.map(({ uid }) => uid).toSorted((a, b) => a - b))
    expect(probe.states.filter(({ kind }) => kind === 'connecting').length).toBeGreaterThan(10)
    expect(probe.mails.every(({ raw, size }) => raw?.length === size)).toBe(true)
  })

  it('that carries nonsense is tried again', async () => {
    const nonsense = [
      '* OK\r\n* {99999999999}\r\n',
      '\0\0\0',
      '* BYE\r\n',
      '* OK hoi\r\n) ( "\r\n',
      'HTTP/1.1 400 Bad Request\r\n\r\n',
    ]
    let lines = 0
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.end(nonsense[lines++ % nonsense.length] ?? '')
    })
    server.listen(0, account.host)
    await once(server, 'listening')
    cleanups.push(async () => void server.close())
    const address = server.address()
    const probe = read(typeof address === 'object' && address !== null ? address.port : 0)
    await probe.waitForState('waiting', 2 * nonsense.length)
    expect(probe.states.some(({ kind }) => kind === 'idle')).toBe(false)
  })
})

describe('stopping', () => {
  const stopMs = async (probe: Probe): Promise<number> => {
    const from = performance.now()
    await probe.reader.stop()
    return performance.now() - from
  }

  it('lets the mail that is being taken in finish, and saves its position', async () => {
    const server = await serve(inboxWith(1, mailAbout('een'), mailAbout('twee')))
    let taken = 0
    const probe = read(server.port, {
      receive: async () => {
        taken += 1
        await new Promise((resolve) => setTimeout(resolve, 100))
      },
    })
    await probe.waitForState('connecting')
    while (taken === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    await probe.reader.stop()
    expect(taken).toBe(1)
    expect(probe.saved.get('INBOX')).toEqual({ uidValidity: '1', lastUid: 1 })
  })

  it('takes less than two seconds when taking in never ends', async () => {
    const server = await serve(inboxWith(1, mailAbout('een')))
    let entered = false
    const probe = read(server.port, {
      receive: () => {
        entered = true
        return new Promise(() => undefined)
      },
    })
    while (!entered) await new Promise((resolve) => setTimeout(resolve, 1))
    expect(await stopMs(probe)).toBeLessThan(2000)
  })

  it('takes less than two seconds when the server says nothing', async () => {
    const silent = createServer((socket) => void socket.on('error', () => undefined))
    silent.listen(0, '127.0.0.1')
    await once(silent, 'listening')
    cleanups.push(async () => void silent.close())
    const address = silent.address()
    const probe = read(typeof address === 'object' && address !== null ? address.port : 0)
    await probe.waitForState('connecting')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await stopMs(probe)).toBeLessThan(1500)
  })

  it('takes less than two seconds while it waits for the next try, and tries no more', async () => {
    const probe = read(1, { backoff: { firstMs: 60_000, maxMs: 60_000 } })
    await probe.waitForState('waiting')
    expect(await stopMs(probe)).toBeLessThan(500)
    expect(probe.states.filter(({ kind }) => kind === 'connecting')).toHaveLength(1)
  })

  it('can be started again', async () => {
    const server = await serve(inboxWith(1, mailAbout('een')))
    const probe = read(server.port)
    await probe.waitForState('idle')
    await probe.reader.stop()
    server.append(mailAbout('twee'))
    probe.reader.start()
    await probe.waitForMails(2)
    expect(probe.subjects()).toEqual(['een', 'twee'])
  })
})
