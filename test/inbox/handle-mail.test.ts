import { describe, expect, it, vi } from 'vitest'
import { asId } from '#src/domain/values/id.ts'
import { type CheckDkim, createDkimCheck } from '#src/inbox/authenticity/dkim-check.ts'
import { handleMail } from '#src/inbox/handle-mail.ts'
import { readMail } from '#src/inbox/read-mail.ts'
import type { Mails } from '#src/services/ports/mails.ts'
import type { SettleMailVerb } from '#src/services/settle-mail.ts'
import { arrival, municipality, resolveTxt, signed } from './authenticity/signed-mail.ts'

const facts = { contracts: [{ id: 'voorbeeld', labels: {}, domains: [municipality], addresses: [] }] }
const id = asId<'mail'>('00000000-0000-4000-8000-000000000001')

/** What the reading was, when the mail is settled; nothing is stored. */
const readingOf = async (raw: string, checkDkim?: CheckDkim) => {
  const read = vi.fn<typeof readMail>(readMail)
  const mails: Pick<Mails, 'read' | 'keepDkim' | 'giveBack'> = {
    keepDkim: () => Promise.resolve(),
    giveBack: () => Promise.resolve(),
    read: () => Promise.resolve({ id, reference: 'M-1', raw: Buffer.from(raw), receivedAt: arrival, size: raw.length }),
  }
  const verb = { transact: () => Promise.resolve() } as unknown as SettleMailVerb // settling is another test
  await handleMail({ verb, mails, facts, read, ...(checkDkim && { checkDkim }) }, id)
  return read.mock.results[0]?.value as ReturnType<typeof readMail>
}

describe('a mail that is handled', () => {
  it('is checked by the signature that the sender put on it, as it was at the moment of arrival', async () => {
    const mail = await signed(undefined, { expires: arrival.add({ seconds: 1 }) })
    const { sender } = await readingOf(mail, createDkimCheck({ resolveTxt }))
    expect(sender).toMatchObject({ verdict: 'verified', record: { dkim: { signatures: [{ result: 'pass' }] } } })
  })

  it('is not, when that is switched off', async () => {
    const { sender } = await readingOf(await signed())
    expect(sender).toMatchObject({ verdict: 'unverified', record: { dkim: { kind: 'not_asked' } } })
  })
})
