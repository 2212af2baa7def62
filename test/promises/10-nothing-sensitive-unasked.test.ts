import { afterEach, beforeEach, expect, it } from 'vitest'
import { createMailTexts } from '#src/notices/mail-texts.ts'
import { createRig, person, referral, type Rig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await createRig()
})
afterEach(() => rig.close())

const sensitive = /uitkering|participatiewet|diagnose|ziekte|depressie|schuld|verslav|bijstand/i

async function noShow(): Promise<string> {
  const journeyId = await rig.invited()
  await rig.sendAll()
  const attendanceId = (await rig.load(journeyId))?.journey.attendances[0]?.id
  if (!attendanceId) throw new Error('no appointment was planned')
  rig.clock.moveTo(rig.clock.now().add({ hours: 24 * 8 + 2 }))
  const { commandJourney } = await import('#src/services/command-journey.ts')
  await commandJourney(
    rig.verb,
    journeyId,
    { type: 'mark_attendance', attendanceId, came: false },
    { kind: 'staff', id: 'test' },
  )
  for (let round = 0; round < 3; round++) {
    rig.clock.moveTo(rig.clock.now().add({ hours: 24 }))
    for (const { key, due_at } of await rig.db.selectFrom('timers').selectAll().execute())
      if (due_at.getTime() <= rig.clock.now().epochMilliseconds)
        await rig.handlers.timer({ journeyId, key, at: due_at.toISOString() })
    await rig.sendAll()
  }
  return journeyId
}

it('puts no name, number or reason in the subject of a mail, to whomever', async () => {
  await noShow()
  expect(rig.mails.length).toBeGreaterThan(1)
  for (const { facts } of rig.mails) {
    const { subject } = rig.loaded.mailTexts.compose(facts)
    for (const word of ['Fatima', 'Yilmaz', person.clientNumber, '612345671']) expect(subject).not.toContain(word)
    expect(subject).not.toMatch(sensitive)
  }
})

it('refuses a mail text that would put a name in its subject', () => {
  const texts = new Map([['mail/no_show', 'Onderwerp: Over {{ participant }}\nTekst']])
  expect(() => createMailTexts(texts)).toThrow('mag niet in het onderwerp')
})

it('tells staff nothing about a person in their mail', async () => {
  await noShow()
  const toStaff = rig.mails.filter(({ to }) => to.endsWith('@werkwijzer.example'))
  for (const { facts } of toStaff) expect(rig.loaded.mailTexts.compose(facts).text).not.toMatch(/Fatima|Yilmaz|K-20411/)
})

it('writes to the participant without a word that says what the appointment is about', async () => {
  await noShow()
  expect(rig.received.length).toBeGreaterThan(1)
  for (const { text } of rig.received) expect(text).not.toMatch(sensitive)
})

it('asks for a reason by a number, and keeps the code alone: the consulent hears whether it is valid', async () => {
  // A contract under which every afmelding of someone whose risk is not stated is told.
  const client = { domain: 'rsd-liemers.example', address: 'rsd@werkwijzer.example' }
  const journeyId = await rig.invited(referral('een', {}, client))
  await rig.sendAll()
  await rig.write('ik kan niet komen', 'a')
  await rig.handlers.messages({ journeyId })
  await rig.sendAll()
  await rig.write('1', 'b')
  await rig.handlers.messages({ journeyId })
  await rig.sendAll()
  expect((await rig.load(journeyId))?.journey.attendances[0]?.absence?.reason).toBe('illness')
  const told = rig.mails.filter(({ to }) => to === `m.devries@${client.domain}`)
  expect(told.map(({ facts }) => facts.purpose)).toEqual(['receipt', 'absence'])
  for (const { facts } of told) expect(rig.loaded.mailTexts.compose(facts).text).not.toMatch(/ziek|illness/i)
})

/** What a phone shows of a message without being unlocked: two lines. */
const lockScreen = 90

it('shows nothing on a lock screen that tells who refers or why', async () => {
  await noShow()
  const about = /gemeente|consulent|klantmanager|regisseur|re-integratie|traject|intake|werk(?!wijzer)|K-20411/i
  for (const { text } of rig.received) expect(text.slice(0, lockScreen)).not.toMatch(about)
})
