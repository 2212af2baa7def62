import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import { isOpen } from '#src/domain/journey/task.ts'
import type { Id } from '#src/domain/values/id.ts'
import { changePhone } from '#src/services/change-phone.ts'
import { createIds } from '#src/store/ids.ts'
import { createTransact } from '#src/store/store.ts'
import { everyColumn } from '#test/promises/everything-readable.ts'
import { refer } from '#test/console/console-client.ts'
import { amsterdam, createTestUniverse, projectTexts } from '#test/support/universe.ts'

let universe: Universe
beforeEach(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
})
afterEach(() => universe.close())

const old = '+31612345671'
const fresh = '+31612345672'
const staff = { kind: 'staff', id: 'test' } as const

const newest = async (): Promise<Id<'journey'>> => {
  const id = (await universe.journeys()).at(-1)
  if (id === undefined) throw new Error('there should be a journey')
  return id
}

const referred = async (form: Record<string, string> = {}): Promise<Id<'journey'>> => {
  const before = new Set(await universe.journeys())
  await refer(universe, form)
  const id = (await universe.journeys()).find((one) => !before.has(one))
  if (id === undefined) throw new Error('this referral should have led to a journey')
  return id
}

const verbOf = ({ database, keyring, clock, loaded }: Universe) => ({
  transact: createTransact(database, keyring, 'Europe/Amsterdam'),
  knowledge: loaded.knowledge,
  clock,
  ids: createIds(clock),
})

/** Changed, and nothing that follows from it was done yet. */
const changeOnly = (id: Id<'journey'>, typed: string | undefined) => changePhone(verbOf(universe), id, typed, staff)

const change = async (id: Id<'journey'>, typed: string | undefined) => {
  const done = await changeOnly(id, typed)
  await universe.settle()
  return done
}

const journeyOf = async (id: Id<'journey'>) => {
  const stored = await universe.journey(id)
  if (!stored) throw new Error('this journey should be there')
  return stored.journey
}
const openKinds = async (id: Id<'journey'>) => (await journeyOf(id)).tasks.filter(isOpen).map(({ kind }) => kind)
const heardAt = (phone: string) => universe.carrier.received.filter(({ to }) => to === phone)
const invitations = (phone: string) => heardAt(phone).filter(({ text }) => text.includes('10 november'))

const write = async (from: string, text: string): Promise<void> => {
  await universe.write(from, text)
  await universe.settle()
}

const strays = async () =>
  (await universe.database.selectFrom('inbound').select('outcome').execute()).map(({ outcome }) => outcome)

describe('another number for a number that was somebody else’s', () => {
  let id: Id<'journey'>
  beforeEach(async () => {
    id = await referred()
    await write(old, 'u heeft het verkeerde nummer')
  })

  it('is asked for', async () => {
    expect(await openKinds(id)).toEqual(['call_participant', 'wrong_number'])
  })

  it('invites at the new number once, says no more at the old one, and closes what asked for it', async () => {
    const before = heardAt(old).length
    expect(await change(id, '06 1234 5672')).toEqual({ kind: 'changed' })
    await universe.advanceTo(universe.clock.now().add({ hours: 30 }))
    expect(invitations(fresh)).toHaveLength(1)
    expect(heardAt(old)).toHaveLength(before)
    expect(await openKinds(id)).toEqual([])
    expect((await journeyOf(id)).reach).toBe('phone')
  })

  it('reminds at the new number only', async () => {
    await change(id, '06 1234 5672')
    const before = heardAt(old).length
    await universe.advanceTo(amsterdam('2026-11-10T09:00'))
    expect(heardAt(fresh).length).toBeGreaterThan(1)
    expect(heardAt(old)).toHaveLength(before)
  })

  it('hears the participant at the new number, and a stranger at the old one', async () => {
    await change(id, '06 1234 5672')
    await write(fresh, '1')
    expect((await journeyOf(id)).attendances.at(-1)?.confirmedAt).toBeDefined()
    await write(old, 'wie is dit?')
    expect(await strays()).toContain('unknown_sender')
  })

  it('journals that there is another number, and not which', async () => {
    await change(id, '06 1234 5672')
    const entry = (await universe.journal(id)).find(({ event }) => event.type === 'phone_changed')
    expect(entry).toMatchObject({
      actor: 'staff:test',
      event: { type: 'phone_changed', change: 'replaced', reach: 'phone' },
    })
    expect(JSON.stringify(await universe.journal(id))).not.toContain('12345672')
  })

  it('asks to call again when the new number cannot be reached either', async () => {
    universe.carrier.behave('refuses')
    await change(id, '06 1234 5672')
    expect(await openKinds(id)).toEqual(['call_participant'])
  })

  it('takes a STOP of whoever had it for theirs, and not for the participant’s', async () => {
    await write(old, 'STOP')
    expect((await journeyOf(id)).reach).toBe('opted_out')
    expect(await change(id, '06 1234 5672')).toEqual({ kind: 'changed' })
    expect(invitations(fresh)).toHaveLength(1)
  })

  it('asks a person, and sends nothing, where the time to invite has passed', async () => {
    await universe.advanceTo(amsterdam('2026-11-10T09:30'))
    await change(id, '06 1234 5672')
    expect(invitations(fresh)).toEqual([])
    expect(await openKinds(id)).toContain('call_participant')
  })
})

