import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import { onlyJourney, refer } from '#test/console/console-client.ts'
import { amsterdam, createTestUniverse } from '#test/support/universe.ts'

let universe: Universe
beforeEach(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
})
afterEach(() => universe.close())

async function write(text: string, from = '+31612345671'): Promise<void> {
  await universe.advanceTo(amsterdam('2026-11-04T03:00'))
  await universe.write(from, text)
  await universe.settle()
}

const whyOfCrisis = async (): Promise<string | undefined> => {
  const stored = await universe.journey(await onlyJourney(universe))
  return stored?.journey.tasks.find(({ kind }) => kind === 'crisis')?.why
}

const mails = () => {
  const { on_duty_mail } = universe.loaded.knowledge.installation.provider
  return universe.post.sent.filter(({ to, facts }) => to === on_duty_mail && facts.purpose !== 'mail_waiting')
}

describe('whoever is on duty', () => {
  it('reads in task and mail in which language a participant wrote of danger, and nothing of what was written', async () => {
    await refer(universe, { Taal: 'Turks' })
    await write('kendimi öldürmek istiyorum')
    expect(await whyOfCrisis()).toMatch(/De deelnemer schrijft in het Turks: een tolk kan nodig zijn\.$/)
    expect(mails()).toHaveLength(1)
    expect(mails()[0]?.text).toContain('De deelnemer schrijft in het Turks: een tolk kan nodig zijn.')
    expect(mails()[0]?.subject).not.toContain('Turks')
    expect(JSON.stringify(mails())).not.toMatch(/Fatima|Yilmaz|öldürmek/)
  })

  it('reads the language of the message, also where the referral names another', async () => {
    await refer(universe, { Taal: 'Nederlands' })
    await write('لا أريد أن أعيش')
    expect(await whyOfCrisis()).toContain('De deelnemer schrijft zo te zien in het Arabisch: een tolk')
  })

  it('reads which language a participant speaks who wrote in Dutch', async () => {
    await refer(universe, { Taal: 'Pools' })
    await write('ik wil niet meer leven')
    expect(await whyOfCrisis()).toContain('De deelnemer spreekt Pools: een tolk')
  })

  it('reads both where what was written looks like another language than the referral names', async () => {
    await refer(universe, { Taal: 'Russisch' })
    await write('chcę się zabić')
    expect(await whyOfCrisis()).toContain('De deelnemer schrijft zo te zien in het Pools en spreekt Russisch: een tolk')
  })

  it('reads that it is a language in which we have no texts; which one stands in the console only', async () => {
    await refer(universe, { Taal: 'Somalisch' })
    await write('ik wil niet meer leven')
    expect(await whyOfCrisis()).toContain('De deelnemer spreekt een andere taal (zie de console): een tolk')
    expect(JSON.stringify(mails())).not.toContain('Somali')
  })

  it('reads that the referral asks for an interpreter', async () => {
    await refer(universe, { Taal: 'Nederlands', Tolk: 'ja' })
    await write('ik wil niet meer leven')
    expect(await whyOfCrisis()).toContain('De aanmelding vraagt om een tolk.')
  })

  it('reads nothing of an interpreter where Dutch is spoken and written', async () => {
    await refer(universe, { Taal: 'Nederlands' })
    await write('ik wil niet meer leven')
    expect(await whyOfCrisis()).not.toMatch(/tolk|Nederlands/)
    expect(mails()).toHaveLength(1)
  })

  it('reads it of somebody of whom only a number is known too', async () => {
    await write('chcę się zabić', '+31612349999')
    expect(mails()[0]?.text).toContain(
      '\nDe schrijver schrijft zo te zien in het Pools: een tolk kan nodig zijn.\nOpen de console',
    )
    await write('ik wil niet meer leven', '+31612349998')
    expect(mails()[1]?.text).not.toContain('tolk')
    expect(mails()[1]?.text).toContain('noodnummers.\nOpen de console')
  })
})
