import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { currentAttendance, latestAttendance } from '#src/domain/journey/journey.ts'
import { isOpen } from '#src/domain/journey/task.ts'
import type { JourneyDetails } from '#src/services/ports/overview.ts'
import { amsterdam } from '../support/universe.ts'
import { person, referralOf, type Person } from './people.ts'
import { isReceipt } from './provider.ts'
import type { RunningOpkomst } from './running.ts'
import { openScene, type Scene } from './scene.ts'
import { named, redisOf } from './servers.ts'

const somebody = person(1)

async function invite(scene: Scene, who: Person = somebody): Promise<JourneyDetails> {
  scene.provider.deliver(referralOf(who))
  await scene.ledgerHolds(1)
  await scene.records.settled(scene.clock)
  await read()
  return scene.records.journeyOf(who.name)
}

/** Nobody has read a message within two seconds after it went out, and what comes sooner answers an earlier one. */
const read = () => sleep(2_100)

const write = (opkomst: RunningOpkomst, { journey }: JourneyDetails, tekst: string) =>
  opkomst.post(`/telefoon/${journey.id}`, { tekst })

const openTasks = ({ journey }: JourneyDetails) => journey.tasks.filter(isOpen).map(({ kind }) => kind)

describe('a message that fits nowhere', { concurrent: true }, () => {
  it('goes to a person when nobody has the number it came from, once, and is not answered', async () => {
    await using scene = await openScene()
    const opkomst = await scene.start()
    await invite(scene)
    const stray = { from: '+31612349999', text: 'Met wie spreek ik?', reference: 'carrier-1' }
    expect(await scene.records.receive(scene.clock, stray)).toBe('with_person')
    expect(await scene.records.receive(scene.clock, stray)).toBe('seen_before')
    await scene.records.settled(scene.clock)
    expect(await scene.invitations()).toEqual([1])
    expect((await scene.records.taken()).length).toBe(1)
    const told = scene.provider.received.filter((mail) => !isReceipt(mail))
    expect(told.map(({ to }) => to)).toEqual(['coordinator@werkwijzer.example'])
    expect(told[0]?.raw).not.toContain('Met wie')
    expect(await opkomst.page('/')).toContain('Met wie spreek ik?')
  })

  it('goes to a person when two people have that number: nothing is said before it is clear who writes', async () => {
    await using scene = await openScene()
    await scene.start()
    const sister = { ...person(2), phone: somebody.phone }
    for (const who of [somebody, sister]) scene.provider.deliver(referralOf(who))
    await scene.ledgerHolds(2)
    await scene.records.settled(scene.clock)
    const before = await scene.records.taken()
    const shared = { from: somebody.phone, text: 'Ja ik kom', reference: 'carrier-1' }
    expect(await scene.records.receive(scene.clock, shared)).toBe('with_person')
    await scene.records.settled(scene.clock)
    expect(await scene.records.taken()).toEqual(before)
    for (const { name } of [somebody, sister])
      expect(currentAttendance((await scene.records.journeyOf(name)).journey)?.confirmedAt).toBeUndefined()
  })

  it('confirms nothing when it comes after the appointment, and somebody reads it', async () => {
    await using scene = await openScene()
    const opkomst = await scene.start()
    const invited = await invite(scene)
    const startsAt = currentAttendance(invited.journey)?.startsAt ?? amsterdam('2026-11-11T13:30')
    await scene.records.advanceTo(scene.clock, startsAt.add({ hours: 20 }))
    await write(opkomst, invited, 'Ja ik kom')
    await scene.records.settled(scene.clock)
    const after = await scene.records.journeyOf(somebody.name)
    expect(latestAttendance(after.journey)?.confirmedAt).toBeUndefined()
    expect(after.inbound.map(({ text }) => text)).toEqual(['Ja ik kom'])
    expect(await opkomst.page(`/telefoon/${invited.journey.id}/scherm`)).toContain('Een collega leest het')
    expect(openTasks(after)).toContain('late_reply')
    expect(await opkomst.page(`/trajecten/${invited.journey.id}`)).toContain('Ja ik kom')
  }, 120_000)
})

