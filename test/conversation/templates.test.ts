import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { readTemplates } from '#src/app/texts/read-texts.ts'
import { exampleIn, textProblems } from '#src/app/texts/text-problems.ts'
import { actsFrom } from '#src/conversation/engine.ts'
import { isOpeningText } from '#src/conversation/opening.ts'
import { offered } from '#src/conversation/offered.ts'
import { languageStates } from '#src/conversation/sent-language.ts'
import { shownChoices } from '#src/conversation/shown-choices.ts'
import { asSms, smsSegments } from '#src/conversation/sms-segments.ts'
import { readTwice } from '#src/conversation/understanding/read-twice.ts'
import { understand } from '#src/conversation/understanding/understand.ts'
import { ourLanguages, type Language } from '#src/domain/values/language.ts'
import { facts, paths, texts } from './sample.ts'

const { templates } = texts
const { flow } = texts.flow
const files = [...(await readTemplates(paths.templates))].filter(([name]) => !name.startsWith('mail/'))
const names = files.flatMap(([name]) => (name.startsWith('nl/') ? [name.slice('nl/'.length)] : []))

const scripts: Partial<Record<Language, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  fa: /\p{Script=Arabic}/u,
  ru: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
  ti: /\p{Script=Ethiopic}/u,
}

const said = Object.values(flow.nodes).flatMap((node) =>
  node.kind === 'say' ? [node.text] : node.kind === 'ask' ? [node.text, node.unclear.again] : [],
)

/** A text as the participant gets it, filled in with realistic long values. */
const shown = (language: Language, name: string): string =>
  templates.render(language, name, exampleIn(language).facts, [], 'bring')

describe('the real texts', () => {
  it('leave nothing for an editor to mend: their words, sentences, letters and length, in every language', () => {
    const found = textProblems('templates', templates, flow)
    expect(found.map(({ file, words }) => `${file}: ${words}`)).toEqual([])
  })

  it('are all said by the flow, or in a text that is', () => {
    expect(names.filter((name) => !said.includes(name) && !isOpeningText(name))).toEqual([])
  })

  it('say u in Dutch, and no more than three SMS for whoever has the longest name', () => {
    for (const name of names) {
      const text = templates.render('nl', name, facts(), [], 'bring')
      expect(text).not.toMatch(/\b(je|jij|jou|jouw)\b/)
      expect(smsSegments(asSms(text)).segments).toBeLessThanOrEqual(3)
    }
  })
})

describe.each(ourLanguages)('the texts in %s', (language) => {
  const state = languageStates(templates, flow).find((one) => one.language === language)

  it('are all there, with every choice', () => {
    expect(state?.texts.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
    expect(state?.missing).toEqual({ texts: [], choices: [] })
  })

  it('are in the script of the language', () => {
    const script = scripts[language] ?? /\p{Script=Latin}/u
    for (const name of names) expect(shown(language, name)).toMatch(script)
    for (const { label } of shownChoices(flow, language)) expect(label).toMatch(script)
  })

  it('are not approved by anybody yet, save the Dutch ones', () => {
    const kinds = new Set(state?.texts.map(({ approval }) => approval.kind))
    expect([...kinds]).toEqual([language === 'nl' ? 'written' : 'machine'])
  })

  it('name in a crisis every number that helps now, as the Dutch text does, and need to know nothing', () => {
    const numbers = (text: string) => text.match(/\d[\d-]+/g)?.toSorted()
    expect(numbers(shown(language, 'crisis'))).toEqual(['0800-0113', '0800-2000', '112', '113'])
    expect(state?.texts.find(({ name }) => name === 'crisis')?.words).toEqual([])
  })

  it('say how to stop and how to begin again with words that are understood from anybody', () => {
    expect(shown(language, 'invitation')).toMatch(/(?<!\w)STOP(?!\w)/)
    expect(shown(language, 'stopped')).toMatch(/(?<!\w)START(?!\w)/)
    const today = Temporal.PlainDate.from('2026-11-10')
    for (const text of ['STOP', 'stop', 'Stop.']) {
      expect(readTwice(text, { language, today })).toMatchObject({ intent: 'stop' })
      expect(readTwice(text, { language, today }).confidence).toBeGreaterThanOrEqual(actsFrom)
    }
    expect(readTwice('START', { language, today })).toMatchObject({ intent: 'start_again' })
  })

  it('offer choices that are understood by their number and by their words', () => {
    const ask = flow.nodes['invite']
    if (ask?.kind !== 'ask') throw new Error('the invitation asks something')
    const asked = offered(ask, flow, language, [])
    expect(understand('2', { asked, language })).toMatchObject({ intent: 'choose', choice: 'other_time' })
    for (const { value, label } of asked)
      expect(understand(label, { asked, language })).toMatchObject({ intent: value })
  })

  it('name the moment of the appointment in digits that are understood', () => {
    const text = shown(language, 'reminder')
    expect(text).toContain('10:30')
    expect(text).toMatch(/(?<!\d)\d{1,2}(?!\d)/)
    expect(text).not.toMatch(/[٠-٩۰-۹]/)
  })
})

describe('the texts', () => {
  it('say after STOP that the appointment is not cancelled', () => {
    expect(templates.render('nl', 'stopped', facts(), [])).toContain('niet afgezegd')
    expect(templates.render('en', 'stopped', facts({ language: 'en' }), [])).toContain('does not cancel')
  })

  it('say that proof is shown, not sent', () => {
    expect(templates.render('nl', 'absence_proof', facts(), [])).toMatch(/laat het aan uw coach zien\. Niet opsturen/)
  })

  it('need no appointment where there may be none', () => {
    const withoutAppointment = [
      'crisis',
      'stopped',
      'started_again',
      'wrong_number',
      'after_end',
      'person',
      'question',
      'not_understood',
      'not_understood_twice',
      'menu',
      'no_slots',
      'slot_taken',
      'choose_slot',
      'no_show_follow_up',
      'absence_noted',
      'absence_proof',
      'ask_reason',
    ]
    for (const name of withoutAppointment)
      expect(() => templates.render('nl', name, facts({ appointment: 'none' }), [])).not.toThrow()
  })
})
