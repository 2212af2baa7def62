import { findPhoneNumbersInText } from 'libphonenumber-js/max'
import { parsePhoneNumber, type PhoneNumber } from '#src/domain/values/phone-number.ts'

export interface NumbersInText {
  readonly numbers: readonly PhoneNumber[]
  /** Nothing else stands there but what kind of number it is. */
  readonly alone: boolean
}

/** The numbers that a field of a form holds: '06-12345678', '010-5550123 / 06 12345678', '0612345678 (na 15.00 uur)'. */
export const phoneNumbersIn = (text: string): NumbersInText => {
  const only = parsePhoneNumber(text)
  if (only !== undefined) return { numbers: [only], alone: true }
  const withZero = withoutZero.test(text.trim()) ? parsePhoneNumber(`0${text.trim()}`) : undefined
  if (withZero !== undefined) return { numbers: [withZero], alone: false }
  if (text.length > longest) return { numbers: [], alone: false }
  const pieces = tidy(text).split(between).map(numbersInPiece)
  return { numbers: pieces.flatMap(({ numbers }) => numbers), alone: pieces.every(({ alone }) => alone) }
}

/** As a spreadsheet leaves a mobile number. One that could be a BSN as well is for a person to look at. */
const withoutZero = /^6(?:[ -]?\d){8}$/

/** In characters. A field with more in it is a story. */
const longest = 200

/** '06 - 12 34 56 78' is one number. */
const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/(?<=\d)\s*[-–—.]\s*(?=\d)/g, '-')
    .replaceAll('(0)', '')

/** '010-5550123/06-12345678' are two. */
const between = /(?<=\d)\s*[/;,|\n]\s*(?=[\d+(])/

const numbersInPiece = (piece: string): NumbersInText => {
  const only = parsePhoneNumber(piece)
  if (only !== undefined) return { numbers: [only], alone: true }
  const found = findPhoneNumbersInText(piece, { defaultCountry: 'NL', extended: true }).flatMap(
    ({ startsAt, endsAt }) => {
      const number = parsePhoneNumber(piece.slice(startsAt, endsAt))
      return number === undefined ? [] : [{ number, startsAt, endsAt }]
    },
  )
  const rest = found.reduceRight((left, { startsAt, endsAt }) => left.slice(0, startsAt) + left.slice(endsAt), piece)
  return { numbers: found.map(({ number }) => number), alone: found.length > 0 && onlyKinds.test(rest) }
}

/** What kind of number it is and when it can be called, and the marks between two; not whose it is ('zoon'). */
const onlyKinds =
  /^(?:[\s;,/|().:'’+-]|\b(?:en|of|mobiele?|mob|vaste?|thuis|prive|privé|tel|telefoon|gsm|nummer|nr|whatsapp|m|t|v|na|voor|vanaf|tot|tussen|uur|u|overdag|s (?:ochtends|middags|avonds)|(?:maan|dins|woens|donder|vrij)dag|werkdagen|alleen|op|liefst|graag|bellen|appen|\d{1,2}(?:[.:]\d{2})?)\b)*$/i
