import { existsSync } from 'node:fs'
import path from 'node:path'
import { newKey } from '#src/store/encryption.ts'
import { rotateMasterKey } from '#src/store/keyring.ts'
import type { Config } from '../config/config.ts'
import { Refusal } from '../runtime/stop-reason.ts'
import { configured } from './environment.ts'
import type { Output } from './output.ts'
import { withProgress } from './session.ts'

/** Where the new key goes first, and what stands there when all is done. */
interface KeyFiles {
  readonly next: string
  /** Absent: the old key came from a variable, which only a person can change. */
  readonly current?: string
}

async function keyFiles({ masterKey }: Config, to: string | undefined): Promise<KeyFiles> {
  const { nextKeyFile } = await import('../runtime/master-key.ts')
  if (masterKey.from === 'variable') {
    if (to === undefined)
      throw new Refusal('De sleutel staat in MASTER_KEY: geef met --to een bestand waarin de nieuwe sleutel komt.', 2)
    const next = path.resolve(to)
    if (!existsSync(path.dirname(next)))
      throw new Refusal(`De map ${path.dirname(next)} bestaat niet: maak die eerst, of kies een ander bestand.`, 2)
    return { next }
  }
  if (to !== undefined)
    throw new Refusal('De sleutel staat in een bestand, dat zelf wordt vervangen: laat --to weg.', 2)
  return { next: nextKeyFile(masterKey.file), current: masterKey.file }
}

/** `opkomst keys rotate`: nothing may run meanwhile, because every process holds the old key in memory. */
export async function keysRotateCommand(out: Output, to: string | undefined): Promise<number> {
  const { config, secrets } = configured()
  const [{ joinServer }, { openData }, { withoutOthers }, { findMasterKey, openKeys, promoteNextKey, writeKeyFile }] =
    await Promise.all([
      import('../runtime/database-server.ts'),
      import('../runtime/installation.ts'),
      import('../runtime/running-mark.ts'),
      import('../runtime/master-key.ts'),
    ])
  const { next, current } = await keyFiles(config, to)
  if (current === undefined && existsSync(next)) throw new Refusal(`${next} bestaat al: kies een ander bestand.`)
  await using stack = new AsyncDisposableStack()
  const server = await joinServer({ config, secrets, onLine: () => undefined })
  stack.defer(() => server.close())
  return await withoutOthers(server.url, async () => {
    await using opened = new AsyncDisposableStack()
    const db = await openData(opened, { url: server.url, connections: 2, onError: () => undefined })
    const found = await findMasterKey(db, config, secrets)
    const { key } = await openKeys(db, found.key, config.masterKey)
    const fresh = newKey()
    // On disk before the database asks for it: a crash in between leaves both keys.
    writeKeyFile(next, fresh)
    const count = await withProgress(out, 'de sleutels worden opnieuw verpakt', () => rotateMasterKey(db, key, fresh))
    out.line(`${String(count)} sleutels zijn opnieuw verpakt onder een nieuwe hoofdsleutel.`)
    if (current === undefined)
      out.line(`Zet MASTER_KEY nu op de inhoud van ${next}; met de oude sleutel start Opkomst niet meer.`)
    else
      out.line(
        `De nieuwe sleutel staat in ${current}. De oude staat in ${promoteNextKey(current)}: bewaar die tot de laatste sleutelkopie van voor nu weg is, en verwijder hem dan.`,
      )
    out.line('Maak nu een nieuwe kopie van de sleutels (opkomst keys backup) en van de hoofdsleutel zelf.')
    return 0
  })
}
