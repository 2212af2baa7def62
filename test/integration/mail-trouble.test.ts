import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { amsterdam } from '../support/universe.ts'
import { openUnreliableLine, type UnreliableLine } from '../support/unreliable-line.ts'
import { movedClock, type MovedClock } from './moved-clock.ts'
import { person, referralOf } from './people.ts'
import { openProvider, type Provider } from './provider.ts'
import { openRecords, type Records } from './records.ts'
import { startOpkomst, type RunningOpkomst } from './running.ts'
import { until } from './until.ts'

let clock: MovedClock
let provider: Provider
let records: Records
let stack: AsyncDisposableStack

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  clock = movedClock(amsterdam('2026-11-03T11:40'))
  provider = await openProvider(clock)
  stack.defer(() => provider.close())
  records = await openRecords(provider)
  stack.defer(() => records.close())
})
afterEach(() => stack.disposeAsync())

const start = async (changes: Readonly<Record<string, string>> = {}): Promise<RunningOpkomst> => {
  const running = await startOpkomst({ ...provider.environment, ...changes }, clock)
  let closed = false
  const close = async () => {
    if (!closed) await running.close()
    closed = true
  }
  stack.defer(close)
  return { ...running, close }
}

const lineTo = async (place: { readonly host: string; readonly port: number }): Promise<UnreliableLine> => {
  const line = await openUnreliableLine(place)
  stack.defer(() => line.close())
  return line
}

const ledgerHolds = (mails: number) =>
  until(`the ledger holds ${String(mails)} mails`, async () => (await records.overview.ledger()).received === mails)

const invited = async () => (await records.taken()).filter(({ purpose }) => purpose === 'invitation')

const invitedOnce = (people: number) => Array.from({ length: people }, () => ({ purpose: 'invitation', times: 1 }))

describe('a mailbox that cannot be read', () => {
  it('is told when it is away, and every mail comes in when it is back', async () => {
    const line = await lineTo(provider.mailbox)
    await line.cut()
    const opkomst = await start({ IMAP_URL: `imap://aanmelding@127.0.0.1:${String(line.port)}` })
    await opkomst.says(/^Let op: De mailserver 127\.0\.0\.1:\d+ neemt geen verbinding aan\. Kijk of/)
    expect(await opkomst.page('/')).toContain('neemt geen verbinding aan')
    for (const number of [1, 2]) provider.deliver(referralOf(person(number)))
    await line.restore()
    await ledgerHolds(2)
    await opkomst.says('Weer goed: leest de mailbox')

    const before = opkomst.lines.length
    await line.cut()
    await opkomst.says('is weggevallen. We verbinden vanzelf opnieuw', before)
    for (const number of [3, 4]) provider.deliver(referralOf(person(number)))
    await line.restore()
    await ledgerHolds(4)
    await records.settled(clock)
    expect(await invited()).toEqual(invitedOnce(4))
  }, 60_000)

  it('is told when the password is wrong, and read with the right one', async () => {
    provider.deliver(referralOf(person(1)))
    const wrong = await start({ IMAP_PASSWORD: 'verkeerd' })
    const told = await wrong.says(
      'weigert de gebruikersnaam of het wachtwoord. Zet de juiste gegevens in de configuratie',
    )
    expect(told).not.toContain('verkeerd')
    await wrong.close()
    await start()
    await ledgerHolds(1)
    await records.settled(clock)
    expect(await invited()).toEqual(invitedOnce(1))
  }, 60_000)

  it('is told when it does not speak TLS, without sending it the password in the clear', async () => {
    provider.deliver(referralOf(person(1)))
    const wrong = await start({ IMAP_URL: `imaps://aanmelding@127.0.0.1:${String(provider.mailbox.port)}` })
    await wrong.says('is niet veilig: het certificaat is niet te vertrouwen of TLS lukt niet')
    expect((await records.overview.ledger()).received).toBe(0)
    await wrong.close()
    await start()
    await ledgerHolds(1)
  }, 60_000)
})

const imapsUrl = process.env['OPKOMST_TEST_IMAPS_URL']
const certificate = process.env['OPKOMST_TEST_IMAP_CA']
const lacking = [
  ...(imapsUrl === undefined ? ['OPKOMST_TEST_IMAPS_URL'] : []),
  ...(certificate === undefined ? ['OPKOMST_TEST_IMAP_CA'] : []),
]
const onDovecot = `a mailbox whose certificate nobody knows${lacking.length > 0 ? ` (not set: ${lacking.join(', ')})` : ''}`

describe.skipIf(lacking.length > 0)(onDovecot, () => {
  it('is refused, and read once its authority is given', async () => {
    const { username, password, host } = new URL(imapsUrl ?? '')
    const account = { IMAP_URL: `imaps://${username}@${host}`, IMAP_PASSWORD: decodeURIComponent(password) }
    const wrong = await start(account)
    await wrong.says('is niet veilig: het certificaat is niet te vertrouwen of TLS lukt niet')
    await wrong.close()
    const right = await start({ ...account, IMAP_CA_FILE: certificate ?? '' })
    await until('the mailbox is read', async () => (await right.page('/')).includes('leest de mailbox'))
    expect(right.lines.filter((line) => line.startsWith('Let op: De mailserver'))).toEqual([])
  }, 60_000)
})

describe('a mail server that takes no mail', () => {
  it('is told when it is away; what had to go out goes when it is back, once', async () => {
    const line = await lineTo(provider.sink)
    await line.cut()
    const opkomst = await start({ SMTP_URL: `smtp://127.0.0.1:${String(line.port)}` })
    await opkomst.says('de mailserver is niet te bereiken')
    provider.deliver(referralOf(person(1), { signed: false }))
    const tried = () =>
      records.db.selectFrom('delivery_attempts').select('outcome').where('outcome', '=', 'retry').execute()
    await until('it was tried in vain', async () => (await tried()).length > 0)
    await line.restore()
    await until('the mail went', () => {
      clock.moveTo(clock.now().add({ seconds: 61 }))
      return provider.received.length > 0
    })
    await records.settled(clock)
    expect(provider.received.map(({ to }) => to)).toEqual(['coordinator@werkwijzer.example'])
  }, 60_000)

  it('gets nothing twice when its answer was lost: nobody knows whether it arrived, so a person sees that', async () => {
    const line = await lineTo(provider.sink)
    provider.beforeAnswer(() => line.cut())
    await start({ SMTP_URL: `smtp://127.0.0.1:${String(line.port)}` })
    provider.deliver(referralOf(person(1), { signed: false }))
    await until('the mail arrived', () => provider.received.length === 1)
    await until('its end is unknown', async () => {
      const [row] = await records.db.selectFrom('outgoing').select('status').execute()
      return row?.status === 'unknown'
    })
    provider.beforeAnswer(() => Promise.resolve())
    await line.restore()
    await until('it is given up', async () => {
      clock.moveTo(clock.now().add({ seconds: 31 }))
      const [row] = await records.db.selectFrom('outgoing').select('status').execute()
      return row?.status === 'failed'
    })
    expect(provider.received).toHaveLength(1)
    expect(await records.overview.ledger()).toMatchObject({ received: 1, waiting: 1 })
  }, 60_000)
})
