import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import type { Id } from '#src/domain/values/id.ts'
import { formatDutch } from '#src/domain/values/moment.ts'
import { createTestUniverse } from '#test/support/universe.ts'
import { consoleOn, onlyJourney, refer, type ConsoleClient } from './console-client.ts'
import { wordsOf } from './tags.ts'

const phone = '+31612345671'

let universe: Universe
let client: ConsoleClient
let id: Id<'journey'>
beforeEach(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
  client = consoleOn(universe)
  await refer(universe)
  id = await onlyJourney(universe)
})
afterEach(() => universe.close())

const attendance = async () => {
  const latest = (await universe.journey(id))?.journey.attendances.at(-1)
  if (!latest) throw new Error('there should be an appointment')
  return latest
}

const afterTheAppointment = async () => universe.advanceTo((await attendance()).endsAt.add({ minutes: 5 }))

/** One after the other, with so many minutes behind each. */
async function writes(texts: readonly string[], minutes = 1): Promise<void> {
  for (const text of texts) {
    await universe.write(phone, text)
    await universe.settle()
    await universe.advanceTo(universe.clock.now().add({ minutes }))
  }
}

const mark = async (kwam: 'ja' | 'nee', bekend: 'leeg' | 'nee') =>
  client.submit(`/trajecten/${id}/aanwezigheid`, {
    afspraak: (await attendance()).id,
    kwam,
    terug: 'traject',
    bekend,
  })

describe('a time that is chosen after the mark was corrected', () => {
  it('is read by a person who is told that the intake was held, and nobody looks for another time', async () => {
    await afterTheAppointment()
    await mark('nee', 'leeg')
    await universe.advanceTo(universe.clock.now().add({ minutes: 10 }))
    await writes(['2', 'ik was ziek'])
    expect(universe.carrier.received.at(-1)?.text).toContain('Welke tijd past u?')
    await mark('ja', 'nee')
    await universe.write(phone, '2')
    await universe.settle()
    expect(universe.carrier.received.at(-1)?.text).toContain('Een collega leest het')
    const words = wordsOf((await client.get(`/trajecten/${id}`)).text)
    expect(words).toContain('De intake is al geweest, en daarna schreef de deelnemer nog.')
    expect(words).not.toContain('wil een andere tijd')
  })
})

describe('what is written after an appointment that waits for its mark', () => {
  it('is asked of a person with that appointment and all that was written, on both pages', async () => {
    await afterTheAppointment()
    await writes(['1', 'ja ik kom'])
    const { startsAt } = await attendance()
    const moment = formatDutch(startsAt, 'Europe/Amsterdam')
    for (const page of [`/trajecten/${id}`, '/']) {
      const cards = (await client.get(page)).text.split('<li class="card task').slice(1)
      const words = cards
        .map((card) => wordsOf(card.split('</li>')[0] ?? ''))
        .find((card) => card.includes('buiten een'))
      expect(words).toContain(`De afspraak van ${moment} is voorbij, en er is nog niet ingevuld of de deelnemer kwam.`)
      expect(words).not.toContain('geen afspraak openstaat')
      expect(words).toMatch(/schreef, vandaag \d\d:\d\d: 1 De deelnemer schreef, vandaag \d\d:\d\d: ja ik kom/)
    }
  })

  it('stands with the task that it raised when there are more of one participant', async () => {
    await writes(['Ik heb een vraag over mijn uitkering', 'ik wil niet meer leven'], 15)
    const cards = (await client.get('/')).text.split('<li class="card task').slice(1)
    const quotes = cards.map((card) =>
      [...card.matchAll(/<blockquote class="quote">(.*?)<\/blockquote>/gs)].map(([, said]) => said),
    )
    expect(quotes).toContainEqual(['ik wil niet meer leven'])
    expect(quotes).toContainEqual(['Ik heb een vraag over mijn uitkering'])
  })
})

describe('who sent STOP', () => {
  it.each([
    ['did not answer before', []],
    ['had confirmed before', ['ja']],
  ])('is still answered, and need not be called once they write to come: who %s', async (_, before) => {
    await writes([...before, 'STOP'])
    const stopped = wordsOf((await client.get(`/trajecten/${id}`)).text)
    expect(wordsOf((await client.get('/')).text)).toContain('bel om te horen of de deelnemer komt')
    expect(stopped).toContain('Opkomst stuurt uit zichzelf niets meer, een mens belt.')
    expect(stopped).toContain('Schrijft de deelnemer zelf, dan antwoordt Opkomst nog wel.')
    await universe.write(phone, 'ja ik kom toch')
    await universe.settle()
    expect(universe.carrier.received.at(-1)?.text).toContain('10:00')
    expect((await attendance()).confirmedAt).toBeDefined()
    expect(wordsOf((await client.get('/')).text)).not.toContain('bel om te horen of de deelnemer komt')
  })

  it('need not be called either once they picked another time', async () => {
    await writes(['STOP', 'kan het op een andere dag?', '2'])
    expect((await attendance()).chosenBy).toBe('participant')
    expect(wordsOf((await client.get('/')).text)).not.toContain('bel om te horen of de deelnemer komt')
  })
})
