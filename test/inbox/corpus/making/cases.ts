import type { Expected, Participant } from '../shape.ts'
import { render, type Mail, type Sender } from './message.ts'
import { townOf } from './settings.ts'

export interface Case {
  readonly what: string
  /** The bytes of the mail, when it is the one with this number. */
  make(number: number): Buffer
  readonly expected: Expected
  /** The citizen service numbers in it, which may stand nowhere outside the mail itself. */
  readonly bsns: readonly string[]
}

export type Also = Record<string, readonly unknown[]>

export function mailCase(mail: Mail, expected: Expected, bsns: readonly string[] = []): Case {
  return { what: mail.what, make: (number) => render(mail, number), expected, bsns }
}

export function rawCase(
  what: string,
  make: (number: number) => Buffer,
  expected: Expected,
  bsns: readonly string[] = [],
): Case {
  return { what, make, expected, bsns }
}

export type Person = Partial<Participant>

/** A complete form, with a sentence beside it or as a remark in it that is not in every referral. */
export const saysMore = { waits: true } as const

interface ReferralOptions {
  readonly consulent?: { readonly name: string | null; readonly email: string | null }
  readonly waits?: boolean
  readonly bsn?: boolean
  readonly also?: Also
}

/** A referral with these participants. The town is the sender's and the consulent is the sender, unless said otherwise. */
export function referral(sender: Sender, people: readonly Person[], options: ReferralOptions = {}): Expected {
  return {
    kind: 'referral',
    participants: people.map((person) => complete(person, townOf(sender.address))),
    consulent: options.consulent ?? consulentOf(sender),
    bsn_present: options.bsn ?? false,
    needs_human: options.waits ?? false,
    ...withAlso(options.also),
  }
}

/** A correction: what the mail does not repeat is absent; whether the town is taken from the sender is open. */
export function correction(sender: Sender, person: Person, options: ReferralOptions = {}): Expected {
  const open: Also = {
    'participants.0.municipality': [null],
    'consulent.name': [null],
    'consulent.email': [null],
  }
  return {
    ...referral(sender, [person], { ...options, waits: true, also: { ...open, ...options.also } }),
    kind: 'correction',
  }
}

/** Every kind that has no participants. Who the consulent is matters to none of them, so the sender may be named. */
export function other(
  kind: Exclude<Expected['kind'], 'referral' | 'correction'>,
  sender: Sender,
  options: { readonly waits?: boolean; readonly bsn?: boolean; readonly also?: Also } = {},
): Expected {
  const { name, email } = consulentOf(sender)
  return {
    kind,
    participants: [],
    consulent: { name: null, email: null },
    bsn_present: options.bsn ?? false,
    needs_human: options.waits ?? true,
    also: {
      ...(name === null ? {} : { 'consulent.name': [name] }),
      ...(email === null ? {} : { 'consulent.email': [...new Set([email, email.toLowerCase()])] }),
      ...options.also,
    } as Record<string, unknown[]>,
  }
}

/** Each field may be left out: what is read from running text is only a proposal. */
export function orNothing(fields: readonly (keyof Participant)[], at = 0): Also {
  return Object.fromEntries(fields.map((field) => [`participants.${at}.${field}`, [null]]))
}

function complete(person: Person, town: string | null): Participant {
  return {
    name: null,
    phone_e164: null,
    client_number: null,
    email: null,
    birth_date: null,
    language: null,
    interpreter: null,
    municipality: town,
    product: null,
    risk: null,
    ...person,
  }
}

function consulentOf({ name, address }: Sender): Expected['consulent'] {
  return { name: name === '' ? null : name, email: address === '' ? null : address }
}

function withAlso(also: Also | undefined): { also?: Record<string, unknown[]> } {
  return also === undefined || Object.keys(also).length === 0 ? {} : { also: also as Record<string, unknown[]> }
}
