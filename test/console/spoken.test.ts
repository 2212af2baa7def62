import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { referralMail } from '#src/app/virtual/referral-mail.ts'
import { virtualAuthserv, type Universe } from '#src/app/virtual/universe.ts'
import type { AbsenceReason } from '#src/domain/contract/absence-reason.ts'
import { decide, fold } from '#src/domain/journey/decide.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import type { Id } from '#src/domain/values/id.ts'
import { createTestUniverse } from '#test/support/universe.ts'
import { consoleOn, onlyJourney, refer, type ConsoleClient, type Shown } from './console-client.ts'
import { tagsOf, wordsOf } from './tags.ts'

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

const phoneAtRisk = '+31612345725'

/** Somebody under a contract whose consulent hears of every afmelding. */
async function referAtRisk(): Promise<void> {
  const form = {
    'Naam kandidaat': 'Omar Visser',
    Klantnummer: 'K-21025',
    Mobiel: '06 1234 5725',
    Risicoprofiel: 'verhoogd',
  }
  const from = 't.bos@rsd-liemers.example'
  const mail = { from, to: 'rsd@werkwijzer.example', messageId: 'at-risk@rsd-liemers.example', signed: true, form }
  await universe.arrive(referralMail(mail, virtualAuthserv))
  await universe.settle()
  id = (await universe.journeys()).at(-1) ?? id
}

const journey = async () => {
  const stored = await universe.journey(id)
  if (!stored) throw new Error('there should be a journey')
  return stored.journey
}

const attendance = async () => {
  const latest = (await journey()).attendances.at(-1)
  if (!latest) throw new Error('there should be an appointment')
  return latest
}

const pageOf = async (): Promise<string> => (await client.get(`/trajecten/${id}`)).text

const formsIn = (page: string): string[] =>
  [...page.matchAll(/<form[\s\S]*?<\/form>/g)]
    .map(([form]) => form)
    .filter((form) => form.includes(`/trajecten/${id}/gesproken`))

type Said = 'komt' | 'komt-niet' | 'ander-moment'

/** What a browser posts of the first form on this page on which somebody filled this in. */
function filled(page: string, uitkomst: Said, reden = 'not_given'): Record<string, string> {
  const form = formsIn(page)[0] ?? ''
  const hidden = tagsOf(form, 'input').filter(({ attributes }) => attributes['type'] === 'hidden')
  const fields = hidden.map(({ attributes }) => [attributes['name'] ?? '', attributes['value'] ?? ''])
  return { ...Object.fromEntries(fields), uitkomst, reden }
}

const post = (fields: Record<string, string>): Promise<Shown> => client.submit(`/trajecten/${id}/gesproken`, fields)
const say = async (uitkomst: Said, reden?: string): Promise<Shown> => post(filled(await pageOf(), uitkomst, reden))

const afterTheAppointment = async () => universe.advanceTo((await attendance()).endsAt.add({ minutes: 5 }))

const markNotCome = async () =>
  client.submit(`/trajecten/${id}/aanwezigheid`, { afspraak: (await attendance()).id, kwam: 'nee', bekend: 'leeg' })

const toConsulent = () =>
  universe.post.sent.filter(
    ({ facts }) =>
      facts.thread === id && ['no_show', 'absence', 'correction', 'attendance_unknown'].includes(facts.purpose),
  )

const stepsOf = async (type: string) => (await universe.journal(id)).filter(({ event }) => event.type === type)

const openTasks = async () => (await journey()).tasks.filter(({ closedAt }) => !closedAt).map(({ kind }) => kind)

const plekken = (text: string): string[] =>
  tagsOf(text, 'input').flatMap(({ attributes }) => (attributes['name'] === 'plek' ? [attributes['value'] ?? ''] : []))

