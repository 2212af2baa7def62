import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { namesSpecialist } from '#src/conversation/understanding/specialist.ts'
import { readTwice } from '#src/conversation/understanding/read-twice.ts'

const reasonIn = (text: string) =>
  readTwice(text, { language: 'nl', today: Temporal.PlainDate.from('2026-03-02'), asked: [] }).reason

describe('a medical appointment', () => {
  it.each([
    'ik kan niet ik moet naar het ziekenhuis',
    'Ik kan niet, afspraak specialist',
    'kan niet komen, afspraak bij de cardioloog',
    'I cannot come, hospital appointment',
  ])('is with a specialist when it says so: %s', (text) => {
    expect(reasonIn(text)).toBe('medical_specialist')
  })

  it.each([
    'ik kan niet, heb dan een afspraak bij de tandarts',
    'kan niet komen moet naar de huisarts',
    'ik kan niet ik moet naar de dokter',
    'ik kan niet komen, ik heb fysio',
    'I cannot come, I have to see the dentist',
  ])('is for a person to weigh when it may be with another: %s', (text) => {
    expect(reasonIn(text)).toBe('other')
  })

  it.each([
    'hastanede randevum var',
    'mam wizytę w szpitalu',
    'عندي موعد في المستشفى',
    'у мене лікарня, операція',
    'запись к кардиологу в больнице',
    'ኣብ ሆስፒታል ቆጸራ ኣለኒ',
    'وقت بیمارستان دارم',
    "j'ai rendez-vous à l'hôpital",
    'tengo cita con el especialista',
  ])('names a hospital or a specialist in other languages: %s', (text) => {
    expect(namesSpecialist(text)).toBe(true)
  })

  it.each([
    'dişçi randevum var',
    'idę do dentysty',
    'عندي موعد عند طبيب الأسنان',
    'ik ga naar de psycholoog',
    'psychologue',
  ])('names none: %s', (text) => {
    expect(namesSpecialist(text)).toBe(false)
  })
})
