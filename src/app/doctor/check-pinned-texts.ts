import type { Kysely } from 'kysely'
import { changedTexts } from '#src/store/texts.ts'
import type { Database } from '#src/store/tables/database.ts'
import type { Config } from '../config/config.ts'
import { textOfContract, textsOfFlow } from '../knowledge/load-knowledge.ts'
import { readTextFiles } from '../knowledge/read-text-files.ts'
import { textPathsIn } from '../knowledge/text-paths.ts'
import { changedText } from '../runtime/installation.ts'
import { wrong, type Finding } from './finding.ts'

/** The next start would refuse these: said here while it still runs. What is wrong in the texts themselves is told elsewhere. */
export async function checkPinnedTexts(db: Kysely<Database>, { textsDir }: Config): Promise<Finding[]> {
  const files = await readTextFiles(textPathsIn(textsDir)).catch(() => undefined)
  if (!files) return []
  const contracts = [...files.contracts.values()].map(textOfContract)
  const changed = await changedTexts(db, { contracts, flows: textsOfFlow(files.flow) })
  return changed.map((which) => wrong('teksten', changedText(which)))
}
