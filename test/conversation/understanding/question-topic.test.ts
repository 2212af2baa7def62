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
