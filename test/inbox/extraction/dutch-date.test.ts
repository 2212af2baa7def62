import { expect, it } from 'vitest'
import { parseDutchDate } from '#src/inbox/extraction/dutch-date.ts'

it.each([
  ['12-03-1988', '1988-03-12'],
  ['1/2/1990', '1990-02-01'],
  ['1.2.1990', '1990-02-01'],
  ['12 - 03 - 1988', '1988-03-12'],
  ['1988-03-12', '1988-03-12'],
  ['12 maart 1988', '1988-03-12'],
  ['12 mrt. 1988', '1988-03-12'],
  ['1 Sept 1990', '1990-09-01'],
  ['12-mei-1988', '1988-05-12'],
  ['29-02-2000', '2000-02-29'],
])('%s is %s', (written, date) => {
  expect(parseDutchDate(written)).toBe(date)
})

it.each([
  '29-02-2001',
  '31-04-1990',
  '12-13-1988',
  '12-03-88',
  '12 maartje 1988',
  '1-1-1899',
  '38 jaar',
  '',
  '0-0-0000',
  '12031988',
])('%s is no date', (written) => {
  expect(parseDutchDate(written)).toBeUndefined()
})
