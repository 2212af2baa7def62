import { passesElevenTest } from './bsn.ts'

/** The number under which a municipality knows a participant. Upper case. Never a BSN. Made by `parseClientNumber`. */
export type ClientNumber = string & { readonly __brand: 'ClientNumber' }

/**
 * 3 to 20 letters, digits, dots, slashes and dashes, at least one of them a digit ('n.v.t.' is no number). undefined for anything else,
 * and for what could be a BSN: contracts forbid its use, and a form that has it in this field is for a person.
 */
export function parseClientNumber(text: string): ClientNumber | undefined {
  const number = text.trim().toUpperCase()
  if (!/^[A-Z0-9./-]{3,20}$/.test(number) || !/\d/.test(number)) return undefined
  const digits = number.replaceAll(/[./-]/g, '')
  const couldBeBsn = /^(?:BSN)?\d{9}$/.test(digits) && (digits.startsWith('BSN') || passesElevenTest(digits))
  return couldBeBsn ? undefined : (number as ClientNumber) // checked above
}
