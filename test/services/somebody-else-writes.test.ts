import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import { isOpen } from '#src/domain/journey/task.ts'
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
const husband = 'ik ben de man van Fatima, ze is ziek en kan niet komen'

async function write(text: string): Promise<void> {
  await universe.write(phone, text)
  await universe.settle()
}
const read = () => universe.carrier.received.filter(({ to }) => to === phone).map(({ text }) => text)
const journey = async () => {
  const stored = await universe.journey(await onlyJourney(universe))
  if (!stored) throw new Error('there is one journey')
  return stored.journey
}
const open = async () => (await journey()).tasks.filter(isOpen)
const kinds = async () => (await open()).map(({ kind }) => kind)

describe('a partner who writes', () => {
  it('is asked who writes, cancels nothing, and a person reads it before the appointment', async () => {
    await write(husband)
    expect(read().at(-1)).toMatch(/^Dank u voor uw bericht\. Wie schrijft dit\?/)
    const [appointment] = (await journey()).attendances
    expect(appointment?.absence).toBeUndefined()
    const [task] = await open()
    expect(task?.kind).toBe('answer_person')
    expect(task?.why).toContain('Iemand anders schrijft voor de deelnemer')
    expect(task && appointment && task.dueAt.epochMilliseconds < appointment.startsAt.epochMilliseconds).toBe(true)
  })

  it('is told nothing about the participant before it is said who writes, whatever is asked', async () => {
    const invited = read().length
    await write(husband)
    await write('waar en hoe laat moet ze komen?')
    await write('en bij wie?')
    const told = read().slice(invited).join('\n')
    expect(told).not.toBe('')
    for (const personal of ['Fatima', 'Yilmaz', 'november', '10:00', 'Samira']) expect(told).not.toContain(personal)
    expect(await kinds()).toEqual(['answer_person', 'answer_person'])
  })

  it('who speaks for the participant goes on with them', async () => {
    await write(husband)
    await write('2')
    await write('ze is ziek')
    await write('3')
    await write('1')
    expect((await journey()).attendances[0]?.absence?.reason).toBe('illness')
  })

  it('is known by who calls the participant by name', async () => {
    await write('Fatima kan niet komen, ze is ziek')
    expect(read().at(-1)).toContain('Wie schrijft dit?')
    expect((await journey()).attendances[0]?.absence).toBeUndefined()
  })

  it('gives one task, however often they write', async () => {
    for (const text of [husband, 'met haar tolk', 'ik ben haar man']) await write(text)
    expect((await kinds()).filter((kind) => kind === 'answer_person')).toHaveLength(1)
  })
})

describe('a partner who writes after a no-show', () => {
  const afterNoShow = async () => {
    const missed = (await journey()).attendances.at(-1)
    if (!missed) throw new Error('there is an appointment')
    await universe.advanceTo(missed.endsAt)
    const marked = { type: 'mark_attendance', attendanceId: missed.id, came: false } as const
    await universe.command(await onlyJourney(universe), marked, staff)
    await universe.advanceTo(missed.endsAt.add({ minutes: 20 }))
    await write('sorry, ik ben haar man, ze lag ziek in bed')
  }
  const notices = () => universe.post.sent.filter(({ facts }) => facts.purpose === 'no_show')

  it('is no reaction of the participant, and the consulent does not read that nobody reacted', async () => {
    await afterNoShow()
    await write('3')
    expect((await journey()).attendances.at(-1)?.reactedAt).toBeUndefined()
    expect((await kinds()).filter((kind) => kind === 'possible_reaction')).toHaveLength(1)
    await universe.advanceTo(universe.clock.now().add({ hours: 72 }))
    expect(notices()[0]?.text).toContain('waarvan wij nog uitzoeken of het van de')
  })

  it('is one as soon as they say that they speak for the participant', async () => {
    await afterNoShow()
    await write('2')
    expect((await journey()).attendances.at(-1)?.reactedAt).toBeDefined()
    expect(await kinds()).not.toContain('possible_reaction')
    await universe.advanceTo(universe.clock.now().add({ hours: 72 }))
    expect(notices()).toEqual([])
  })
})
