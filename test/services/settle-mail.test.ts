import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deliveryReport } from '#src/app/virtual/later-mails.ts'
import type { Id } from '#src/domain/values/id.ts'
import { handleMail } from '#src/inbox/handle-mail.ts'
import { readMail } from '#src/inbox/read-mail.ts'
import { commandJourney } from '#src/services/command-journey.ts'
import { acceptWaitingMail, rejectWaitingMail, reopenMail } from '#src/services/review-mail.ts'
import { uploadMail } from '#src/services/upload-mail.ts'
import { createOverview } from '#src/store/overview.ts'
import { consulent, laterMail } from './later-mail.ts'
import { createRig, person, referral, type Rig } from '#test/promises/rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await createRig()
})
afterEach(() => rig.close())

const staff = { kind: 'staff', id: 'test' } as const

let count = 0

const withdrawal = 'Ik trek deze aanmelding in. De deelnemer is verhuisd.'
const tasksOf = async (id: Id<'journey'>): Promise<string[]> =>
  ((await rig.load(id))?.journey.tasks ?? []).map(({ kind }) => kind)
const referenceOf = async (id: Id<'journey'>): Promise<string> => (await rig.load(id))?.reference ?? ''
const receipts = async () => (await rig.outgoing()).filter(({ purpose }) => purpose === 'receipt')

describe('a mail that belongs to a journey', () => {
  it.each([
    ['the mail that it answers', async () => ({ answers: 'een@lansingerland.example' })],
    ['our reference in the subject', async (id: Id<'journey'>) => ({ subject: `Intrekking ${await referenceOf(id)}` })],
    ['the thread of our own mails', (id: Id<'journey'>) => Promise.resolve({ answers: `${id}@werkwijzer.example` })],
    [
      'contract and client number',
      () =>
        Promise.resolve({
          text: `${withdrawal}\r\n\r\nNaam deelnemer: ${person.name}\r\nKlantnummer: ${person.clientNumber}`,
        }),
    ],
  ])('is found by %s, and the journey waits for a person', async (_, changes) => {
    const journeyId = await rig.invited()
    const id = await rig.take(laterMail({ text: withdrawal, ...(await changes(journeyId)) }))
    expect(await rig.ledger(id)).toMatchObject({ kind: 'correction', outcome: 'attached', journey_id: journeyId })
    expect(await tasksOf(journeyId)).toContain('consulent_corrects')
    expect((await rig.load(journeyId))?.journey.status).toBe('paused')
    const journal = await createOverview(rig.db, rig.keyring).journey(journeyId)
    expect(journal?.journal.find(({ event }) => event.type === 'journey_paused')?.actor).toBe('consulent')
    expect((await rig.outgoing()).filter(({ purpose }) => purpose === 'mail_waiting')).toEqual([])
  })

  it.each([
    ['of another municipality', { from: 'x@rsd-liemers.example', to: 'rsd@werkwijzer.example' }],
    ['that nothing proves', { signed: false }],
    [
      'about somebody else in the same thread',
      { text: `${withdrawal}\r\n\r\nNaam deelnemer: Omar Said\r\nKlantnummer: K-99999` },
    ],
  ])('waits for a person when it comes from a sender or is a mail %s', async (_, changes) => {
    const journeyId = await rig.invited()
    const id = await rig.take(laterMail({ text: withdrawal, answers: 'een@lansingerland.example', ...changes }))
    expect(await rig.ledger(id)).toMatchObject({ outcome: 'waiting', journey_id: null })
    expect((await rig.load(journeyId))?.journey.status).toBe('open')
  })

  it('is heard once, however often it is handled', async () => {
    const journeyId = await rig.invited()
    const id = await rig.take(laterMail({ text: withdrawal, answers: 'een@lansingerland.example' }))
    await rig.handlers.mail({ mailId: id })
    expect((await tasksOf(journeyId)).filter((kind) => kind === 'consulent_corrects')).toHaveLength(1)
    expect(await rig.rows.mails.counts()).toEqual({ received: 2, handled: 2, waiting: 0, unread: 0 })
  })

  it('says what is different, without the values', async () => {
    const journeyId = await rig.invited()
    const id = await rig.take(referral('twee', { Mobiel: '06 1234 5699' }))
    expect(await rig.ledger(id)).toMatchObject({ kind: 'correction', outcome: 'waiting', why: 'already_open' })
    const [waiting] = await rig.rows.mails.waiting(id)
    expect(waiting?.words).toContain('Het telefoonnummer is anders.')
    expect(waiting?.words).not.toContain('5699')
    expect((await rig.load(journeyId))?.journey).toMatchObject({ status: 'paused' })
  })

  it('is a new referral when the journey of the same words has ended', async () => {
    const journeyId = await rig.invited()
    await commandJourney(rig.verb, journeyId, { type: 'end' }, staff)
    const id = await rig.take(Buffer.concat([Buffer.from('X-Again: 1\r\n'), referral('twee')]))
    expect(await rig.ledger(id)).toMatchObject({ kind: 'referral', outcome: 'journey' })
  })

  it('is a duplicate when it says the same, and leads to the mail that it repeats', async () => {
    const journeyId = await rig.invited()
    const id = await rig.take(referral('twee', { 'E-mail werkconsulent': ` ${consulent}` }))
    const { id: first } = await rig.db.selectFrom('mails').select('id').orderBy('sequence').executeTakeFirstOrThrow()
    expect(await rig.ledger(id)).toMatchObject({ kind: 'duplicate', outcome: 'duplicate', earlier_id: first })
    expect((await rig.load(journeyId))?.journey).toMatchObject({ status: 'open' })
  })
})

