import type { Kysely } from 'kysely'
import type { Database } from './tables/database.ts'

export interface PinnedText {
  readonly name: string
  readonly version: number
  readonly hash: string
  readonly text: string
}

/** The same version of a contract or flow with another text: journeys that run under it would change without anyone deciding so. */
class ChangedText extends Error {
  override readonly name = 'ChangedText'
}

const nameOf = (kind: 'contract' | 'flow', { name, version }: Pick<PinnedText, 'name' | 'version'>): string =>
  `${kind} ${name} versie ${String(version)}`

/** Keeps the text that journeys pin. Throws ChangedText when this version was seen with another text. */
export async function pinContract(db: Kysely<Database>, { name, version, hash, text }: PinnedText): Promise<void> {
  await db
    .insertInto('contract_texts')
    .values({ hash, contract_id: name, version, text })
    .onConflict((c) => c.doNothing())
    .execute()
  const row = await db
    .selectFrom('contract_texts')
    .select('hash')
    .where('contract_id', '=', name)
    .where('version', '=', version)
    .executeTakeFirst()
  if (row?.hash !== hash) throw new ChangedText(nameOf('contract', { name, version }))
}

export async function pinFlow(db: Kysely<Database>, { name, version, hash, text }: PinnedText): Promise<void> {
  await db
    .insertInto('flow_texts')
    .values({ hash, name, version, text })
    .onConflict((c) => c.doNothing())
    .execute()
  const row = await db
    .selectFrom('flow_texts')
    .select('hash')
    .where('name', '=', name)
    .where('version', '=', version)
    .executeTakeFirst()
  if (row?.hash !== hash) throw new ChangedText(nameOf('flow', { name, version }))
}

export const pinnedContracts = (db: Kysely<Database>) =>
  db.selectFrom('contract_texts').select(['hash', 'text', 'contract_id']).execute()

export const pinnedFlows = (db: Kysely<Database>) =>
  db.selectFrom('flow_texts').select(['hash', 'text', 'name']).execute()

/** Which of these stand in the database under the same version with another text. Changes nothing. */
export async function changedTexts(
  db: Kysely<Database>,
  { contracts, flows }: { readonly contracts: readonly PinnedText[]; readonly flows: readonly PinnedText[] },
): Promise<string[]> {
  const ofContracts = await db.selectFrom('contract_texts').select(['contract_id as name', 'version', 'hash']).execute()
  const ofFlows = await db.selectFrom('flow_texts').select(['name', 'version', 'hash']).execute()
  const differs = (now: PinnedText, pinned: readonly Omit<PinnedText, 'text'>[]): boolean =>
    pinned.some(({ name, version, hash }) => name === now.name && version === now.version && hash !== now.hash)
  return [
    ...contracts.filter((now) => differs(now, ofContracts)).map((now) => nameOf('contract', now)),
    ...flows.filter((now) => differs(now, ofFlows)).map((now) => nameOf('flow', now)),
  ]
}
