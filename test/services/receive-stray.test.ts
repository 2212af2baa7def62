import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import { isOpen } from '#src/domain/journey/task.ts'
import { createOverview } from '#src/store/overview.ts'
import { settleStray } from '#src/services/settle-stray.ts'
import { createTransact } from '#src/store/store.ts'
import { refer } from '#test/console/console-client.ts'
import { amsterdam, createTestUniverse } from '#test/support/universe.ts'

let universe: Universe
beforeEach(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
})
afterEach(() => universe.close())

const stranger = '+31612349999'
const shared = '+31612345671'

/** Two participants who have one number, the second in English. */
async function family(): Promise<void> {
  await refer(universe, { 'Naam deelnemer': 'Fatima Yilmaz', Klantnummer: 'K-1', Mobiel: '06 1234 5671' })
  await refer(universe, { 'Naam deelnemer': 'Omar Yilmaz', Klantnummer: 'K-2', Mobiel: '06 1234 5671', Taal: 'Engels' })
}

async function journeys(): Promise<readonly Journey[]> {
  const stored = await Promise.all((await universe.journeys()).map((id) => universe.journey(id)))
  return stored.flatMap((one) => (one ? [one.journey] : []))
}

const heard = (phone: string) => universe.carrier.received.filter(({ to }) => to === phone)
const alarms = () => universe.post.sent.filter(({ facts }) => facts.purpose === 'stray_crisis')
const openKinds = ({ tasks }: Journey) => tasks.filter(isOpen).map(({ kind }) => kind)

async function write(from: string, text: string, reference?: string): Promise<void> {
  await universe.write(from, text, reference)
  await universe.settle()
}

describe('words of a crisis from a number that nobody has', () => {
  it('are answered with the emergency text, and told to whoever is on duty, at once, also at night', async () => {
    await universe.advanceTo(amsterdam('2026-11-07T03:00'))
    await write(stranger, 'ik wil niet meer leven')
    expect(heard(stranger).map(({ text }) => text)).toEqual([
      expect.stringContaining('Bel 112'),
      expect.stringContaining('Call 112'),
    ])
    expect(alarms()).toMatchObject([
      { to: universe.loaded.knowledge.installation.provider.on_duty_mail, at: universe.clock.now() },
    ])
    expect(alarms()[0]?.subject).toMatch(/^DRINGEND: noodsignaal /)
    expect(alarms()[0]?.text).toMatch(/^DRINGEND\. /)
    expect(alarms()[0]?.text).not.toContain('leven')
  })

  it.each(['kendimi öldürmek istiyorum', 'не хочу больше жить', 'لا أريد أن أعيش', 'chcę się zabić'])(
    'are heard in every language that we understand: %s',
    async (text) => {
      await write(stranger, text)
      expect(heard(stranger)).toHaveLength(2)
      expect(alarms()).toHaveLength(1)
    },
  )

  it('are answered and told once, however often the carrier brings the message', async () => {
    for (let n = 0; n < 3; n++) await write(stranger, 'I want to kill myself', 'carrier-1')
    expect(heard(stranger)).toHaveLength(2)
    expect(alarms()).toHaveLength(1)
  })

  it('are told again until somebody marks the message handled', async () => {
    await write(stranger, 'ik wil niet meer leven')
    await universe.advanceTo(universe.clock.now().add({ minutes: 16 }))
    expect(alarms()).toHaveLength(2)
    const overview = createOverview(universe.database, universe.keyring)
    const [message] = (await overview.strayMessages({ page: 1, size: 5 })).rows
    expect(message).toMatchObject({ isUrgent: true, from: stranger, mayBeOf: [] })
    if (!message) throw new Error('the message stands there')
    const verb = {
      transact: createTransact(universe.database, universe.keyring, 'Europe/Amsterdam'),
      clock: universe.clock,
    }
    expect(await settleStray(verb, message.id, 'test')).toBe(true)
    expect(await settleStray(verb, message.id, 'test')).toBe(false)
    await universe.advanceTo(universe.clock.now().add({ hours: 2 }))
    expect(alarms()).toHaveLength(2)
    expect((await overview.strayMessages({ page: 1, size: 5 })).total).toBe(0)
  })

  it('reach the coordinator when nobody does', async () => {
    await write(stranger, 'ik wil niet meer leven')
    await universe.advanceTo(universe.clock.now().add({ hours: 2 }))
    const { on_duty_mail, coordinator_mail } = universe.loaded.knowledge.installation.provider
    expect(alarms().map(({ to }) => to)).toEqual([on_duty_mail, on_duty_mail, coordinator_mail])
  })
})

describe('the mails about words of a crisis of a participant', () => {
  it('say in their subject and first line that it is urgent, on opening, halfway and when due, and nothing personal', async () => {
    await refer(universe)
    await write(shared, 'ik wil niet meer leven')
    await universe.advanceTo(universe.clock.now().add({ hours: 1 }))
    const mails = universe.post.sent.filter(({ facts }) => facts.purpose.startsWith('task_'))
    expect(mails.map(({ facts }) => facts.purpose)).toEqual(['task_opened', 'task_half', 'task_due'])
    for (const { subject, text } of mails) {
      expect(subject).toMatch(/^DRINGEND: noodsignaal /)
      expect(text).toMatch(/^DRINGEND\. /)
      expect(`${subject} ${text}`).not.toMatch(/Fatima|Yilmaz|leven/)
    }
  })
})

