import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { person, referralOf } from '../integration/people.ts'
import { handledFolder } from '../integration/post-office.ts'
import { openScene, type Scene } from '../integration/scene.ts'
import { named } from '../integration/servers.ts'
import { spawnOpkomst } from '../integration/spawned.ts'
import { until } from '../support/until.ts'
import { dovecotLacks, openDovecotMailbox, type DovecotMailbox } from '../support/dovecot-mailbox.ts'
import { asPerson, lookIn } from '../support/mail-client.ts'
import { opkomst } from '../support/opkomst.ts'
import { chanceOf } from './chance.ts'

/** The short form, for every run of the tests; `node test/chaos/run.ts` sets the long one. */
const setting = (name: string, usual: number): number => Number(process.env[`OPKOMST_CHAOS_${name}`] ?? usual)
const kills = setting('KILLS', 5)
const mails = setting('MAILS', 60)
const oldMails = setting('OLD', 2_000)
const seed = setting('SEED', Math.floor(Math.random() * 2 ** 32))

const isSigned = (number: number): boolean => number % 5 !== 4
const unsigned = Array.from({ length: mails }, (_, number) => number).filter((number) => !isSigned(number)).length

/** Long after each start, well before the next office hours. */
const sinceFirst = new Date('2026-11-01T00:00:00Z')

const say = (words: string): void => void process.stdout.write(`chaos: ${words}\n`)

interface Figures {
  readonly seed: number
  readonly kills: number
  killedWhileStarting: number
  mostMemoryMb: number
  firstMailMs: number
}

function deliverOld(box: DovecotMailbox): void {
  const receivedAt = new Date('2025-03-03T09:00:00Z')
  for (let number = 0; number < oldMails; number += 1)
    box.deliver(
      `Subject: oud ${String(number)}\r\nMessage-ID: <oud-${String(number)}@x.example>\r\n\r\nVan vroeger.\r\n`,
      receivedAt,
    )
}

/** One life of a worker: some mails come in, at moments that chance chooses, and so is the moment at which it is killed. */
async function liveAndDie(
  scene: Scene,
  environment: Readonly<Record<string, string>>,
  chance: () => number,
  deliver: () => void,
  figures: Figures,
): Promise<void> {
  const worker = spawnOpkomst(scene, 'worker', environment)
  const when = chance()
  const { received } = await scene.records.overview.ledger()
  if (when < 0.2) {
    figures.killedWhileStarting += 1
    deliver()
    await sleep(chance() * 1_500)
  } else {
    await worker.ready()
    await sleep(chance() * 300)
    deliver()
    // Mostly in the midst of those mails: however long this machine takes to begin with them.
    if (when < 0.8) await scene.ledgerHolds(received + 1)
    await sleep(chance() * 800)
  }
  figures.mostMemoryMb = Math.max(figures.mostMemoryMb, Math.round((worker.mostMemory() ?? 0) / 1e6))
  await worker.end('SIGKILL')
  // Its leases are over when the next one starts.
  scene.clock.moveTo(scene.clock.now().add({ seconds: 61 }))
}

const referenceIn = (raw: string): string => /K-3\d{4}/.exec(raw)?.[0] ?? ''

/** Every mail that was delivered lies in one place on the server, unseen, and the old ones where they were. */
async function expectServerWhole(box: DovecotMailbox, { records: { db } }: Scene): Promise<void> {
  const inbox = await lookIn(box.account, 'INBOX', sinceFirst)
  const handled = await lookIn(box.account, handledFolder, sinceFirst)
  const all = [...inbox, ...handled]
  expect(all.map(({ raw }) => referenceIn(raw)).toSorted()).toEqual(
    Array.from({ length: mails }, (_, number) => person(number).clientNumber).toSorted(),
  )
  expect(inbox).toHaveLength(unsigned)
  expect(all.flatMap(({ flags }) => flags)).toEqual([])
  expect(box.files().length).toBe(oldMails + unsigned)
  // Where it lies is known of each, and hangs under one row.
  const places = await db
    .selectFrom('mail_sightings')
    .select(['mailbox', 'uid', 'mail_id'])
    .where('left_at', 'is', null)
    .execute()
  const known = new Map(
    places.map(({ mailbox, uid, mail_id }) => [`${mailbox.slice(mailbox.indexOf('/') + 1)} ${String(uid)}`, mail_id]),
  )
  const rows = [
    ...inbox.map(({ uid }) => `INBOX ${String(uid)}`),
    ...handled.map(({ uid }) => `${handledFolder} ${String(uid)}`),
  ].map((place) => known.get(place))
  expect(rows).not.toContain(undefined)
  expect(new Set(rows).size).toBe(mails)
}

