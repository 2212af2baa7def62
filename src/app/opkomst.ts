#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import path from 'node:path'
import { dataDirOf, readEnvironment } from './config/env.ts'
import { makeFolder } from './config/make-folder.ts'

const [verb] = process.argv.slice(2)

/** Compiled code is kept beside the data, so that the next start is faster. Only `start` makes the folder: asking for help must not. */
function keepCompiledCode(): void {
  try {
    const dataDir = dataDirOf(readEnvironment()['DATA_DIR'])
    if (verb === 'start') makeFolder(dataDir, 0o711)
    if (!existsSync(dataDir)) return
    const compiled = path.join(dataDir, 'cache')
    enableCompileCache(compiled)
    // Where the threads that read mails and messages look.
    process.env['NODE_COMPILE_CACHE'] ??= compiled
  } catch {
    // A file that cannot be read, or a folder that cannot be made, is told with advice by what needs it.
  }
}

// Before anything large is imported.
keepCompiledCode()
const { main } = await import('./commands/main.ts')
process.exitCode = await main(process.argv.slice(2))
