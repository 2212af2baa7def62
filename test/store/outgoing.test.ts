import type { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import type { Id } from '#src/domain/values/id.ts'
import type { ClaimedOutgoing, Outgoing } from '#src/services/ports/outgoing.ts'
import { claimOutgoing } from '#src/services/send-outgoing.ts'
import { createTransact } from '#src/store/store.ts'
import { onlyJourney, refer } from '#test/console/console-client.ts'
import { amsterdam, createTestUniverse, projectTexts } from '#test/support/universe.ts'

/** A referral of Monday morning whose invitation is wanted; nothing leaves, so that the rows are ours to handle. */
let universe: Universe
let outgoing: Outgoing
const start = '2026-11-02T09:15'
beforeEach(async () => {
  universe = await createTestUniverse(start, projectTexts, 'off')
  outgoing = universe.rows.outgoing
  await refer(universe)
})
afterEach(() => universe.close())

const later = (seconds: number): Temporal.Instant => amsterdam(start).add({ seconds })

/** What is due of the journey; the receipt of its referral is another test. */
const due = async (seconds: number, approvedOnly = false) => {
  const ids = await outgoing.due({ now: later(seconds), leaseSeconds: 60, limit: 100, approvedOnly })
  const receipts = await universe.database
    .selectFrom('outgoing')
    .select('id')
    .where('purpose', '=', 'receipt')
    .execute()
  return ids.filter((id) => !receipts.some((receipt) => receipt.id === id))
}

async function invitation(): Promise<Id<'outgoing'>> {
  const row = await universe.database
    .selectFrom('outgoing')
    .select('id')
    .where('purpose', '=', 'invitation')
    .executeTakeFirstOrThrow()
  return row.id as Id<'outgoing'> // the column holds nothing else
}

const statusOf = async (id: string): Promise<string> =>
  (await universe.database.selectFrom('outgoing').select('status').where('id', '=', id).executeTakeFirstOrThrow())
    .status

async function claimed(id: Id<'outgoing'>, seconds: number): Promise<ClaimedOutgoing> {
  const claim = await outgoing.claim(id, later(seconds))
  if (!claim) throw new Error('the row could not be claimed')
  return claim
}

describe('one attempt', () => {
  it('is given to one worker, however many ask at once', async () => {
    const id = await invitation()
    const claims = await Promise.all([1, 2, 3, 4].map(() => outgoing.claim(id, later(0))))
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1)
    expect(claims.find((claim) => claim)).toMatchObject({
      attempt: 1,
      previous: 'none',
      mayStillGo: true,
      body: { kind: 'message', to: '+31612345671' },
    })
  })

  it('that succeeded is the last', async () => {
    const id = await invitation()
    const { attempt } = await claimed(id, 0)
    await outgoing.finish(id, attempt, { kind: 'sent', reference: 'c1' }, later(1))
    expect(await statusOf(id)).toBe('sent')
    expect(await outgoing.claim(id, later(10_000))).toBeUndefined()
    expect(await due(10_000)).toEqual([])
  })

  it('with an unknown end rests half a minute, and comes back to be looked up', async () => {
    const id = await invitation()
    const { attempt } = await claimed(id, 0)
    await outgoing.finish(id, attempt, { kind: 'unknown' }, later(1))
    expect(await due(20)).toEqual([])
    expect(await due(31)).toEqual([id])
    expect(await claimed(id, 31)).toMatchObject({ attempt: 2, previous: 'unknown' })
  })

  it('that surely failed is tried again when the carrier said, and is not looked up', async () => {
    const id = await invitation()
    const { attempt } = await claimed(id, 0)
    await outgoing.finish(id, attempt, { kind: 'retry', afterSeconds: 600 }, later(0))
    expect(await due(599)).toEqual([])
    expect(await due(600)).toEqual([id])
    expect(await claimed(id, 600)).toMatchObject({ attempt: 2, previous: 'retry' })
  })

  it('of a worker that died is taken over when no worker can be at it any more, as one with an unknown end', async () => {
    const id = await invitation()
    await claimed(id, 0)
    expect(await outgoing.claim(id, later(60))).toBeUndefined()
    expect(await claimed(id, 13 * 60)).toMatchObject({ attempt: 2, previous: 'unknown' })
  })

  it('that will never arrive ends the row', async () => {
    const id = await invitation()
    const { attempt } = await claimed(id, 0)
    await outgoing.finish(id, attempt, { kind: 'undeliverable' }, later(0))
    expect(await statusOf(id)).toBe('failed')
    expect(await outgoing.claim(id, later(1))).toBeUndefined()
  })
})

