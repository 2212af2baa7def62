import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import { handleMail } from '#src/inbox/handle-mail.ts'
import { readMail } from '#src/inbox/read-mail.ts'
import { settleMail } from '#src/services/settle-mail.ts'
import { refer } from '#test/console/console-client.ts'
import { createTestUniverse } from '#test/support/universe.ts'
import { handOut, mailFacts, runJob, verbOf, work, workerOn } from './world.ts'

/** Promise 1: no mail is lost or handled twice. */
let universe: Universe
beforeEach(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
})
afterEach(() => universe.close())

const anything: readonly (readonly [string, Buffer])[] = [
  ['an empty mail', Buffer.alloc(0)],
  ['bytes that are no mail', Buffer.from([0, 255, 254, 0, 13, 10])],
  ['a mail without a sender', Buffer.from('Subject: Aanmelding\r\n\r\nNaam: X')],
  ['a mail of a stranger', Buffer.from('From: a@elders.example\r\nTo: rip@werkwijzer.example\r\n\r\nHallo')],
  [
    'half a mail',
    Buffer.from('From: k.jansen@gemeente-voorbeeld.example\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n--x'),
  ],
]

describe('every mail', () => {
  it('whatever it is, has one row with one outcome, and the sum holds', async () => {
    for (const [, raw] of anything) await universe.arrive(raw)
    await refer(universe)
    await universe.settle()
    expect(await universe.rows.mails.counts()).toEqual({
      received: anything.length + 1,
      handled: 1,
      waiting: anything.length,
      unread: 0,
    })
  })

  it('is stored as it came before anything reads it', async () => {
    for (const [name, raw] of anything) {
      const id = await universe.arrive(raw)
      expect((await universe.rows.mails.read(id))?.raw, name).toEqual(raw)
    }
    expect(await universe.rows.mails.counts()).toMatchObject({ handled: 0, waiting: 0, unread: anything.length })
  })

  it('of which the reading breaks waits for a person, with the bytes kept', async () => {
    const id = await universe.arrive(Buffer.from('From: a@b.example\r\n\r\nHallo'))
    const read = () => Promise.reject(new Error('the parser broke'))
    await handleMail({ verb: verbOf(universe), mails: universe.rows.mails, facts: mailFacts(universe), read }, id)
    expect(await universe.rows.mails.waiting(id)).toMatchObject([{ why: 'unreadable' }])
  })

  it('is handled although the worker died after storing it, and after it was handed out', async () => {
    await universe.arrive(Buffer.from('From: a@b.example\r\n\r\nHallo'))
    expect((await handOut(universe)).map(({ name }) => name)).toEqual(['mail'])
    // Nobody did it. A minute later it is handed out again.
    universe.clock.moveTo(universe.clock.now().add({ seconds: 61 }))
    await work(universe, workerOn(universe))
    expect(await universe.rows.mails.counts()).toMatchObject({ unread: 0, waiting: 1 })
  })

  it('that comes again, byte for byte, is the same one', async () => {
    const raw = Buffer.from('From: a@b.example\r\n\r\nHallo')
    const first = await universe.arrive(raw)
    await universe.settle()
    expect(await universe.arrive(raw)).toBe(first)
    await universe.settle()
    expect(await universe.rows.mails.counts()).toMatchObject({ received: 1, waiting: 1 })
  })

  it('is handled once, however many workers have it at the same time', async () => {
    await refer(universe, { Klantnummer: 'K-1' })
    const mail = await universe.database.selectFrom('mails').select('id').executeTakeFirstOrThrow()
    await universe.database.updateTable('mails').set({ outcome: null, handled_at: null }).execute()
    const reset = await universe.journeys()
    const job = { name: 'mail', id: mail.id, data: { mailId: mail.id } } as const
    await Promise.all([1, 2, 3].map(() => runJob(workerOn(universe), job)))
    // The one that came first finds the journey that was made before; the others find the mail handled.
    expect(await universe.journeys()).toEqual(reset)
    await universe.settle()
    expect(universe.post.sent.filter(({ facts }) => facts.purpose === 'mail_waiting')).toHaveLength(1)
  })

  it('keeps its first outcome when it is settled once more', async () => {
    const id = await refer(universe)
    const raw = Buffer.from('From: a@b.example\r\n\r\nHallo')
    await settleMail(verbOf(universe), id, await readMail(raw, mailFacts(universe)))
    await universe.settle()
    expect(await universe.rows.mails.counts()).toEqual({ received: 1, handled: 1, waiting: 0, unread: 0 })
    expect(universe.post.sent).toEqual([])
  })
})
