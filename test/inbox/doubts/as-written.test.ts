import { describe, expect, it } from 'vitest'
import { asWritten } from '#src/inbox/doubts/as-written.ts'

describe('a sentence that was looked at without case, accents and line breaks', () => {
  it('is told as it stands in the mail', () => {
    const text = 'Beste,\n\n> Het traject is\n> Beëindigd, helaas. Groet'
    expect(asWritten(text, 'het traject is beeindigd, helaas')).toBe('Het traject is\n> Beëindigd, helaas')
  })

  it('is found around a mail address that was left out of it', () => {
    const text = 'Mail eerst naar jan.peereboom@stad.example voordat jullie bellen!'
    expect(asWritten(text, 'mail eerst naar  voordat jullie bellen')).toBe(
      'Mail eerst naar jan.peereboom@stad.example voordat jullie bellen',
    )
  })

  it('is found when its letters are typed with loose accents, or in pairs of code units', () => {
    expect(asWritten('Zij is overle\u0301den.', 'zij is overleden')).toBe('Zij is overle\u0301den')
    expect(asWritten('😀 𝒟e test gaat door', 'test gaat door')).toBe('test gaat door')
  })

  it('is not found where it does not stand, when nothing of it is left, and in a text without end', () => {
    expect(asWritten('Iets anders', 'nog niet bellen')).toBeUndefined()
    expect(asWritten('', '')).toBeUndefined()
    expect(asWritten('ja', 'ja')).toBeUndefined()
    expect(asWritten(`nog niet bellen${' '.repeat(60_000)}`, 'nog niet bellen')).toBeUndefined()
  })
})