describe('a report that a mail did not arrive', () => {
  const report = (id: string, action: 'failed' | 'delayed' = 'failed') => {
    count += 1
    const about = { to: 'iemand@werkwijzer.example', from: 'planning@werkwijzer.example', messageId: id }
    return deliveryReport(about, action, `report-${String(count)}@werkwijzer.example`)
  }
  const from = () => rig.loaded.knowledge.installation.provider.mail.split('@')[1] ?? ''

  it('goes on to the coordinator when the mail was for one of our own people, once', async () => {
    const journeyId = await rig.invited()
    await commandJourney(rig.verb, journeyId, { type: 'raise_crisis', occurrence: 'x' }, { kind: 'participant' })
    await rig.sendAll()
    const crisis = rig.mails.find(({ facts }) => facts.purpose === 'task_opened')
    await rig.take(report(`${crisis?.id ?? ''}@${from()}`))
    await rig.take(report(`${crisis?.id ?? ''}@${from()}`))
    const told = (await rig.outgoing()).filter(({ purpose }) => purpose.endsWith('.coordinator'))
    expect(told).toHaveLength(1)
    expect(await rig.rows.mails.counts()).toMatchObject({ waiting: 0 })
  })

  it('is matched too when a person puts it in, and otherwise waits for one', async () => {
    const journeyId = await rig.invited()
    await commandJourney(rig.verb, journeyId, { type: 'raise_crisis', occurrence: 'x' }, { kind: 'participant' })
    await rig.sendAll()
    const crisis = rig.mails.find(({ facts }) => facts.purpose === 'task_opened')
    const putIn = async (raw: Buffer) => {
      const uploaded = await uploadMail(rig.verb, { raw }, staff)
      if (uploaded.kind !== 'stored') throw new Error(uploaded.kind)
      await rig.handlers.mail({ mailId: uploaded.mailId })
      return rig.ledger(uploaded.mailId)
    }
    const known = await putIn(report(`${crisis?.id ?? ''}@${from()}`))
    expect(known).toMatchObject({ kind: 'bounce', outcome: 'attached', journey_id: journeyId })
    const unknown = await putIn(report('0199c0de-0000-7000-8000-000000000009@elders.example'))
    expect(unknown).toMatchObject({ kind: 'bounce', outcome: 'waiting', journey_id: null })
  })

  it('waits for a person when we do not know the mail, and does not mail the coordinator without end', async () => {
    for (let n = 0; n < 5; n++) await rig.take(report('0199c0de-0000-7000-8000-000000000009@elders.example'))
    expect(await rig.rows.mails.counts()).toMatchObject({ waiting: 5 })
    expect((await rig.outgoing()).filter(({ purpose }) => purpose === 'mail_waiting')).toHaveLength(3)
  })

  it('about a mail to the coordinator makes no mail to the coordinator', async () => {
    await rig.take(laterMail({ subject: 'Vraag', text: 'Hoe laat bent u open?', signed: false }))
    await rig.sendAll()
    const waiting = rig.mails.find(({ facts }) => facts.purpose === 'mail_waiting')
    await rig.take(report(`${waiting?.id ?? ''}@${from()}`))
    const told = rig.db
      .selectFrom('outgoing')
      .select('id')
      .where('purpose', '=', 'mail_waiting')
      .where('occurrence', '=', 1)
    expect(await told.execute()).toHaveLength(1)
    expect(await rig.rows.mails.counts()).toMatchObject({ waiting: 2 })
  })
})

