import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blindIndex, indexKey, newKey, open, seal, SecretKey } from '#src/store/encryption.ts'

describe('a sealed value', () => {
  it('opens to the same bytes under its key and in its place', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, place) => {
        const key = newKey()
        expect(open(key, place, seal(key, place, Buffer.from(bytes)))).toEqual(Buffer.from(bytes))
      }),
      { numRuns: 50 },
    )
  })

  it('opens nowhere else: not in another place, not under another key, not when a byte was changed', () => {
    const key = newKey()
    const sealed = seal(key, 'participants.data.1', 'Fatima Yilmaz')
    expect(() => open(key, 'participants.data.2', sealed)).toThrow('unable to authenticate')
    expect(() => open(newKey(), 'participants.data.1', sealed)).toThrow('unable to authenticate')
    for (let n = 0; n < sealed.length; n++) {
      const changed = Buffer.from(sealed)
      changed[n] = (changed[n] ?? 0) ^ 1
      expect(() => open(key, 'participants.data.1', changed), `byte ${String(n)}`).toThrow(/sealed value|authenticate/)
    }
    expect(() => open(key, 'participants.data.1', Buffer.from('short'))).toThrow('not a sealed value')
  })

  it('is another one each time, and says nothing in its error', () => {
    const key = newKey()
    expect(seal(key, 'a', 'Fatima')).not.toEqual(seal(key, 'a', 'Fatima'))
    const message = (() => {
      try {
        return open(newKey(), 'a', seal(key, 'a', 'Fatima')).toString()
      } catch (error) {
        return inspect(error)
      }
    })()
    expect(message).not.toContain('Fatima')
  })
})

describe('a key', () => {
  it('is 32 bytes, and is printed nowhere', () => {
    expect(() => new SecretKey(Buffer.alloc(31))).toThrow('32 bytes')
    const key = new SecretKey(Buffer.alloc(32, 'k'))
    expect(inspect(key) + JSON.stringify({ key })).not.toContain('kkkk')
  })
})

describe('a blind index', () => {
  it('finds equal values however they are written, and nothing without its key or of another kind', () => {
    const master = newKey()
    const phone = indexKey(master, 'phone')
    expect(blindIndex(phone, 'K-20411')).toEqual(blindIndex(phone, 'k-20411'))
    expect(blindIndex(phone, 'K-20411')).not.toEqual(blindIndex(indexKey(master, 'name'), 'K-20411'))
    expect(blindIndex(phone, 'K-20411')).not.toEqual(blindIndex(indexKey(newKey(), 'phone'), 'K-20411'))
  })
})
