import { accessSync, constants, realpathSync } from 'node:fs'
import { makeFolder } from '../config/make-folder.ts'
import { exitCodes, Refusal } from '../runtime/stop-reason.ts'

/**
 * Makes the data folder when absent and gives its real path. Others may pass through it (PostgreSQL's account must, when
 * we are root) but not list it; each file inside guards itself.
 */
export function openDataDir(dataDir: string): string {
  try {
    makeFolder(dataDir, 0o711)
    accessSync(dataDir, constants.W_OK | constants.X_OK)
    return realpathSync(dataDir)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Refusal(
      `In de gegevensmap ${dataDir} kan niet worden geschreven (${why}): maak haar beschrijfbaar, of zet DATA_DIR op een andere map.`,
      exitCodes.configuration,
    )
  }
}
