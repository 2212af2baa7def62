import { describe, expect, it } from 'vitest'
import { createHeldSlots } from '#src/store/held-slots.ts'

describe('a slot that is being booked', () => {
  it('is held by one transaction at a time, until that ends', () => {
    const transaction = createHeldSlots()
    const [first, second, third] = [transaction(), transaction(), transaction()]
    expect(first.take('anna')).toBe(true)
    expect(first.take('anna')).toBe(true)
    expect(second.take('anna')).toBe(false)
    expect(second.take('bas')).toBe(true)
    second.release()
    expect(third.take('anna')).toBe(false)
    expect(third.take('bas')).toBe(true)
    first.release()
    expect(third.take('anna')).toBe(true)
  })
})
