import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passesElevenTest } from '#src/domain/values/bsn.ts'
import { parseClientNumber } from '#src/domain/values/client-number.ts'

describe('a client number', () => {
  it.each([
    ['1234567', '1234567'],
    [' k-2026/014 ', 'K-2026/014'],
    ['wp.12', 'WP.12'],
    ['123456783', '123456783'],
    ['12345672', '12345672'],
    ['12345678901234567890', '12345678901234567890'],
    ['A 260004', 'A 260004'],
    ['2026  0014', '2026 0014'],
    ['k 2026 014', 'K 2026 014'],
  ])('is read in capitals: "%s"', (text, number) => {
    expect(parseClientNumber(text)).toBe(number)
  })

  it.each([
    '',
    '12',
    'n.v.t.',
    'onbekend',
    '---',
    '123_456',
    'é123',
    '123456789012345678901',
    '12\n34',
    'zie bijlage 1',
    '20411 (Suite)',
    '20411 20412',
    '2026-4711 2026-4712',
    '1 2 3 4 5',
    'nummer 12',
  ])('is not read from "%s"', (text) => {
    expect(parseClientNumber(text)).toBeUndefined()
  })

  it.each(['123456782', '1234.56.782', '123-456-782', 'BSN123456789', 'bsn123456782', '123 456 782'])(
    'is never what can be a BSN: "%s"',
    (text) => {
      expect(parseClientNumber(text)).toBeUndefined()
    },
  )

  it('of nine digits is read only when it fails the eleven test', () => {
    const nine = fc.integer({ min: 100_000_000, max: 999_999_999 }).map(String)
    fc.assert(fc.property(nine, (digits) => (parseClientNumber(digits) === undefined) === passesElevenTest(digits)))
  })
})
