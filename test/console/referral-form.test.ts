import { Temporal } from 'temporal-polyfill'
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

const today = Temporal.PlainDate.from('2026-11-02')

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
  const reviewed = reviewFields({ ...good, ...changes }, installation, today)
  return reviewed.kind === 'wrong' ? { ...reviewed.errors } : {}
}

describe('reviewFields', () => {
  it('makes a form of what a person typed', () => {
    expect(reviewFields(good, installation, today)).toEqual({
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

  it('refuses a day on which nobody can be born who is referred now, and says why', () => {
    expect(errorsOf({ geboortedatum: '1850-01-01' })).toEqual({
      geboortedatum: 'Deze geboortedatum is meer dan 120 jaar geleden. Kijk het jaar na.',
    })
    for (const geboortedatum of ['2090-01-01', '2026-11-03'])
      expect(errorsOf({ geboortedatum })).toEqual({
        geboortedatum: 'Deze geboortedatum ligt in de toekomst. Kijk het jaar na.',
      })
    expect(errorsOf({ geboortedatum: '2026-11-02' })).toEqual({})
    expect(errorsOf({ geboortedatum: '1906-11-02' })).toEqual({})
  })

  it('says how long a text may be', () => {
    expect(errorsOf({ naam: 'a'.repeat(500) })).toEqual({ naam: 'Dit is te lang: hooguit 100 tekens.' })
    expect(errorsOf({ opmerkingen: 'a'.repeat(2_001) })).toEqual({
      opmerkingen: 'Dit is te lang: hooguit 2.000 tekens.',
    })
  })

  it('tells what is wrong in the order of the form', () => {
    const errors = errorsOf({
      naam: '',
      consulentmail: 'karin@post.example',
      geboortedatum: '2090-01-01',
      contract: '',
    })
    expect(Object.keys(errors)).toEqual(['contract', 'naam', 'geboortedatum'])
    expect(Object.keys(errorsOf({ naam: '', consulentmail: 'weg', geboortedatum: '2090-01-01' }))).toEqual([
      'naam',
      'geboortedatum',
      'consulentmail',
    ])
  })

  it('takes a BSN out of what a person wrote in free text', () => {
    const reviewed = reviewFields({ ...good, opmerkingen: 'bsn 111222333, graag bellen' }, installation, today)
    expect(JSON.stringify(reviewed)).not.toContain('111222333')
  })

  it('gives back what it showed', () => {
    const reviewed = reviewFields(good, installation, today)
    if (reviewed.kind === 'wrong') throw new Error('this form is good')
    expect(reviewFields(fieldsOf(reviewed.form, 'een'), installation, today)).toEqual(reviewed)
  })
})

describe('fieldsAsWritten', () => {
  it('drafts the form with what stands in the mail, right or wrong', () => {
    expect(
      fieldsAsWritten({ name: 'F. Yilmaz', client_number: 'geen idee', language: 'Engels', risk: 'hoog' }, 'een'),
    ).toEqual({ contract: 'een', naam: 'F. Yilmaz', klantnummer: 'geen idee', taal: 'en', risico: 'problematic' })
  })

  it('passes a language without texts on by its name', () => {
    expect(fieldsAsWritten({ language: 'Somalisch' }, undefined)).toEqual({ anderetaal: 'Somalisch' })
    expect(fieldsAsWritten({ language: 'Tigrinya' }, undefined)).toEqual({ taal: 'ti' })
  })
})

describe('typedFields', () => {
  it('keeps all that was typed, also what is too long', () => {
    const opmerkingen = 'a'.repeat(9_000)
    expect(typedFields({ opmerkingen })).toEqual({ opmerkingen })
  })

  it('takes only our own fields, and no files', () => {
    expect(typedFields({ naam: 'Jan', zomaar: 'x', email: new File([], 'x') })).toEqual({ naam: 'Jan' })
  })
})
