import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseClientNumber } from '#src/domain/values/client-number.ts'
import { asId, type Id } from '#src/domain/values/id.ts'
import { readMail } from '#src/inbox/read-mail.ts'
import { acceptWaitingMail } from '#src/services/review-mail.ts'
import { consulent, laterMail } from './later-mail.ts'
import { createRig, referral, type Rig } from '#test/promises/rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await createRig()
})
afterEach(() => rig.close())

const staff = { kind: 'staff', id: 'test' } as const

const tasksOf = async (id: Id<'journey'>): Promise<string[]> =>
  ((await rig.load(id))?.journey.tasks ?? []).map(({ kind }) => kind)
const journeyOf = async (id: Id<'mail'>): Promise<Id<'journey'>> => {
  const row = await rig.db.selectFrom('mails').select('journey_id').where('id', '=', id).executeTakeFirstOrThrow()
  if (row.journey_id === null) throw new Error('this mail should have led to a journey')
  return asId<'journey'>(row.journey_id)
}

/** Somebody who was referred and whose journey runs. */
const referred = async (name: string, number: string, subject = `Aanmelding ${name} werkfit`, from = consulent) => {
  const mobile = `06 1234 57${number.slice(-2)}`
  const text = [
    `Naam deelnemer: ${name}`,
    `Klantnummer: ${number}`,
    `Mobiel: ${mobile}`,
    `Werkconsulent: Mieke de Vries`,
    `E-mail werkconsulent: ${consulent}`,
  ].join('\r\n')
  return journeyOf(await rig.take(laterMail({ subject, text, from })))
}
const statusOf = async (id: Id<'journey'>) => (await rig.load(id))?.journey.status
const candidatesOf = async (id: Id<'mail'>) => (await rig.rows.mails.waiting(id))[0]?.candidates
const recallText = 'M. de Vries wil het bericht intrekken.'

