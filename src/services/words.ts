import type { Temporal } from 'temporal-polyfill'
import type { Language } from '#src/domain/values/language.ts'

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter is slow, using one is not. */
function format(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
  formats.set(key, known)
  return known
}

/** A date written out in the language, without the year: 'dinsdag 10 november'. */
export const dayInWords = (at: Temporal.Instant, language: Language, zone: string): string =>
  format(locales[language], zone, { weekday: 'long', day: 'numeric', month: 'long' })
    .format(at.epochMilliseconds)
    .replace(',', '')

/** '10:00', also in English: an appointment at ten in the evening does not exist, but a misread 10 does. */
export const timeInWords = (at: Temporal.Instant, zone: string): string =>
  format('nl-NL', zone, { hour: '2-digit', minute: '2-digit', hour12: false }).format(at.epochMilliseconds)

/** For mails and steps: 'di 10 november 2026, 10:00'. */
export const momentInWords = (at: Temporal.Instant, zone: string): string =>
  `${format('nl-NL', zone, { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' }).format(at.epochMilliseconds)}, ${timeInWords(at, zone)}`

/** '3 november 2026', for the terminal and for mails that are told by their day. */
export const dayWithYear = (at: Temporal.Instant, zone: string): string =>
  format('nl-NL', zone, { day: 'numeric', month: 'long', year: 'numeric' }).format(at.epochMilliseconds)
