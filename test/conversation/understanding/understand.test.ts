import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { absenceReasons } from '#src/domain/contract/absence-reason.ts'
import { intents } from '#src/conversation/session.ts'
import { understand } from '#src/conversation/understanding/understand.ts'
import { crises as dutchCrises } from './dutch-crises.ts'
import { missed, reason, slots } from './dutch-answers.ts'
import { coming } from './dutch-messages.ts'
import { english } from './english-messages.ts'
import { asked, meaning } from './questions.ts'

const all = [...coming, ...dutchCrises, ...english]
const messages = all.map(([message]) => message)
const crises = all.filter(([, means]) => means === 'crisis').map(([message]) => message)
const inSentences = crises.filter((message) => message.includes(' '))

const anyQuestion = fc.constantFrom(...Object.values(asked))

describe('a crisis', () => {
  it('is heard whatever else is in the message, before it or after it', () => {
    const missedCrises = inSentences
      .filter((crisis) => crisis !== 'help me')
      // Each with an eighth of the messages, the next with another eighth: all of them together take minutes.
      .flatMap((crisis, n) =>
        messages
          .filter((_, at) => (n + at) % 8 === 0)
          .flatMap((other) => [`${crisis} ${other}`, `${other} ${crisis}`, `${other}. ${crisis}`]),
      )
      .filter((message) => understand(message, { asked: asked.coming, language: 'nl' }).intent !== 'crisis')
    expect(missedCrises).toEqual([])
  })

  it('is not heard in messages that say something else', () => {
    const others = [...all, ...slots, ...reason, ...missed].filter(([, means]) => means !== 'crisis')
    expect(others.map(([message]) => message).filter((message) => meaning(message, 'coming') === 'crisis')).toEqual([])
  })
})

describe('yes to another moment than the planned one', () => {
  it.each([
    'ik kom woensdag',
    'tot donderdag',
    'ja ik kom om 11 uur',
    'see you on Wednesday',
    'is goed, tot vrijdag 14:00',
  ])('is not taken for yes: %j', (message) => {
    expect(meaning(message, 'coming')).not.toBe('confirm')
  })

  it.each(['ik kom dinsdag', 'tot dinsdag 10 uur', 'see you on Tuesday', 'is goed, tot dinsdag 10.00'])(
    'is yes when it is the same: %j',
    (message) => {
      expect(meaning(message, 'coming')).toBe('confirm')
    },
  )

  it('is not looked for when nobody says what is planned', () => {
    expect(understand('ik kom woensdag', { language: 'nl' })).toMatchObject({ intent: 'confirm', confidence: 0.8 })
  })
})

describe('understanding', () => {
  it('gives a valid answer to any string', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
    )
    fc.assert(
      fc.property(text, anyQuestion, (message, options) => {
        const { intent, confidence, choice, reason: why } = understand(message, { asked: options, language: 'nl' })
        expect(intents).toContain(intent)
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
        expect([undefined, ...options.map(({ value }) => value)]).toContain(choice)
        expect([undefined, ...absenceReasons]).toContain(why)
      }),
    )
  })

  it('gives a valid answer to any heap of the words it knows', () => {
    const words = fc.array(fc.constantFrom(...messages.flatMap((message) => message.split(' '))), { maxLength: 30 })
    fc.assert(
      fc.property(words, anyQuestion, (heap, options) => {
        const { intent, choice } = understand(heap.join(' '), { asked: options, language: 'en' })
        expect(intents).toContain(intent)
        expect(intent === 'choose').toBe(choice !== undefined)
      }),
    )
  })

  it.each([
    '',
    ' ',
    '\u0000',
    '\u0000\u0000',
    '\n\n',
    '...',
    '?!',
    '\ud800',
    '\u202eja\u202c'.slice(0, 1),
    '🙏',
    'أنا مريض',
    '我不能来',
    'не могу',
  ])('does not claim to understand %j', (message) => {
    expect(meaning(message, 'coming')).toBe('ask')
  })

  it('sees through capitals, accents, spaces and invisible characters', () => {
    expect(meaning('  IK  BÉN\u200b ZIEK  ', 'coming')).toBe('absence illness')
    expect(meaning('ik ben\u0000 ziek', 'coming')).toBe('absence illness')
  })

  it('reads no further than 4000 characters', () => {
    const { intent } = understand(`${'x '.repeat(2000)} ik ben ziek`, { language: 'nl' })
    expect(intent).toBe('unclear')
  })

  it('comes to the end of the worst long messages', () => {
    const worst = [
      'ik kan * niet '.repeat(400),
      'a'.repeat(4000),
      '1 '.repeat(2000),
      'ik '.repeat(1333),
      '?'.repeat(4000),
    ]
    const intents = worst.map((message) => understand(message, { asked: asked.slots, language: 'nl' }).intent)
    expect(intents).not.toContain('confirm')
  })
})

describe('what may take back an absence', () => {
  it.each([
    'heb geen oppas maar neem baby mee ok?',
    'heb geen vervoer maar kom lopend',
    'i have no car but i take the bus',
  ])('is not acted on: %s', (text) => {
    const { intent, confidence } = understand(text, { language: 'nl' })
    expect(intent === 'absence' && confidence >= 0.7).toBe(false)
  })

  it('is not what comes before it', () => {
    expect(understand('sorry maar ik ben ziek', { language: 'nl' })).toMatchObject({
      intent: 'absence',
      confidence: 0.95,
    })
  })
})

describe('what is denied or asked', () => {
  it.each(['ik ben niet ziek', 'ja?', 'ok?', 'sure?'])('is not acted on: %s', (text) => {
    const { intent, confidence } = understand(text, { language: 'nl' })
    expect(['absence', 'confirm'].includes(intent) && confidence >= 0.7).toBe(false)
  })
})
