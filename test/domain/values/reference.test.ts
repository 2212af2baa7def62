import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseReference, referenceFrom } from '#src/domain/values/reference.ts'

const bytes = fc.uint8Array({ minLength: 8, maxLength: 24 })

describe('a reference', () => {
  it('has eight characters with a dash, and none that look like another', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        expect(referenceFrom(random)).toMatch(/^[A-Z][2-9][A-Z]-[A-Z2-9]{5}$/)
        expect(referenceFrom(random)).not.toMatch(/[01OIQLAEUBSZG]/)
      }),
    )
  })

  it('is the same for the same bytes and hardly ever for others', () => {
    const made = new Set<string>()
    for (let n = 0; n < 10_000; n++)
      made.add(referenceFrom(Uint8Array.of(n >> 8, n & 255, 7, n & 255, 1, 2, n >> 8, 9, n & 255)))
    expect(made.size).toBe(10_000)
    expect(referenceFrom(new Uint8Array(8))).toBe(referenceFrom(new Uint8Array(8)))
  })

  it('uses every character of its alphabet at every place', () => {
    const seen = Array.from({ length: 8 }, () => new Set<string>())
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (random) => {
        const text = referenceFrom(random).replace('-', '')
        seen.forEach((characters, place) => characters.add(text.charAt(place)))
      }),
      { numRuns: 3000 },
    )
    expect(seen.map((characters) => characters.size)).toEqual([15, 8, 15, 23, 23, 23, 23, 23])
  })

  it('is not made of too few bytes', () => {
    expect(() => referenceFrom(new Uint8Array(7))).toThrow(/at least 8/)
  })

  it('is found again in a text, as typed', () => {
    fc.assert(
      fc.property(bytes, fc.constantFrom('-', ' ', '', '–'), (random, dash) => {
        const reference = referenceFrom(random)
        const typed = reference.replace('-', dash)
        expect(parseReference(typed)).toBe(reference)
        expect(parseReference(`Re: [${typed.toLowerCase()}] intake op ma 2 nov 2026`)).toBe(reference)
      }),
    )
  })

  it.each([
    '',
    'bel 06-12340001',
    '23456789',
    'di 2-11-2026',
    '1234 KM 23',
    'K7M-4XQ2',
    'K7M-4XQ2PP',
    'XK7M-4XQ2P',
    'K0M-4XQ2P',
    'K7M--4XQ2P',
  ])('is not found in "%s"', (text) => {
    expect(parseReference(text)).toBeUndefined()
  })
})
