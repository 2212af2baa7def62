import { describe, expect, it } from 'vitest'
import { asId, type Id } from '#src/domain/values/id.ts'
import { createRecentMails } from '#src/store/recent-mails.ts'
import { amsterdam } from '#test/support/universe.ts'

const ids = [1, 2, 3, 4].map((n) => asId<'mail'>(`01a19b53-73a0-70c4-a9a9-e41e045da90${String(n)}`))
const [a, b, c, d] = ids as [Id<'mail'>, Id<'mail'>, Id<'mail'>, Id<'mail'>]

const mail = (id: Id<'mail'>, size: number) => ({
  id,
  reference: 'R23',
  raw: Buffer.from(`mail ${id}`),
  receivedAt: amsterdam('2026-11-02T09:15'),
  size,
})

describe('the mails that were stored last', () => {
  it('are given once: who comes later reads what is stored', () => {
    const recent = createRecentMails()
    recent.keep(mail(a, 100))
    expect(recent.take(a)?.raw).toEqual(Buffer.from(`mail ${a}`))
    expect(recent.take(a)).toBeUndefined()
    expect(recent.take(b)).toBeUndefined()
  })

  it('take no more than some megabytes: the oldest go first, and what is larger is not kept', () => {
    const recent = createRecentMails()
    for (const id of [a, b, c]) recent.keep(mail(id, 900_000))
    expect([a, b, c].map((id) => recent.take(id)?.id)).toEqual([undefined, b, c])
    recent.keep(mail(d, 3_000_000))
    expect(recent.take(d)).toBeUndefined()
  })
})