describe('a participant who says by telephone that they come', () => {
  it('has confirmed, and the journal says that a member of staff recorded it', async () => {
    const page = await say('komt')
    expect(wordsOf(page.text)).toContain('Genoteerd: de deelnemer zei u te komen.')
    expect(wordsOf(page.text)).toMatch(/medewerker[^.]*De deelnemer bevestigde de afspraak aan de telefoon/)
    expect((await attendance()).confirmedAt).toBeDefined()
    expect(await stepsOf('attendance_confirmed')).toMatchObject([{ actor: 'staff:console' }])
  })

  it('and does not come all the same, is told of so to the consulent', async () => {
    await say('komt')
    await afterTheAppointment()
    await markNotCome()
    await universe.advanceTo(universe.clock.now().add({ hours: 72 }))
    const [mail] = toConsulent()
    expect(mail?.facts.steps.join('\n')).toContain('Deelnemer bevestigde de afspraak telefonisch')
  })

  it('twice is noted once', async () => {
    const fields = filled(await pageOf(), 'komt')
    await post(fields)
    const before = (await universe.journal(id)).length
    expect(wordsOf((await post(fields)).text)).toContain('Dat stond al zo. Er is niets veranderd.')
    expect(await universe.journal(id)).toHaveLength(before)
  })

  it('takes back that they wrote not to be able to', async () => {
    await universe.write(phone, 'ik kan niet komen')
    await universe.settle()
    expect(await openTasks()).toContain('absence_unexplained')
    await say('komt')
    expect(await openTasks()).not.toContain('absence_unexplained')
  })
})

/** What the same words would have done had the participant written them. */
async function written(reason: AbsenceReason) {
  const before = await journey()
  const rules = universe.loaded.knowledge.contracts.rules(before.contractHash)
  const context = { rules, actor: { kind: 'participant' }, now: universe.clock.now() } as const
  const decision = decide(before, { type: 'report_absence', reason }, context)
  const after = fold(before, decision.kind === 'accepted' ? decision.events : [])
  if (!after) throw new Error('there should be a journey')
  return after
}

const shapeOf = ({ attendances, tasks, notices }: Journey) => ({
  absence: attendances.at(-1)?.absence,
  tasks: tasks.filter(({ closedAt }) => !closedAt).map(({ kind, why }) => ({ kind, why })),
  told: notices.filter(({ to }) => to === 'consulent').map(({ purpose, says }) => ({ purpose, says })),
})

describe('a participant who cancels by telephone', () => {
  it.each([
    ['illness', false],
    ['illness', true],
    ['job_interview', false],
    ['vacation', true],
    ['other', false],
  ] as const)('with reason %s is treated as one who writes it (at risk: %s)', async (reason, atRisk) => {
    if (atRisk) await referAtRisk()
    const { absence, ...rest } = shapeOf(await written(reason))
    await say('komt-niet', reason)
    expect(shapeOf(await journey())).toEqual({ ...rest, absence: { ...absence, through: 'staff' } })
  })

  it('is told of once to the consulent, and not as somebody who did not come', async () => {
    await referAtRisk()
    const page = await say('komt-niet', 'illness')
    expect(wordsOf(page.text)).toContain('Genoteerd: de deelnemer meldde zich bij u af.')
    expect(wordsOf(page.text)).toContain('De deelnemer meldde zich af aan de telefoon Reden: ziek.')
    expect(await stepsOf('absence_reported')).toMatchObject([{ actor: 'staff:console' }])
    await afterTheAppointment()
    await markNotCome()
    await universe.advanceTo(universe.clock.now().add({ hours: 96 }))
    expect(toConsulent().map(({ facts }) => facts.purpose)).toEqual(['absence'])
    const [mail] = toConsulent()
    expect(mail?.facts.words['happened']).toBe('heeft zich telefonisch afgemeld')
    expect(mail?.facts.steps.join('\n')).toContain('Deelnemer meldde zich telefonisch af')
  })

  it('need not say why, and then a person judges', async () => {
    const page = await say('komt-niet')
    expect(wordsOf(page.text)).toContain('Reden: geen reden gegeven.')
    expect(wordsOf(page.text)).toContain('Een mens beslist: er is geen reden gegeven')
    expect(await openTasks()).toContain('judge_absence')
  })

  it('twice is noted once, and with another reason it is said to be so already', async () => {
    const old = await pageOf()
    await post(filled(old, 'komt-niet', 'illness'))
    const before = (await universe.journal(id)).length
    expect(wordsOf((await post(filled(old, 'komt-niet', 'illness'))).text)).toContain('Dat stond al zo.')
    const other = await post(filled(old, 'komt-niet', 'vacation'))
    expect(other.status).toBe(409)
    expect(wordsOf(other.text)).toMatch(/De deelnemer meldde zich af , vandaag \d\d:\d\d, door een medewerker\./)
    expect(await universe.journal(id)).toHaveLength(before)
  })

  it('hears that proof is needed, where the contract asks it', async () => {
    const { absence } = shapeOf(await written('job_interview'))
    const page = await say('komt-niet', 'job_interview')
    const says = wordsOf(page.text).includes('Vertel de deelnemer dat er bewijs nodig is.')
    expect(says).toBe(absence?.proof === 'awaited')
  })
})

