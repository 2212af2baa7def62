import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { textPathsIn, type TextPaths } from '#src/app/knowledge/text-paths.ts'
import type { Universe } from '#src/app/virtual/universe.ts'
import { isOpen } from '#src/domain/journey/task.ts'
import { handleMessages } from '#src/services/handle-messages.ts'
import type { Knowledge } from '#src/services/knowledge.ts'
import { writeToParticipant } from '#src/services/write-to-participant.ts'
import { createIds } from '#src/store/ids.ts'
import { createTransact } from '#src/store/store.ts'
import { closeTask } from '#test/support/close-task.ts'
import { onlyJourney, refer } from '#test/console/console-client.ts'
import { amsterdam, createTestUniverse, projectTexts } from '#test/support/universe.ts'
import { makeTemporaryFolder, removeFolder } from '#test/support/temporary-folder.ts'

const root = path.join(import.meta.dirname, '../..')
const phone = '+31612345671'
const stranger = '+31612349999'

let universe: Universe
const folders: string[] = []
afterEach(async () => {
  await universe.close()
  for (const folder of folders.splice(0)) removeFolder(folder)
})

/** The texts of the project, with those of one language approved by a person, save these. */
function textsApproved(language: string, save: readonly string[] = []): TextPaths {
  const folder = makeTemporaryFolder()
  folders.push(folder)
  for (const part of ['contracts', 'flows', 'templates', 'config'])
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true })
  const dir = path.join(folder, 'templates', language)
  for (const name of readdirSync(dir).filter((file) => !save.includes(file))) {
    const file = path.join(dir, name)
    const source = readFileSync(file, 'utf8')
    writeFileSync(file, source.replace('vertaling: machine', 'vertaling: goedgekeurd door Ayşe Demir op 2026-11-01'))
  }
  return textPathsIn(folder)
}

const begin = async (unapproved: 'sent' | 'withheld', texts: TextPaths = projectTexts): Promise<void> => {
  universe = await createTestUniverse('2026-11-02T09:15', texts, 'on', unapproved)
}

const heard = (number = phone): string[] =>
  universe.carrier.received.filter(({ to }) => to === number).map(({ text }) => text)

const askedOfPeople = async () => {
  const stored = await universe.journey(await onlyJourney(universe))
  return stored?.journey.tasks.filter(({ kind }) => kind === 'dutch_sent') ?? []
}

async function write(text: string): Promise<void> {
  await universe.write(phone, text)
  await universe.settle()
}

/** The same data after a start at which the language was not approved any more. */
async function handledByOneThatWithholds(): Promise<void> {
  const { database, keyring, clock, loaded } = universe
  const knowledge: Knowledge = { ...loaded.knowledge, sentLanguage: () => 'nl' }
  const transact = createTransact(database, keyring, 'Europe/Amsterdam')
  await handleMessages({ transact, knowledge, clock, ids: createIds(clock) }, await onlyJourney(universe))
  await universe.settle()
}

describe('a participant whose language nobody approved', () => {
  it('gets Dutch, text and choices and day alike, and a person is told which language they speak', async () => {
    await begin('withheld')
    await refer(universe, { Taal: 'Turks' })
    expect(heard()).toHaveLength(1)
    expect(heard()[0]).toMatch(
      /^Hoi Fatima, .* op (?:maan|dins|woens|donder|vrij)dag \d+ november .*Kunt u komen\?\n1 Ja, ik kom\n2 Andere tijd\n3 Ik kan niet$/s,
    )
    const tasks = await askedOfPeople()
    expect(tasks).toHaveLength(1)
    expect(tasks[0]?.why).toContain('De deelnemer spreekt Turks.')
    expect(tasks[0]?.why).toContain('is Nederlands verstuurd')
    const mails = universe.post.sent.filter(({ facts }) => facts.purpose === 'task_opened')
    expect(mails.map(({ to }) => to)).toEqual([universe.loaded.knowledge.installation.provider.coordinator_mail])
    expect(mails[0]?.text).toContain('Turks')
    expect(mails[0]?.text).not.toMatch(/Fatima|Yilmaz/)
  })

  it('is answered in Dutch too, with times in Dutch, and nobody is told twice', async () => {
    await begin('withheld')
    await refer(universe, { Taal: 'Arabisch' })
    await write('2')
    expect(heard()[1]).toMatch(/^Welke tijd past u\?.*\n1 \w+dag \d+ november, \d\d:\d\d\n.*Geen van deze$/s)
    await write('1')
    expect(heard()).toHaveLength(3)
    expect(heard().join('')).not.toMatch(/\p{Script=Arabic}/u)
    expect(await askedOfPeople()).toHaveLength(1)
  })

  it('may answer in their own language', async () => {
    await begin('withheld')
    await refer(universe, { Taal: 'Turks' })
    await write('evet geliyorum')
    expect(heard()[1]).toMatch(/^Fijn, tot /)
  })

  it('gets the choices of a question in the language of what is said now, also when they stood there in another', async () => {
    await begin('sent')
    await refer(universe, { Taal: 'Turks' })
    await write('2')
    expect(heard()[1]).toMatch(/^Hangi saat/)
    await universe.write(phone, 'qwerty')
    await handledByOneThatWithholds()
    expect(heard()[2]).toMatch(/^Sorry, .*\n1 \w+dag \d+ november, \d\d:\d\d\n.*\n\d Geen van deze$/s)
    expect(heard()[2]).not.toMatch(/Kas\u0131m|Hiçbiri/)
  })

  it('is not asked of a person again once it was ticked off', async () => {
    await begin('withheld')
    await refer(universe, { Taal: 'Engels' })
    const [task] = await askedOfPeople()
    await closeTask(universe, task?.key ?? '')
    expect((await askedOfPeople()).filter(isOpen)).toEqual([])
    await write('1')
    expect(heard()[1]).toMatch(/^Fijn, tot /)
    const after = await askedOfPeople()
    expect(after).toHaveLength(1)
    expect(after.filter(isOpen)).toEqual([])
  })

  it('asks nothing of a person who types a message themselves', async () => {
    await begin('withheld')
    await universe.advanceTo(amsterdam('2026-11-07T12:00')) // a Saturday: the invitation waits
    await refer(universe, { Taal: 'Turks' })
    const { database, keyring, clock, loaded } = universe
    const transact = createTransact(database, keyring, 'Europe/Amsterdam')
    const verb = { transact, knowledge: loaded.knowledge, clock, ids: createIds(clock) }
    const actor = { kind: 'staff', id: 'test' } as const
    expect(await writeToParticipant(verb, await onlyJourney(universe), 'Merhaba', actor)).toEqual({ kind: 'written' })
    await universe.settle()
    expect(heard()).toEqual(['Merhaba'])
    expect(await askedOfPeople()).toEqual([])
  })

  it('asks nothing of a person when they speak Dutch', async () => {
    await begin('withheld')
    await refer(universe, { Taal: 'Nederlands' })
    expect(heard()).toHaveLength(1)
    expect(await askedOfPeople()).toEqual([])
  })
})

