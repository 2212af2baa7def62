import { describe, expect, it } from 'vitest'
import { smsSegments } from './sms-segments.ts'

describe('the length of an SMS', () => {
  it.each([
    ['a'.repeat(160), 'gsm7', 1],
    ['a'.repeat(161), 'gsm7', 2],
    ['a'.repeat(306), 'gsm7', 2],
    ['a'.repeat(307), 'gsm7', 3],
    ['€'.repeat(80), 'gsm7', 1],
    ['€'.repeat(81), 'gsm7', 2],
    ['één café, Müller, ça', 'ucs2', 1],
    ['één café, Müller', 'gsm7', 1],
    [`Zoë ${'a'.repeat(66)}`, 'ucs2', 1],
    [`Zoë ${'a'.repeat(67)}`, 'ucs2', 2],
    ['👍'.repeat(35), 'ucs2', 1],
    ['👍'.repeat(36), 'ucs2', 2],
    ['', 'gsm7', 1],
  ] as const)('of %j is counted as %s in %i', (text, encoding, segments) => {
    expect(smsSegments(text)).toEqual({ encoding, segments })
  })
})
