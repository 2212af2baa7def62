import { describe, expect, it } from 'vitest'
import { startDemoMailbox } from '#src/app/embedded/demo-mailbox.ts'
import { person, referralOf } from './people.ts'
import { isReceipt } from './provider.ts'
import { openScene, type Scene } from './scene.ts'
import { until } from '../support/until.ts'

const sightings = async ({ records }: Scene): Promise<number> =>
  (await records.db.selectFrom('mail_sightings').select('uid').execute()).length

const seenAs = (scene: Scene, times: number) =>
  until(`mails were seen ${String(times)} times`, async () => (await sightings(scene)) === times)

/** One mail, one journey, one invitation, whatever the mailbox did. */
async function expectOneOfEverything(scene: Scene): Promise<void> {
  await scene.records.settled(scene.clock)
  expect(await scene.records.overview.ledger()).toEqual({ received: 1, handled: 1, waiting: 0, unread: 0 })
  expect(await scene.records.journeys()).toHaveLength(1)
  expect(await scene.invitations()).toEqual([1])
  expect(scene.provider.received.map(isReceipt)).toEqual([true])
  expect(await scene.records.differences()).toEqual([])
}

describe('a mail that comes twice', { concurrent: true }, () => {
  it('makes one journey when it lies in the mailbox twice: another UID, the same bytes', async () => {
    await using scene = await openScene()
    await scene.start()
    for (let times = 0; times < 3; times += 1) scene.provider.deliver(referralOf(person(1)))
    await seenAs(scene, 3)
    await expectOneOfEverything(scene)
  })

  it('makes one journey when the mailbox is made anew and gives it another UIDVALIDITY', async () => {
    await using scene = await openScene()
    const first = await scene.start()
    scene.provider.deliver(referralOf(person(1)))
    await seenAs(scene, 1)
    await scene.records.settled(scene.clock)
    await first.close()
    const { user, password } = scene.provider.mailbox
    const anew = await startDemoMailbox({ user, password })
    scene.defer(() => anew.stop())
    anew.deliver(referralOf(person(1)))
    await scene.start({ IMAP_URL: `imap://${user}@${anew.host}:${String(anew.port)}` })
    await seenAs(scene, 2)
    await expectOneOfEverything(scene)
  })

  it('makes one journey when it was stored and how far we had read was not: the same UID again', async () => {
    await using scene = await openScene()
    const first = await scene.start()
    scene.provider.deliver(referralOf(person(1)))
    await seenAs(scene, 1)
    await scene.records.settled(scene.clock)
    await first.close()
    await scene.records.db.deleteFrom('mailboxes').execute()
    await scene.start()
    await until('the mailbox was read again', async () => {
      return (await scene.records.db.selectFrom('mailboxes').select('last_uid').execute()).length === 1
    })
    expect(await sightings(scene)).toBe(1)
    await expectOneOfEverything(scene)
  })

  it('is for a person when it says it is the same mail and reads differently', async () => {
    await using scene = await openScene()
    await scene.start()
    scene.provider.deliver(referralOf(person(1), { messageId: 'een@lansingerland.example' }))
    await seenAs(scene, 1)
    await scene.records.settled(scene.clock)
    scene.provider.deliver(referralOf(person(2), { messageId: 'een@lansingerland.example' }))
    await seenAs(scene, 2)
    await scene.records.settled(scene.clock)
    const [waiting, ...others] = await scene.records.overview.waitingMails()
    expect(others).toEqual([])
    expect(waiting?.words).toContain('hetzelfde kenmerk (Message-ID) maar een andere inhoud')
    expect(await scene.records.journeys()).toHaveLength(1)
  })

  it('is for a person when the same participant is referred again while a journey runs', async () => {
    await using scene = await openScene()
    await scene.start()
    scene.provider.deliver(referralOf(person(1)))
    await seenAs(scene, 1)
    await scene.records.settled(scene.clock)
    scene.provider.deliver(
      referralOf(person(1), { messageId: 'nog-eens@lansingerland.example', form: { Mobiel: '06 1234 5699' } }),
    )
    await seenAs(scene, 2)
    await scene.records.settled(scene.clock)
    expect(await scene.records.journeys()).toHaveLength(1)
    const [waiting] = await scene.records.overview.waitingMails()
    expect(waiting?.words).toContain('al een lopend traject')
    expect(await scene.invitations()).toEqual([1])
  })
})
