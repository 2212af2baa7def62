import { momentInWords } from '#src/services/words.ts'
import {
  compareMailboxes,
  MailboxUnreadable,
  type MailboxComparison,
  type MailOnServer,
} from '../reconcile/reconcile-mailboxes.ts'
import { zone } from '../zone.ts'
import { realMailboxesToRead } from '../runtime/mail-account.ts'
import { exitCodes, Refusal } from '../runtime/stop-reason.ts'
import type { Output } from './output.ts'
import { withInstallation, withProgress } from './session.ts'

/** `opkomst inbox reconcile`: exits 1 when something lies on the server that the ledger does not know and that was not taken in. */
export const inboxReconcileCommand = (out: Output, options: { json: boolean; takeIn: boolean }): Promise<number> =>
  withInstallation(out, async (installation) => {
    const { config, secrets, rows, verb, db, keyring } = installation
    const { imap } = config
    if (!imap)
      throw new Refusal(
        'Er is geen echte mailbox om te vergelijken: IMAP_URL is niet gezet. De postbus van de demo bestaat alleen zolang Opkomst draait.',
        exitCodes.configuration,
      )
    const mailboxes = await realMailboxesToRead(imap, secrets, installation)
    const found = await withProgress(out, 'de mailboxen worden vergeleken met het grootboek', async () => {
      const takeIn = options.takeIn && { takeIn: { mails: rows.mails, ids: verb.ids, references: verb.references } }
      const parts = { db, keyring, clock: verb.clock, mailboxes }
      return compareMailboxes(parts, { thorough: true, settleMs: 2_000, ...takeIn }).catch(refuseUnreadable)
    })
    const ok = found.notInLedger === found.takenIn && found.contradicted.length === 0
    if (options.json) out.json({ ok, ...inJson(found) })
    else for (const line of linesOf(found, ok)) out.line(line)
    return ok ? exitCodes.good : exitCodes.wrong
  })

function refuseUnreadable(error: unknown): never {
  throw error instanceof MailboxUnreadable ? new Refusal(error.message) : error
}

const inJson = ({ named, contradicted, ...rest }: MailboxComparison) => {
  const plain = <Mail extends MailOnServer>(mail: Mail) => ({ ...mail, receivedAt: mail.receivedAt.toString() })
  return { ...rest, notInLedgerNamed: named.map(plain), contradicted: contradicted.map(plain) }
}

const placeOf = ({ mailbox, uid, uidValidity, receivedAt }: MailOnServer): string =>
  `${mailbox}, nummer ${String(uid)} (${uidValidity}), ontvangen ${momentInWords(receivedAt, zone)}`

function linesOf(found: MailboxComparison, ok: boolean): string[] {
  const { folders, known, newPlaces, notInLedger, named, takenIn, contradicted, again, notOnServer } = found
  const unnamed = notInLedger - named.length
  return [
    ...folders.map(
      ({ mailbox, mails, older }) =>
        `${mailbox}: ${String(mails)} mails${older > 0 ? `, waarvan ${String(older)} van voor de begindag (IMAP_SINCE)` : ''}`,
    ),
    ...named.map((mail) => `- ${takenIn > 0 ? 'nu aangenomen' : 'niet in het grootboek'}: ${placeOf(mail)}`),
    ...(unnamed > 0 ? [`- en nog ${String(unnamed)} andere`] : []),
    ...contradicted.map(
      (mail) => `- een andere inhoud dan die van mail ${mail.reference}, die hier eerder lag: ${placeOf(mail)}`,
    ),
    `${String(known)} mails op de server staan in het grootboek${newPlaces > 0 ? `; van ${String(newPlaces)} is nu bekend waar ze liggen` : ''}.`,
    ...(again > 0 ? [`${String(again)} keer lag dezelfde mail er nog eens: die telt één keer.`] : []),
    ...(notOnServer > 0
      ? [
          `${String(notOnServer)} mails in het grootboek liggen niet meer in deze mappen. Dat is geen fout: hun inhoud is bewaard.`,
        ]
      : []),
    verdictOf(found, ok),
  ]
}

function verdictOf({ notInLedger, takenIn, contradicted }: MailboxComparison, ok: boolean): string {
  if (takenIn > 0)
    return `${String(takenIn)} mails zijn nu aangenomen; ze worden gelezen zodra Opkomst draait.${ok ? '' : ' Er blijven verschillen.'}`
  if (ok) return 'Alles op de server staat in het grootboek.'
  const missing =
    notInLedger > 0
      ? `${String(notInLedger)} mails op de server staan niet in het grootboek. Draait Opkomst? Zo niet, start het; zo wel, neem ze aan met --take-in.`
      : ''
  const twice =
    contradicted.length > 0 ? 'De mailserver gaf een nummer twee keer uit: vraag de beheerder van de mailserver.' : ''
  return [missing, twice].filter(Boolean).join(' ')
}
