import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { marker, startSmallClamd, virusName } from '../support/small-clamd.ts'
import { person, referralOf } from './people.ts'
import { openScene, type Scene } from './scene.ts'
import { until } from '../support/until.ts'

/** The same referral with a text file beside it. */
function withFile(referral: Buffer, content: string): Buffer {
  const [head = '', text = ''] = referral.toString().split(/\r?\n\r?\n(.*)/s)
  const kept = head.split(/\r?\n/).filter((line) => !/^(?:content-|mime-)/i.test(line))
  return Buffer.from(
    [
      ...kept,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=grens',
      '',
      '--grens',
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      '--grens',
      'Content-Type: text/plain; name=toelichting.txt',
      'Content-Disposition: attachment; filename=toelichting.txt',
      '',
      content,
      '--grens--',
      '',
    ].join('\r\n'),
  )
}

/** What became of the mails, once each has its outcome. */
const handled = (scene: Scene, mails: number) =>
  until('the mails have their outcome', async () => {
    const { db } = scene.records
    const rows = await db.selectFrom('mails').select(['id', 'kind', 'outcome', 'why']).orderBy('id').execute()
    return rows.filter(({ outcome }) => outcome !== null).length === mails && rows
  })

describe('a provider with a virus scanner', () => {
  it('gets referrals with attachments that are clean, and a person sees which one is not, unopened', async () => {
    await using clamd = await startSmallClamd()
    await using scene = await openScene()
    const opkomst = await scene.start({ CLAMD_URL: clamd.url })
    scene.provider.deliver(withFile(referralOf(person(1)), 'Met vriendelijke groet,'))
    await scene.ledgerHolds(1)
    scene.provider.deliver(withFile(referralOf(person(2)), `Dit ziet niemand. ${marker}`))
    await scene.ledgerHolds(2)
    const [clean, infected] = await handled(scene, 2)
    expect(clean).toMatchObject({ kind: 'referral', outcome: 'journey' })
    expect(infected).toMatchObject({ kind: 'unreadable', outcome: 'waiting', why: 'unreadable' })
    await expect.poll(() => scene.invitations()).toEqual([1])
    const page = await opkomst.page(`/aanmeldingen/${infected?.id ?? ''}`)
    expect(page).toContain('De virusscanner vond iets in een bijlage')
    expect(page).not.toContain('Dit ziet niemand')
    const log = readFileSync(path.join(scene.provider.folder, 'data', 'opkomst.log'), 'utf8')
    for (const told of [page, log, ...opkomst.lines]) expect(told).not.toContain(virusName)
  })

  it('sees a referral wait that the scanner did not look at, and its attachment once it answers', async () => {
    await using clamd = await startSmallClamd('error')
    await using scene = await openScene()
    const opkomst = await scene.start({ CLAMD_URL: clamd.url })
    scene.provider.deliver(withFile(referralOf(person(1)), 'Werkt graag in de ochtend.'))
    await scene.ledgerHolds(1)
    const [mail] = await handled(scene, 1)
    expect(mail).toMatchObject({ kind: 'referral', outcome: 'waiting', why: 'attachment_not_read' })
    expect(await scene.invitations()).toEqual([])
    const address = `/aanmeldingen/${mail?.id ?? ''}`
    const closed = await opkomst.page(address)
    expect(closed).toContain('de virusscanner antwoordt niet')
    expect(closed).not.toContain('Werkt graag in de ochtend.')
    clamd.behave('scans')
    expect(await opkomst.page(address)).toMatch(/Werkt graag in de ochtend/)
  })
})
