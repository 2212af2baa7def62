import { afterEach, beforeEach, expect, it } from 'vitest'
import { settleMail } from '#src/services/settle-mail.ts'
import { createRig, referral, type Rig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await createRig()
})
afterEach(() => rig.close())

it('keeps the bytes before anything reads them', async () => {
  const raw = referral('een')
  const id = await rig.arrive(raw)
  const stored = await rig.rows.mails.read(id)
  expect(stored?.raw?.equals(raw)).toBe(true)
  expect(await rig.rows.mails.counts()).toEqual({ received: 1, handled: 0, waiting: 0, unread: 1 })
})

it('gives the same mail, seen again anywhere, one row and one journey', async () => {
  const raw = referral('een')
  const first = await rig.arrive(raw)
  await rig.handlers.mail({ mailId: first })
  const second = await rig.arrive(raw, { mailbox: 'INBOX', uidValidity: '2', uid: 1 })
  await rig.handlers.mail({ mailId: second })
  await rig.handlers.mail({ mailId: first })
  expect(second).toBe(first)
  expect(await rig.db.selectFrom('mail_sightings').selectAll().execute()).toHaveLength(2)
  expect(await rig.db.selectFrom('journeys').selectAll().execute()).toHaveLength(1)
})

it.each([
  ['empty', Buffer.alloc(0)],
  ['no mail at all', Buffer.from([0, 255, 13, 10, 0])],
  ['half a mail', referral('half').subarray(0, 120)],
  [
    'a mail that breaks the reader',
    Buffer.from(`Content-Type: multipart/mixed; boundary="\r\n\r\n${'--\r\n'.repeat(2000)}`),
  ],
])('ends %s with one outcome: a person has it, and received = handled + waiting', async (_, raw) => {
  await rig.handlers.mail({ mailId: await rig.arrive(raw) })
  expect(await rig.rows.mails.counts()).toEqual({ received: 1, handled: 0, waiting: 1, unread: 0 })
})

it('ends a mail whose reading fails with a person, never with nothing', async () => {
  const id = await rig.arrive(referral('een'))
  const { handleMail } = await import('#src/inbox/handle-mail.ts')
  const read = () => Promise.reject(new Error('the reader broke'))
  await handleMail({ verb: rig.verb, mails: rig.rows.mails, facts: { contracts: [] }, read }, id)
  expect(await rig.rows.mails.counts()).toMatchObject({ handled: 0, waiting: 1, unread: 0 })
})

it('keeps the first outcome of a mail that two workers read, and tells nobody of a second', async () => {
  const id = await rig.arrive(referral('een'))
  const finding = { contractId: 'lansingerland', outcome: { kind: 'waits', why: 'unreadable', words: 'x' } } as const
  await rig.handlers.mail({ mailId: id })
  await settleMail(rig.verb, id, finding)
  expect(await rig.rows.mails.counts()).toEqual({ received: 1, handled: 1, waiting: 0, unread: 0 })
  expect((await rig.outgoing()).filter((row) => row.purpose === 'mail_waiting')).toEqual([])
})

it('reads a mail although the worker that had it died', async () => {
  await rig.arrive(referral('een'))
  expect((await rig.due()).map((job) => job.name)).toEqual(['mail'])
  expect(await rig.due()).toEqual([])
  rig.clock.moveTo(rig.clock.now().add({ minutes: 2 }))
  await rig.work(1)
  expect(await rig.rows.mails.counts()).toMatchObject({ handled: 1, unread: 0 })
})
