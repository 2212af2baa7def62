import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConsulentMail } from '#src/app/virtual/later-mails.ts'
import type { Id } from '#src/domain/values/id.ts'
import { createRig, type Rig } from '#test/promises/rig.ts'
import { laterMail } from './later-mail.ts'

let rig: Rig
beforeEach(async () => {
  rig = await createRig()
})
afterEach(() => rig.close())

/** As Outlook makes it: a byte, five of the time, sixteen of chance, and five for each answer. */
const threadIndex = (conversation: number, answers = 0): string =>
  Buffer.concat([
    Buffer.from([1, 0xdc, 0x4b, 0x10, 0x22, 0x33]),
    Buffer.from(Array.from({ length: 16 }, (_, at) => (conversation * 31 + at * 7) % 256)),
    Buffer.alloc(5 * answers, 9),
  ]).toString('base64')

const take = (index: string | readonly string[], changes: Partial<ConsulentMail>): Promise<Id<'mail'>> => {
  const headers = [index].flat().map((value) => `Thread-Index: ${value}\r\n`)
  return rig.take(
    Buffer.from(
      laterMail(changes)
        .toString('utf8')
        .replace(/^Subject:/m, `${headers.join('')}Subject:`),
    ),
  )
}

const form = (name: string, number: string) =>
  `Naam deelnemer: ${name}\r\nKlantnummer: ${number}\r\nMobiel: 06 1234 57${number.slice(-2)}`
const referred = async (index: string, name = 'Eva Tien', number = 'K-30010') => {
  const id = await take(index, { subject: `Aanmelding ${name}`, text: form(name, number) })
  return (await rig.ledger(id))?.journey_id
}
const answer = { subject: 'RE: Vraag', text: 'Dat is goed, dank voor het bericht.' }

describe('an answer that names no mail, in a conversation of Outlook', () => {
  it('belongs to the journey of the referral that the conversation began with, however many answers later', async () => {
    const other = await referred(threadIndex(2), 'Omar Said', 'K-30011')
    const journey = await referred(threadIndex(1))
    expect(other).not.toBe(journey)
    for (const answers of [1, 2, 40])
      expect(
        await rig.ledger(await take(threadIndex(1, answers), { ...answer, text: `${answer.text} (${answers})` })),
      ).toMatchObject({ kind: 'reply', outcome: 'attached', journey_id: journey })
  })

  it('belongs to none when there were two referrals in it', async () => {
    await referred(threadIndex(1), 'Omar Said', 'K-30011')
    await referred(threadIndex(1))
    const id = await take(threadIndex(1, 1), answer)
    expect(await rig.ledger(id)).toMatchObject({ outcome: 'waiting', journey_id: null })
  })

  it.each([
    ['another municipality', { from: 'k.jansen@gemeente-voorbeeld.example', to: 'rip@werkwijzer.example' }],
    ['a stranger', { from: 'iemand@elders.example' }],
  ])('leads %s nowhere', async (_, who) => {
    await referred(threadIndex(1))
    const id = await take(threadIndex(1, 1), { ...answer, ...who })
    expect(await rig.ledger(id)).toMatchObject({ outcome: 'waiting', journey_id: null })
    expect((await rig.rows.mails.waiting(id))[0]?.candidates).toEqual([])
  })

  it('of which it is not certain who wrote waits, with the journey to look at', async () => {
    const journey = await referred(threadIndex(1))
    const id = await take(threadIndex(1, 1), { ...answer, signed: false })
    expect(await rig.ledger(id)).toMatchObject({ outcome: 'waiting', journey_id: null })
    expect((await rig.rows.mails.waiting(id))[0]?.candidates).toEqual([journey])
  })

  it.each([
    ['nothing', ''],
    ['no base64', 'eh? <script>'],
    ['too little', Buffer.alloc(12, 1).toString('base64')],
    ['half an answer', Buffer.alloc(24, 1).toString('base64')],
    ['nothing but zeros', Buffer.concat([Buffer.from([1]), Buffer.alloc(21)]).toString('base64')],
    ['another version', Buffer.from(threadIndex(1), 'base64').fill(7, 0, 1).toString('base64')],
    ['too much', Buffer.concat([Buffer.from(threadIndex(1), 'base64'), Buffer.alloc(5_000, 1)]).toString('base64')],
  ])('is ignored when it holds %s, also when both have the same', async (_, index) => {
    await referred(index)
    const id = await take(index, answer)
    expect(await rig.ledger(id)).toMatchObject({ outcome: 'waiting', journey_id: null })
  })

  it('is ignored when there are two', async () => {
    await referred(threadIndex(1))
    const id = await take([threadIndex(1, 1), threadIndex(2, 1)], answer)
    expect(await rig.ledger(id)).toMatchObject({ outcome: 'waiting', journey_id: null })
  })
})
