import { describe, expect, it } from 'vitest'
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
  ] as const)('in %s: %s', (language, text, topic) => {
    expect(questionTopic(text, language)).toBe(topic)
  })

  it.each([
    ['tr', 'paramı ne zaman alacağım?'],
    ['ru', 'когда мне заплатят деньги?'],
    ['fr', 'où puis-je laisser mon enfant ?'],
    ['es', '¿cuándo me pagan?'],
  ] as const)('is for a person in %s too when it asks more than we know: %s', (language, text) => {
    expect(questionTopic(text, language)).toBeUndefined()
  })

  it.each([
    ['wanneer krijg ik mijn geld?'],
    ['waar moet ik zijn en wat moet ik meenemen?'],
    ['mag mijn zus mee?'],
    ['waar kan ik mijn kind laten'],
    ['moet ik mijn medicijnen meenemen'],
    [''],
    ['?'],
  ])('is for a person when it asks more than we know: %j', (text) => {
    expect(questionTopic(text, 'nl')).toBeUndefined()
  })
})
