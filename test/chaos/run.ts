/**
 * `node test/chaos/run.ts [kills] [mails] [seed]`: kills a worker again and again while it takes in mails from Dovecot, and ends with 1
 * when anything was lost or done twice. Needs OPKOMST_TEST_IMAP_URL and OPKOMST_TEST_MAILDIR (CONTRIBUTING.md).
 */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { dovecotLacks } from '../support/dovecot-mailbox.ts'

const [kills = '200', mails = '1000', seed = String(Math.floor(Math.random() * 2 ** 32))] = process.argv.slice(2)
const lacking = dovecotLacks()
if (lacking.length > 0) {
  process.stderr.write(`Not set: ${lacking.join(', ')}.\n`)
  process.exit(2)
}
const settings = {
  OPKOMST_CHAOS_KILLS: kills,
  OPKOMST_CHAOS_MAILS: mails,
  OPKOMST_CHAOS_SEED: seed,
  OPKOMST_CHAOS_OLD: '50000',
}
const root = path.join(import.meta.dirname, '../..')
const program = path.join(root, 'node_modules/vitest/vitest.mjs')
const args = [program, 'run', 'test/chaos/killed-on-dovecot.test.ts', '--disable-console-intercept']
const { status } = spawnSync(process.execPath, args, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...settings },
})
process.stdout.write(`Seed ${seed}: ${status === 0 ? 'nothing lost, nothing twice' : 'something is wrong'}.\n`)
process.exit(status === 0 ? 0 : 1)
