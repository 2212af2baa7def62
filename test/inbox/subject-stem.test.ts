import { expect, it } from 'vitest'
import { stemOf } from '#src/inbox/subject-stem.ts'
import { parseEmailAddress } from '#src/domain/values/email-address.ts'

const from = parseEmailAddress('a@stad.example')

it.each([
  'Recall: Deelnemer  F.Y.',
  'Bericht intrekken: Deelnemer F.Y.',
  'Intrekking van: Deelnemer F.Y.',
  'RE: FW: Deelnemer F.Y.',
  'Intrekken: deelnemer f.y.',
  'Antw[2]: Deelnemer F.Y.',
])('knows %s as the same subject of the same sender', (subject) =>
  expect(stemOf(subject, from)).toBe(stemOf('Deelnemer F.Y.', from)),
)

it('ties nothing together by a subject that is empty, or by a sender that is not known', () => {
  expect([stemOf('RE: ', from), stemOf('Deelnemer', undefined)]).toEqual(['', ''])
  expect(stemOf('Deelnemer', from)).not.toBe(stemOf('Deelnemer', parseEmailAddress('b@stad.example')))
})
