import { momentInWords } from '#src/services/words.ts'
import { toInstant } from '#src/store/instants.ts'
import { zone } from '../zone.ts'
import type { Output } from './output.ts'
import { withDatabase } from './session.ts'
import { table } from './table.ts'

const statusWords: Readonly<Record<string, string>> = { open: 'loopt', paused: 'gepauzeerd', ended: 'beëindigd' }

/** References and stages only: names stay in the console. */
export const journeysListCommand = (out: Output, json: boolean): Promise<number> =>
  withDatabase(out, async ({ db }) => {
    const rows = await db
      .selectFrom('journeys')
      .select(['id', 'reference', 'contract_id', 'status', 'updated_at'])
      .orderBy('sequence', 'desc')
      .execute()
    if (json) {
      out.json(rows)
      return 0
    }
    const lines = rows.map((row) => [
      row.reference,
      row.contract_id,
      statusWords[row.status] ?? row.status,
      momentInWords(toInstant(row.updated_at), zone),
    ])
    for (const line of table(['kenmerk', 'contract', 'stand', 'laatst veranderd'], lines)) out.line(line)
    out.line(`${String(rows.length)} trajecten.`)
    return 0
  })
