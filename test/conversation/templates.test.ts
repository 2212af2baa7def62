import { describe, expect, it } from 'vitest'
import { readTemplates } from '#src/app/texts/read-texts.ts'
import { offered } from '#src/conversation/offered.ts'
import type { Option } from '#src/conversation/session.ts'
import { smsSegments } from './sms-segments.ts'
import { facts, paths, texts } from './sample.ts'

const { templates } = texts
const { flow } = texts.flow
const files = [...(await readTemplates(paths.templates))].filter(([name]) => /^(nl|en)\//.test(name))
const names = [...new Set(files.map(([name]) => name.slice(3)))]
const languages = ['nl', 'en'] as const

/** The longest that a date in words gets. */
const slots: Option[] = [1, 2, 3].map((id) => ({ value: `slot:${id}`, label: 'woensdag 30 september om 10:30' }))

/** Each text with the most options that the flow ever puts below it. */
const messages = languages.flatMap((language) =>
  names.map((name) => {
    const asks = Object.values(flow.nodes)
      .filter((node) => node.kind === 'ask')
      .filter((node) => [node.text, node.unclear.again].includes(name))
    const options = asks.map((ask) => offered(ask, flow, language, slots)).sort((a, b) => b.length - a.length)[0] ?? []
    return { language, name, text: templates.render(language, name, facts({ language }), options, 'bring') }
  }),
)

/** What tells on a lock screen what the appointment is about, or would damage somebody, or has no place in a message. */
const forbidden =
  /uitkering|bijstand|participatiewet|\bwia\b|\bwajong\b|\buwv\b|\bbsn\b|burgerservicenummer|diagnose|depressi|burn-?out|psych|versla|schuld|handicap|beperking|medisch|behandeling|arbeidsongeschikt|re-?integratie|maatregel|sanctie|boete|korting|straf|benefit|welfare|disabilit|sanction|penalty|medical/i

describe.each(languages)('the texts in %s', (language) => {
  const own = messages.filter((message) => message.language === language)

  it('all exist', () => {
    expect(names.filter((name) => !templates.has(language, name))).toEqual([])
  })

  it('are all said by the flow', () => {
    const said = Object.values(flow.nodes).flatMap((node) =>
      node.kind === 'say' ? [node.text] : node.kind === 'ask' ? [node.text, node.unclear.again] : [],
    )
    expect(names.filter((name) => !said.includes(name))).toEqual([])
  })

  it.each(own)('$name fits in three SMS, with no letter that makes it cost double', ({ text }) => {
    const { encoding, segments } = smsSegments(text)
    expect(encoding).toBe('gsm7')
    expect(segments).toBeLessThanOrEqual(3)
  })

  it.each(own)('$name tells nothing that is nobody else his business', ({ text }) => {
    expect(text).not.toMatch(forbidden)
  })

  it.each(own)('$name has short sentences, and says u', ({ text }) => {
    const sentences = (text.split('\n')[0] ?? '').split(/[.?!:] /)
    expect(sentences.filter((sentence) => sentence.split(' ').length > 25)).toEqual([])
    expect(text).not.toMatch(/\b(je|jij|jou|jouw)\b/)
  })
})

describe('the texts', () => {
  it('name in the crisis text every number that helps now', () => {
    for (const language of languages) {
      for (const number of ['112', '113', '0800-2000'])
        expect(templates.render(language, 'crisis', facts(), [])).toContain(number)
    }
  })

  it('say the crisis text whatever is known or missing', () => {
    const source = new Map(files)
    for (const language of languages) expect(source.get(`${language}/crisis`)).not.toMatch(/\{[{%]/)
  })

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