describe('a participant whose language a person approved', () => {
  it('gets it, choices and day and answers alike, and nobody needs to be told', async () => {
    await begin('withheld', textsApproved('tr'))
    await refer(universe, { Taal: 'Turks' })
    expect(heard()[0]).toMatch(
      /^Merhaba Fatima, .* Kasım \p{L}+, saat .*\n1 Evet, geliyorum\n2 Başka saat\n3 Gelemiyorum$/su,
    )
    await write('2')
    expect(heard()[1]).toMatch(/^Hangi saat size uyar\?.*\n1 \d+ Kasım \p{L}+, \d\d:\d\d\n.*Hiçbiri$/su)
    expect(await askedOfPeople()).toEqual([])
  })

  it('gets Dutch as long as one text of it is not, also where that text is not the one that is sent', async () => {
    await begin('withheld', textsApproved('tr', ['wrong_number.liquid']))
    await refer(universe, { Taal: 'Turks' })
    expect(heard()[0]).toMatch(/^Hoi Fatima/)
    expect(await askedOfPeople()).toHaveLength(1)
  })
})

describe('the demo, in which nobody is real', () => {
  it.each([
    ['Turks', 'Merhaba Fatima'],
    ['Tigrinya', 'ሰላም Fatima'],
    ['Dari', 'سلام Fatima'],
    ['Oekraïens', 'Вітаємо, Fatima'],
    ['Somalisch', 'Hoi Fatima'],
  ])('speaks %s', async (language, hello) => {
    await begin('sent')
    await refer(universe, { Taal: language })
    expect(heard()[0]).toContain(hello)
    expect(await askedOfPeople()).toEqual([])
  })
})

describe('somebody who asks for a person in the weekend', () => {
  it.each([
    ['Turks', 'bir çalışanla konuşmak istiyorum', /\. 9 Kasım Pazartesi günü saat 0[89]:[03]0 itibarıyla buradayız\. /],
    ['Frans', 'je veux parler à quelqu’un', /\. Nous sommes là le lundi 9 novembre à partir de 0[89]:[03]0\. /],
    ['Russisch', 'хочу поговорить с человеком', /\. Работаем: понедельник 9 ноября, с 0[89]:[03]0\. /],
  ])('reads in their own language when somebody is there: %s', async (language, asks, sentence) => {
    await begin('sent')
    await refer(universe, { Taal: language })
    await universe.advanceTo(amsterdam('2026-11-07T21:00'))
    await write(asks)
    expect(heard().at(-1)).toMatch(sentence)
  })
})

describe('a participant in danger, whose language nobody approved', () => {
  it.each([
    ['Turks', 'kendimi öldürmek istiyorum'],
    ['Arabisch', 'أريد أن أموت'],
    ['Russisch', 'я хочу умереть'],
  ])(
    'gets the Dutch emergency text at once and nothing else, and who is on duty is told (%s)',
    async (language, text) => {
      await begin('withheld')
      await refer(universe, { Taal: language })
      await universe.advanceTo(amsterdam('2026-11-08T03:00')) // a Sunday night
      const before = heard().length
      const at = universe.clock.now().toString()
      await write(text)
      const said = universe.carrier.received.filter(({ to }) => to === phone).slice(before)
      expect(said).toHaveLength(1)
      for (const number of ['112', '113', '0800-0113', '0800-2000']) expect(said[0]?.text).toContain(number)
      expect(said[0]?.text).toMatch(/^Gevaar nu\? Bel 112\./)
      expect(said[0]?.text).not.toContain('Wij zijn er')
      const told = universe.post.sent.filter(
        (mail) => mail.to === universe.loaded.knowledge.installation.provider.on_duty_mail,
      )
      expect(told[0]?.at.toString()).toBe(at)
      const open = (await universe.journey(await onlyJourney(universe)))?.journey.tasks.filter(isOpen) ?? []
      expect(open.map(({ kind }) => kind).toSorted()).toEqual(['crisis', 'dutch_sent'])
    },
  )
})

describe('a stranger in danger', () => {
  it('gets the emergency numbers in the languages that go out, each once', async () => {
    await begin('withheld')
    await universe.advanceTo(amsterdam('2026-11-02T10:00'))
    await universe.write(stranger, 'ik wil niet meer leven')
    await universe.settle()
    expect(heard(stranger)).toEqual([expect.stringContaining('Bel 112')])
  })
})
