import { setTimeout as sleep } from 'node:timers/promises'
import { chownSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '#src/app/clock.ts'
import { currentAttendance, latestAttendance } from '#src/domain/journey/journey.ts'
import { stageOf } from '#src/domain/journey/attendance.ts'
import { amsterdam } from '../support/universe.ts'
import { movedClock, type MovedClock } from './moved-clock.ts'
import { consulent, person, referralOf } from './people.ts'
import { isReceipt, openProvider, type Provider } from './provider.ts'
import { openRecords, type Records } from './records.ts'
import { startOpkomst, type RunningOpkomst } from './running.ts'
import { until } from '../support/until.ts'

const redisUrl = process.env['OPKOMST_TEST_REDIS_URL']
const imapUrl = process.env['OPKOMST_TEST_IMAP_URL']
const maildir = process.env['OPKOMST_TEST_MAILDIR']

/** A database number of its own: the other files that use the Redis of the tests take the jobs of theirs. */
const ownRedis = (url: string): string => new URL('/5', url).href

const title = (name: string, ...lacking: string[]): string =>
  lacking.length === 0 ? name : `${name} (not set: ${lacking.join(', ')})`

const comes = person(1)
const staysAway = person(2)
const unsigned = person(3)

describe('the whole job', () => {
  wholeJob('with its queue on PostgreSQL', () => ({}))
})

describe.skipIf(redisUrl === undefined)(
  title('the whole job', ...(redisUrl === undefined ? ['OPKOMST_TEST_REDIS_URL'] : [])),
  () => {
    wholeJob('with its queue on Redis', () => ({ REDIS_URL: ownRedis(redisUrl ?? '') }))
  },
)

const noDovecot = imapUrl === undefined || maildir === undefined
describe.skipIf(noDovecot)(
  title('the whole job', ...(noDovecot ? ['OPKOMST_TEST_IMAP_URL, OPKOMST_TEST_MAILDIR'] : [])),
  () => {
    afterAll(() => rmSync(path.join(dovecotMailbox().folder, '..'), { recursive: true, force: true }))
    wholeJob('with its mail on Dovecot', () => dovecotMailbox().environment, dovecotDelivery)
  },
)

type Deliver = (raw: Buffer, clock: MovedClock) => void

/** One story, told in the order in which it happens: each test goes on where the one before it stopped. */
function wholeJob(how: string, extra: () => Readonly<Record<string, string>>, deliverTo?: Deliver): void {
  describe(how, () => {
    const clock = movedClock(amsterdam('2026-11-03T11:40'))
    let provider: Provider
    let records: Records
    let opkomst: RunningOpkomst
    const deliver = (raw: Buffer): void => (deliverTo ? deliverTo(raw, clock) : provider.deliver(raw))
    const screenOf = async (name: string): Promise<string> =>
      opkomst.page(`/telefoon/${(await records.journeyOf(name)).journey.id}/scherm`)
    const mailsTo = (to: string) => provider.received.filter((mail) => mail.to === to)
    const noticesTo = (to: string) => mailsTo(to).filter((mail) => !isReceipt(mail))

    beforeAll(async () => {
      provider = await openProvider(clock)
      opkomst = await startOpkomst({ ...provider.environment, ...extra() }, clock)
      records = await openRecords(provider.place)
    })
    afterAll(async () => {
      await opkomst?.close()
      await records?.close()
      await provider?.close()
    })

    it('takes a referral in over IMAP and invites the participant, once', async () => {
      for (const who of [comes, staysAway]) deliver(referralOf(who))
      deliver(referralOf(unsigned, { signed: false }))
      await until('all three mails have an outcome', async () => (await records.overview.ledger()).received === 3)
      await records.settled(clock)
      for (const { name } of [comes, staysAway])
        expect(await screenOf(name)).toMatch(new RegExp(`Hoi ${name.split(' ')[0] ?? ''}.* november om `, 's'))
      expect(await records.taken()).toEqual([
        { purpose: 'invitation', times: 1 },
        { purpose: 'invitation', times: 1 },
      ])
      expect(mailsTo(consulent).map(isReceipt)).toEqual([true, true])
    }, 120_000)

    it('leaves the mail that nobody vouches for to a person, and tells the coordinator once', async () => {
      expect(await records.overview.ledger()).toEqual({ received: 3, handled: 2, waiting: 1, unread: 0 })
      const told = mailsTo('coordinator@werkwijzer.example')
      expect(told).toHaveLength(1)
      expect(told[0]?.raw).not.toContain(unsigned.name)
    })

    it('hears a yes on the phone and answers it', async () => {
      const { journey } = await records.journeyOf(comes.name)
      await sleep(2_100) // nobody has read a message sooner
      await opkomst.post(`/telefoon/${journey.id}`, { tekst: 'Ja ik kom' })
      await records.settled(clock)
      const confirmed = await records.journeyOf(comes.name)
      expect(currentAttendance(confirmed.journey)?.confirmedAt).toBeDefined()
      expect(await screenOf(comes.name)).toContain('tot ')
    })

    it('reminds both of them, once each, while the days pass', async () => {
      await records.advanceTo(clock, amsterdam('2026-11-12T10:05'))
      const purposes = (await records.taken()).map(({ purpose }) => purpose)
      expect(purposes.filter((purpose) => purpose === 'day_before')).toHaveLength(2)
    }, 120_000)

    it('tells the consulent of who did not come, within a workday and once', async () => {
      const [came, absent] = [await records.journeyOf(comes.name), await records.journeyOf(staysAway.name)]
      for (const [{ journey }, kwam] of [
        [came, 'ja'],
        [absent, 'nee'],
      ] as const) {
        const afspraak = latestAttendance(journey)?.id ?? ''
        await opkomst.post(`/trajecten/${journey.id}/aanwezigheid`, { afspraak, kwam })
      }
      expect(noticesTo(consulent)).toHaveLength(0)
      await records.advanceTo(clock, amsterdam('2026-11-13T17:00'))
      const [notice, ...others] = noticesTo(consulent)
      expect(others).toEqual([])
      expect(notice?.raw).toContain(staysAway.clientNumber)
      expect(/^Subject: .*$/m.exec(notice?.raw ?? '')?.[0]).not.toContain(staysAway.name.split(' ')[1])
    }, 120_000)

    it('has handed out nothing twice, and its records fit together', async () => {
      expect((await records.taken()).filter(({ times }) => times !== 1)).toEqual([])
      expect(await records.differences()).toEqual([])
      for (const [{ name }, stage] of [
        [comes, 'came'],
        [staysAway, 'no_show'],
      ] as const) {
        const last = latestAttendance((await records.journeyOf(name)).journey)
        expect(last && stageOf(last), name).toBe(stage)
      }
    })

    it('wrote nobody’s name, number or words into its log', () => {
      const log = readFileSync(path.join(provider.environment['DATA_DIR'] ?? '', 'opkomst.log'), 'utf8')
      expect(log).toContain('"started"')
      for (const { name, phone, clientNumber } of [comes, staysAway, unsigned])
        for (const told of [name, phone, `+31${phone.replaceAll(' ', '').slice(1)}`, clientNumber])
          expect(log).not.toContain(told)
      expect(log).not.toContain('Ja ik kom')
    })
  })
}

/** A mailbox of our own: the one that the tests of the reader use gets mails that have nothing to do with us. */
function dovecotMailbox() {
  const name = `opkomst-${String(process.pid)}`
  const url = new URL(imapUrl ?? '')
  const folder = path.join(maildir ?? '', '..', '..', name, 'Maildir')
  return {
    folder,
    environment: { IMAP_URL: `imap://${name}@${url.host}`, IMAP_PASSWORD: decodeURIComponent(url.password) },
  }
}

let delivered = 0
/** As a mail server delivers: written elsewhere, then moved. Dovecot takes a file's time for the moment at which the mail came in. */
function dovecotDelivery(raw: Buffer, clock: MovedClock): void {
  const { folder } = dovecotMailbox()
  const { uid, gid } = statSync(maildir ?? '')
  for (const part of ['tmp', 'cur', 'new']) mkdirSync(path.join(folder, part), { recursive: true })
  const name = `${String(systemClock.now().epochMilliseconds)}.${String(process.pid)}_${String((delivered += 1))}.test`
  writeFileSync(path.join(folder, 'tmp', name), raw, { mode: 0o644 })
  const seconds = clock.now().epochMilliseconds / 1_000
  utimesSync(path.join(folder, 'tmp', name), seconds, seconds)
  for (const part of ['..', '.', 'tmp', 'cur', 'new', `tmp/${name}`]) chownSync(path.join(folder, part), uid, gid)
  renameSync(path.join(folder, 'tmp', name), path.join(folder, 'new', name))
}
