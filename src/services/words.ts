import type { Temporal } from 'temporal-polyfill'
import type { Language } from '#src/domain/values/language.ts'
import { tigrinyaDay } from './tigrinya-day.ts'

/** With the calendar and the digits of this country: what a message names must be what stands on the door, and can be typed back. */
const locales: Record<Language, string> = {
  nl: 'nl-NL',
  en: 'en-GB',
  tr: 'tr-TR',
  ar: 'ar-u-ca-gregory-nu-latn',
  pl: 'pl-PL',
  uk: 'uk-UA',
  ru: 'ru-RU',
  ti: 'ti-u-ca-gregory-nu-latn',
  fa: 'fa-u-ca-gregory-nu-latn',
  es: 'es-ES',
  fr: 'fr-FR',
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter is slow, using one is not. */
function format(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
  formats.set(key, known)
  return known
}

/** A language that this Node has no words for would silently be written in the machine's own. Tigrinya is the one that some builds lack. */
const isWritten = (language: Language): boolean =>
  Intl.DateTimeFormat.supportedLocalesOf([locales[language]]).length > 0

/** Appointments of a few months in eleven languages; then it begins anew, so that it never grows. */
const mostKept = 5_000
const written = new Map<string, string>()

/** A turn names the same few moments again and again, and writing one out costs more than all the rest of a text. */
function writtenOnce(key: string, write: () => string): string {
  const known = written.get(key)
  if (known !== undefined) return known
  if (written.size >= mostKept) written.clear()
  const words = write()
  written.set(key, words)
  return words
}

const writeDay = (at: Temporal.Instant, language: Language, zone: string): string =>
  language === 'ti' && !isWritten(language)
    ? tigrinyaDay(at, zone)
    : format(locales[language], zone, { weekday: 'long', day: 'numeric', month: 'long' })
        .format(at.epochMilliseconds)
        .replace(',', '')

/** A date written out in the language, without the year: 'dinsdag 10 november'. */
export const dayInWords = (at: Temporal.Instant, language: Language, zone: string): string =>
  writtenOnce(`${language} ${zone} ${String(at.epochMilliseconds)}`, () => writeDay(at, language, zone))

/** '10:00', also in English: an appointment at ten in the evening does not exist, but a misread 10 does. */
export const timeInWords = (at: Temporal.Instant, zone: string): string =>
  writtenOnce(`${zone} ${String(at.epochMilliseconds)}`, () =>
    format('nl-NL', zone, { hour: '2-digit', minute: '2-digit', hour12: false }).format(at.epochMilliseconds),
  )

/** For mails and steps: 'di 10 november 2026, 10:00'. */
export const momentInWords = (at: Temporal.Instant, zone: string): string =>
  `${format('nl-NL', zone, { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' }).format(at.epochMilliseconds)}, ${timeInWords(at, zone)}`

/** '3 november 2026', for the terminal and for mails that are told by their day. */
export const dayWithYear = (at: Temporal.Instant, zone: string): string =>
  format('nl-NL', zone, { day: 'numeric', month: 'long', year: 'numeric' }).format(at.epochMilliseconds)
