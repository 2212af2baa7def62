import { expect, it } from 'vitest'
import { reconcile } from '#src/app/reconcile/reconcile.ts'
import { createRig, referral } from '../../promises/rig.ts'

it('takes a mail that comes in during the look for no difference', async () => {
  await using stack = new AsyncDisposableStack()
  const rig = stack.adopt(await createRig(), (made) => made.close())
  let coming = true
  const mails = (async () => {
    for (let n = 0; coming; n += 1) await rig.arrive(referral(`mail-${String(n)}`))
  })()
  const looks = []
  for (let n = 0; n < 60; n += 1)
    looks.push(await reconcile({ db: rig.db, keyring: rig.keyring, contracts: rig.loaded.knowledge.contracts }))
  coming = false
  await mails
  expect(looks.flatMap(({ differences }) => differences)).toEqual([])
  expect(looks.at(-1)?.mails).toBeGreaterThan(0)
})
