import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import { isOpen } from '#src/domain/journey/task.ts'
import { createOverview } from '#src/store/overview.ts'
import { onlyJourney, refer } from '#test/console/console-client.ts'
import { createTestUniverse } from '#test/support/universe.ts'

let universe: Universe
beforeEach(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
  await refer(universe)
})
afterEach(() => universe.close())

const phone = '+31612345671'
const staff = { kind: 'staff', id: 'test' } as const

async function send(said: Parameters<Universe['write']>[1], from = phone): Promise<void> {
  await universe.write(from, said)
  await universe.settle()
}
const react = (text: string, from?: string) => send({ kind: 'reaction', text }, from)

const read = () => universe.carrier.received.filter(({ to }) => to === phone).map(({ text }) => text)
const journey = async () => {
  const stored = await universe.journey(await onlyJourney(universe))
  if (!stored) throw new Error('there is one journey')
  return stored.journey
}
const openTasks = async () => (await journey()).tasks.filter(isOpen).map(({ kind }) => kind)
const inbound = async () => {
  const details = await createOverview(universe.database, universe.keyring).journey(await onlyJourney(universe))
  return details?.inbound.map(({ kind, text, outcome }) => ({ kind, text, outcome }))
}

async function missIntake(): Promise<void> {
  const missed = (await journey()).attendances.at(-1)
  if (!missed) throw new Error('there is an appointment')
  await universe.advanceTo(missed.endsAt)
  const marked = { type: 'mark_attendance', attendanceId: missed.id, came: false } as const
  await universe.command(await onlyJourney(universe), marked, staff)
  await universe.advanceTo(missed.endsAt.add({ minutes: 20 }))
}

describe('a reaction to a message of ours', () => {
  it('confirms nothing: it is asked whether the participant comes', async () => {
    await react('👍')
    expect((await journey()).attendances[0]?.confirmedAt).toBeUndefined()
    expect(read().at(-1)).toContain('Ik zie uw reactie, dank u. Komt u naar de afspraak?')
  })

  it('that is taken back is not answered', async () => {
    await react('')
    expect(read()).toHaveLength(1)
    expect(await inbound()).toEqual([{ kind: 'reaction', text: '', outcome: 'silent' }])
  })

  it('opens no task while a person has the conversation', async () => {
    await universe.command(await onlyJourney(universe), { type: 'take_conversation' }, staff)
    await react('🙏')
    expect(await openTasks()).toEqual(['conversation_taken'])
  })

  it('after a no-show is no reaction to it, and the consulent hears of the no-show', async () => {
    await missIntake()
    await react('👍')
    expect((await journey()).attendances.at(-1)?.reactedAt).toBeUndefined()
    expect(read().at(-1)).toContain('Waarmee kan ik u helpen?')
    await universe.advanceTo(universe.clock.now().add({ hours: 72 }))
    expect(universe.post.sent.map(({ facts }) => facts.purpose)).toContain('no_show')
  })

  it('that a phone sends as an SMS is read as one, and our own words in it are neither obeyed nor kept', async () => {
    await send(`Liked “${read()[0] ?? ''}”`)
    expect((await journey()).reach).toBe('phone')
    expect(await inbound()).toEqual([{ kind: 'reaction', text: '👍', outcome: 'asked_again' }])
  })

  it('of a number that nobody has is stored, and nobody need look at it', async () => {
    await react('👍', '+31612349999')
    const { total } = await createOverview(universe.database, universe.keyring).strayMessages({ page: 1, size: 5 })
    expect(total).toBe(0)
    expect(universe.post.sent.map(({ facts }) => facts.purpose)).not.toContain('mail_waiting')
    const rows = await universe.database.selectFrom('inbound').select(['kind', 'settled_by']).execute()
    expect(rows).toEqual([{ kind: 'reaction', settled_by: 'system' }])
  })
})

describe('a voice note', () => {
  it('after a no-show is a reaction to it, as anything is that a participant says', async () => {
    await missIntake()
    await send({ kind: 'voice' })
    expect((await journey()).attendances.at(-1)?.reactedAt).toBeDefined()
    expect(read().at(-1)).toContain('kan alleen tekst lezen')
    expect(await inbound()).toEqual([{ kind: 'voice', text: '', outcome: 'asked_again' }])
  })

  it('of a number that nobody has waits for a person, who reads what it was', async () => {
    await send({ kind: 'voice' }, '+31612349999')
    const { rows } = await createOverview(universe.database, universe.keyring).strayMessages({ page: 1, size: 5 })
    expect(rows.map(({ kind, text }) => ({ kind, text }))).toEqual([{ kind: 'voice', text: '' }])
  })

  it('that comes while a person has the conversation is theirs', async () => {
    await universe.command(await onlyJourney(universe), { type: 'take_conversation' }, staff)
    await send({ kind: 'voice' })
    expect(read()).toHaveLength(1)
    expect(await openTasks()).toEqual(['conversation_taken', 'answer_person'])
  })
})

describe('a photo', () => {
  it('is answered as anything that is no text, when no proof was asked', async () => {
    await send({ kind: 'photo' })
    expect(read().at(-1)).toContain('kan alleen tekst lezen')
  })
})
