import { describe, expect, it } from 'vitest'
import { crises } from './dutch-crises.ts'
import { missed, reason, slots, unasked } from './dutch-answers.ts'
import { coming } from './dutch-messages.ts'
import { meaning } from './questions.ts'

describe('a Dutch message after an invitation', () => {
  it.each([...coming, ...crises])('%j means %s', (message, means) => {
    expect(meaning(message, 'coming')).toBe(means)
  })
})

describe('a Dutch message while nothing was asked', () => {
  it.each(unasked)('%j means %s', (message, means) => {
    expect(meaning(message, 'nothing')).toBe(means)
  })
})

describe('a Dutch message when times are offered', () => {
  it.each(slots)('%j means %s', (message, means) => {
    expect(meaning(message, 'slots')).toBe(means)
  })

  it('takes yes when there is one time to say yes to', () => {
    expect(meaning('ja graag', 'oneSlot')).toBe('choose slot:a')
  })
})

describe('a Dutch message when the reason is asked', () => {
  it.each(reason)('%j means %s', (message, means) => {
    expect(meaning(message, 'reason')).toBe(means)
  })
})

describe('a Dutch message after a missed appointment', () => {
  it.each(missed)('%j means %s', (message, means) => {
    expect(meaning(message, 'missed')).toBe(means)
  })
})
