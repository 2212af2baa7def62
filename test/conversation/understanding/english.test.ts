import { describe, expect, it } from 'vitest'
import { english } from './english-messages.ts'
import { meaning } from './questions.ts'

describe('an English message after an invitation', () => {
  it.each(english)('%j means %s', (message, means) => {
    expect(meaning(message, 'coming')).toBe(means)
  })
})
