import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { fromJson, toJson } from '#src/domain/values/instant-json.ts'

const back = (at: Temporal.Instant) =>
  fromJson<{ at: string; dueAt: Temporal.Instant }>(toJson({ at: 'text', dueAt: at })).dueAt

test('an instant is read back as it was written, to the nanosecond, in every year that is written with four digits and beyond', () => {
  const aDay = 8_640_000_000_000_000n
  const nanoseconds = fc.oneof(
    fc.bigInt({ min: -aDay * 100_000n, max: aDay * 100_000n }),
    fc.bigInt({ min: 0n, max: 4_102_444_800_000n }).map((milliseconds) => milliseconds * 1_000_000n),
  )
  fc.assert(
    fc.property(nanoseconds, (epoch) => {
      const instant = new Temporal.Instant(epoch)
      expect(back(instant).epochNanoseconds).toBe(epoch)
      expect(toJson(instant)).toBe(JSON.stringify(instant))
    }),
  )
})

test.each([
  '2026-11-28',
  '28 november 2026',
  '2026-11-28T09:00:00',
  '2026-13-28T09:00:00Z',
  '2026-02-30T09:00:00Z',
  '2026-02-12T24:00:00Z',
  '',
])('%j is no instant, and is not taken for one', (text) => {
  expect(() => fromJson(JSON.stringify({ dueAt: text }))).toThrow(RangeError)
})

test('a field with another name stays the text that it is', () => {
  expect(fromJson('{"day":"2026-11-28T09:00:00Z","format":"2026-11-28T09:00:00Z"}')).toEqual({
    day: '2026-11-28T09:00:00Z',
    format: '2026-11-28T09:00:00Z',
  })
})
