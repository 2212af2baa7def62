import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reopenMail, rejectWaitingMail } from '#src/services/review-mail.ts'
import { createRig, referral, type Rig } from '../promises/rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await createRig()
})
afterEach(() => rig.close())

const coordinator = { kind: 'staff', id: 'coordinator' } as const

const outcomes = async (): Promise<string[]> => {
  const rows = await rig.db.selectFrom('mails').select(['kind', 'outcome', 'why']).orderBy('sequence').execute()
  return rows.map(({ kind, outcome, why }) => [kind, outcome, why].filter(Boolean).join(' '))
}
const journeys = async (): Promise<number> => (await rig.db.selectFrom('journeys').select('id').execute()).length

const changed = (raw: Buffer, from: string | RegExp, to: string): Buffer =>
  Buffer.from(raw.toString().replace(from, to))
/** Other bytes that say the same: another way through the mail servers. */
const again = (raw: Buffer): Buffer => Buffer.from(`X-Gateway: 2\r\n${raw.toString()}`)
const unsigned = (raw: Buffer): Buffer => changed(raw, /dkim=pass header\.d=\S+/, 'dkim=none')
/** Somebody whom we do not know, to an address that is of no one contract. */
const ofStranger = (raw: Buffer): Buffer =>
  [
    [/^From: .*$/m, 'From: Jan <jan@bedrijf.example>'],
    [/^To: .*$/m, 'To: post@werkwijzer.example'],
    [/header\.d=\S+/, 'header.d=bedrijf.example'],
  ].reduce((so, [from, to]) => changed(so, from as RegExp, to as string), raw)
const above = (raw: Buffer, text: string): Buffer => changed(raw, /\r?\n\r?\n/, `\r\n\r\n${text}\r\n\r\n`)
const subject = (raw: Buffer, text: string): Buffer => changed(raw, /^Subject: .*$/m, `Subject: ${text}`)

describe('a mail that was sent twice', () => {
  it.each<[string, Buffer, string]>([
    ['the same Message-ID and the same words', again(referral('een')), 'referral journey,duplicate duplicate'],
    ['the same words under another Message-ID', referral('twee'), 'referral journey,duplicate duplicate'],
    [
      'the same Message-ID and other words',
      referral('een', { Opmerkingen: 'Belt graag.' }),
      'referral journey,referral waiting same_message_id',
    ],
    [
      'other words about the same person',
      referral('twee', { Opmerkingen: 'Belt graag.' }),
      'referral journey,correction waiting already_open',
    ],
    [
      'the same form to withdraw it',
      subject(referral('twee'), 'Intrekken aanmelding'),
      'referral journey,correction attached perhaps_no_referral',
    ],
    [
      'the same form with words above it',
      above(referral('twee'), 'Let op: hij zit in een rolstoel en komt de trap niet op.'),
      'referral journey,correction waiting already_open',
    ],
    [
      'the same form with a cry above it',
      above(referral('twee'), 'Verkeerd gestuurd!'),
      'referral journey,correction waiting already_open',
    ],
    [
      'the same form below a subject that asks for something',
      subject(referral('twee'), 'Niet meer bellen'),
      'referral journey,correction waiting already_open',
    ],
    [
      'the same form with a greeting above it',
      above(referral('twee'), 'Beste collega, hierbij de aanmelding van mijn klant.'),
      'referral journey,duplicate duplicate',
    ],
    [
      'the same form with a question',
      subject(referral('twee'), 'Vraag over aanmelding'),
      'referral journey,referral waiting perhaps_no_referral',
    ],
  ])('%s', async (_, second, ledger) => {
    await rig.take(referral('een'))
    await rig.take(second)
    expect((await outcomes()).join()).toBe(ledger)
    expect(await journeys()).toBe(1)
  })

  it('does not talk with somebody until a person has read a cry above a second form', async () => {
    await rig.take(referral('een'))
    await rig.take(above(referral('twee'), 'Verkeerd gestuurd!'))
    const { status } = await rig.db.selectFrom('journeys').select('status').executeTakeFirstOrThrow()
    expect(status).toBe('paused')
  })

  it('names the mail that it repeats, and nobody is asked to look', async () => {
    const first = await rig.take(referral('een'))
    const second = await rig.take(referral('twee'))
    const row = await rig.db.selectFrom('mails').select('earlier_id').where('id', '=', second).executeTakeFirstOrThrow()
    expect(row.earlier_id).toBe(first)
    expect((await rig.outgoing()).filter(({ purpose }) => purpose === 'mail_waiting')).toEqual([])
  })

  it('waits once when it waits', async () => {
    await rig.take(unsigned(referral('een')))
    await rig.take(unsigned(referral('twee')))
    expect(await outcomes()).toEqual([
      'referral waiting sender_not_verified',
      'duplicate duplicate sender_not_verified',
    ])
  })
})

