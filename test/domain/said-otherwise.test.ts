import { describe, expect, it } from 'vitest'
import type { ProposedReferral } from '#src/domain/proposed-referral.ts'
import { otherwiseInWords, saidOtherwise } from '#src/domain/said-otherwise.ts'
import { parseClientNumber } from '#src/domain/values/client-number.ts'
import { parseEmailAddress } from '#src/domain/values/email-address.ts'
import { parsePersonName } from '#src/domain/values/person-name.ts'
import { parsePhoneNumber } from '#src/domain/values/phone-number.ts'

const known = {
  name: parsePersonName('Noor Haddad')!,
  clientNumber: parseClientNumber('K-21061')!,
  phone: parsePhoneNumber('06 1234 5761')!,
  language: 'nl',
  consulent: { email: parseEmailAddress('m.devries@stad.example')! },
  raisedRisk: true,
} as const

const wordsFor = (said: Partial<ProposedReferral>): string =>
  otherwiseInWords(saidOtherwise({ consulent: {}, sources: {}, doubts: [], ...said }, known))

describe('what a mail says otherwise than we know', () => {
  it('is nothing when it leaves something out, or says the same in another way', () => {
    expect(wordsFor({})).toBe('')
    expect(
      wordsFor({ name: parsePersonName('noor haddad')!, language: 'Nederlands', risk: 'raised', interpreter: false }),
    ).toBe('')
  })

  it('is named in Dutch, without what stands there', () => {
    expect(wordsFor({ phone: parsePhoneNumber('06 1234 5799')! })).toBe('Het telefoonnummer is anders.')
    expect(wordsFor({ name: parsePersonName('Noor Bakker')!, language: 'Arabisch', risk: 'none' })).toBe(
      'De naam, de taal en het risico zijn anders.',
    )
  })
})