/** What the other side received, beside what stands in the rows: each thing once, and nothing forgotten. */
async function expectEachOnce({ records, provider }: Scene): Promise<void> {
  expect(await records.overview.ledger()).toEqual({
    received: mails,
    handled: mails - unsigned,
    waiting: unsigned,
    unread: 0,
  })
  const outcomes = await records.db.selectFrom('mails').select('journey_id').where('outcome', '=', 'journey').execute()
  expect(new Set(outcomes.map((mail) => mail.journey_id)).size).toBe(mails - unsigned)
  const { count } = await records.db
    .selectFrom('journeys')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  expect(Number(count)).toBe(mails - unsigned)
  expect((await records.taken()).filter(({ times }) => times !== 1)).toEqual([])
  const ids = provider.received.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1])
  expect(new Set(ids).size).toBe(ids.length)
  expect(await records.differences()).toEqual([])
}

const lacking = dovecotLacks()
describe.skipIf(lacking.length > 0)(named('a worker that reads Dovecot', lacking), () => {
  it(
    `and is killed ${String(kills)} times while ${String(mails)} mails come in loses nothing and does nothing twice`,
    async () => {
      const chance = chanceOf(seed)
      const figures: Figures = { seed, kills, killedWhileStarting: 0, mostMemoryMb: 0, firstMailMs: 0 }
      say(`seed ${String(seed)}, ${String(kills)} kills, ${String(mails)} mails, ${String(oldMails)} old ones`)
      await using scene = await openScene({ coaches: Math.max(12, Math.ceil(mails / 20)) })
      const box = openDovecotMailbox()
      scene.defer(() => Promise.resolve(box.close()))
      await asPerson(box.account, (client) => client.mailboxCreate(handledFolder))
      deliverOld(box)
      const environment = { IMAP_URL: box.url, IMAP_PASSWORD: box.password, IMAP_HANDLED_MAILBOX: handledFolder }
      let delivered = 0
      const deliverUpTo = (last: number): void => {
        for (; delivered < last; delivered += 1)
          box.deliver(
            referralOf(person(delivered), { signed: isSigned(delivered) }),
            new Date(scene.clock.now().epochMilliseconds),
          )
      }

      const began = performance.now()
      const first = spawnOpkomst(scene, 'worker', environment)
      deliverUpTo(1)
      await scene.ledgerHolds(1)
      figures.firstMailMs = Math.round(performance.now() - began)
      figures.mostMemoryMb = Math.round((first.mostMemory() ?? 0) / 1e6)
      await first.end('SIGKILL')
      scene.clock.moveTo(scene.clock.now().add({ seconds: 61 }))

      for (let life = 1; life < kills; life += 1) {
        if (life % 25 === 0) say(`${String(life)} killed, ${JSON.stringify(await scene.records.overview.ledger())}`)
        const share = Math.ceil((mails / (kills - 1)) * life)
        await liveAndDie(scene, environment, chance, () => deliverUpTo(Math.min(mails, share)), figures)
      }

      // What it had in hand when it was killed is taken over when those attempts are given up.
      scene.clock.moveTo(scene.clock.now().add({ minutes: 13 }))
      const last = await scene.start(environment) // in this process: its clock can be moved
      await scene.ledgerHolds(mails)
      await scene.whileTimePasses(
        'all mails have an outcome',
        async () => (await scene.records.overview.ledger()).unread === 0,
      )
      await scene.settledInTime()
      say(`all handled, ${String(box.files('Opkomst.verwerkt').length)} moved so far`)
      await until(
        'what was handled is moved',
        () => box.files('Opkomst.verwerkt').length >= mails - unsigned,
        60_000 + mails * 200,
      )
      await last.close()

      const compared = await opkomst(['inbox', 'reconcile', '--json'], {
        ...scene.provider.environment,
        ...environment,
      })
      const seconds = Math.round((performance.now() - began) / 1_000)
      const ledger = await scene.records.overview.ledger()
      say(JSON.stringify({ ...figures, seconds, ...ledger, reconcile: JSON.parse(compared.out) }))
      expect(compared.code).toBe(0)
      await expectServerWhole(box, scene)
      await expectEachOnce(scene)
    },
    120_000 + kills * 15_000 + mails * 500,
  )
})
