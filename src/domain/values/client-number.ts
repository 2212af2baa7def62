import { passesElevenTest } from './bsn.ts'

/** The number under which a municipality knows a participant. Upper case. Never a BSN. Made by `parseClientNumber`. */
export type ClientNumber = string & { readonly __brand: 'ClientNumber' }

/**
 * 3 to 20 letters, digits, dots, slashes and dashes, at least one of them a digit ('n.v.t.' is no number), with spaces as people type them
 * in a number: 'A 260004', '2026 0014'. undefined for anything else, and for what could be a BSN: contracts forbid its use, and a form
 * that has it in this field is for a person.
 */
export function parseClientNumber(text: string): ClientNumber | undefined {
  const number = text.trim().replaceAll(/ +/g, ' ').toUpperCase()
  if (!/^(?=.{3,20}$)[A-Z0-9./ -]*\d[A-Z0-9./ -]*$/.test(number) || !isOneNumber(number.split(' '))) return undefined
  const digits = number.replaceAll(/[./ -]/g, '')
  const couldBeBsn = /^(?:BSN)?\d{9}$/.test(digits) && (digits.startsWith('BSN') || passesElevenTest(digits))
  return couldBeBsn ? undefined : (number as ClientNumber) // checked above
}

/** Behind a space more of the number stands, and no word: 'zie bijlage 1' is none. Two long parts are two numbers. */
function isOneNumber([first = '', ...others]: readonly string[]): boolean {
  const isShort = (part: string): boolean => part.length <= 4
  if (others.length === 0) return true
  if (!others.every((part) => /\d/.test(part)) || others.length > 3) return false
  return /\d/.test(first) ? [first, ...others].every(isShort) : isShort(first)
}
