import { reconcile } from '../reconcile/reconcile.ts'
import type { Output } from './output.ts'
import { withInstallation, withProgress } from './session.ts'

/** `opkomst reconcile`: exits 1 when anything differs. */
export const reconcileCommand = (out: Output, json: boolean): Promise<number> =>
  withInstallation(out, async ({ db, keyring, loaded }) => {
    const parts = { db, keyring, contracts: loaded.knowledge.contracts }
    const found = await withProgress(out, 'de dossiers worden nagelopen', () => reconcile(parts))
    if (json) out.json({ ok: found.differences.length === 0, ...found })
    else {
      for (const { words } of found.differences) out.line(`- ${words}`)
      const { mails, journeys, timers, differences } = found
      const verdict = differences.length === 0 ? 'alles klopt' : `${String(differences.length)} verschillen`
      out.line(
        `${String(mails)} mails, ${String(journeys)} trajecten en ${String(timers)} wekkers nagelopen: ${verdict}.`,
      )
      if (differences.length > 0) out.line('Herstel een reservekopie of vraag hulp: dit gaat niet vanzelf over.')
    }
    return found.differences.length === 0 ? 0 : 1
  })
