import { describe, expect, it } from 'vitest'
import type { ProposedReferral } from '#src/domain/proposed-referral.ts'
import { parseClientNumber } from '#src/domain/values/client-number.ts'
import { parsePersonName } from '#src/domain/values/person-name.ts'
import { draftReply, questionsAbout } from '#src/services/draft-reply.ts'

const context = { reference: 'ABC-DEFGH', provider: { name: 'Werkwijzer', phone: '010 555 01 00' } }

const name = parsePersonName('Fatima Yilmaz')
const clientNumber = parseClientNumber('K-20411')

const read: ProposedReferral = {
  ...(name ? { name } : {}),
  ...(clientNumber ? { clientNumber } : {}),
  consulent: {},
  sources: { phone: '06 1234 5671 | 06 1234 5672' },
  doubts: ['In de mail staan twee nummers.'],
  doubtful: { phone: 'In de mail staan twee nummers.' },
}

describe('a reply to the consulent', () => {
  it('asks for what is in doubt as such, and not for what is there', () => {
    const reply = draftReply(questionsAbout(read), context)
    expect(reply?.subject).toBe('Vraag over uw aanmelding, ons kenmerk ABC-DEFGH')
    expect(reply?.text).toContain('Wilt u het nakijken?\n- het mobiele nummer van de deelnemer zelf')
    expect(reply?.text).not.toContain('Wij missen nog')
    expect(reply?.text).not.toMatch(/klantnummer|volledige naam/)
  })

  it('repeats nothing of the mail, in its subject nor in its text', () => {
    const { subject = '', text = '' } = draftReply(questionsAbout(read), context) ?? {}
    expect(subject + text).not.toMatch(/Fatima|Yilmaz|20411|1234/)
  })

  it('asks for all that is needed when nothing was read', () => {
    const { text = '' } = draftReply(questionsAbout(undefined), context) ?? {}
    expect(text.match(/^- .*/gm)).toHaveLength(3)
  })

  it('says which participant it is about when there are several', () => {
    expect(draftReply(questionsAbout(read), { ...context, position: 2 })?.text).toContain('deelnemer 2 in uw mail')
  })

  it('is not there when there is nothing to ask', () => {
    expect(draftReply({ missing: [], doubtful: [] }, context)).toBeUndefined()
  })
})
