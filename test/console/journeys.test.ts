import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import type { Id } from '#src/domain/values/id.ts'
import { amsterdam, createTestUniverse } from '#test/support/universe.ts'
import { consoleOn, onlyJourney, refer, type ConsoleClient } from './console-client.ts'
import { tagsOf, wordsOf } from './tags.ts'

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
  const stored = await universe.journey(id)
  const latest = stored?.journey.attendances.at(-1)
  if (!latest) throw new Error('there should be an appointment')
  return latest
}

/** What a page that is opened now sends along. */
const seenNow = async () => {
  const came = (await attendance()).mark?.came
  return came === undefined ? 'leeg' : came ? 'ja' : 'nee'
}

const mark = async (kwam: 'ja' | 'nee', terug = 'traject', bekend?: 'leeg' | 'ja' | 'nee') =>
  client.submit(`/trajecten/${id}/aanwezigheid`, {
    afspraak: (await attendance()).id,
    kwam,
    terug,
    bekend: bekend ?? (await seenNow()),
  })

const afterTheAppointment = async () => universe.advanceTo((await attendance()).endsAt.add({ minutes: 5 }))

describe('the page of a journey', () => {
  it('shows who, when, by which clause, and until when', async () => {
    const words = wordsOf((await client.get(`/trajecten/${id}`)).text)
    expect(words).toContain('Fatima Yilmaz')
    expect(words).toContain('Intake met')
    expect(words).toContain('eis 9')
    expect(words).toContain('Zo is het berekend')
    expect(words).toContain('werkdagen')
  })

  it('tells what was done in Dutch, every step of the journal', async () => {
    await universe.write('+31612345671', 'Ik kan niet komen, ik heb een sollicitatiegesprek')
    await universe.advanceTo(amsterdam('2026-11-20T12:00'))
    const { text } = await client.get(`/trajecten/${id}`)
    const steps = (await universe.journal(id)).length
    expect(wordsOf(text)).toContain(`Het hele journaal (${String(steps)} stappen)`)
    expect(wordsOf(text)).toContain('De deelnemer meldde zich af')
    expect(text).not.toMatch(/undefined|\[object|NaN|_wanted|_evidenced/)
  })

  it('tells a house rule from a clause', async () => {
    const { text } = await client.get(`/trajecten/${id}`)
    expect(wordsOf(text)).toContain('huisregel')
    expect(wordsOf(text)).not.toContain('eis huisregel')
  })

  it('shows the mails to the consulent in full', async () => {
    await afterTheAppointment()
    await mark('nee')
    await universe.advanceTo(universe.clock.now().add({ hours: 72 }))
    const words = wordsOf((await client.get(`/trajecten/${id}`)).text)
    expect(universe.post.sent.some(({ facts }) => facts.purpose === 'no_show')).toBe(true)
    expect(words).toContain('niet verschenen')
    expect(words).toContain('Wat wij hebben gedaan:')
  })

  it('says when there is news, and only then', async () => {
    const watch = tagsOf((await client.get(`/trajecten/${id}`)).text, 'div').find(
      ({ attributes }) => attributes['hx-get'],
    )
    const address = watch?.attributes['hx-get'] ?? ''
    expect((await client.get(address)).status).toBe(204)
    await universe.write('+31612345671', '1')
    const news = await client.get(address)
    expect(news.status).toBe(200)
    expect(wordsOf(news.text)).toContain('Er is iets nieuws')
  })
})

describe('what the referral said beside who it is about', () => {
  it('stands on the page of the journey', async () => {
    await refer(universe, {
      'Naam deelnemer': 'Omar Bakker',
      Klantnummer: 'K-7',
      Mobiel: '06 1234 5607',
      Geboortedatum: '03-02-1990',
      Risico: 'verhoogd',
      Product: 'Taal en werk',
      Opmerkingen: 'Middagmens',
    })
    const other = (await universe.journeys()).at(-1) ?? ''
    const words = wordsOf((await client.get(`/trajecten/${other}`)).text)
    for (const said of ['03-02-1990', 'verhoogd', 'Taal en werk', 'Middagmens']) expect(words).toContain(said)
  })

  it('is said to be missing where the risk is not stated, which counts as raised', async () => {
    expect(wordsOf((await client.get(`/trajecten/${id}`)).text)).toContain('telt als verhoogd')
  })
})

describe('marking who came', () => {
  it('is refused with a sentence before the appointment began', async () => {
    const page = await mark('ja')
    expect(wordsOf(page.text)).toContain('Dat kan nog niet: de afspraak is nog niet begonnen.')
    expect((await attendance()).mark).toBeUndefined()
  })

  it('is offered only after the appointment began', async () => {
    const kwam = (text: string) =>
      tagsOf(text, 'input').filter(({ attributes }) => attributes['name'] === 'kwam').length
    expect(kwam((await client.get(`/trajecten/${id}`)).text)).toBe(0)
    await afterTheAppointment()
    expect(kwam((await client.get(`/trajecten/${id}`)).text)).toBe(2)
  })

  it('goes by two buttons on the page of today, and back to it', async () => {
    await afterTheAppointment()
    expect(wordsOf((await client.get('/')).text)).toContain('Wie kwam er?')
    const page = await mark('ja', 'vandaag')
    expect(wordsOf(page.text)).toContain('Genoteerd: de deelnemer is gekomen.')
    expect(wordsOf(page.text)).not.toContain('Wie kwam er?')
    expect((await attendance()).mark?.came).toBe(true)
    expect((await attendance()).mark?.by).toEqual({ kind: 'staff', id: 'console' })
  })

  it('can be corrected, and says that a repeat changed nothing', async () => {
    await afterTheAppointment()
    await mark('nee')
    expect(wordsOf((await client.get(`/trajecten/${id}`)).text)).toContain('Verbeter: kwam toch')
    await mark('ja')
    expect((await attendance()).mark?.came).toBe(true)
    expect(wordsOf((await mark('ja')).text)).toContain('Dat stond al zo. Er is niets veranderd.')
  })

  it('of an appointment that is not this journey’s is refused with a sentence', async () => {
    const page = await client.submit(`/trajecten/${id}/aanwezigheid`, { afspraak: id, kwam: 'ja' })
    expect(wordsOf(page.text)).toContain('dit bestaat niet (meer)')
  })

  it('with half a form is refused with a sentence', async () => {
    for (const fields of [{}, { afspraak: 'x', kwam: 'ja' }, { afspraak: id, kwam: 'misschien' }])
      expect(
        wordsOf((await client.submit(`/trajecten/${id}/aanwezigheid`, fields as Record<string, string>)).text),
      ).toContain('Het formulier was niet compleet.')
  })
})

/** The form that a page would post whose button says this. */
function formBehind(page: string, button: string): { action: string; fields: Record<string, string> } {
  const forms = [...page.matchAll(/<form[\s\S]*?<\/form>/g)].map(([form]) => form)
  const form = forms.find((one) => wordsOf(one).includes(button)) ?? ''
  const fields = tagsOf(form, 'input').map(({ attributes }) => [attributes['name'] ?? '', attributes['value'] ?? ''])
  return { action: tagsOf(form, 'form')[0]?.attributes['action'] ?? '', fields: Object.fromEntries(fields) }
}

describe('a page that is older than what a colleague did', () => {
  it('does not turn round who came: it says who filled in what and when, and asks', async () => {
    await afterTheAppointment()
    const old = formBehind((await client.get('/')).text, 'Kwam niet')
    await mark('ja')
    const answer = await client.submit(old.action, old.fields)
    expect(answer.status).toBe(409)
    expect(wordsOf(answer.text)).toMatch(/Ingevuld: gekomen , vandaag \d\d:\d\d, door een medewerker\./)
    expect(wordsOf(answer.text)).toContain('U koos: niet gekomen . Dat is nog niet gedaan.')
    expect((await attendance()).mark?.came).toBe(true)
    const confirm = formBehind(answer.text, 'Verander in: niet gekomen')
    const page = await client.submit(confirm.action, confirm.fields)
    expect(wordsOf(page.text)).toContain('Genoteerd: de deelnemer is niet gekomen.')
    expect((await attendance()).mark?.came).toBe(false)
  })

  it('that asks for what a colleague did already is told that it stood so', async () => {
    await afterTheAppointment()
    await mark('nee')
    expect(wordsOf((await mark('nee', 'traject', 'leeg')).text)).toContain('Dat stond al zo.')
  })

  it('corrects only what it showed', async () => {
    await afterTheAppointment()
    await mark('nee')
    const old = formBehind((await client.get(`/trajecten/${id}`)).text, 'Verbeter: kwam toch')
    expect(old.fields).toMatchObject({ kwam: 'ja', bekend: 'nee' })
    const page = await client.submit(old.action, old.fields)
    expect(wordsOf(page.text)).toContain('Genoteerd: de deelnemer is gekomen.')
  })

  it('does not overrule how a colleague judged an afmelding', async () => {
    await universe.write('+31612345671', 'Ik kan niet komen, ik ben ziek')
    await universe.settle()
    const { id: afspraak, absence } = await attendance()
    const old = { afspraak, bekend: absence?.verdict ?? 'none', terug: 'traject' }
    await client.submit(`/trajecten/${id}/oordeel`, { ...old, geldig: 'nee' })
    const answer = await client.submit(`/trajecten/${id}/oordeel`, { ...old, geldig: 'ja' })
    expect(answer.status).toBe(409)
    expect(wordsOf(answer.text)).toContain('Beoordeeld: de afmelding is niet geldig , vandaag')
    expect((await attendance()).absence?.verdict).toBe('not_valid')
    const confirm = formBehind(answer.text, 'Verander in: geldig')
    await client.submit(confirm.action, confirm.fields)
    expect((await attendance()).absence?.verdict).toBe('valid')
  })

  it('does not tick off a task twice: it says who did', async () => {
    await universe.write('+31612345671', 'ik wil een mens spreken')
    await universe.settle()
    const old = formBehind((await client.get('/')).text, 'Afvinken')
    await client.submit(old.action, old.fields)
    const answer = await client.submit(old.action, old.fields)
    expect(answer.status).toBe(409)
    expect(wordsOf(answer.text)).toMatch(
      /De taak is al klaar: De deelnemer wil een medewerker spreken , vandaag \d\d:\d\d, door een medewerker\./,
    )
    expect(wordsOf(answer.text)).toContain('Er is niets veranderd.')
  })
})

describe('other deeds', () => {
  it('pauses and resumes', async () => {
    expect(wordsOf((await client.submit(`/trajecten/${id}/stand`, { naar: 'pauze' })).text)).toContain('staat op pauze')
    expect((await universe.journey(id))?.journey.status).toBe('paused')
    await client.submit(`/trajecten/${id}/stand`, { naar: 'verder' })
    expect((await universe.journey(id))?.journey.status).toBe('open')
  })

  it('notes that proof was seen', async () => {
    await universe.write('+31612345671', 'Ik kan niet komen, ik heb een sollicitatiegesprek')
    await universe.settle()
    const { absence, id: afspraak } = await attendance()
    const page = await client.submit(`/trajecten/${id}/bewijs`, { afspraak })
    const expected = absence?.proof === 'awaited' ? 'het bewijs is gezien' : 'dit bestaat niet'
    expect(wordsOf(page.text)).toContain(expected)
  })

  it('notes a contact after a no-show, which is a reaction', async () => {
    await afterTheAppointment()
    await mark('nee')
    const page = await client.submit(`/trajecten/${id}/contact`, { afspraak: (await attendance()).id })
    expect(wordsOf(page.text)).toContain('u hebt contact gehad')
    expect((await attendance()).reactedAt).toBeDefined()
  })

  it('closes a task by hand, from the page of today', async () => {
    await universe.write('+31612345671', 'ik wil een mens spreken')
    await universe.settle()
    const today = (await client.get('/')).text
    expect(wordsOf(today)).toContain('De deelnemer wil een medewerker spreken')
    const taak =
      tagsOf(today, 'input').find(({ attributes }) => attributes['name'] === 'taak')?.attributes['value'] ?? ''
    const page = await client.submit(`/trajecten/${id}/taken`, { taak, terug: 'vandaag' })
    expect(wordsOf(page.text)).toContain('De taak is afgevinkt.')
    expect(wordsOf(page.text)).not.toContain('De deelnemer wil een medewerker spreken')
  })

  it('shows danger to somebody above everything else, also above who must be marked', async () => {
    await universe.write('+31612345671', 'ik wil dood')
    await afterTheAppointment()
    const words = wordsOf((await client.get('/')).text)
    expect(words.indexOf('Noodsignaal')).toBeGreaterThan(0)
    expect(words.indexOf('Noodsignaal')).toBeLessThan(words.indexOf('Wie kwam er?'))
    expect(words.split('Noodsignaal')).toHaveLength(2)
  })

  it('quotes what somebody in danger wrote, first on both pages, with the number to call', async () => {
    await universe.write('+31612345671', 'ik wil dood, ik sta bij het spoor')
    await universe.settle()
    for (const path of ['/', `/trajecten/${id}`]) {
      const { text } = await client.get(path)
      const main = wordsOf(text.slice(text.indexOf('</h1>')))
      expect(main.indexOf('Nu meteen')).toBeLessThan(3)
      expect(main).toContain('De deelnemer schreef, vandaag 09:15: ik wil dood, ik sta bij het spoor')
      expect(tagsOf(text, 'a').map(({ attributes }) => attributes['href'])).toContain('tel:+31612345671')
      expect(text.split('class="card task crisis"')).toHaveLength(2)
    }
  })

  it('quotes the question that must be answered', async () => {
    await universe.write('+31612345671', 'mag mijn hond mee naar de afspraak?')
    await universe.settle()
    expect(wordsOf((await client.get('/')).text)).toContain(
      'De deelnemer schreef, vandaag 09:15: mag mijn hond mee naar de afspraak?',
    )
  })

  it('have one button per task, and what it means to close one undone', async () => {
    await refer(universe, { 'Naam deelnemer': 'Zonder Nummer', Klantnummer: 'K-9', Mobiel: '010 555 01 23' })
    await universe.settle()
    await universe.advanceTo(amsterdam('2026-11-03T12:00'))
    const { text } = await client.get('/')
    const card = /<li class="card task">(?:(?!<\/li>)[\s\S])*bel de deelnemer[\s\S]*?<\/li>/.exec(text)?.[0] ?? ''
    const [open = '', folded = ''] = card.split('<details')
    expect(tagsOf(open, 'button')).toHaveLength(1)
    expect(wordsOf(open)).toContain('Ik sprak de deelnemer')
    expect(wordsOf(`<details${folded}`)).toContain('Opkomst houdt het er dan op dat de deelnemer dit niet weet.')
  })

  it('closes no task that is not there', async () => {
    const page = await client.submit(`/trajecten/${id}/taken`, { taak: 'crisis.1', terug: 'traject' })
    expect(wordsOf(page.text)).toContain('dit bestaat niet (meer)')
  })
})

describe('planning by hand', () => {
  const plekken = (text: string): string[] =>
    tagsOf(text, 'input').flatMap(({ attributes }) =>
      attributes['name'] === 'plek' ? [attributes['value'] ?? ''] : [],
    )

  it('is offered only when nothing is planned', async () => {
    expect(wordsOf((await client.get(`/trajecten/${id}`)).text)).not.toContain('Plan een afspraak')
    const answer = await client.get(`/trajecten/${id}/plannen`)
    expect(answer.status).toBe(303)
    expect(wordsOf((await client.get(answer.location ?? '')).text)).toContain('er staat al een afspraak')
  })

  it('says why not: what lies ahead, what must be filled in first, or that the intake was held', async () => {
    const why = async () => {
      const { location } = await client.get(`/trajecten/${id}/plannen`)
      return wordsOf((await client.get(location ?? '')).text)
    }
    expect(await why()).toContain('er staat al een afspraak, en die moet nog komen')
    expect(await why()).not.toContain('Vul eerst in wie er kwam')
    await afterTheAppointment()
    expect(await why()).toContain('Vul eerst in of de deelnemer kwam')
    await mark('ja')
    expect(await why()).toContain('de intake is al geweest')
  })

  it('shows the free slots with the calculation, and plans the one that was chosen', async () => {
    await afterTheAppointment()
    await mark('nee')
    const { text } = await client.get(`/trajecten/${id}/plannen`)
    expect(wordsOf(text)).toContain('De intake moet er uiterlijk')
    const [plek = ''] = plekken(text)
    const page = await client.submit(`/trajecten/${id}/afspraak`, { plek })
    expect(wordsOf(page.text)).toContain('De afspraak staat.')
    expect(await attendance()).toMatchObject({ chosenBy: 'staff' })
    const planned = (await universe.journal(id)).findLast(({ event }) => event.type === 'appointment_planned')
    expect(planned?.event).toMatchObject({ how: expect.stringContaining('Een medewerker koos een plek') })
  })

  it('says so when the slot is gone, and offers the others', async () => {
    await afterTheAppointment()
    await mark('nee')
    const answer = await client.post(`/trajecten/${id}/afspraak`, { plek: 'samira@2026-11-02T08:00:00Z' })
    expect(answer.location).toBe(`/trajecten/${id}/plannen?melding=plek-bezet`)
    expect(wordsOf((await client.get(answer.location ?? '')).text)).toContain('Deze plek is net bezet.')
  })
})

describe('somebody for whom no slot was in time', () => {
  /** Both coaches are away for weeks. */
  const everybodyAway = async () => {
    const { coaches } = universe.loaded.knowledge.installation
    const now = universe.clock.now()
    for (const { id: coach, hours } of coaches)
      await sql`insert into appointments (attendance_id, journey_id, coach_id, place_id, starts_at, ends_at, local_start, zone)
        values (gen_random_uuid(), ${id}, ${coach}, ${hours[0]?.place ?? ''}, ${now.toString()}, ${now.add({ hours: 24 * 60 }).toString()},
          now(), 'Europe/Amsterdam')`.execute(universe.database)
  }
  const news = 'Er is nu een plek die op tijd is.'

  it('is named on the first page when there is one again, and only then', async () => {
    await everybodyAway()
    await refer(universe, { 'Naam deelnemer': 'Daan Kowalski', Klantnummer: 'K-21034', Mobiel: '06 1234 5734' })
    const before = wordsOf((await client.get('/')).text)
    expect(before).toContain('Geen plek die op tijd is')
    expect(before).not.toContain(news)
    await sql`delete from appointments where ends_at - starts_at > interval '30 days'`.execute(universe.database)
    expect(wordsOf((await client.get('/')).text)).toContain(news)
  })

  it('is not told that a slot is in time for which the invitation would be too late', async () => {
    await everybodyAway()
    await refer(universe, { 'Naam deelnemer': 'Daan Kowalski', Klantnummer: 'K-21034', Mobiel: '06 1234 5734' })
    await universe.advanceTo(amsterdam('2026-11-17T10:00'))
    await sql`delete from appointments where ends_at - starts_at > interval '30 days'`.execute(universe.database)
    expect(wordsOf((await client.get('/')).text)).not.toContain(news)
  })
})
