#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import path from 'node:path'
import { existsSync } from 'node:fs'

// Before anything large is imported, and only beside data that exist: asking for help makes no folder.
const dataDir = path.resolve(process.env['DATA_DIR'] || path.join(import.meta.dirname, '../../data'))
if (existsSync(dataDir)) enableCompileCache(path.join(dataDir, 'cache'))

const { main } = await import('./commands/main.ts')
process.exitCode = await main(process.argv.slice(2))
