import { describe, expect, it } from 'vitest'
import { startDemoMailbox } from '#src/app/embedded/demo-mailbox.ts'
import { asPerson, lookIn, putIn } from '../support/mail-client.ts'
import { person, referralOf } from './people.ts'
import { handledFolder, otherFolder, postOffices, type PostOffice } from './post-office.ts'
import { openScene, type Scene } from './scene.ts'
import { named } from './servers.ts'
import { until } from '../support/until.ts'

const deliver = (scene: Scene, { account }: PostOffice, raw: Buffer, folder = 'INBOX') =>
  putIn(account, folder, raw, new Date(scene.clock.now().epochMilliseconds))

const numbersIn = async ({ account }: PostOffice, folder: string): Promise<string[]> =>
  (await lookIn(account, folder)).map(({ raw }) => /K-3\d{4}/.exec(raw)?.[0] ?? '').toSorted()

/** Where each mail was seen, in the order in which it came in. */
async function sightings({ records: { db } }: Scene): Promise<{ mailbox: string; uid: number; left: boolean }[][]> {
  const rows = await db
    .selectFrom('mails')
    .innerJoin('mail_sightings as s', 's.mail_id', 'mails.id')
    .select(['mails.sequence', 's.mailbox', 's.uid', 's.left_at'])
    .orderBy('mails.sequence')
    .orderBy('s.seen_at')
    .orderBy('s.left_at')
    .execute()
  const byMail = Map.groupBy(rows, ({ sequence }) => sequence)
  return [...byMail.values()].map((places) =>
    places.map(({ mailbox, uid, left_at }) => ({
      mailbox: mailbox.slice(mailbox.indexOf('/') + 1),
      uid: Number(uid),
      left: left_at !== null,
    })),
  )
}

const journeys = async ({ records }: Scene): Promise<number> => (await records.journeys()).length

/** The embedded PostgreSQL has no connections for so many at once. */
const roomy = process.env['OPKOMST_TEST_DATABASE_URL'] !== undefined

