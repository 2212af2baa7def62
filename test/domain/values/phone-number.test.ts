import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMobile, maskPhone, parsePhoneNumber } from '#src/domain/values/phone-number.ts'

describe('a telephone number', () => {
  it.each([
    '06-1234 0001',
    '0612340001',
    '06 12 34 00 01',
    '06.12.34.00.01',
    '06–12340001',
    '06\u00A012340001',
    '(06) 12340001',
    '+31612340001',
    '+31 6 12340001',
    '+31 (0)6 12340001',
    '+31(0)612340001',
    '(+31) 6-123.400.01',
    '(0031) 6 12340001',
    '+31 06 12340001',
    '0031612340001',
    '00 31 6 1234 0001',
    '31612340001',
    '612340001',
    '\u202A+31 6 12340001\u202C',
    '０６１２３４０００１',
    'tel: 06-12340001',
    '06-12340001 (mobiel)',
    ' 06-12340001\n',
  ])('is read however it is written: "%s"', (text) => {
    expect(parsePhoneNumber(text)).toBe('+31612340001')
  })

  it.each([
    ['020-1234567', '+31201234567'],
    ['0182 123456', '+31182123456'],
    ['088-1234567', '+31881234567'],
    ['+32 470 12 34 56', '+32470123456'],
    ['0049 170 1234567', '+491701234567'],
  ])('may be a landline or of another country: "%s"', (text, number) => {
    expect(parsePhoneNumber(text)).toBe(number)
  })

  it.each([
    ['112', 'an emergency number'],
    ['14020', 'the short number of a municipality'],
    ['1233', 'voice mail'],
    ['0900-1234', 'a paid number'],
    ['0800-1234', 'a free number'],
    ['0800-1234567', 'a free number'],
    ['+1 800 234 5678', 'a free number abroad'],
    ['097012345678', 'a number of machines'],
    ['061234000', 'a digit short'],
    ['06123400012', 'a digit too many'],
    ['06-12340001 (zoon)', "somebody else's"],
    ['06-12340001 / 020-1234567', 'two numbers'],
    ['06-12340001 ext 5', 'an extension'],
    ['O612340001', 'a letter for a zero'],
    ['onbekend', 'a word'],
    ['geen', 'a word'],
    ['', 'nothing'],
    [`06${'1'.repeat(100)}`, 'far too much'],
  ])('is not "%s": %s', (text) => {
    expect(parsePhoneNumber(text)).toBeUndefined()
  })

  it.each(['123456782', '612345671', '201234567', '123 456 782', '12345672'])(
    'is not taken from bare digits that can be a BSN: "%s"',
    (text) => {
      expect(parsePhoneNumber(text)).toBeUndefined()
    },
  )

  it('is the same number when it is read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000_000, max: 59_999_999 }), (digits) => {
        const number = parsePhoneNumber(`06-${digits}`)
        expect(number).toBe(`+316${digits}`)
        expect(number && parsePhoneNumber(number)).toBe(number)
      }),
    )
  })
})

describe('whether a message can arrive', () => {
  it.each([
    ['06-12340001', true],
    ['+32 470 12 34 56', true],
    ['+1 202 555 0123', true],
    ['020-1234567', false],
    ['088-1234567', false],
  ])('%s: %s', (text, mobile) => {
    const number = parsePhoneNumber(text)
    expect(number && isMobile(number)).toBe(mobile)
  })
})

describe('a masked number', () => {
  it('shows its start and its last two digits', () => {
    const number = parsePhoneNumber('0612345678')
    expect(number && maskPhone(number)).toBe('+316••••••78')
  })
})
