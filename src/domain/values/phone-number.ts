import { parsePhoneNumberFromString, type PhoneNumber as Parsed } from 'libphonenumber-js/max'
import { passesElevenTest } from './bsn.ts'

/** A telephone number in E.164: '+31612345678'. Made by `parsePhoneNumber`. */
export type PhoneNumber = string & { readonly __brand: 'PhoneNumber' }

const parse = (text: string): Parsed | undefined =>
  parsePhoneNumberFromString(text, { defaultCountry: 'NL', extract: false })

/** 'tel: 06...' and '06... (mobiel)'. Not '(zoon)': whose number it is then, is for a person to see. */
const labels = /\(?\b(?:mobiele?|mob|tel|telefoon|telefoonnummer|gsm|whatsapp|nummer|nr|prive|thuis)\b[.:]?\)?/giu

const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu

const clean = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll('privé', 'prive')
    .replaceAll(labels, '')
    .replaceAll(invisible, '')
    .trim()
    .replace(/^\(\s*(\+|00)\s*(\d{1,3})\s*\)/, '$1$2')
    .replace(/^(?:\+|00)\s*31[\s.-]*\(0\)/, '+31')

/**
 * A spreadsheet eats the plus or the first zero. Nine digits alone are only taken for a mobile number when they cannot be a BSN: what
 * would be a person's number under a false label must not get into a column for telephone numbers.
 */
function withPrefix(text: string): string | undefined {
  const digits = text.replaceAll(/[\s().\-–/]/gu, '')
  if (/^316\d{8}$/.test(digits)) return `+${digits}`
  if (!/^\d{8,9}$/.test(digits)) return text
  return /^6\d{8}$/.test(digits) && !passesElevenTest(digits) ? `+31${digits}` : undefined
}

/** Kinds of numbers behind which no participant can be: free and paid service numbers, voice mail, pagers. */
const serviceNumbers: ReadonlySet<string> = new Set(['TOLL_FREE', 'PREMIUM_RATE', 'SHARED_COST', 'VOICEMAIL', 'PAGER'])

/** In the Netherlands a person's number has nine digits after the country code: 112 and 14 020 have fewer, those of machines more. */
const isOfAPerson = (number: Parsed): boolean =>
  !serviceNumbers.has(number.getType() ?? '') &&
  (number.countryCallingCode !== '31' || number.nationalNumber.length === 9)

/**
 * Reads one number, Dutch unless it says otherwise: '06-1234 5678', '+31 (0)6 12345678', '0031612345678'. undefined when it is no number
 * of its country's plan, is a short or service number, or when the text holds more than one number.
 */
export function parsePhoneNumber(text: string): PhoneNumber | undefined {
  if (text.length > 60) return undefined
  const number = withPrefix(clean(text))
  const parsed = number === undefined ? undefined : parse(number)
  if (!parsed?.isValid() || parsed.ext !== undefined || !isOfAPerson(parsed)) return undefined
  return parsed.number as string as PhoneNumber // E.164, checked above
}

/** Whether an SMS or WhatsApp message can arrive: not at a landline. */
export function isMobile(number: PhoneNumber): boolean {
  const type = parse(number)?.getType()
  return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE'
}

/** '+316••••••78': enough to recognise a number that one knows, for lists and errors. */
export const maskPhone = (number: PhoneNumber): string =>
  `${number.slice(0, 4)}${'•'.repeat(Math.max(number.length - 6, 0))}${number.slice(-2)}`
