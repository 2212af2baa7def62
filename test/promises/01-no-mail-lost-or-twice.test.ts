import { afterEach, beforeEach, expect, it } from 'vitest'
import { consulentMail, deliveryReport } from '#src/app/virtual/later-mails.ts'
import { handleMail } from '#src/inbox/handle-mail.ts'
import { ReadingStopped } from '#src/inbox/reading/reading-stopped.ts'
import { virtualAuthserv } from '#src/app/virtual/universe.ts'
import { type MailFinding, settleMail } from '#src/services/settle-mail.ts'
import { createMails } from '#src/store/mails.ts'
import { createMailPlaces } from '#src/store/mail-places.ts'
import { createMailboxPositions } from '#src/store/mailbox-positions.ts'
import { createRig, referral, type Rig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await createRig()
})
afterEach(() => rig.close())

it('keeps the bytes before anything reads them', async () => {
  const raw = referral('een')
  const id = await rig.arrive(raw)
  // As a process that did not see it come in: what this one remembers is no proof.
  const stored = await createMails(rig.db, rig.keyring).read(id)
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
  const read = () => Promise.reject(new Error('the reader broke'))
  await handleMail({ verb: rig.verb, mails: rig.rows.mails, facts: { contracts: [] }, read }, id)
  expect(await rig.rows.mails.counts()).toMatchObject({ handled: 0, waiting: 1, unread: 0 })
})

it('gives a mail back whose reading was stopped with the program, so that the next start has it at once', async () => {
  const id = await rig.arrive(referral('een'))
  const now = rig.verb.clock.now()
  expect(await rig.rows.mails.unread(now, 60, 10)).toEqual([id])
  expect(await rig.rows.mails.unread(now, 60, 10)).toEqual([])
  const read = () => Promise.reject(new ReadingStopped())
  const parts = { verb: rig.verb, mails: rig.rows.mails, facts: { contracts: [] }, read }
  await expect(handleMail(parts, id)).rejects.toBeInstanceOf(ReadingStopped)
  expect(await rig.rows.mails.counts()).toMatchObject({ handled: 0, waiting: 0, unread: 1 })
  expect(await rig.rows.mails.unread(now, 60, 10)).toEqual([id])
})

it('keeps the first outcome of a mail that two workers read, and tells nobody of a second', async () => {
  const id = await rig.arrive(referral('een'))
  const finding: MailFinding = {
    kind: 'unreadable',
    contractId: 'lansingerland',
    outcome: { kind: 'waits', why: 'unreadable', words: 'x' },
    proposals: [],
    about: [],
    likeness: '',
    stem: '',
    answerable: false,
    sender: {
      verdict: 'unverified',
      words: '',
      record: { transport: { encrypted: 'unknown' }, server: {}, dkim: { kind: 'not_asked' } },
    },
  }
  await rig.handlers.mail({ mailId: id })
  await settleMail(rig.verb, id, finding)
  expect(await rig.rows.mails.counts()).toEqual({ received: 1, handled: 1, waiting: 0, unread: 0 })
  expect((await rig.outgoing()).filter((row) => row.purpose === 'mail_waiting')).toEqual([])
})

it('gives a report, a repetition, a correction and an answer one outcome each, however often they are handled', async () => {
  const id = await rig.invited()
  await rig.sendAll()
  const to = 'm.devries@lansingerland.example'
  const [receipt] = rig.mails
  const about = { to, from: 'planning@werkwijzer.example', messageId: `${receipt?.id ?? ''}@werkwijzer.example` }
  const later = { from: to, to: 'lansingerland@werkwijzer.example', answers: `${id}@werkwijzer.example`, signed: true }
  const raws = [
    deliveryReport(about, 'failed', 'a@werkwijzer.example'),
    Buffer.concat([Buffer.from('X-Again: 1\r\n'), referral('een')]),
    consulentMail(
      { ...later, subject: 'Wijziging', text: 'Trek de aanmelding in.', messageId: 'b@x.example' },
      virtualAuthserv,
    ),
    consulentMail({ ...later, subject: 'RE: bericht', text: 'Dank u wel.', messageId: 'c@x.example' }, virtualAuthserv),
  ]
  const ids = await Promise.all(raws.map((raw) => rig.arrive(raw)))
  for (const mailId of [...ids, ...ids]) await rig.handlers.mail({ mailId })
  await Promise.all(ids.map((mailId) => rig.handlers.mail({ mailId })))
  const rows = await rig.db.selectFrom('mails').select('outcome').orderBy('sequence').execute()
  expect(rows.map(({ outcome }) => outcome ?? '').toSorted()).toEqual([
    'attached',
    'attached',
    'duplicate',
    'journey',
    'waiting',
  ])
  expect(await rig.rows.mails.counts()).toEqual({ received: 5, handled: 4, waiting: 1, unread: 0 })
})

it('reads a mail although the worker that had it died', async () => {
  await rig.arrive(referral('een'))
  expect((await rig.due()).map((job) => job.name)).toEqual(['mail'])
  expect(await rig.due()).toEqual([])
  rig.clock.moveTo(rig.clock.now().add({ minutes: 2 }))
  await rig.work(1)
  expect(await rig.rows.mails.counts()).toMatchObject({ handled: 1, unread: 0 })
})

it('moves on the server only what was handled, once, and keeps each place under its one row', async () => {
  const places = createMailPlaces(rig.db)
  await createMailboxPositions(rig.db).save('INBOX', { uidValidity: '1', lastUid: 3 })
  const handled = await rig.arrive(referral('een'))
  const waits = await rig.arrive(Buffer.from('Subject: hallo\r\n\r\ntekst'))
  const unread = await rig.arrive(Buffer.from('Subject: later\r\n\r\ntekst'))
  for (const mailId of [handled, waits]) await rig.handlers.mail({ mailId })
  const from = { mailbox: 'INBOX', uidValidity: '1', uid: 1 }
  expect(await places.handledIn('INBOX', 10)).toEqual([from])

  const to = { mailbox: 'verwerkt', uidValidity: '9', uid: 5 }
  for (const _ of ['moved', 'and told again']) await places.left(from, to, rig.clock.now())
  expect(await places.handledIn('INBOX', 10)).toEqual([])
  const seen = await rig.db.selectFrom('mail_sightings').select(['mailbox', 'mail_id']).orderBy('seen_at').execute()
  expect(seen).toEqual([
    { mailbox: 'INBOX', mail_id: handled },
    { mailbox: 'INBOX', mail_id: waits },
    { mailbox: 'INBOX', mail_id: unread },
    { mailbox: 'verwerkt', mail_id: handled },
  ])
})