describe('a participant who wants another time by telephone', () => {
  it('chooses one with who has them on the telephone, and is not invited to it', async () => {
    await referAtRisk()
    const old = await attendance()
    const page = await say('ander-moment')
    expect(wordsOf(page.text)).toContain('Genoteerd: de deelnemer wil een ander moment.')
    expect(wordsOf(page.text)).toContain('Opkomst stuurt er geen uitnodiging voor.')
    expect(await openTasks()).toContain('other_time_unpicked')
    const [plek = ''] = plekken(page.text)
    const choice = { plek, vervangt: old.id }
    expect(wordsOf((await client.submit(`/trajecten/${id}/afspraak`, choice)).text)).toContain('De afspraak is verzet.')
    const chosen = await attendance()
    expect(chosen).toMatchObject({ chosenBy: 'participant', confirmedThrough: 'staff' })
    expect((await journey()).attendances.find(({ id: one }) => one === old.id)?.replacedBy).toBe(chosen.id)
    expect((await journey()).messages.filter(({ attendanceId }) => attendanceId === chosen.id)).toEqual([])
    expect(await openTasks()).not.toContain('other_time_unpicked')
    expect(wordsOf(await pageOf())).toContain('Gekozen door de deelnemer, aan de telefoon.')
    expect(await stepsOf('appointment_moved')).toMatchObject([{ actor: 'staff:console' }])
    expect(toConsulent().map(({ facts }) => facts.words['happened'])).toEqual([
      'heeft telefonisch een andere afspraak gekozen',
    ])
  })

  it('twice moves once, and moves no appointment that the page did not show', async () => {
    const old = await attendance()
    const [plek = '', other = ''] = plekken((await say('ander-moment')).text)
    await client.submit(`/trajecten/${id}/afspraak`, { plek, vervangt: old.id })
    const again = await client.submit(`/trajecten/${id}/afspraak`, { plek, vervangt: old.id })
    expect(wordsOf(again.text)).toContain('Dat stond al zo. Er is niets veranderd.')
    const late = await client.submit(`/trajecten/${id}/afspraak`, { plek: other, vervangt: old.id })
    expect(wordsOf(late.text)).toContain('deze afspraak is verzet, vervallen of al begonnen')
    expect((await journey()).attendances).toHaveLength(2)
  })

  it('asks for it once, and is led to the same page again', async () => {
    const fields = filled(await pageOf(), 'ander-moment')
    await post(fields)
    const page = await post(fields)
    expect(plekken(page.text).length).toBeGreaterThan(0)
    expect(await stepsOf('task_opened')).toHaveLength(1)
  })

  it('does so after writing not to be able to come', async () => {
    await universe.write(phone, 'ik kan niet komen')
    await universe.settle()
    const page = await say('ander-moment')
    expect(plekken(page.text).length).toBeGreaterThan(0)
    expect(await openTasks()).toContain('other_time_unpicked')
    expect(await openTasks()).not.toContain('absence_unexplained')
  })

  it('keeps the appointment until they chose, and the task leads back to the choice', async () => {
    await say('ander-moment')
    expect((await journey()).attendances).toHaveLength(1)
    expect(tagsOf(await pageOf(), 'a').map(({ attributes }) => attributes['href'])).toContain(
      `/trajecten/${id}/plannen`,
    )
  })
})