describe('a mail that is called back while it waits', () => {
  const first = (subject = 'Aanmelding F.Y.') =>
    laterMail({ subject, text: `Naam deelnemer: ${person.name}`, messageId: 'eerste@lansingerland.example' })

  it.each([
    ['the same subject', { subject: 'Recall: Aanmelding F.Y.', text: 'M. de Vries would like to recall the message.' }],
    ['an answer to it', { subject: 'iets anders', text: withdrawal, answers: 'eerste@lansingerland.example' }],
  ])('says so, by %s, and is not accepted by who has not seen that', async (_, changes) => {
    const id = await rig.take(first())
    const later = await rig.take(laterMail(changes))
    expect(await rig.rows.mails.counts()).toMatchObject({ waiting: 2 })
    const [waiting] = await rig.rows.mails.waiting(id)
    expect(waiting?.words).toContain('lijkt in te trekken')
    const reading = await readMail(referral('vorm'), rig.facts, rig.clock.now())
    if (reading.outcome.kind !== 'referral') throw new Error('the mail of this test is a referral')
    const reviewed = { form: reading.outcome.form, contractId: 'lansingerland' }
    expect(await acceptWaitingMail(rig.verb, id, reviewed, staff)).toEqual({ kind: 'withdrawn' })
    const seen = { ...reviewed, seenWithdrawal: later }
    expect((await acceptWaitingMail(rig.verb, id, seen, staff)).kind).toBe('accepted')
  })

  it('is left alone by another sender with the same subject', async () => {
    const id = await rig.take(first())
    await rig.take(
      laterMail({ from: 'a.ander@lansingerland.example', subject: 'Recall: Aanmelding F.Y.', text: withdrawal }),
    )
    expect((await rig.rows.mails.waiting(id))[0]?.withdrawnBy).toBeUndefined()
  })
})

describe('a mail that only announces a secure one', () => {
  const announcement = () =>
    laterMail({
      subject: 'Beveiligd bericht',
      text: 'Er staat een beveiligd bericht voor u klaar. Open het bericht: https://app.zivver.com/m/een',
    })

  it('waits, its terms run from its arrival, and who sent it gets a receipt', async () => {
    const arrived = rig.clock.now()
    const id = await rig.take(announcement())
    expect(await rig.ledger(id)).toMatchObject({ kind: 'pointer', outcome: 'waiting' })
    expect(await receipts()).toHaveLength(1)
    rig.clock.moveTo(arrived.add({ hours: 24 * 3 }))
    const reading = await readMail(referral('vorm'), rig.facts, rig.clock.now())
    if (reading.outcome.kind !== 'referral') throw new Error('the mail of this test is a referral')
    const reviewed = { form: reading.outcome.form, contractId: 'lansingerland' }
    const review = await acceptWaitingMail(rig.verb, id, reviewed, staff)
    if (review.kind !== 'accepted') throw new Error(review.kind)
    expect((await rig.load(review.journeyId))?.journey.receivedAt).toEqual(arrived)
  })

  it('counts each time, also in the same words', async () => {
    const ids = [await rig.take(announcement()), await rig.take(announcement())]
    for (const id of ids) expect(await rig.ledger(id)).toMatchObject({ kind: 'pointer', outcome: 'waiting' })
  })
})

describe('a mail that waits for long', () => {
  const reminders = async () =>
    (
      await rig.db
        .selectFrom('outgoing')
        .selectAll()
        .where('purpose', '=', 'mail_waiting')
        .where('occurrence', '=', 2)
        .execute()
    ).map(({ status, not_before }) => ({ status, at: not_before?.toISOString() }))

  it('is told again at half of the time to invite, unless somebody handled it', async () => {
    const id = await rig.take(referral('een', { Klantnummer: '' }))
    expect(await reminders()).toMatchObject([{ status: 'waiting', at: expect.stringMatching(/^2026-11-0[4-6]/) }])
    await rejectWaitingMail(rig.verb, id, { why: 'test' }, staff)
    expect(await reminders()).toMatchObject([{ status: 'cancelled' }])
    await reopenMail(rig.verb, id, staff)
    expect(await reminders()).toMatchObject([{ status: 'waiting' }])
  })
})