describe('any other message of a number that nobody has', () => {
  it('is answered with nothing', async () => {
    await write(stranger, 'Ja, Fatima komt')
    await write(stranger, 'stop')
    expect(heard(stranger)).toEqual([])
    expect(alarms()).toEqual([])
  })
})

describe('a number that several participants share', () => {
  beforeEach(family)

  it('is warned of when the second gets it', async () => {
    expect((await journeys()).map(openKinds)).toEqual([[], ['number_shared']])
  })

  it('is answered and told of in a crisis, in the languages of those who have it', async () => {
    const before = heard(shared).length
    await write(shared, 'ik wil niet meer leven')
    expect(heard(shared).slice(before)).toHaveLength(2)
    expect(alarms()).toHaveLength(1)
    for (const { text } of heard(shared).slice(before)) expect(text).not.toMatch(/Fatima|Omar/)
  })

  it('gets nothing more after STOP, whoever of them wrote it, and a person calls', async () => {
    const before = heard(shared).length
    await write(shared, 'stop')
    expect((await journeys()).map(({ reach }) => reach)).toEqual(['opted_out', 'opted_out'])
    for (const journey of await journeys()) expect(openKinds(journey)).toContain('opted_out')
    expect(
      heard(shared)
        .slice(before)
        .map(({ text }) => text),
    ).toEqual([
      expect.stringContaining('U krijgt geen berichten meer'),
      expect.stringContaining('You will get no more messages'),
    ])
    await universe.advanceTo(amsterdam('2026-11-20T12:00'))
    expect(heard(shared)).toHaveLength(before + 2)
  })

  it('gets messages again after START', async () => {
    await write(shared, 'stop')
    await write(shared, 'start')
    expect((await journeys()).map(({ reach }) => reach)).toEqual(['phone', 'phone'])
  })

  it('stays silent for who comes with it after STOP', async () => {
    await write(shared, 'stop')
    const before = heard(shared).length
    await refer(universe, { 'Naam deelnemer': 'Leyla Yilmaz', Klantnummer: 'K-3', Mobiel: '06 1234 5671' })
    expect(heard(shared)).toHaveLength(before)
    expect((await journeys()).at(-1)).toMatchObject({ reach: 'opted_out' })
  })
})

describe('a message of a shared number after a no-show', () => {
  const asked = async () => {
    await family()
    const [first] = await universe.journeys()
    const [journey] = await journeys()
    const missed = journey?.attendances.at(-1)
    if (!first || !missed) throw new Error('the first participant has an appointment')
    await universe.advanceTo(missed.endsAt)
    await universe.command(
      first,
      { type: 'mark_attendance', attendanceId: missed.id, came: false },
      { kind: 'staff', id: 'test' },
    )
    await universe.advanceTo(missed.endsAt.add({ minutes: 20 }))
    await write(shared, 'sorry ik lag ziek in bed')
    await write(shared, 'stop')
    return { first, missed }
  }
  const notices = () => universe.post.sent.filter(({ facts }) => facts.purpose === 'no_show')
  const theTask = async () =>
    (await journeys())[0]?.tasks.find(({ kind, closedAt }) => kind === 'possible_reaction' && !closedAt)

  it('asks a person before the notice goes, and the notice does not say that nobody reacted', async () => {
    await asked()
    const task = await theTask()
    await universe.advanceTo(universe.clock.now().add({ hours: 72 }))
    const [notice] = notices()
    expect(notice?.text).toContain('Er kwam een bericht binnen waarvan wij nog uitzoeken of het van de')
    expect(notice?.text).not.toContain('niet gereageerd')
    expect(notice && task && task.dueAt.epochMilliseconds <= notice.at.epochMilliseconds).toBe(true)
  })

  it('is a reaction when a person says that it was this participant: then no notice goes', async () => {
    const { first, missed } = await asked()
    const task = await theTask()
    await universe.command(first, { type: 'recognise_writer', key: task?.key ?? '' }, { kind: 'staff', id: 'test' })
    await universe.settle()
    expect((await journeys())[0]?.attendances.find(({ id }) => id === missed.id)?.reactedAt).toBeDefined()
    expect(await theTask()).toBeUndefined()
    await universe.advanceTo(universe.clock.now().add({ hours: 72 }))
    expect(notices()).toEqual([])
  })

  it('is none when a person says that it was somebody else', async () => {
    const { first } = await asked()
    const task = await theTask()
    await universe.command(first, { type: 'close_task', key: task?.key ?? '' }, { kind: 'staff', id: 'test' })
    await universe.advanceTo(universe.clock.now().add({ hours: 72 }))
    expect(notices()[0]?.text).toContain('niet gereageerd')
  })
})
