import { describe, expect, it } from 'vitest'
import { person, referralOf } from './people.ts'
import { openScene } from './scene.ts'
import { until } from '../support/until.ts'

const once = (people: number): number[] => Array.from({ length: people }, () => 1)

describe('a mailbox that cannot be read', { concurrent: true }, () => {
  it('is told when it is away, and every mail comes in when it is back', async () => {
    await using scene = await openScene()
    const line = await scene.lineTo(scene.provider.mailbox)
    await line.cut()
    const opkomst = await scene.start({ IMAP_URL: `imap://aanmelding@127.0.0.1:${String(line.port)}` })
    await opkomst.says(/^Let op: De mailserver 127\.0\.0\.1:\d+ neemt geen verbinding aan\. Kijk of/)
    expect(await opkomst.page('/')).toContain('neemt geen verbinding aan')
    for (const number of [1, 2]) scene.provider.deliver(referralOf(person(number)))
    await line.restore()
    await scene.ledgerHolds(2)
    await opkomst.says('Weer goed: leest de mailbox')

    const before = opkomst.lines.length
    await line.cut()
    await opkomst.says('is weggevallen. We verbinden vanzelf opnieuw', before)
    for (const number of [3, 4]) scene.provider.deliver(referralOf(person(number)))
    await line.restore()
    await scene.ledgerHolds(4)
    await scene.records.settled(scene.clock)
    expect(await scene.invitations()).toEqual(once(4))
  }, 120_000)

  it('is told when the password is wrong, and read with the right one', async () => {
    await using scene = await openScene()
    scene.provider.deliver(referralOf(person(1)))
    const wrong = await scene.start({ IMAP_PASSWORD: 'verkeerd' })
    const told = await wrong.says(
      'weigert de gebruikersnaam of het wachtwoord. Zet de juiste gegevens in de configuratie',
    )
    expect(told).not.toContain('verkeerd')
    await wrong.close()
    await scene.start()
    await scene.ledgerHolds(1)
    await scene.records.settled(scene.clock)
    expect(await scene.invitations()).toEqual(once(1))
  }, 120_000)

  it('is told when it does not speak TLS, without sending it the password in the clear', async () => {
    await using scene = await openScene()
    scene.provider.deliver(referralOf(person(1)))
    const wrong = await scene.start({ IMAP_URL: `imaps://aanmelding@127.0.0.1:${String(scene.provider.mailbox.port)}` })
    await wrong.says('is niet veilig: het certificaat is niet te vertrouwen of TLS lukt niet')
    expect((await scene.records.overview.ledger()).received).toBe(0)
    await wrong.close()
    await scene.start()
    await scene.ledgerHolds(1)
  }, 120_000)
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
    await using scene = await openScene()
    const { username, password, host } = new URL(imapsUrl ?? '')
    const account = { IMAP_URL: `imaps://${username}@${host}`, IMAP_PASSWORD: decodeURIComponent(password) }
    const wrong = await scene.start(account)
    await wrong.says('is niet veilig: het certificaat is niet te vertrouwen of TLS lukt niet')
    await wrong.close()
    const right = await scene.start({ ...account, IMAP_CA_FILE: certificate ?? '' })
    await until('the mailbox is read', async () => (await right.page('/')).includes('leest de mailbox'))
    expect(right.lines.filter((line) => line.startsWith('Let op: De mailserver'))).toEqual([])
  }, 120_000)
})

describe('a mail server that takes no mail', { concurrent: true }, () => {
  it('is told when it is away; what had to go out goes when it is back, once', async () => {
    await using scene = await openScene()
    const line = await scene.lineTo(scene.provider.sink)
    await line.cut()
    const opkomst = await scene.start({ SMTP_URL: `smtp://127.0.0.1:${String(line.port)}` })
    await opkomst.says('de mailserver neemt geen verbinding aan')
    scene.provider.deliver(referralOf(person(1), { signed: false }))
    const tried = () =>
      scene.records.db.selectFrom('delivery_attempts').select('outcome').where('outcome', '=', 'retry').execute()
    await until('it was tried in vain', async () => (await tried()).length > 0)
    await line.restore()
    await scene.whileTimePasses('the mail went', () => scene.provider.received.length > 0)
    await scene.records.settled(scene.clock)
    expect(scene.provider.received.map(({ to }) => to)).toEqual(['coordinator@werkwijzer.example'])
  }, 120_000)

  it('gets nothing twice when its answer was lost: nobody knows whether it arrived, so a person sees that', async () => {
    await using scene = await openScene()
    const line = await scene.lineTo(scene.provider.sink)
    scene.provider.beforeAnswer(() => line.cut())
    await scene.start({ SMTP_URL: `smtp://127.0.0.1:${String(line.port)}` })
    scene.provider.deliver(referralOf(person(1), { signed: false }))
    await until('the mail arrived', () => scene.provider.received.length === 1)
    await until('its end is unknown', async () => {
      const [row] = await scene.records.db.selectFrom('outgoing').select('status').where('occurrence', '=', 1).execute()
      return row?.status === 'unknown'
    })
    scene.provider.beforeAnswer(() => Promise.resolve())
    await line.restore()
    await scene.whileTimePasses('it is given up', async () => {
      const [row] = await scene.records.db.selectFrom('outgoing').select('status').where('occurrence', '=', 1).execute()
      return row?.status === 'failed'
    })
    expect(scene.provider.received).toHaveLength(1)
    expect(await scene.records.overview.ledger()).toMatchObject({ received: 1, waiting: 1 })
  }, 120_000)
})
