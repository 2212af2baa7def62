import { describe, expect, it } from 'vitest'
import { asPerson, lookIn, putIn } from '../support/mail-client.ts'
import { opkomst } from '../support/opkomst.ts'
import { person, referralOf } from './people.ts'
import { handledFolder, postOffices } from './post-office.ts'
import { openScene } from './scene.ts'
import { named } from './servers.ts'
import { until } from '../support/until.ts'

for (const { name, lacking, open } of postOffices) {
  describe.skipIf(lacking.length > 0)(
    named(`opkomst inbox reconcile on ${name}`, lacking),

    () => {
      it('holds every mail on the server against the ledger, names what is missing, and takes it in when asked', async () => {
        await using scene = await openScene()
        const office = await open(scene)
        const settings = { ...scene.provider.environment, ...office.environment, IMAP_HANDLED_MAILBOX: handledFolder }
        const receivedAt = new Date(scene.clock.now().epochMilliseconds)
        const deliver = (number: number) =>
          putIn(office.account, 'INBOX', referralOf(person(number), { signed: number !== 3 }), receivedAt)
        const reconcile = (...more: string[]) => opkomst(['inbox', 'reconcile', ...more], settings)

        const first = await scene.startIn(settings)
        for (const number of [1, 2, 3]) await deliver(number)
        await scene.ledgerHolds(3)
        await until('two are moved', async () => (await lookIn(office.account, handledFolder)).length === 2)
        await scene.records.settled(scene.clock)
        const good = await reconcile('--json')
        expect(good).toMatchObject({ code: 0, err: '' })
        expect(JSON.parse(good.out)).toMatchObject({ ok: true, known: 3, notInLedger: 0, notOnServer: 0, again: 0 })
        await first.close()

        // As after a kill between the move and the note of it; a mail that came while nothing ran; a person who tidied up.
        await scene.records.db.deleteFrom('mail_sightings').where('mailbox', 'like', `%${handledFolder}`).execute()
        for (const number of [4, 3]) await deliver(number)
        await asPerson(office.account, async (client) => {
          await client.mailboxOpen(handledFolder)
          await client.messageDelete('1', { uid: true })
        })
        const wrong = await reconcile()
        expect([wrong.code, wrong.err]).toEqual([1, ''])
        expect(wrong.out).toMatch(/- niet in het grootboek: \S+\/INBOX, nummer 4 \(\d+\), ontvangen di 3 november 2026/)
        expect(wrong.out).toContain('1 keer lag dezelfde mail er nog eens')
        expect(wrong.out).toContain('1 mails in het grootboek liggen niet meer in deze mappen. Dat is geen fout')
        expect(wrong.out).toContain('van 2 is nu bekend waar ze liggen')

        const taken = await reconcile('--take-in', '--json')
        expect(taken.code).toBe(0)
        expect(JSON.parse(taken.out)).toMatchObject({ ok: true, notInLedger: 1, takenIn: 1, newPlaces: 0 })
        expect((await scene.records.overview.ledger()).unread).toBe(1)
        const seen = [...(await lookIn(office.account, 'INBOX')), ...(await lookIn(office.account, handledFolder))]
        expect(seen.flatMap(({ flags }) => flags)).toEqual([])

        await scene.startIn(settings)
        await scene.records.settled(scene.clock)
        expect(await scene.records.overview.ledger()).toEqual({ received: 4, handled: 3, waiting: 1, unread: 0 })
        expect(await scene.records.journeys()).toHaveLength(3)
      }, 120_000)
    },
  )
}

describe('opkomst inbox reconcile', () => {
  it('says what is wrong when the mailbox cannot be read', async () => {
    await using scene = await openScene()
    const { code, err } = await opkomst(['inbox', 'reconcile'], {
      ...scene.provider.environment,
      IMAP_PASSWORD: 'fout',
    })
    expect(code).toBe(1)
    expect(err).toContain('weigert de gebruikersnaam of het wachtwoord')
  })
})