describe('a page that is older than what the participant wrote', () => {
  it('says so, and asks before it turns that round', async () => {
    const old = filled(await pageOf(), 'komt-niet', 'illness')
    await universe.write(phone, '1')
    await universe.settle()
    expect((await attendance()).confirmedAt).toBeDefined()
    const answer = await post(old)
    expect(answer.status).toBe(409)
    expect(wordsOf(answer.text)).toMatch(/De deelnemer bevestigde de afspraak , vandaag \d\d:\d\d, door de deelnemer\./)
    expect(wordsOf(answer.text)).toContain('U koos: de deelnemer komt niet')
    expect((await attendance()).absence).toBeUndefined()
    await post(filled(answer.text, 'komt-niet', 'illness'))
    expect((await attendance()).absence).toMatchObject({ reason: 'illness', through: 'staff' })
  })
})

describe('a participant who sent STOP', () => {
  beforeEach(async () => {
    await referAtRisk()
    await universe.write(phoneAtRisk, 'STOP')
    await universe.settle()
  })

  it.each(['/', 'traject'] as const)('and calls is handled from the task (%s)', async (place) => {
    expect(await openTasks()).toContain('opted_out')
    const { text } = await client.get(place === '/' ? '/' : `/trajecten/${id}`)
    const ofTask = formsIn(text).at(-1) ?? ''
    expect(wordsOf(ofTask)).toContain('De deelnemer komt niet')
    const page = await post(filled(ofTask, 'komt-niet', 'child_ill'))
    expect(wordsOf(page.text)).toContain('Genoteerd: de deelnemer meldde zich bij u af.')
    expect(await openTasks()).not.toContain('opted_out')
    await afterTheAppointment()
    await markNotCome()
    await universe.advanceTo(universe.clock.now().add({ hours: 96 }))
    const told = toConsulent().map(({ facts }) => facts.words['happened'])
    expect(told).toEqual(['heeft zich telefonisch afgemeld'])
  })

  it('can come, and is asked for no more', async () => {
    await say('komt')
    expect((await attendance()).confirmedThrough).toBe('staff')
    expect(await openTasks()).not.toContain('opted_out')
  })
})

it('somebody without a mobile phone is told and heard with one form', async () => {
  await refer(universe, { 'Naam deelnemer': 'Zonder Nummer', Klantnummer: 'K-9', Mobiel: '010 555 01 23' })
  id = (await universe.journeys()).at(-1) ?? id
  expect(await openTasks()).toContain('call_participant')
  const page = await post(filled((await client.get('/')).text, 'komt'))
  expect(wordsOf(page.text)).toContain('Genoteerd: de deelnemer zei u te komen.')
  expect(wordsOf(page.text)).not.toContain('bel de deelnemer')
  expect(await openTasks()).not.toContain('call_participant')
})

describe('the form', () => {
  const offered = (page: string) =>
    formsIn(page).flatMap((form) =>
      tagsOf(form, 'input').flatMap(({ attributes }) =>
        attributes['name'] === 'uitkomst' ? [attributes['value']] : [],
      ),
    )

  it('asks only what can still be so', async () => {
    expect(offered(await pageOf())).toEqual(['komt', 'komt-niet', 'ander-moment'])
    await universe.advanceTo((await attendance()).startsAt.add({ minutes: 5 }))
    expect(offered(await pageOf())).toEqual(['komt-niet'])
    await afterTheAppointment()
    expect(offered(await pageOf())).toEqual([])
  })

  it('takes the reason of who did not come, which the consulent then hears', async () => {
    await afterTheAppointment()
    await markNotCome()
    await universe.advanceTo(universe.clock.now().add({ hours: 96 }))
    expect(toConsulent().map(({ facts }) => facts.purpose)).toEqual(['no_show'])
    expect(offered(await pageOf())).toEqual(['komt-niet'])
    await say('komt-niet', 'illness')
    expect(await attendance()).toMatchObject({ absence: { reason: 'illness', through: 'staff' } })
    await universe.advanceTo(universe.clock.now().add({ hours: 96 }))
    expect(toConsulent().at(-1)?.facts.words['happened']).toBe('is niet gekomen en heeft daarna laten weten waarom')
  })

  it('half filled in, or of another appointment, is refused with a sentence', async () => {
    const fields = filled(await pageOf(), 'komt')
    expect(wordsOf((await post({ ...fields, uitkomst: 'misschien' })).text)).toContain('niet compleet')
    expect(wordsOf((await post({ ...fields, afspraak: id })).text)).toContain('dit bestaat niet (meer)')
  })
})