describe('a receipt', () => {
  it('goes once per thread to who wrote, with the reference alone, as an answer that no machine answers', async () => {
    await rig.take(referral('een'))
    await rig.take(laterMail({ text: withdrawal, answers: 'een@lansingerland.example' }))
    expect(await receipts()).toHaveLength(1)
    await rig.sendAll()
    const [receipt] = rig.mails.filter(({ facts }) => facts.purpose === 'receipt')
    const { subject, text } = rig.loaded.mailTexts.compose(receipt!.facts)
    expect(receipt).toMatchObject({
      to: consulent,
      facts: { answers: { messageId: 'een@lansingerland.example', references: [] } },
    })
    expect(`${subject} ${text}`).toContain(receipt!.facts.reference)
    for (const word of [person.name, person.clientNumber, 'Fatima']) expect(`${subject} ${text}`).not.toContain(word)
  })

  const raw = (headers: string) => Buffer.concat([Buffer.from(headers), referral('een')])
  it.each([
    ['a sender that nothing proves', () => laterMail({ text: withdrawal, signed: false })],
    ['a list', () => raw('List-Id: <lijst.example>\r\n')],
    ['bulk', () => raw('Precedence: bulk\r\n')],
    ['a machine', () => raw('Auto-Submitted: auto-generated\r\n')],
    ['who wants no automatic answer', () => raw('X-Auto-Response-Suppress: All\r\n')],
    ['an empty return path', () => raw('Return-Path: <>\r\n')],
    [
      'who answers a mail of ours',
      () => laterMail({ text: withdrawal, answers: '0199c0de-0000-7000-8000-000000000001@werkwijzer.example' }),
    ],
  ])('never goes to %s', async (_, make) => {
    await rig.take(make())
    expect(await receipts()).toEqual([])
  })

  it('goes to the sender, whatever Reply-To says, and never for a duplicate', async () => {
    await rig.take(raw('Reply-To: n.ander@lansingerland.example\r\n'))
    await rig.take(Buffer.concat([Buffer.from('X-Other: 1\r\n'), referral('twee')]))
    await rig.sendAll()
    expect(rig.mails.filter(({ facts }) => facts.purpose === 'receipt').map(({ to }) => to)).toEqual([consulent])
  })

  it('stops when one sender keeps us busy', async () => {
    for (let n = 0; n < 23; n++)
      await rig.take(referral(`nr-${String(n)}`, { Klantnummer: `K-3${String(n).padStart(4, '0')}` }))
    expect(await receipts()).toHaveLength(20)
  })
})

describe('what was found of the sender', () => {
  it('is kept with every mail, whatever became of it, for the page that shows it', async () => {
    const accepted = await rig.take(referral('een'))
    const waiting = await rig.take(laterMail({ text: withdrawal, signed: false }))
    const overview = createOverview(rig.db, rig.keyring)
    expect((await overview.mail(accepted))?.sender).toMatchObject({
      verdict: 'verified',
      record: { server: { dkim: 'pass' } },
    })
    await rejectWaitingMail(rig.verb, waiting, { why: 'test' }, staff)
    expect((await overview.mail(waiting))?.sender).toMatchObject({ verdict: 'unverified' })
  })

  it('is of first sight: a mail that is handled again asks DNS nothing', async () => {
    const id = await rig.arrive(referral('een'))
    let asked = 0
    const checkDkim = () => {
      asked += 1
      const signature = { domain: 'lansingerland.example', selector: 's', result: 'pass' } as const
      return Promise.resolve({ kind: 'asked', signatures: [signature] } as const)
    }
    const broken = { ...rig.verb, transact: () => Promise.reject(new Error('the database went away')) }
    const parts = { mails: rig.rows.mails, facts: rig.facts, read: readMail, checkDkim }
    await expect(handleMail({ ...parts, verb: broken }, id)).rejects.toThrow('went away')
    await handleMail({ ...parts, verb: rig.verb }, id)
    expect(asked).toBe(1)
    expect(await rig.ledger(id)).toMatchObject({ outcome: 'journey' })
  })
})
