import path from 'node:path'
import { configured } from './environment.ts'
import type { Output } from './output.ts'

/** `opkomst contracts check`: needs no database, so it works in the editor of a contract file too. */
export async function contractsCheckCommand(out: Output, folder: string | undefined, json: boolean): Promise<number> {
  const { checkContracts } = await import('../contracts/check-contracts.ts')
  const check = await checkContracts(folder ?? path.join(configured().config.textsDir, 'contracts'))
  if (json) out.json({ ok: check.ok, problems: check.problems })
  else out.line(check.report)
  return check.ok ? 0 : 1
}
