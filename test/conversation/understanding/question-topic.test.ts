import { describe, expect, it } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { actsFrom } from '#src/conversation/engine.ts'
import { readTwice } from '#src/conversation/understanding/read-twice.ts'
import { questionTopic } from '#src/conversation/understanding/question-topic.ts'

describe('what a question is about', () => {
  it.each([
    ['Waar moet ik zijn?', 'appointment'],
    ['hoi, hoe laat is mijn afspraak ook alweer', 'appointment'],
    ['met wie heb ik een gesprek?', 'appointment'],
    ['Goedemiddag, wie is dit?', 'who'],
    ['Wat moet ik meenemen naar de intake?', 'bring'],
    ['kan ik daar parkeren', 'travel'],
    ['is daar een parkeerplaats', 'travel'],
    ['is er een tolk bij', 'interpreter'],
    ['waar gaat het over', 'content'],
    ['hoe lang duurt het gesprek', 'content'],
    ['Wat kan ik verwachten?', 'content'],
    ['wat gebeurt er bij het gesprek', 'content'],
    ['waar is dit voor', 'content'],
    ['ik kom voor het eerst, hoe gaat dat?', 'content'],
  ] as const)('%s', (text, topic) => {
    expect(questionTopic(text, 'nl')).toBe(topic)
  })

  it.each([
    ['where is the appointment?', 'appointment'],
    ['Hi, who is this?', 'who'],
    ['what should I bring to the meeting', 'bring'],
  ] as const)('%s', (text, topic) => {
    expect(questionTopic(text, 'en')).toBe(topic)
  })

  it.each([
    ['tr', 'Randevum saat kaçta?', 'appointment'],
    ['tr', 'merhaba, siz kimsiniz?', 'who'],
    ['ar', 'أين يجب أن أكون؟', 'appointment'],
    ['ar', 'من أنت؟', 'who'],
    ['pl', 'Dzień dobry, o której jest spotkanie?', 'appointment'],
    ['pl', 'co mam zabrać ze sobą?', 'bring'],
    ['uk', 'Доброго дня, де буде зустріч?', 'appointment'],
    ['ru', 'Во сколько мне прийти?', 'appointment'],
    ['ru', 'кто это?', 'who'],
    ['ti', 'ቆጸራይ ሰዓት ክንደይ እዩ?', 'appointment'],
    ['fa', 'سلام، قرار من ساعت چند است؟', 'appointment'],
    ['es', '¿Dónde es la cita?', 'appointment'],
    ['es', '¿Qué tengo que llevar?', 'bring'],
    ['fr', 'Bonjour, où est le rendez-vous ?', 'appointment'],
    ['fr', 'Qui êtes-vous ?', 'who'],
    ['fr', 'C’est qui ?', 'who'],
    ['fr', 'je dois apporter ma carte d’identité ?', 'bring'],
  ] as const)('in %s: %s', (language, text, topic) => {
    expect(questionTopic(text, language)).toBe(topic)
  })

  it.each([
    ['tr', 'paramı ne zaman alacağım?'],
    ['ru', 'когда мне заплатят деньги?'],
    ['fr', 'où puis-je laisser mon enfant ?'],
    ['es', '¿cuándo me pagan?'],
    ['pl', 'co będzie z moim zasiłkiem?'],
    ['tr', 'ilk kez param gelmedi'],
  ] as const)('is for a person in %s too when it asks more than we know: %s', (language, text) => {
    expect(questionTopic(text, language)).toBeUndefined()
  })

  it.each([
    ['wanneer krijg ik mijn geld?'],
    ['waar moet ik zijn en wat moet ik meenemen?'],
    ['mag mijn zus mee?'],
    ['waar kan ik mijn kind laten'],
    ['moet ik mijn medicijnen meenemen'],
    ['wat gaat er gebeuren met mijn geld?'],
    ['waarom moet ik komen?'],
    [''],
    ['?'],
  ])('is for a person when it asks more than we know: %j', (text) => {
    expect(questionTopic(text, 'nl')).toBeUndefined()
  })
})

describe('who says that all of it is new to them', () => {
  const today = Temporal.PlainDate.from('2026-11-03')

  it.each([
    ['nl', 'Dit is mijn eerste keer'],
    ['nl', 'ik weet niet wat ik moet verwachten'],
    ['en', 'this is my first time'],
    ['tr', 'bu randevu ne için'],
    ['ar', 'هذه أول مرة'],
    ['pl', 'czego się spodziewać'],
    ['uk', 'я вперше'],
    ['ru', 'чего ожидать'],
    ['ti', 'ናይ መጀመርታ ግዜየይ እዩ'],
    ['fa', 'اولین بار است'],
    ['es', 'qué va a pasar'],
    ['fr', 'c’est la première fois'],
    ['fr', 'qu’est-ce qu’on va faire'],
  ] as const)('asks what will happen, also without a question mark (%s: %s)', (language, text) => {
    const understood = readTwice(text, { language, today })
    expect(understood).toMatchObject({ intent: 'question', topic: 'content' })
    expect(understood.confidence).toBeGreaterThanOrEqual(actsFrom)
  })

  it.each(['eerste keer dat ik dit zo zie', 'voor het eerst gelachen vandaag', 'wat is dit voor onzin'])(
    'asks nothing of it with other words around it: %s',
    (text) => {
      expect(readTwice(text, { language: 'nl', today }).topic).not.toBe('content')
    },
  )
})
