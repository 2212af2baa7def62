import { describe, expect, it } from 'vitest'
import { fieldsAsWritten, fieldsOf, reviewFields, typedFields, type TypedFields } from '#src/console/referral-form.ts'
import type { Installation } from '#src/domain/installation.ts'

const installation: Installation = {
  provider: {
    name: 'Werkwijzer',
    phone: '010 555 01 00',
    mail: 'post@werkwijzer.example',
    coordinator_mail: 'c@werkwijzer.example',
    on_duty_mail: 'd@werkwijzer.example',
  },
  places: [{ id: 'centrum', name: 'Centrum', address: 'Plein 1' }],
  coaches: [{ id: 'samira', name: 'Samira Bakkali', mail: 's@werkwijzer.example', hours: [] }],
  contracts: [{ id: 'een', domains: ['stad.example'], addresses: [] }],
}

const good: TypedFields = {
  contract: 'een',
  naam: 'mevr. Fatima Yilmaz',
  klantnummer: 'k-20411',
  telefoon: '06-1234 5671',
  taal: 'en',
  tolk: 'ja',
  consulent: 'Karin Jansen',
  consulentmail: 'K.Jansen@stad.example',
  risico: 'raised',
  opmerkingen: 'Belt liever niet voor tien uur.',
}

const errorsOf = (changes: TypedFields): Record<string, string | undefined> => {
  const reviewed = reviewFields({ ...good, ...changes }, installation)
  return reviewed.kind === 'wrong' ? { ...reviewed.errors } : {}
}

describe('reviewFields', () => {
  it('makes a form of what a person typed', () => {
    expect(reviewFields(good, installation)).toEqual({
      kind: 'good',
      contractId: 'een',
      form: {
        participant: {
          name: { given: 'Fatima', family: 'Yilmaz', full: 'Fatima Yilmaz' },
          clientNumber: 'K-20411',
          phone: '+31612345671',
          language: 'en',
          interpreter: true,
          consulent: { name: 'Karin Jansen', email: 'k.jansen@stad.example' },
        },
        risk: 'raised',
        remarks: 'Belt liever niet voor tien uur.',
      },
    })
  })

  it('says all that is wrong at once', () => {
    const errors = errorsOf({ naam: '', klantnummer: '', telefoon: '12', consulentmail: 'weg', contract: '' })
    expect(Object.keys(errors).sort()).toEqual(['consulentmail', 'contract', 'klantnummer', 'naam', 'telefoon'])
  })

  it('refuses a BSN as client number', () => {
    expect(errorsOf({ klantnummer: '111222333' })).toEqual({
      klantnummer: 'Vul het klantnummer van de gemeente in. Een BSN mag hier niet staan.',
    })
  })

  it('refuses the address of a consulent outside the domains of the contract', () => {
    expect(errorsOf({ consulentmail: 'karin@post.example' })).toEqual({
      consulentmail: 'Dit adres hoort niet bij dit contract. Wel: @stad.example.',
    })
  })

  it('says that address is strange also when other fields are wrong', () => {
    expect(Object.keys(errorsOf({ naam: '', consulentmail: 'karin@post.example' })).sort()).toEqual([
      'consulentmail',
      'naam',
    ])
  })

  it('refuses a day that does not exist', () => {
    expect(errorsOf({ geboortedatum: '1990-02-30' })).toHaveProperty('geboortedatum')
    expect(errorsOf({ geboortedatum: '1990-02-28' })).toEqual({})
  })

  it('takes a BSN out of what a person wrote in free text', () => {
    const reviewed = reviewFields({ ...good, opmerkingen: 'bsn 111222333, graag bellen' }, installation)
    expect(JSON.stringify(reviewed)).not.toContain('111222333')
  })

  it('gives back what it showed', () => {
    const reviewed = reviewFields(good, installation)
    if (reviewed.kind === 'wrong') throw new Error('this form is good')
    expect(reviewFields(fieldsOf(reviewed.form, 'een'), installation)).toEqual(reviewed)
  })
})

describe('fieldsAsWritten', () => {
  it('drafts the form with what stands in the mail, right or wrong', () => {
    expect(
      fieldsAsWritten({ name: 'F. Yilmaz', client_number: 'geen idee', language: 'Engels', risk: 'hoog' }, 'een'),
    ).toEqual({ contract: 'een', naam: 'F. Yilmaz', klantnummer: 'geen idee', taal: 'en', risico: 'problematic' })
  })

  it('passes a language without texts on by its name', () => {
    expect(fieldsAsWritten({ language: 'Tigrinya' }, undefined)).toEqual({ anderetaal: 'Tigrinya' })
  })
})

describe('typedFields', () => {
  it('takes only our own fields, and no files', () => {
    expect(typedFields({ naam: 'Jan', zomaar: 'x', email: new File([], 'x') })).toEqual({ naam: 'Jan' })
  })
})