describe('a mail of which a copy came before', () => {
  it.each(['een', 'twee'])('is not kept out by one that nobody could believe (Message-ID %s)', async (id) => {
    await rig.take(unsigned(referral('een')))
    await rig.take(referral(id))
    expect(await outcomes()).toEqual(['referral waiting sender_not_verified', 'referral journey'])
  })

  it.each(['een', 'twee'])('is not kept out by a copy of somebody whom we do not know (Message-ID %s)', async (id) => {
    await rig.take(ofStranger(referral('een')))
    await rig.take(referral(id))
    expect(await outcomes()).toEqual(['referral waiting no_contract', 'referral journey'])
    await rig.take(again(referral(id)))
    expect((await outcomes()).at(2)).toBe('duplicate duplicate')
  })

  it.each<[string, (raw: Buffer) => Buffer]>([
    ['a stranger', ofStranger],
    ['somebody at the same municipality, unsigned', unsigned],
  ])('is not kept out by one of %s that waits for another reason than its form', async (_, made) => {
    await rig.take(subject(made(referral('een')), 'Intrekken aanmelding'))
    await rig.take(referral('twee'))
    expect((await outcomes()).at(1)).toBe('referral journey')
  })

  it('waits beside the copy of a stranger when its form is not complete', async () => {
    const raw = changed(referral('een'), /^Mobiel: .*\r?\n/m, '')
    await rig.take(ofStranger(raw))
    await rig.take(changed(raw, 'een@', 'twee@'))
    expect(await outcomes()).toEqual(['referral waiting no_contract', 'referral waiting field_missing'])
  })

  it.each(['een', 'twee'])(
    'is not repeated by a stranger without a person hearing of it (Message-ID %s)',
    async (id) => {
      await rig.take(unsigned(referral('een')))
      await rig.take(ofStranger(referral(id)))
      await rig.take(referral('drie'))
      await rig.take(ofStranger(referral(id)))
      expect(await outcomes()).toEqual([
        'referral waiting sender_not_verified',
        'referral waiting no_contract',
        'referral journey',
      ])
      await rig.take(again(ofStranger(referral(id))))
      expect((await outcomes()).at(3)).toBe('duplicate duplicate no_contract')
    },
  )

  it('that a person sent away waits for a person again', async () => {
    const first = await rig.take(unsigned(referral('een')))
    await rejectWaitingMail(rig.verb, first, { why: 'not_a_referral' }, coordinator)
    await rig.take(referral('een'))
    expect((await outcomes()).at(1)).toBe('referral waiting sent_again')
    expect(await journeys()).toBe(0)
    expect((await rig.rows.mails.waiting())[0]).toMatchObject({ words: expect.stringContaining('al eerder binnen') })
  })
})

describe('a mail that nobody needs to look at', () => {
  it('is put aside, and nobody is told', async () => {
    await rig.take(subject(referral('een'), 'Automatisch antwoord: Bericht'))
    expect(await outcomes()).toEqual(['auto_reply aside auto_reply'])
    expect(await rig.rows.mails.counts()).toEqual({ received: 1, handled: 1, waiting: 0, unread: 0 })
    expect(await rig.outgoing()).toEqual([])
  })
})

describe('what was read in a mail that waits', () => {
  it('is kept for the person who looks, also when it was sent away and taken up again', async () => {
    const id = await rig.take(unsigned(referral('een')))
    const proposed = [{ name: { full: 'Fatima Yilmaz' }, clientNumber: 'K-20411', phone: '+31612345671' }]
    expect((await rig.rows.mails.waiting(id))[0]?.proposals).toMatchObject(proposed)
    await rejectWaitingMail(rig.verb, id, { why: 'not_a_referral' }, coordinator)
    await reopenMail(rig.verb, id, coordinator)
    expect((await rig.rows.mails.waiting(id))[0]?.proposals).toMatchObject(proposed)
  })
})