describe('a number for who had none', () => {
  it('lets the invitation go out', async () => {
    const id = await referred({ Mobiel: '010 555 01 11' })
    if ((await journeyOf(id)).reach !== 'none') throw new Error('nobody can be written to at a landline')
    expect(await openKinds(id)).toEqual(['call_participant'])
    expect(universe.carrier.received).toEqual([])
    expect(await change(id, '+31 6 12345672')).toEqual({ kind: 'changed' })
    expect(invitations(fresh)).toHaveLength(1)
    expect(await openKinds(id)).toEqual([])
  })
})

describe('a number of which nothing was wrong', () => {
  it('does nothing when it is the same again', async () => {
    const id = await referred()
    const steps = (await universe.journal(id)).length
    expect(await change(id, '0031612345671')).toEqual({ kind: 'same' })
    expect(await universe.journal(id)).toHaveLength(steps)
    expect(invitations(old)).toHaveLength(1)
  })

  it('does not repeat at another number what the participant has answered', async () => {
    const id = await referred()
    await write(old, '1')
    await change(id, '06 1234 5672')
    expect(heardAt(fresh)).toEqual([])
    expect((await journeyOf(id)).attendances.at(-1)?.confirmedAt).toBeDefined()
  })

  it('takes what waits for the old number along to the new one', async () => {
    await universe.advanceTo(amsterdam('2026-11-02T22:00'))
    const id = await referred()
    expect(universe.carrier.received).toEqual([])
    await changeOnly(id, '06 1234 5672')
    await universe.advanceTo(amsterdam('2026-11-03T12:00'))
    expect(heardAt(fresh)).toHaveLength(1)
    expect(heardAt(old)).toEqual([])
  })

  it('stands nowhere in the open', async () => {
    await change(await referred(), '06 1234 5672')
    const columns = await everyColumn({ db: universe.database })
    expect(columns.length).toBeGreaterThan(0)
    expect(columns.filter((text) => text.includes('12345672'))).toEqual([])
  })

  it('lets what could not be delivered go out again', async () => {
    universe.carrier.behave('refuses')
    const id = await referred()
    expect(await openKinds(id)).toEqual(['call_participant'])
    universe.carrier.behave('delivers')
    await change(id, '06 1234 5672')
    expect(invitations(fresh)).toHaveLength(1)
    expect(await openKinds(id)).toEqual([])
  })

  it('does not undo a STOP', async () => {
    const id = await referred()
    await write(old, 'STOP')
    expect(await change(id, '06 1234 5672')).toEqual({ kind: 'stopped' })
    expect(heardAt(fresh)).toEqual([])
    expect((await journeyOf(id)).reach).toBe('opted_out')
  })

  it('can be taken away: a person calls then, and nothing more goes out', async () => {
    await universe.advanceTo(amsterdam('2026-11-02T22:00'))
    const id = await referred()
    expect(await changeOnly(id, undefined)).toEqual({ kind: 'removed' })
    await universe.advanceTo(amsterdam('2026-11-03T12:00'))
    expect(universe.carrier.received).toEqual([])
    expect((await universe.journey(id))?.participant.phone).toBeUndefined()
    expect(await openKinds(id)).toEqual(['call_participant'])
    await change(id, '06 1234 5672')
    expect(heardAt(fresh)).toHaveLength(1)
    expect(await openKinds(id)).toEqual([])
  })

  it.each([
    ['', 'no_number'],
    ['0612', 'no_number'],
    ['06 1234 5672 of 06 1234 5673', 'no_number'],
    ['010 555 01 11', 'no_mobile'],
  ])('stays when what was typed is none: %s', async (typed, why) => {
    const id = await referred()
    expect(await change(id, typed)).toEqual({ kind: 'refused', why })
    expect((await universe.journey(id))?.participant.phone).toBe(old)
  })

  it('stays when the journey has ended', async () => {
    const id = await referred()
    await universe.command(id, { type: 'end' }, staff)
    expect(await change(id, '06 1234 5672')).toEqual({ kind: 'refused', why: 'not_open' })
    expect((await universe.journey(id))?.participant.phone).toBe(old)
  })
})

