import { afterEach, beforeEach, expect, it } from 'vitest'
import { subjectKey } from '#src/store/keyring.ts'
import { everythingReadable } from './everything-readable.ts'
import { createRig, referral, type Rig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await createRig()
})
afterEach(() => rig.close())

/** Passes the eleven test; belongs to nobody. */
const bsn = '123456782'
const written = [bsn, '1234 56 782', '123.456.782']

it.each(written)('keeps a BSN written as %s nowhere but in the encrypted raw mail', async (form) => {
  const id = await rig.arrive(referral('een', { BSN: form, Opmerkingen: `bsn ${form}` }))
  await rig.handlers.mail({ mailId: id })
  const { id: journey } = await rig.db.selectFrom('journeys').select('id').executeTakeFirstOrThrow()
  await rig.write(`mijn bsn is ${form}`, 'a')
  await rig.handlers.messages({ journeyId: journey })
  await rig.sendAll()
  const readable = (await everythingReadable(rig)).join('\n')
  expect(readable).toContain('Fatima Yilmaz')
  for (const shape of written) expect(readable).not.toContain(shape)
  const raw = await rig.db.selectFrom('mails').select('raw').where('id', '=', id).executeTakeFirstOrThrow()
  expect(raw.raw).not.toBeNull()
  expect(await subjectKey(rig.db, rig.keyring, id)).toBeDefined()
})

it.each(written)('reads a mail without the BSN that is written as %s, wherever it stands', async (form) => {
  const { readMail } = await import('#src/inbox/read-mail.ts')
  const raw = referral('een', { Opmerkingen: `bekend onder bsn ${form}`, Product: `traject ${form}` })
  const reading = JSON.stringify(await readMail(raw, rig.facts, rig.clock.now()))
  for (const shape of written) expect(reading).not.toContain(shape)
})