describe('a mail that calls back a referral of which there is a journey already', () => {
  it.each(['Intrekken: Aanmelding Eva Tien werkfit', 'Recall: Aanmelding Eva Tien werkfit'])(
    'pauses that journey, which asks a person to decide: %s',
    async (subject) => {
      const other = await referred('Omar Said', 'K-30011')
      const journeyId = await referred('Eva Tien', 'K-30010')
      const id = await rig.take(laterMail({ subject, text: recallText }))
      expect(await rig.ledger(id)).toMatchObject({ kind: 'correction', outcome: 'attached', journey_id: journeyId })
      expect(await statusOf(journeyId)).toBe('paused')
      expect(await tasksOf(journeyId)).toContain('consulent_corrects')
      expect(await statusOf(other)).toBe('open')
    },
  )

  it('finds it by the subject alone, days later and however often it comes', async () => {
    const journeyId = await referred('Eva Tien', 'K-30010', 'Nieuwe klant werkfit')
    rig.clock.moveTo(rig.clock.now().add({ hours: 72 }))
    for (const text of [recallText, `${recallText} Nogmaals.`])
      expect(
        await rig.ledger(await rig.take(laterMail({ subject: 'Intrekken: Nieuwe klant werkfit', text }))),
      ).toMatchObject({
        outcome: 'attached',
        journey_id: journeyId,
      })
    expect(await statusOf(journeyId)).toBe('paused')
  })

  it('pauses nothing when several mails had that subject, and shows a person each of them', async () => {
    const ids = [
      await referred('Eva Tien', 'K-30010', 'Aanmelding'),
      await referred('Omar Said', 'K-30011', 'Aanmelding'),
    ]
    const id = await rig.take(laterMail({ subject: 'Intrekken: Aanmelding', text: recallText }))
    expect(await rig.ledger(id)).toMatchObject({ outcome: 'waiting', journey_id: null })
    expect((await candidatesOf(id))?.toSorted()).toEqual(ids.toSorted())
    for (const one of ids) expect(await statusOf(one)).toBe('open')
  })

  it('pauses nothing when it may as well mean a mail that waits', async () => {
    const journeyId = await referred('Eva Tien', 'K-30010', 'Aanmelding')
    const waits = await rig.take(laterMail({ subject: 'Aanmelding', text: 'Naam deelnemer: Omar Said' }))
    const id = await rig.take(laterMail({ subject: 'Intrekken: Aanmelding', text: recallText }))
    expect(await rig.ledger(id)).toMatchObject({ outcome: 'waiting' })
    expect(await candidatesOf(id)).toEqual([journeyId])
    expect((await rig.rows.mails.waiting(waits))[0]?.withdrawnBy?.id).toBe(id)
    expect(await statusOf(journeyId)).toBe('open')
  })

  it('names all when the mail that it calls back referred several', async () => {
    const form = (name: string, number: string) =>
      `Naam deelnemer: ${name}\r\nKlantnummer: ${number}\r\nMobiel: 06 1234 57${number.slice(-2)}`
    const several = await rig.take(
      laterMail({
        subject: 'Twee klanten',
        text: `${form('Eva Tien', 'K-30010')}\r\n\r\n${form('Omar Said', 'K-30011')}`,
      }),
    )
    const reading = await readMail(referral('vorm'), rig.facts, rig.clock.now())
    if (reading.outcome.kind !== 'referral') throw new Error('the mail of this test is a referral')
    const { participant } = reading.outcome.form
    const ids: Id<'journey'>[] = []
    for (const [at, number] of ['K-30010', 'K-30011'].entries()) {
      const form = {
        ...reading.outcome.form,
        participant: { ...participant, clientNumber: parseClientNumber(number)! },
      }
      const review = await acceptWaitingMail(
        rig.verb,
        several,
        { form, contractId: 'lansingerland', participant: at },
        staff,
      )
      if (review.kind !== 'accepted') throw new Error(review.kind)
      ids.push(review.journeyId)
    }
    const id = await rig.take(laterMail({ subject: 'Intrekken: Twee klanten', text: recallText }))
    expect((await candidatesOf(id))?.toSorted()).toEqual(ids.toSorted())
  })

  it.each([
    ['a sender that nothing proves', { signed: false }],
    ['somebody else', { from: 'a.ander@lansingerland.example' }],
  ])('is not believed of %s: a person sees the journey that it may mean', async (_, changes) => {
    const journeyId = await referred('Eva Tien', 'K-30010', 'Aanmelding mevrouw Tien')
    const id = await rig.take(
      laterMail({ subject: 'Intrekken: Aanmelding mevrouw Tien', text: recallText, ...changes }),
    )
    expect(await rig.ledger(id)).toMatchObject({ outcome: 'waiting' })
    expect(await candidatesOf(id)).toEqual([journeyId])
    expect(await statusOf(journeyId)).toBe('open')
  })

  it('is not about who is named otherwise than the mail says', async () => {
    const journeyId = await referred('Eva Tien', 'K-30010', 'Aanmelding')
    const other = await referred('Dea Negen', 'K-30011', 'Nieuw')
    const id = await rig.take(laterMail({ subject: 'Intrekken: Aanmelding', text: 'Het gaat om Dea Negen.' }))
    expect(await rig.ledger(id)).toMatchObject({ outcome: 'attached', journey_id: other })
    expect(await statusOf(journeyId)).toBe('open')
  })

  it('keeps the referral waiting when it was read before the referral itself', async () => {
    const text = ['Naam deelnemer: Eva Tien', 'Klantnummer: K-30010', 'Mobiel: 06 1234 5710'].join('\r\n')
    const subject = 'Aanmelding Eva Tien'
    const first = await rig.arrive(laterMail({ subject, text }))
    const later = await rig.take(laterMail({ subject: `Intrekken: ${subject}`, text: recallText }))
    await rig.handlers.mail({ mailId: first })
    expect(await rig.ledger(first)).toMatchObject({ kind: 'referral', outcome: 'waiting' })
    const [waiting] = await rig.rows.mails.waiting(first)
    expect(waiting?.withdrawnBy?.id).toBe(later)
    expect(waiting?.words).toContain('lijkt in te trekken')
  })

  it('does not keep back a referral that is sent anew after it', async () => {
    const journeyId = await referred('Eva Tien', 'K-30010', 'Aanmelding')
    await referred('Omar Said', 'K-30011', 'Aanmelding')
    await rig.take(laterMail({ subject: 'Intrekken: Aanmelding', text: recallText }))
    expect(await statusOf(await referred('Bo Elf', 'K-30012', 'Aanmelding'))).toBe('open')
    expect(await statusOf(journeyId)).toBe('open')
  })
})