describe('a number that two participants have', () => {
  const two = async () => [
    await referred({ 'Naam deelnemer': 'Fatima Yilmaz', Klantnummer: 'K-1' }),
    await referred({ 'Naam deelnemer': 'Omar Yilmaz', Klantnummer: 'K-2' }),
  ]

  it('tells them apart when the second gets a number of their own', async () => {
    const [first = await newest(), second = first] = await two()
    expect(await openKinds(second)).toContain('number_shared')
    await change(second, '06 1234 5672')
    expect(await openKinds(second)).not.toContain('number_shared')
    await write(old, '1')
    expect((await journeyOf(first)).attendances.at(-1)?.confirmedAt).toBeDefined()
    expect((await journeyOf(second)).attendances.at(-1)?.confirmedAt).toBeUndefined()
  })

  it('asks no more when the first gets one', async () => {
    const [first = await newest(), second = first] = await two()
    await change(first, '06 1234 5672')
    expect(await openKinds(second)).not.toContain('number_shared')
  })

  it('is known as such when staff give somebody a number that another has', async () => {
    const first = await referred({ 'Naam deelnemer': 'Fatima Yilmaz', Klantnummer: 'K-1' })
    const second = await referred({ 'Naam deelnemer': 'Omar Bakker', Klantnummer: 'K-2', Mobiel: '06 1234 5673' })
    await change(second, '06 1234 5671')
    expect(await openKinds(second)).toContain('number_shared')
    await change(second, '06 1234 5672')
    expect(await openKinds(second)).not.toContain('number_shared')
    await change(second, '06 1234 5671')
    expect(await openKinds(second)).toContain('number_shared')
    expect(await openKinds(first)).not.toContain('number_shared')
  })

  it('gets nothing when the other stopped it', async () => {
    await referred({ 'Naam deelnemer': 'Fatima Yilmaz', Klantnummer: 'K-1' })
    await write(old, 'STOP')
    const second = await referred({ 'Naam deelnemer': 'Omar Bakker', Klantnummer: 'K-2', Mobiel: '010 555 01 11' })
    const before = heardAt(old).length
    expect(await change(second, '06 1234 5671')).toEqual({ kind: 'stopped' })
    await universe.advanceTo(universe.clock.now().add({ hours: 24 }))
    expect(heardAt(old)).toHaveLength(before)
    expect((await journeyOf(second)).reach).toBe('opted_out')
  })
})

describe('what waits for the approval of a person', () => {
  it('does not go to the old number any more, an answer no more than an invitation', async () => {
    await universe.close()
    universe = await createTestUniverse('2026-11-02T09:15', projectTexts, 'approve')
    const id = await referred()
    await write(old, 'mag ik een andere tijd?')
    const { database } = universe
    const waiting = () =>
      database
        .selectFrom('outgoing')
        .select(['purpose', 'occurrence'])
        .where('kind', '=', 'message')
        .where('status', '=', 'waiting')
        .orderBy('sequence')
        .execute()
    expect((await waiting()).map(({ purpose }) => purpose)).toEqual(['invitation', 'answer'])
    await change(id, '06 1234 5672')
    expect(await waiting()).toEqual([{ purpose: 'invitation', occurrence: 2 }])
  })
})