for (const { name, lacking, open } of postOffices) {
  describe.skipIf(lacking.length > 0)(named(`a mailbox on ${name}`, lacking), { concurrent: roomy }, () => {
    it('keeps what waits for a person; what was handled goes to its folder, with its marks as they were', async () => {
      await using scene = await openScene()
      const office = await open(scene)
      const opkomst = await scene.start({ ...office.environment, IMAP_HANDLED_MAILBOX: handledFolder })
      for (const number of [1, 2]) await deliver(scene, office, referralOf(person(number)))
      await deliver(scene, office, referralOf(person(3), { signed: false }))
      await until('two are moved', async () => (await numbersIn(office, handledFolder)).length === 2)
      expect(await numbersIn(office, handledFolder)).toEqual(['K-30001', 'K-30002'])
      expect(await numbersIn(office, 'INBOX')).toEqual(['K-30003'])
      const all = [...(await lookIn(office.account, handledFolder)), ...(await lookIn(office.account, 'INBOX'))]
      expect(all.map(({ flags }) => flags)).toEqual([[], [], []])
      await until('it is known where they are', async () => (await sightings(scene)).flat().length === 5)
      expect((await sightings(scene))[0]).toEqual([
        { mailbox: 'INBOX', uid: 1, left: true },
        // Mails of different people are handled side by side: either is moved first.
        { mailbox: handledFolder, uid: expect.toBeOneOf([1, 2]), left: false },
      ])

      const [waiting] = await scene.records.overview.waitingMails()
      await opkomst.post(`/aanmeldingen/${waiting?.id ?? ''}/afwijzen`, { reden: 'dubbel' })
      await until('the third is moved', async () => (await numbersIn(office, handledFolder)).length === 3)
      expect(await numbersIn(office, 'INBOX')).toEqual([])
      expect(await scene.records.overview.ledger()).toMatchObject({ received: 3, handled: 3, waiting: 0 })
    }, 120_000)

    it('may be tidied up by a person meanwhile: a mail that was moved away, and one that was put back', async () => {
      await using scene = await openScene()
      const office = await open(scene)
      const first = await scene.start(office.environment)
      for (const number of [1, 2]) await deliver(scene, office, referralOf(person(number)))
      await scene.ledgerHolds(2)
      await scene.records.settled(scene.clock)
      await first.close()
      await asPerson(office.account, async (client) => {
        await client.mailboxOpen('INBOX')
        await client.messageMove('1', otherFolder, { uid: true })
      })
      const second = await scene.start({ ...office.environment, IMAP_HANDLED_MAILBOX: handledFolder })
      await until('the other is moved', async () => (await numbersIn(office, handledFolder)).length === 1)
      await asPerson(office.account, async (client) => {
        await client.mailboxOpen(handledFolder)
        await client.messageMove('1:*', 'INBOX', { uid: true })
      })
      await until('it was seen where it was put back', async () => (await sightings(scene)).flat().length >= 4)
      await until('it is moved again', async () => (await numbersIn(office, handledFolder)).length === 1)
      expect(await numbersIn(office, otherFolder)).toEqual(['K-30001'])
      expect(await journeys(scene)).toBe(2)
      expect(second.lines.filter((line) => line.startsWith('Let op: De'))).toEqual([])
      expect(await scene.records.differences()).toEqual([])
    }, 120_000)

    it('is read in several folders, each from where it was; the same mail in both is one', async () => {
      await using scene = await openScene()
      const office = await open(scene)
      const environment = { ...office.environment, IMAP_MAILBOX: `INBOX,${otherFolder}` }
      const opkomst = await scene.start(environment)
      await deliver(scene, office, referralOf(person(1)))
      await deliver(scene, office, referralOf(person(2)), otherFolder)
      await deliver(scene, office, referralOf(person(1)), otherFolder)
      await until('three were seen', async () => (await sightings(scene)).flat().length === 3)
      await scene.records.settled(scene.clock)
      expect(await scene.records.overview.ledger()).toMatchObject({ received: 2, handled: 2 })
      expect(await journeys(scene)).toBe(2)
      const leases = await scene.records.db.selectFrom('leases').select('name').orderBy('name').execute()
      expect(leases.map((lease) => lease.name.replace(/:.*\//, ':'))).toEqual([
        'mailbox:Aanmeldingen',
        'mailbox:INBOX',
        'relay',
      ])
      await opkomst.close()
      await scene.start(environment)
      await deliver(scene, office, referralOf(person(3)), otherFolder)
      await scene.ledgerHolds(3)
      expect((await sightings(scene)).flat()).toHaveLength(4)
    }, 120_000)

    it('that gets another name gives no mail a second row', async () => {
      await using scene = await openScene()
      const office = await open(scene)
      const first = await scene.start(office.environment)
      await deliver(scene, office, referralOf(person(1)))
      await scene.ledgerHolds(1)
      await scene.records.settled(scene.clock)
      await first.close()
      await asPerson(office.account, async (client) => {
        await client.mailboxOpen('INBOX')
        await client.messageMove('1:*', otherFolder, { uid: true })
      })
      await scene.start({ ...office.environment, IMAP_MAILBOX: otherFolder })
      await until('it was seen again', async () => (await sightings(scene)).flat().length === 2)
      expect(await sightings(scene)).toHaveLength(1)
      expect(await journeys(scene)).toBe(1)
      expect(await scene.records.differences()).toEqual([])
    }, 120_000)

    it('that is emptied loses nothing that was taken in, and what comes after it is taken in', async () => {
      await using scene = await openScene()
      const office = await open(scene)
      const opkomst = await scene.start(office.environment)
      for (const number of [1, 2]) await deliver(scene, office, referralOf(person(number)))
      await scene.ledgerHolds(2)
      await asPerson(office.account, async (client) => {
        await client.mailboxOpen('INBOX')
        await client.messageDelete('1:*', { uid: true })
      })
      await deliver(scene, office, referralOf(person(3)))
      await scene.ledgerHolds(3)
      await scene.records.settled(scene.clock)
      expect(await scene.records.overview.ledger()).toMatchObject({ received: 3, handled: 3, waiting: 0 })
      expect(opkomst.lines.filter((line) => line.startsWith('Let op: De'))).toEqual([])
      expect(await scene.records.differences()).toEqual([])
    }, 120_000)

    it('takes nothing in from before its first day, and says so', async () => {
      await using scene = await openScene()
      const office = await open(scene)
      const yesterday = new Date(scene.clock.now().subtract({ hours: 24 }).epochMilliseconds)
      for (const number of [1, 2]) await putIn(office.account, 'INBOX', referralOf(person(number)), yesterday)
      await deliver(scene, office, referralOf(person(3)))
      const opkomst = await scene.start(office.environment)
      await opkomst.says(/^Postbus .* mail die is ontvangen vanaf 3 november 2026 \(IMAP_SINCE\)/)
      await opkomst.says('2 mails zijn van voor 3 november 2026 en blijven liggen (IMAP_SINCE)')
      await scene.ledgerHolds(1)
      await opkomst.close()

      scene.clock.moveTo(scene.clock.now().add({ hours: 48 }))
      await deliver(scene, office, referralOf(person(4)))
      const later = await scene.start(office.environment)
      await later.says(/vanaf 3 november 2026/)
      await scene.ledgerHolds(2)
      await scene.records.settled(scene.clock)
      expect(await journeys(scene)).toBe(2)
      await later.close()

      await scene.start({ ...office.environment, IMAP_SINCE: '2026-11-02' })
      await scene.ledgerHolds(4)
      expect((await sightings(scene)).map((places) => places.length)).toEqual([1, 1, 1, 1])
    }, 120_000)

    it('counts what came while it could not be reached on the first day, however long that took', async () => {
      await using scene = await openScene()
      const office = await open(scene)
      const line = await scene.lineTo(office.account)
      const environment = {
        ...office.environment,
        IMAP_URL: `imap://${office.account.user}@127.0.0.1:${String(line.port)}`,
      }
      await line.cut()
      const first = await scene.start(environment)
      await first.says('neemt geen verbinding aan')
      await deliver(scene, office, referralOf(person(1)))
      scene.clock.moveTo(scene.clock.now().add({ hours: 26 }))
      await deliver(scene, office, referralOf(person(2)))
      await line.restore()
      await scene.ledgerHolds(2)
      await first.says('Weer goed: leest de mailbox')
      const received = await scene.records.db.selectFrom('mails').select('received_at').orderBy('sequence').execute()
      const [one, two] = received.map(({ received_at }) => received_at.getTime())
      expect(Math.round(((two ?? 0) - (one ?? 0)) / 3_600_000)).toBe(26)
    }, 120_000)
  })
}

describe('two mailboxes', () => {
  it('are both read, and one that is away does not keep the other from being read', async () => {
    await using scene = await openScene()
    const second = await startDemoMailbox({ user: 'intake', password: 'an-der-woord' })
    scene.defer(() => second.stop())
    const line = await scene.lineTo(second)
    const opkomst = await scene.start({
      IMAP_SECOND_URL: `imap://intake@127.0.0.1:${String(line.port)}`,
      IMAP_SECOND_PASSWORD: second.password,
    })
    const now = () => new Date(scene.clock.now().epochMilliseconds)
    scene.provider.deliver(referralOf(person(1)))
    second.deliver(referralOf(person(2)), now())
    await scene.ledgerHolds(2)
    await line.cut()
    await opkomst.says(/^Let op: INBOX: De (?:mailserver|verbinding met de mailserver) 127\.0\.0\.1/)
    second.deliver(referralOf(person(3)), now())
    scene.provider.deliver(referralOf(person(4)))
    await scene.ledgerHolds(3)
    await line.restore()
    await opkomst.says('Weer goed: leest de mailbox')
    await scene.ledgerHolds(4)
    const names = new Set(
      (await scene.records.db.selectFrom('mail_sightings').select('mailbox').execute()).map((row) => row.mailbox),
    )
    expect([...names].toSorted()).toEqual(['aanmelding@127.0.0.1/INBOX', 'intake@127.0.0.1/INBOX'])
  }, 120_000)
})

const [, dovecot] = postOffices
describe.skipIf((dovecot?.lacking.length ?? 0) > 0)(
  named('a mailbox that a server repaired', dovecot?.lacking ?? []),
  () => {
    it('has the same mails under other numbers: each is seen again, and is what it was', async () => {
      await using scene = await openScene()
      const office = await dovecot?.open(scene)
      if (!office) throw new Error('there is no Dovecot')
      const first = await scene.start(office.environment)
      for (const number of [1, 2]) await deliver(scene, office, referralOf(person(number)))
      await deliver(scene, office, referralOf(person(3), { signed: false }))
      await scene.ledgerHolds(3)
      await scene.records.settled(scene.clock)
      await first.close()
      await office.renumber?.()
      await deliver(scene, office, referralOf(person(4)))
      await scene.start(office.environment)
      // The server may have numbered the new one first.
      await until('all were seen', async () => (await sightings(scene)).flat().length === 7)
      await scene.records.settled(scene.clock)
      expect((await sightings(scene)).map((places) => places.length)).toEqual([2, 2, 2, 1])
      expect(await scene.records.overview.ledger()).toEqual({ received: 4, handled: 3, waiting: 1, unread: 0 })
      expect(await journeys(scene)).toBe(3)
      expect(await scene.invitations()).toEqual([1, 1, 1])
      expect(await scene.records.differences()).toEqual([])
    }, 120_000)
  },
)
