import { referralMail } from '#src/app/virtual/referral-mail.ts'

/** Somebody invented, as a consulent of an invented municipality would refer them. */
export interface Person {
  readonly name: string
  readonly clientNumber: string
  readonly phone: string
}

const firstNames = ['Fatima', 'Daniel', 'Noor', 'Daan', 'Selma', 'Youssef', 'Anna', 'Tariq']
const lastNames = ['Yilmaz', 'Osei', 'Haddad', 'Kowalski', 'Visser', 'Amrani', 'Bakker', 'Mensah']

/** The same number is always the same person; 64 of them have different names. */
export function person(number: number): Person {
  const first = firstNames[number % firstNames.length] ?? ''
  const last = lastNames[Math.floor(number / firstNames.length) % lastNames.length] ?? ''
  return {
    name: `${first} ${last}`,
    clientNumber: `K-${String(30_000 + number)}`,
    phone: `06 1234 ${String(number).padStart(4, '0')}`,
  }
}

/** The receiving server of the test's provider, as it signs its Authentication-Results. */
export const authserv = 'mail.werkwijzer.example'
export const consulent = 'k.jansen@lansingerland.example'

export interface ReferralOptions {
  /** False: the receiving server found no signature, so a person must look. */
  readonly signed?: boolean
  readonly messageId?: string
  readonly form?: Readonly<Record<string, string>>
}

export function referralOf(
  { name, clientNumber, phone }: Person,
  { signed = true, messageId, form = {} }: ReferralOptions = {},
): Buffer {
  return referralMail(
    {
      from: consulent,
      to: 'lansingerland@werkwijzer.example',
      signed,
      messageId: messageId ?? `${clientNumber.toLowerCase()}@lansingerland.example`,
      form: {
        'Naam deelnemer': name,
        Klantnummer: clientNumber,
        Mobiel: phone,
        Taal: 'Nederlands',
        Werkconsulent: 'Karin Jansen',
        'E-mail werkconsulent': consulent,
        ...form,
      },
    },
    authserv,
  )
}
