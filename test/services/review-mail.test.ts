import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ReferralForm } from '#src/domain/participant.ts'
import type { Id } from '#src/domain/values/id.ts'
import { readMail } from '#src/inbox/read-mail.ts'
import { acceptWaitingMail, rejectWaitingMail } from '#src/services/review-mail.ts'
import { createRig, referral, type Rig } from '#test/promises/rig.ts'

const staff = { kind: 'staff', id: 'test' } as const
const contractId = 'lansingerland'

let rig: Rig
beforeEach(async () => {
  rig = await createRig()
})
afterEach(() => rig.close())

const lines = (name: string, number: string): string =>
  [`Naam deelnemer: ${name}`, `Klantnummer: ${number}`, 'Mobiel: 06 1234 5671', ''].join('\r\n')

async function twoPeople(second = 'Tweede Mens'): Promise<Id<'mail'>> {
  const head =
    'From: m.devries@lansingerland.example\r\nTo: lansingerland@werkwijzer.example\r\nSubject: Aanmelding\r\n\r\n'
  const id = await rig.arrive(Buffer.from(`${head}${lines('Eerste Mens', 'K-1')}\r\n${lines(second, 'K-2')}`))
  await rig.handlers.mail({ mailId: id })
  return id
}

/** A form of somebody whom nothing but their place in the mail tells to be the same. */
async function formOf(name: string, number: string): Promise<ReferralForm> {
  const raw = referral(number, { 'Naam deelnemer': name, Klantnummer: number })
  const { outcome } = await readMail(raw, rig.facts, rig.clock.now())
  if (outcome.kind !== 'referral') throw new Error('the mail of this test is a referral')
  return outcome.form
}

describe('a participant of a mail', () => {
  it('is accepted once, by two people at the same moment, under whatever number', async () => {
    const id = await twoPeople()
    const forms = [await formOf('Eerste Mens', 'K-1'), await formOf('Eerste Mens', 'K-11')]
    const accept = (form: ReferralForm) => acceptWaitingMail(rig.verb, id, { form, contractId, participant: 0 }, staff)
    const reviews = await Promise.all(forms.map(accept))
    expect(reviews.map(({ kind }) => kind).toSorted((a, b) => a.localeCompare(b))).toEqual(['accepted', 'not_waiting'])
    expect(await rig.rows.mails.counts()).toMatchObject({ waiting: 1 })
  })

  it('who was accepted is not left out afterwards, and who does not exist is neither', async () => {
    const id = await twoPeople()
    const form = await formOf('Eerste Mens', 'K-1')
    await acceptWaitingMail(rig.verb, id, { form, contractId, participant: 0 }, staff)
    for (const participant of [0, 2])
      expect(await rejectWaitingMail(rig.verb, id, { why: 'dubbel', participant }, staff)).toEqual({
        kind: 'not_waiting',
      })
  })

  it('each gets a reference of their own', async () => {
    const id = await twoPeople()
    const first = await formOf('Eerste Mens', 'K-1')
    const second = await formOf('Tweede Mens', 'K-2')
    await acceptWaitingMail(rig.verb, id, { form: first, contractId, participant: 0 }, staff)
    const review = await acceptWaitingMail(rig.verb, id, { form: second, contractId, participant: 1 }, staff)
    expect(review).toMatchObject({ kind: 'accepted', left: 0 })
    expect(await rig.rows.mails.counts()).toMatchObject({ waiting: 0, handled: 1 })
  })

  it('whom the reader did not see keeps the mail waiting, when somebody says so', async () => {
    const id = await twoPeople()
    const [first, second, third] = [
      await formOf('Eerste Mens', 'K-1'),
      await formOf('Tweede Mens', 'K-2'),
      await formOf('Derde Mens', 'K-3'),
    ]
    const accept = (form: ReferralForm, participant: number, more = false) =>
      acceptWaitingMail(rig.verb, id, { form, contractId, participant, more }, staff)
    await accept(first, 0)
    expect(await accept(second, 1, true)).toMatchObject({ kind: 'accepted', left: 1 })
    expect(await rig.rows.mails.counts()).toMatchObject({ waiting: 1 })
    expect(await accept(third, 2)).toMatchObject({ kind: 'accepted', left: 0 })
  })
})

describe('two mails about one person', () => {
  const why = 'hoort-bij-mail'

  it('are never both laid with the other, by two people at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [
        await twoPeople(`Mens ${'ABCDE'.charAt(round)}`),
        await twoPeople(`Wens ${'ABCDE'.charAt(round)}`),
      ]
      const done = await Promise.all([
        rejectWaitingMail(rig.verb, one, { why, otherMail: other }, staff),
        rejectWaitingMail(rig.verb, other, { why, otherMail: one }, staff),
      ])
      expect(done.filter(({ kind }) => kind === 'done').length).toBe(1)
      expect(await rig.rows.mails.counts()).toMatchObject({ waiting: round + 1, handled: round + 1 })
    }
  })

  it('of which one is laid with itself, with one that nobody has, or with one of another contract, keep waiting', async () => {
    const one = await twoPeople()
    const elsewhere = await rig.arrive(referral('K-9', { 'Naam deelnemer': 'Elders Mens' }))
    await rig.handlers.mail({ mailId: elsewhere })
    for (const otherMail of [one, elsewhere])
      expect(await rejectWaitingMail(rig.verb, one, { why, otherMail }, staff)).toEqual({ kind: 'no_mail' })
    expect(await rig.rows.mails.waiting(one)).toHaveLength(1)
  })
})