describe('a participant without a usable phone', { concurrent: true }, () => {
  it('who has none waits for a person, who is told so at once', async () => {
    await using scene = await openScene()
    const opkomst = await scene.start()
    scene.provider.deliver(referralOf(somebody, { form: { Mobiel: '' } }))
    await scene.ledgerHolds(1)
    await scene.records.settled(scene.clock)
    expect(await scene.records.overview.ledger()).toMatchObject({ received: 1, waiting: 1 })
    expect(await scene.records.taken()).toEqual([])
    expect(scene.provider.received.map(({ to }) => to)).toContain('coordinator@werkwijzer.example')
    expect(await opkomst.page('/')).toContain('telefoonnummer')
  })

  it('who has only a number that takes no messages is called by a person, who is told so at once', async () => {
    await using scene = await openScene()
    const opkomst = await scene.start()
    scene.provider.deliver(referralOf(somebody, { form: { Mobiel: '010 555 01 99' } }))
    await scene.ledgerHolds(1)
    await scene.records.settled(scene.clock)
    const details = await scene.records.journeyOf(somebody.name)
    expect(details.journey.reach).toBe('none')
    expect(openTasks(details)).toContain('call_participant')
    expect(await scene.records.taken()).toEqual([])
    const told = scene.provider.received.filter((mail) => !isReceipt(mail))
    expect(told.map(({ to }) => to)).toEqual(['coordinator@werkwijzer.example'])
    expect(await opkomst.page('/')).toContain('bel de deelnemer')
  })
})

const redisUrl = redisOf(7)
const backends = [
  { name: 'PostgreSQL', environment: {}, lacking: [] },
  {
    name: 'Redis',
    environment: { REDIS_URL: redisUrl ?? '' },
    lacking: redisUrl === undefined ? ['OPKOMST_TEST_REDIS_URL'] : [],
  },
]

for (const { name, environment, lacking } of backends) {
  describe.skipIf(lacking.length > 0)(named(`two messages within a second, by a queue on ${name}`, lacking), () => {
    it('are handled in the order in which they came, for everybody at once', async () => {
      await using scene = await openScene()
      const opkomst = await scene.start(environment)
      const people = Array.from({ length: 10 }, (_, number) => person(number + 1))
      for (const who of people) scene.provider.deliver(referralOf(who))
      await scene.ledgerHolds(people.length)
      await scene.records.settled(scene.clock)
      await read()
      const invited = await scene.records.journeys()
      await Promise.all(
        invited.map(async (details) => {
          await write(opkomst, details, 'ik kan niet komen')
          await write(opkomst, details, 'ik heb dan een sollicitatiegesprek')
        }),
      )
      await scene.records.settled(scene.clock)
      const journeys = await scene.records.journeys()
      for (const { journey, inbound, journal } of journeys) {
        expect(inbound.map(({ text, outcome }) => [text, outcome])).toEqual([
          ['ik kan niet komen', 'understood'],
          ['ik heb dan een sollicitatiegesprek', 'understood'],
        ])
        expect(latestAttendance(journey)?.absence?.reason).toBe('job_interview')
        expect(journal.filter(({ event }) => event.type === 'absence_reported')).toHaveLength(1)
      }
      const answers = (await scene.records.taken()).filter(({ purpose }) => purpose === 'answer')
      expect(answers.filter(({ times }) => times !== 1)).toEqual([])
      expect(answers.length % people.length).toBe(0)
      expect(await scene.records.differences()).toEqual([])
    }, 120_000)

    it('are both kept when they come at the very same moment', async () => {
      await using scene = await openScene()
      const opkomst = await scene.start(environment)
      const invited = await invite(scene)
      const texts = ['Ja ik kom', 'Mag mijn broer mee?', 'Hoe laat ook weer?', 'Tot dan']
      await Promise.all(texts.map((text) => write(opkomst, invited, text)))
      await scene.records.settled(scene.clock)
      const { inbound, journey } = await scene.records.journeyOf(somebody.name)
      expect(inbound.map(({ text }) => text).toSorted()).toEqual(texts.toSorted())
      expect(inbound.filter(({ outcome }) => outcome === undefined)).toEqual([])
      expect(currentAttendance(journey)?.confirmedAt).toBeDefined()
      expect((await scene.records.taken()).filter(({ times }) => times !== 1)).toEqual([])
    }, 120_000)
  })
}
