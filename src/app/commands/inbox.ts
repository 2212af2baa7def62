import { mailBadge, reasonInWords } from '#src/console/words/mail.ts'
import type { MailOutcome } from '#src/services/ports/mails.ts'
import { momentInWords } from '#src/services/words.ts'
import { toInstant } from '#src/store/instants.ts'
import { ledgerCounts } from '#src/store/ledger-counts.ts'
import { ledgerLines } from '#src/store/overview/mails.ts'
import { zone } from '../zone.ts'
import { Refusal } from '../runtime/stop-reason.ts'
import type { Output } from './output.ts'
import { withDatabase } from './session.ts'
import { table } from './table.ts'

const mostListed = 100

export const inboxListCommand = (out: Output, json: boolean): Promise<number> =>
  withDatabase(out, async ({ db }) => {
    const { rows, total } = await ledgerLines(db, { page: 1, size: mostListed })
    if (json) {
      out.json({ total, mails: rows.map((row) => ({ ...row, receivedAt: row.receivedAt.toString() })) })
      return 0
    }
    const lines = rows.map(({ reference, receivedAt, outcome, contractId }) => [
      reference,
      momentInWords(receivedAt, zone),
      contractId ?? '-',
      mailBadge(outcome).words,
    ])
    for (const line of table(['kenmerk', 'binnengekomen', 'contract', 'uitkomst'], lines)) out.line(line)
    out.line(`${String(rows.length)} van ${String(total)} mails.`)
    return 0
  })

export const inboxShowCommand = (out: Output, reference: string, json: boolean): Promise<number> =>
  withDatabase(out, async ({ db }) => {
    const mail = await db
      .selectFrom('mails')
      .select(['id', 'reference', 'received_at', 'stored_at', 'handled_at', 'size', 'outcome', 'why', 'contract_id'])
      .where('reference', '=', reference.trim().toUpperCase())
      .executeTakeFirst()
    if (!mail) throw new Refusal(`Er is geen mail met kenmerk ${reference}: 'opkomst inbox list' noemt ze.`)
    const seen = await db
      .selectFrom('mail_sightings')
      .select(['mailbox', 'uid_validity', 'uid', 'seen_at', 'left_at'])
      .where('mail_id', '=', mail.id)
      .orderBy('seen_at')
      .execute()
    if (json) {
      out.json({ ...mail, sightings: seen })
      return 0
    }
    const outcome = (mail.outcome ?? undefined) as MailOutcome | undefined // the column's check holds this list
    for (const [title, words] of [
      ['kenmerk', mail.reference],
      ['binnengekomen', momentInWords(toInstant(mail.received_at), zone)],
      ['grootte', `${String(mail.size)} bytes`],
      ['contract', mail.contract_id ?? '-'],
      ['uitkomst', mailBadge(outcome).words],
      ['reden', mail.why ? reasonInWords(mail.why) : '-'],
      ...seen.map((place) => [
        place.left_at ? 'lag in' : 'gezien in',
        `${place.mailbox}, nummer ${String(place.uid)} (${place.uid_validity})`,
      ]),
    ] as const)
      out.line(`${title.padEnd(14)}${words}`)
    if (mail.outcome === 'waiting') out.line('De console laat zien wat erin staat en waarom hij wacht.')
    return 0
  })

/** Promise 1, on demand: exits 1 when the sum is wrong. */
export const inboxCountsCommand = (out: Output, json: boolean): Promise<number> =>
  withDatabase(out, async ({ db }) => {
    const counts = await ledgerCounts(db)
    const { received, handled, waiting, unread } = counts
    const adds = received === handled + waiting + unread
    if (json) out.json({ ...counts, ok: adds })
    else
      out.line(
        `${String(received)} ontvangen = ${String(handled)} behandeld + ${String(waiting)} wacht op een medewerker` +
          `${unread > 0 ? ` + ${String(unread)} nog te lezen` : ''}${adds ? '.' : ': dat klopt niet!'}`,
      )
    return adds ? 0 : 1
  })