describe('past its time', () => {
  const nextDay = 25 * 3600

  it('nothing goes out: the row expires when it is claimed', async () => {
    const id = await invitation()
    expect(await outgoing.claim(id, later(nextDay))).toBeUndefined()
    expect(await statusOf(id)).toBe('expired')
  })

  it('an attempt with an unknown end may be looked up, and not sent', async () => {
    const id = await invitation()
    const { attempt } = await claimed(id, 0)
    await outgoing.finish(id, attempt, { kind: 'unknown' }, later(0))
    expect(await claimed(id, nextDay)).toMatchObject({ previous: 'unknown', mayStillGo: false })
  })
})

describe('order', () => {
  const answers = async () => {
    await universe.write('+31612345671', 'Ja, ik kom')
    await universe.settle()
    const rows = await universe.database
      .selectFrom('outgoing')
      .where('kind', '=', 'message')
      .select(['id', 'purpose'])
      .orderBy('sequence')
      .execute()
    expect(rows.map((row) => row.purpose)).toEqual(['invitation', 'answer'])
    return rows.map((row) => row.id as Id<'outgoing'>) // as above
  }

  it('lets the next message of a participant out only when the one before is settled', async () => {
    const [first, second] = await answers()
    expect(await due(0)).toEqual([first])
    expect(await due(61)).toEqual([first])
    const { attempt } = await claimed(first!, 61)
    await outgoing.finish(first!, attempt, { kind: 'unknown' }, later(61))
    expect(await due(122)).toEqual([first])
    const again = await claimed(first!, 122)
    await outgoing.finish(first!, again.attempt, { kind: 'sent', reference: 'c1' }, later(122))
    expect(await due(183)).toEqual([second])
  })

  it('does not let an answer wait for a message that is held until sending hours', async () => {
    const [first, second] = await answers()
    await outgoing.hold(first!, later(36_000))
    expect(await due(0)).toEqual([second])
    expect(await due(36_000)).toContain(first)
  })

  it('hands a row out once while its lease lasts', async () => {
    const id = await invitation()
    const handed = await Promise.all([due(0), due(0), due(0)])
    expect(handed.flat()).toEqual([id])
    expect(await due(59)).toEqual([])
    expect(await due(61)).toEqual([id])
  })
})

describe('what the system starts', () => {
  const verb = () => ({
    transact: createTransact(universe.database, universe.keyring, 'Europe/Amsterdam'),
    knowledge: universe.loaded.knowledge,
    clock: universe.clock,
    ids: { next: () => expect.fail('nothing new is made') },
  })

  it('is held until sending hours when it comes up outside them, an answer is not', async () => {
    await universe.write('+31612345671', 'Ja, ik kom')
    await universe.settle()
    universe.clock.moveTo(amsterdam('2026-11-02T20:30'))
    const id = await invitation()
    expect(await claimOutgoing(verb(), id)).toBeUndefined()
    expect(await statusOf(id)).toBe('waiting')
    const answer = await universe.database
      .selectFrom('outgoing')
      .select('id')
      .where('purpose', '=', 'answer')
      .executeTakeFirstOrThrow()
    expect(await claimOutgoing(verb(), answer.id as Id<'outgoing'>)).toBeDefined()
    universe.clock.moveTo(amsterdam('2026-11-03T08:00'))
    expect(await claimOutgoing(verb(), id)).toMatchObject({ attempt: 1 })
  })

  it('is not sent any more when its reason is gone, also when it was on its way', async () => {
    const id = await invitation()
    const { attempt } = await claimed(id, 0)
    await universe.command(await onlyJourney(universe), { type: 'end' }, { kind: 'staff', id: 'x' })
    await outgoing.finish(id, attempt, { kind: 'retry', afterSeconds: 5 }, later(0))
    expect(await outgoing.claim(id, later(5))).toBeUndefined()
    expect(await statusOf(id)).toBe('expired')
  })

  it('is taken back and goes again as the same row when a pause is over', async () => {
    const id = await invitation()
    const journey = await onlyJourney(universe)
    await universe.command(journey, { type: 'pause' }, { kind: 'staff', id: 'x' })
    expect(await statusOf(id)).toBe('cancelled')
    await universe.command(journey, { type: 'resume' }, { kind: 'staff', id: 'x' })
    expect(await statusOf(id)).toBe('waiting')
    expect(await due(0)).toEqual([id])
  })
})

