import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseEmailAddress } from '#src/domain/values/email-address.ts'
import { acceptWaitingMail } from '#src/services/review-mail.ts'
import { createRig, referral, type Rig } from '#test/promises/rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await createRig()
})
afterEach(() => rig.close())

describe('a person who accepts a mail that waits', () => {
  it('cannot have notices sent to an address outside the domains of the contract', async () => {
    const reading = await import('#src/inbox/read-mail.ts').then(({ readMail }) =>
      readMail(referral('een'), rig.facts, rig.clock.now()),
    )
    const elsewhere = parseEmailAddress('iemand@ergens-anders.example')
    if (reading.outcome.kind !== 'referral' || !elsewhere) throw new Error('the mail of this test is a referral')
    const id = await rig.arrive(Buffer.from('Subject: geen formulier\r\n\r\nhallo'))
    await rig.handlers.mail({ mailId: id })
    const { participant } = reading.outcome.form
    const form = { ...reading.outcome.form, participant: { ...participant, consulent: { email: elsewhere } } }
    const staff = { kind: 'staff', id: 'test' } as const
    expect(await acceptWaitingMail(rig.verb, id, { form, contractId: 'lansingerland' }, staff)).toEqual({
      kind: 'consulent_outside',
    })
    expect(await rig.rows.mails.counts()).toMatchObject({ waiting: 1, handled: 0 })
    expect(
      (await acceptWaitingMail(rig.verb, id, { form: reading.outcome.form, contractId: 'lansingerland' }, staff)).kind,
    ).toBe('accepted')
  })
})