describe('a mail that withdraws somebody by name alone', () => {
  const text = 'Dea Negen is verhuisd naar Breda, het traject kan stoppen.'

  it('pauses the one journey of who is named so', async () => {
    const other = await referred('Omar Said', 'K-30011')
    const journeyId = await referred('Dea Negen', 'K-30010')
    const id = await rig.take(laterMail({ subject: 'Dea Negen', text }))
    expect(await rig.ledger(id)).toMatchObject({ kind: 'correction', outcome: 'attached', journey_id: journeyId })
    expect(await statusOf(journeyId)).toBe('paused')
    expect(await statusOf(other)).toBe('open')
  })

  it.each([
    ['a sender that nothing proves', { signed: false }, 'open'],
    ['a name that is nearly so', { text: text.replace('Negen', 'Neegen') }, 'open'],
    ['a family name alone', { text: text.replace('Dea', 'Mevrouw') }, 'open'],
    ['another client number', { text: `${text} Klantnummer: K-99999` }, 'open'],
  ])('asks a person to look before anything goes out, of %s', async (_, changes, status) => {
    const journeyId = await referred('Dea Negen', 'K-30010')
    const id = await rig.take(laterMail({ subject: 'Verhuizing', text, ...changes }))
    expect(await rig.ledger(id)).toMatchObject({ kind: 'correction', outcome: 'waiting' })
    expect(await candidatesOf(id)).toEqual([journeyId])
    expect((await rig.rows.mails.waiting(id))[0]?.words).toContain('voordat er een bericht naar de deelnemer gaat')
    expect(await statusOf(journeyId)).toBe(status)
  })

  it('asks which of two with that name is meant', async () => {
    const ids = [await referred('Dea Negen', 'K-30010'), await referred('Dea Negen', 'K-30011')]
    const id = await rig.take(laterMail({ subject: 'Verhuizing', text }))
    expect((await candidatesOf(id))?.toSorted()).toEqual(ids.toSorted())
    for (const one of ids) expect(await statusOf(one)).toBe('open')
  })

  it('does not stop who has that name at another municipality', async () => {
    const journeyId = await referred('Dea Negen', 'K-30010')
    const elsewhere = { from: 'x@rsd-liemers.example', to: 'rsd@werkwijzer.example' }
    const id = await rig.take(laterMail({ subject: 'Verhuizing', text, ...elsewhere }))
    expect(await candidatesOf(id)).toEqual([])
    expect(await statusOf(journeyId)).toBe('open')
  })

  it.each([
    [
      'in words that we do not know',
      { subject: 'Dea Negen', text: 'Met Dea Negen heb ik andere plannen.' },
      'not_referral',
    ],
    ['in an answer of which the thread is lost', { subject: 'RE: Dea Negen', text: 'Dank.' }, 'reply'],
  ])('shows whose journey it is about %s, and pauses nothing', async (_, changes, kind) => {
    const journeyId = await referred('Dea Negen', 'K-30010')
    const id = await rig.take(laterMail(changes))
    expect(await rig.ledger(id)).toMatchObject({ kind, outcome: 'waiting' })
    expect(await candidatesOf(id)).toEqual([journeyId])
    expect(await statusOf(journeyId)).toBe('open')
  })

  it('never says that nothing was started', async () => {
    await referred('Dea Negen', 'K-30010')
    const id = await rig.take(laterMail({ subject: 'Verhuizing', text: text.replace('Dea Negen', 'Mevrouw X.') }))
    expect((await rig.rows.mails.waiting(id))[0]?.words).not.toContain('nog niets gestart')
  })
})