describe('with SENDING=approve', () => {
  it('nothing leaves to participant or consulent before a person said so; mails to our own people do', async () => {
    const id = await invitation()
    await universe.command(
      await onlyJourney(universe),
      { type: 'raise_crisis', occurrence: 'm1' },
      { kind: 'participant' },
    )
    const [mail, ...others] = await due(0, true)
    expect(others).toEqual([])
    expect(await claimed(mail!, 0)).toMatchObject({ body: { kind: 'mail', to: 'dienst@werkwijzer.example' } })
    expect(await outgoing.approve(id, 'petra', later(1))).toBe(true)
    expect(await outgoing.approve(id, 'petra', later(1))).toBe(false)
    expect(await due(61, true)).toContain(id)
  })

  it('what is past its use cannot be approved any more, and leaves the list by itself', async () => {
    const id = await invitation()
    const { not_after } = await universe.database
      .selectFrom('outgoing')
      .select('not_after')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const past = Math.ceil(((not_after?.getTime() ?? 0) - later(0).epochMilliseconds) / 1000) + 1
    expect(await due(past - 2, true)).not.toContain(id)
    expect(await outgoing.approve(id, 'petra', later(past))).toBe(false)
    expect(await due(past, true)).toContain(id)
    expect(await outgoing.claim(id, later(past))).toBeUndefined()
    expect(await statusOf(id)).toBe('expired')
  })

  it('what a person held back is told to the journey, and is no longer there to judge', async () => {
    const id = await invitation()
    expect(await outgoing.reject(id, 'petra', later(0))).toMatchObject({ carried: { kind: 'message' } })
    expect(await outgoing.reject(id, 'petra', later(0))).toBeUndefined()
    expect(await outgoing.claim(id, later(0))).toBeUndefined()
  })
})

describe('what a carrier tells later', () => {
  it('counts once, and not for a reference that nobody knows', async () => {
    const id = await invitation()
    const { attempt } = await claimed(id, 0)
    await outgoing.finish(id, attempt, { kind: 'sent', reference: 'c1' }, later(0))
    expect(await outgoing.recordDelivery('other', 'delivered', later(1))).toBeUndefined()
    expect(await outgoing.recordDelivery('c1', 'delivered', later(1))).toMatchObject({ kind: 'message' })
    expect(await outgoing.recordDelivery('c1', 'failed', later(2))).toBeUndefined()
    expect(await statusOf(id)).toBe('delivered')
  })
})

describe('asking twice for the same thing', () => {
  it('makes one row', async () => {
    const reference = await universe.database.selectFrom('journeys').select('reference').executeTakeFirstOrThrow()
    const stray = await universe.arrive(Buffer.from('Geen aanmelding'))
    const row = (id: Id<'outgoing'>) => ({
      id,
      subject: stray,
      purpose: 'test',
      occurrence: 1,
      body: { kind: 'message', text: reference.reference, to: '' } as const,
    })
    const ids = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'] as Id<'outgoing'>[]
    await Promise.all(ids.map((id) => outgoing.addAbout(stray, row(id), later(0))))
    const { count } = await universe.database
      .selectFrom('outgoing')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('subject', '=', stray)
      .where('purpose', '=', 'test')
      .executeTakeFirstOrThrow()
    expect(count).toBe('1')
  })
})
