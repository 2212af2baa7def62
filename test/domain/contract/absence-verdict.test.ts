import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { absenceReasonWords } from '#src/domain/contract/absence-reason-words.ts'
import { absenceReasons } from '#src/domain/contract/absence-reason.ts'
import { judgeAbsence } from '#src/domain/contract/absence-verdict.ts'
import { sampleContract, sampleContractFile } from './sample-contract.ts'

const contract = sampleContract()

describe('judgeAbsence', () => {
  it('calls a listed reason valid under its clause', () => {
    expect(judgeAbsence(contract, 'religious_holiday')).toEqual({
      verdict: 'valid',
      proof: false,
      basis: { clause: '43' },
      words: 'Geldig volgens eis 43.',
    })
  })

  it('waits for proof that is seen, not sent', () => {
    expect(judgeAbsence(contract, 'exam')).toMatchObject({
      verdict: 'awaiting_proof',
      proof: true,
      words: 'Geldig volgens eis 43 zodra het bewijs is gezien.',
    })
  })

  it('leaves a reason that needs consent to a person, and still asks for the proof', () => {
    expect(judgeAbsence(contract, 'vacation')).toMatchObject({
      verdict: 'person',
      proof: true,
      words: 'Een mens beslist: de werkconsulent moet toestemming geven (eis 43). De deelnemer neemt bewijs mee.',
    })
  })

  it('leaves a reason that only holds on the day to a person when it comes days ahead', () => {
    expect(judgeAbsence(contract, 'illness', { onTheDay: true }).verdict).toBe('valid')
    expect(judgeAbsence(contract, 'illness', { onTheDay: false }).verdict).toBe('person')
    expect(judgeAbsence(contract, 'religious_holiday', { onTheDay: false }).verdict).toBe('valid')
  })

  it('leaves a reason that is not on an open list to a person', () => {
    expect(judgeAbsence(contract, 'no_transport')).toMatchObject({
      verdict: 'person',
      proof: false,
      basis: { clause: '43' },
    })
  })

  it('says of a closed list that the reason is not on it, and that a person decides', () => {
    const closed = sampleContract({ absence: { ...sampleContractFile().absence, open_list: false } })
    const verdict = judgeAbsence(closed, 'no_transport')
    expect(verdict.verdict).toBe('not_listed')
    expect(verdict.words).toContain('Een mens beslist')
  })

  it('prints a house rule as a house rule, never as a clause', () => {
    const basis = { house: 'een mens weegt elke afmelding' }
    const own = sampleContract({ absence: { ...sampleContractFile().absence, basis, reasons: {} } })
    expect(judgeAbsence(own, 'illness').words).toBe(
      'Een mens beslist: de reden staat niet op een lijst (huisregel: een mens weegt elke afmelding).',
    )
  })

  it('never refuses and never names the reason, whatever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...absenceReasons), fc.boolean(), fc.boolean(), (reason, open, onTheDay) => {
        const any = sampleContract({ absence: { ...sampleContractFile().absence, open_list: open } })
        const { verdict, words } = judgeAbsence(any, reason, { onTheDay })
        expect(['valid', 'awaiting_proof', 'person', 'not_listed']).toContain(verdict)
        expect(words).toMatch(
          verdict === 'person' || verdict === 'not_listed' ? /^Een mens beslist/ : /^Geldig volgens/,
        )
        expect(words).not.toContain(absenceReasonWords[reason])
        expect(words).not.toContain(reason)
      }),
    )
  })
})
