import { describe, expect, it } from 'vitest'
import { turned } from './in-context.ts'
import { meaning } from './questions.ts'

describe('words of coming or not coming that may say something else', () => {
  it.each(turned)('asked for %s, %j means %s', (asked, message, means) => {
    expect(meaning(message, asked)).toBe(means)
  })
})
