import { afterEach, beforeEach, expect, it } from 'vitest'
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
