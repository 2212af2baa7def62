import { describe, expect, it } from 'vitest'
import { asSms, smsSegments } from '#src/conversation/sms-segments.ts'

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

describe('a text as an SMS has it', () => {
  it.each([
    ['Görüşmek üzere, çarşamba 14:00: İyi günler, Işıl', 'Görüsmek üzere, carsamba 14:00: Iyi günler, Isil'],
    ['Żółw śpi, proszę', 'Zolw spi, prosze'],
    ['¿Está bien? Mañana aquí', '¿Esta bien? Mañana aqui'],
    ["Ça va ? Cœur, à l'hôpital", "Ça va ? Coeur, à l'hopital"],
    ['Zoë O’Brien – één', "Zoe O'Brien - één"],
  ])('loses the marks that would make it cost double: %s', (text, written) => {
    expect(asSms(text)).toBe(written)
    expect(smsSegments(asSms(text)).encoding).toBe('gsm7')
  })

  it.each(['Здравствуйте, Zoë', 'مرحبا Zoë', 'ሰላም Zoë', 'Zoë 👍'])('keeps them where nothing is won: %s', (text) => {
    expect(asSms(text)).toBe(text)
  })
})
