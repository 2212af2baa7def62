import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import type { Id } from '#src/domain/values/id.ts'
import { createTestUniverse } from '#test/support/universe.ts'
import { consoleOn, onlyJourney, refer, type ConsoleClient } from './console-client.ts'
import { formOnPage } from './form-on-page.ts'
import { tagsOf, wordsOf } from './tags.ts'

let universe: Universe
let client: ConsoleClient
beforeEach(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
  client = consoleOn(universe)
})
afterEach(() => universe.close())

const old = '+31612345671'
const fresh = '+31612345672'

const pageOf = async (id: Id<'journey'>) => (await client.get(`/trajecten/${id}`)).text
const calls = (page: string) =>
  tagsOf(page, 'a').filter(({ attributes }) => attributes['href']?.startsWith('tel:') === true)
const toForm = (page: string, id: Id<'journey'>) =>
  tagsOf(page, 'a').filter(({ attributes }) => attributes['href'] === `/trajecten/${id}#telefoonnummer`)
const isOpen = (page: string) => {
  const form = tagsOf(page, 'details').find(({ attributes }) => attributes['id'] === 'telefoonnummer')
  return form && 'open' in form.attributes
}
const enter = (id: Id<'journey'>, nummer: string) => client.submit(`/trajecten/${id}/nummer`, { nummer })
const heardAt = (phone: string) => universe.carrier.received.filter(({ to }) => to === phone)

/** Accepted by a person, from a mail in which no number stands. */
async function acceptedWithoutNumber(): Promise<void> {
  const mail = await refer(universe, { Mobiel: '' })
  const fields = formOnPage((await client.get(`/aanmeldingen/${mail}`)).text)
  await client.submit(`/aanmeldingen/${mail}/aannemen`, { ...fields, telefoon: '' })
}

describe('the number of somebody else', () => {
  let id: Id<'journey'>
  beforeEach(async () => {
    await refer(universe)
    id = await onlyJourney(universe)
    await universe.write(old, 'verkeerd nummer, ik ben Ria niet')
    await universe.settle()
  })

  it('is not offered to call, and the consulent is named to ask', async () => {
    for (const page of [await pageOf(id), (await client.get('/')).text]) {
      expect(wordsOf(page)).toContain('Verkeerd nummer: zoek het juiste')
      expect(wordsOf(page)).toContain('Vraag het nummer aan de consulent: Karin Jansen')
      expect(calls(page)).toEqual([])
      expect(toForm(page, id)).toHaveLength(2)
    }
    expect(wordsOf(await pageOf(id))).toContain(`${old} (niet van de deelnemer)`)
  })

  it('makes way for the right one, in a form that stands open', async () => {
    expect(isOpen(await pageOf(id))).toBe(true)
    const page = await enter(id, '06-1234 5672')
    const words = wordsOf(page.text)
    expect(words).toContain('Het nummer is bewaard.')
    expect(words).toContain('Telefoonnummer gewijzigd')
    expect(words).not.toContain('Vul het nummer in')
    expect(calls(page.text).map(({ attributes }) => attributes['href'])).toEqual([`tel:${fresh}`])
    expect(isOpen(page.text)).toBe(false)
    expect(heardAt(fresh)).toHaveLength(1)
    expect(universe.carrier.received.at(-1)?.to).toBe(fresh)
    expect(wordsOf((await client.get('/')).text)).not.toContain('Verkeerd nummer')
    expect(client.errors).toEqual([])
  })

  it.each([
    ['hallo', 'Dit is geen telefoonnummer'],
    ['', 'Dit is geen telefoonnummer'],
    ['010 555 01 11', 'Dit is geen mobiel nummer'],
  ])('stays when what is typed is none, which is said beside it: %s', async (typed, said) => {
    const answer = await client.post(`/trajecten/${id}/nummer`, { nummer: typed })
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain(said)
    expect(isOpen(answer.text)).toBe(true)
    const field = tagsOf(answer.text, 'input').find(({ attributes }) => attributes['id'] === 'nummer')
    expect(field?.attributes).toMatchObject({ value: typed, 'aria-invalid': 'true' })
    expect((await universe.journey(id))?.participant.phone).toBe(old)
  })
})

describe('a participant without a number', () => {
  it('has a task that says whom to ask and where to enter it; then the invitation goes out', async () => {
    await acceptedWithoutNumber()
    const id = await onlyJourney(universe)
    const before = await pageOf(id)
    expect(wordsOf(before)).toContain('Vraag het nummer aan de consulent: Karin Jansen')
    expect(toForm(before, id)).toHaveLength(1)
    expect(universe.carrier.received).toEqual([])
    const page = await enter(id, '06 1234 5672')
    expect(wordsOf(page.text)).toContain('Telefoonnummer ingevuld')
    expect(wordsOf(page.text)).not.toContain('Vraag het nummer')
    expect(heardAt(fresh)).toHaveLength(1)
  })
})

describe('a number that another participant has too', () => {
  it('can be replaced where the task asks for one of their own', async () => {
    await refer(universe)
    await refer(universe, { 'Naam deelnemer': 'Omar Yilmaz', Klantnummer: 'K-2' })
    const id = (await universe.journeys()).at(-1)
    if (id === undefined) throw new Error('there should be two journeys')
    const before = await pageOf(id)
    expect(wordsOf(before)).toContain('vraag een eigen nummer')
    expect(toForm(before, id)).toHaveLength(1)
    const page = await enter(id, '06 1234 5672')
    expect(wordsOf(page.text)).toContain('Taak klaar: Twee deelnemers met hetzelfde nummer')
    expect(toForm(page.text, id)).toEqual([])
  })
})

describe('a number that is right', () => {
  it('does nothing when it is entered again, and says so', async () => {
    await refer(universe)
    const id = await onlyJourney(universe)
    expect(isOpen(await pageOf(id))).toBe(false)
    expect(wordsOf((await enter(id, '06 1234 5671')).text)).toContain('Dit nummer stond er al.')
    expect(heardAt(old)).toHaveLength(1)
  })

  it('can be taken away', async () => {
    await refer(universe)
    const id = await onlyJourney(universe)
    const page = await client.submit(`/trajecten/${id}/nummer-weg`, {})
    expect(wordsOf(page.text)).toContain('Het nummer is verwijderd.')
    expect(wordsOf(page.text)).toContain('niet bekend')
    expect(calls(page.text)).toEqual([])
  })

  it('can no longer be changed when the journey has ended', async () => {
    await refer(universe)
    const id = await onlyJourney(universe)
    await universe.command(id, { type: 'end' }, { kind: 'staff', id: 'test' })
    expect(isOpen(await pageOf(id))).toBeUndefined()
    expect(wordsOf((await enter(id, '06 1234 5672')).text)).toContain('dit traject is afgesloten')
  })
})
