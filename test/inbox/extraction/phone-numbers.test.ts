import { describe, expect, it } from 'vitest'
import { phoneNumbersIn } from '#src/inbox/extraction/phone-numbers.ts'

describe('the numbers in a field', () => {
  it.each<[string, string[]]>([
    ['06-12345678', ['+31612345678']],
    ['06 - 12 34 56 78', ['+31612345678']],
    ['+31 (0)6 12345678', ['+31612345678']],
    ['0031612345678', ['+31612345678']],
    ['06.12.34.56.78', ['+31612345678']],
    ['06–12345678', ['+31612345678']],
    ['tel. 06-12345678', ['+31612345678']],
    ['0612345678 (mobiel)', ['+31612345678']],
    ['06-12345678, na 15.00 uur', ['+31612345678']],
    ['06-12345678 (alleen op werkdagen)', ['+31612345678']],
    ['010-5550123 / 06 12345678', ['+31105550123', '+31612345678']],
    ['010-5550123/06-12345678', ['+31105550123', '+31612345678']],
    ['0612345678 of 0612345679', ['+31612345678', '+31612345679']],
    ['vast: 010 555 0123, mobiel: 06 12345678', ['+31105550123', '+31612345678']],
    ['+32 470 12 34 56', ['+32470123456']],
  ])('%s: %j, and nothing else', (text, numbers) => {
    expect(phoneNumbersIn(text)).toEqual({ numbers, alone: true })
  })

  it.each([
    '06-12345678 (zoon)',
    '06-12345678 van haar dochter',
    'bel niet 06-12345678',
    '06-12345678 is oud',
    '06-12345678?',
  ])('%s: beside it stands something that a person must read', (text) => {
    expect(phoneNumbersIn(text)).toEqual({ numbers: ['+31612345678'], alone: false })
  })

  it.each(['', '06', '123456782', 'geen', `06-12345678 ${'x'.repeat(300)}`])('%j: none', (text) => {
    expect(phoneNumbersIn(text)).toEqual({ numbers: [], alone: false })
  })
})

it('a mobile number that lost its zero and could be a BSN is for a person to look at', () => {
  expect(phoneNumbersIn('612345671')).toEqual({ numbers: ['+31612345671'], alone: false })
})
