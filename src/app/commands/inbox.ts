import { momentInWords } from '#src/services/words.ts'
import { ledgerCounts } from '#src/store/ledger-counts.ts'
import { ledgerLines } from '#src/store/overview/mails.ts'
import { zone } from '../runtime/installation.ts'
import { Refusal } from '../runtime/stop-reason.ts'
import type { Output } from './output.ts'
import { withDatabase } from './session.ts'
import { table } from './table.ts'

const outcomeWords: Readonly<Record<string, string>> = {
  journey: 'traject begonnen',
  waiting: 'wacht op een medewerker',
  duplicate: 'dubbel',
  accepted_by_person: 'aangenomen door een medewerker',
  rejected_by_person: 'afgewezen door een medewerker',
}

const wordsOf = (outcome: string | null | undefined): string =>
  outcome ? (outcomeWords[outcome] ?? outcome) : 'nog niet gelezen'

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
      wordsOf(outcome),
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
      .select(['mailbox', 'uid_validity', 'uid', 'seen_at'])
      .where('mail_id', '=', mail.id)
      .orderBy('seen_at')
      .execute()
    if (json) {
      out.json({ ...mail, sightings: seen })
      return 0
    }
    for (const [title, words] of [
      ['kenmerk', mail.reference],
      ['binnengekomen', mail.received_at.toISOString()],
      ['grootte', `${String(mail.size)} bytes`],
      ['contract', mail.contract_id ?? '-'],
      ['uitkomst', wordsOf(mail.outcome)],
      ['reden', mail.why ?? '-'],
      ...seen.map((place) => ['gezien in', `${place.mailbox}, nummer ${String(place.uid)} (${place.uid_validity})`]),
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
