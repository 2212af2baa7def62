import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { inspect } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { readConfig, type Config, type ConfigReading } from '#src/app/config/config.ts'
import { projectRoot } from '#src/app/config/env.ts'
import { makeTemporaryFolder, removeFolder } from '#test/support/temporary-folder.ts'

const key = randomBytes(32).toString('base64')
const folder = makeTemporaryFolder()
afterAll(() => removeFolder(folder))

const keyFile = path.join(folder, 'key')
writeFileSync(keyFile, `${key}\n`)

/** A whole production, from which each case takes or to which each case adds. */
const production = {
  DATABASE_URL: 'postgres://opkomst:geheim1@db.example:5432/opkomst',
  REDIS_URL: 'redis://:geheim2@queue.example',
  MASTER_KEY: key,
  IMAP_URL: 'imaps://post%40werkwijzer.example@imap.werkwijzer.example',
  IMAP_PASSWORD: 'geheim3',
  SMTP_URL: 'smtp://post%40werkwijzer.example@smtp.werkwijzer.example',
  SMTP_PASSWORD: 'geheim4',
  AUTHSERV_ID: 'mx.werkwijzer.example',
}

const problemsOf = (reading: ConfigReading): readonly string[] => (reading.ok ? [] : reading.problems)

function configOf(env: Record<string, string>): Config {
  const reading = readConfig(env)
  if (!reading.ok) throw new Error(reading.problems.join('\n'))
  return reading.config
}

describe('readConfig', () => {
  it('needs nothing: an empty environment is a demo that sends, on this machine only', () => {
    expect(configOf({ PATH: '/bin', HOME: '/nergens' })).toMatchObject({
      demo: true,
      sending: 'on',
      database: 'embedded',
      queue: 'postgres',
      dataDir: path.join(projectRoot, 'data'),
      textsDir: projectRoot,
      console: { host: '127.0.0.1', port: 4180, trusted: false },
      masterKey: { from: 'made', file: path.join(projectRoot, 'data', 'master.key') },
      authservId: 'mail.werkwijzer.example',
      checkDkim: false,
    })
  })

  it('reads a whole production, in which nothing is sent until somebody says so', () => {
    expect(configOf(production)).toMatchObject({
      demo: false,
      sending: 'off',
      database: 'server',
      queue: 'redis',
      imap: { host: 'imap.werkwijzer.example', port: 993, secure: true, user: 'post@werkwijzer.example' },
      smtp: { host: 'smtp.werkwijzer.example', port: 587, secure: false, user: 'post@werkwijzer.example' },
      authservId: 'mx.werkwijzer.example',
      checkDkim: true,
    })
  })

  it('checks signatures itself on a real mailbox only, unless somebody says otherwise', () => {
    expect(configOf({ ...production, DKIM_CHECK: 'off' }).checkDkim).toBe(false)
    expect(configOf({ DKIM_CHECK: 'on' }).checkDkim).toBe(true)
  })

  it('has files scanned only by a virus scanner that was named', () => {
    expect(configOf(production).clamdUrl).toBeUndefined()
    for (const address of ['tcp://127.0.0.1:3310', 'tcp://clamd', 'unix:/run/clamav/clamd.ctl'])
      expect(configOf({ ...production, CLAMD_URL: address }).clamdUrl).toBe(address)
  })

  it('reads several folders and a second mailbox, where handled mail goes, and from which day', () => {
    const { imap } = configOf({
      ...production,
      IMAP_MAILBOX: 'INBOX, Aanmeldingen',
      IMAP_HANDLED_MAILBOX: 'Opkomst/verwerkt',
      IMAP_SINCE: '2026-11-01',
      IMAP_SECOND_URL: 'imaps://intake@imap.anders.example',
      IMAP_SECOND_PASSWORD: 'geheim5',
    })
    expect(imap).toMatchObject({
      mailboxes: ['INBOX', 'Aanmeldingen'],
      handledMailbox: 'Opkomst/verwerkt',
      since: '2026-11-01',
      second: { host: 'imap.anders.example', port: 993, user: 'intake' },
    })
    expect(configOf({ ...production, IMAP_SINCE: 'all' }).imap?.since).toBe('all')
  })

  it('takes what is empty as not set, as compose files write it', () => {
    expect(configOf({ IMAP_URL: '', SENDING: '', DATABASE_URL: '' }).demo).toBe(true)
  })

  it('knows no name of a receiving server by itself for a real mailbox: without AUTHSERV_ID no header is believed', () => {
    const { AUTHSERV_ID, ...without } = production
    expect(AUTHSERV_ID).toBeDefined()
    expect(configOf(without).authservId).toBeUndefined()
  })

  it.each([
    ['a port that is no number', { PORT: 'tachtig' }, /^PORT is fout: het moet een heel getal/],
    ['a port that does not exist', { PORT: '70000' }, /^PORT is fout/],
    ['a host by name', { CONSOLE_HOST: 'mijn-server' }, /^CONSOLE_HOST is fout/],
    ['a database of another kind', { DATABASE_URL: 'mysql://db.example/x', MASTER_KEY: key }, /^DATABASE_URL is fout/],
    ['a queue of another kind', { REDIS_URL: 'amqp://queue.example' }, /^REDIS_URL is fout/],
    ['a key that is too short', { MASTER_KEY: 'a2V5' }, /^MASTER_KEY is fout: .*openssl rand/],
    ['a mailbox over the web', { ...production, IMAP_URL: 'https://a@imap.example' }, /^IMAP_URL is fout/],
    [
      'a password in the address',
      { ...production, IMAP_URL: 'imaps://a:geheim@imap.example' },
      /^IMAP_URL is fout: .*IMAP_PASSWORD/,
    ],
    [
      'a password in the address of the mail server',
      { ...production, SMTP_URL: 'smtps://a:geheim@smtp.example' },
      /^SMTP_URL is fout: .*SMTP_PASSWORD/,
    ],
    ['a folder without a name', { ...production, IMAP_MAILBOX: 'INBOX,,B' }, /^IMAP_MAILBOX is fout/],
    ['a day that does not exist', { ...production, IMAP_SINCE: '2026-02-30' }, /^IMAP_SINCE is fout: .*2026-11-01/],
    ['an unknown way of sending', { SENDING: 'aan' }, /^SENDING is fout: het moet off, approve of on/],
    ['an unknown answer to whether to check', { DKIM_CHECK: 'ja' }, /^DKIM_CHECK is fout: het moet on of off/],
    ['a virus scanner over the web', { CLAMD_URL: 'http://127.0.0.1:3310' }, /^CLAMD_URL is fout: .*tcp:.*unix:/],
    ['a virus scanner without a socket', { CLAMD_URL: 'unix:' }, /^CLAMD_URL is fout/],
    ['an unknown level', { LOG_LEVEL: 'alles' }, /^LOG_LEVEL is fout/],
    ['another word for accepting', { EMBEDDED_DATABASE: 'ja' }, /^EMBEDDED_DATABASE is fout/],
  ])('refuses %s, and says what it must be', (_, env, words) => {
    expect(problemsOf(readConfig(env))).toEqual([expect.stringMatching(words)])
  })

  const without = (...names: readonly (keyof typeof production)[]): Record<string, string> =>
    Object.fromEntries(Object.entries(production).filter(([name]) => !names.some((left) => left === name)))

  it.each([
    ['a console for the network, as there are no accounts', { CONSOLE_HOST: '0.0.0.0' }, /nog geen accounts/],
    ['a real mailbox on the embedded database', without('DATABASE_URL'), /EMBEDDED_DATABASE=accepted/],
    ['a database without a key', without('MASTER_KEY'), /^DATABASE_URL is gezet en MASTER_KEY niet/],
    ['two keys', { ...production, MASTER_KEY_FILE: keyFile }, /allebei gezet/],
    ['a key file that is not there', { MASTER_KEY_FILE: '/nergens/sleutel' }, /^MASTER_KEY_FILE is niet te lezen/],
    ['a mailbox without a password', without('IMAP_PASSWORD'), /IMAP_PASSWORD niet/],
    ['a mailbox without a user', { ...production, IMAP_URL: 'imaps://imap.example' }, /geen gebruikersnaam/],
    [
      'handled mail in a folder that is read',
      { ...production, IMAP_MAILBOX: 'INBOX,B', IMAP_HANDLED_MAILBOX: 'B' },
      /niet gelezen wordt/,
    ],
    ['a folder that is read twice', { ...production, IMAP_MAILBOX: 'B,B' }, /twee keer/],
    ['a second mailbox without a first', { IMAP_SECOND_URL: 'imaps://a@imap.example' }, /IMAP_URL niet/],
    [
      'a second mailbox without a password',
      { ...production, IMAP_SECOND_URL: 'imaps://a@imap.example' },
      /IMAP_SECOND_PASSWORD niet/,
    ],
    [
      'the same mailbox twice',
      { ...production, IMAP_SECOND_URL: `${production.IMAP_URL}:993`, IMAP_SECOND_PASSWORD: 'x' },
      /dezelfde mailbox/,
    ],
    [
      'a password of a mail server that is not named',
      { SMTP_PASSWORD: 'geheim4' },
      /SMTP_PASSWORD is gezet en SMTP_URL niet/,
    ],
    [
      'a password of a mailbox that is not named',
      { IMAP_PASSWORD: 'geheim3' },
      /IMAP_PASSWORD is gezet en IMAP_URL niet/,
    ],
    ['a mail server without a password', without('SMTP_PASSWORD'), /SMTP_PASSWORD is niet gezet/],
    [
      'a mailbox that is sent for without a mail server',
      { ...without('SMTP_URL', 'SMTP_PASSWORD'), SENDING: 'on' },
      /SMTP_URL niet/,
    ],
    [
      'a mail server for the invented people of the demo',
      { ...without('IMAP_URL', 'IMAP_PASSWORD'), SENDING: 'approve' },
      /verzonnen aanmeldingen/,
    ],
  ])('refuses %s', (_, env, words) => {
    expect(problemsOf(readConfig(env))).toEqual([expect.stringMatching(words)])
  })

  it.each([
    ['a console for a network that is trusted', { CONSOLE_HOST: '0.0.0.0', CONSOLE_NETWORK: 'trusted' }],
    [
      'a real mailbox on the embedded database, on purpose',
      { ...without('DATABASE_URL'), EMBEDDED_DATABASE: 'accepted' },
    ],
    ['a key in a file', { ...without('MASTER_KEY'), MASTER_KEY_FILE: keyFile }],
    ['a mailbox that is only read', { ...without('SMTP_URL', 'SMTP_PASSWORD'), SENDING: 'off' }],
    ['a mail server that asks no login', { ...without('SMTP_PASSWORD'), SMTP_URL: 'smtp://smtp.example' }],
    ['a console on the other loopback', { CONSOLE_HOST: '::1' }],
  ])('accepts %s', (_, env) => {
    expect(problemsOf(readConfig(env))).toEqual([])
  })

  it('names everything that is wrong at once', () => {
    expect(problemsOf(readConfig({ PORT: 'x', SENDING: 'x', LOG_LEVEL: 'x', DATABSE_URL: 'x' }))).toHaveLength(4)
  })

  it.each([
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['MASTERKEY', 'MASTER_KEY'],
    ['IMAP_PASWORD', 'IMAP_PASSWORD'],
    ['SENDIGN', 'SENDING'],
    ['sending', 'SENDING'],
  ])('asks whether %s was meant as %s: started without it, data would lie somewhere else', (written, meant) => {
    expect(problemsOf(readConfig({ [written]: 'x' }))).toEqual([`${written} kennen we niet. Bedoelde u ${meant}?`])
  })

  it('leaves names of other programs alone, also when they look like ours', () => {
    const env = {
      PORTS: '1',
      HOST: 'x',

      XDG_DATA_DIRS: 'x',
      npm_config_port: '1',
      LOG_LEVELS_FILE: 'x',
    }
    expect(problemsOf(readConfig({ ...env, ...production, DATABASE_URI: 'x' }))).toEqual([])
  })

  it('keeps secrets out of what may be logged, and out of what it says is wrong', () => {
    const good = readConfig(production)
    const shown = good.ok ? JSON.stringify(good.config) : ''
    const bad = problemsOf(
      readConfig({ ...production, PORT: 'x', SMTP_URL: 'smtp://a:geheim5@smtp.example', MASTER_KEY: 'geheim6' }),
    )
    for (const text of [shown, bad.join('\n')]) expect(text).not.toMatch(/geheim/)
    expect(shown).not.toContain(key)
  })

  it('holds a master key that does not show itself', () => {
    const reading = readConfig(production)
    expect(reading.ok && JSON.stringify(reading.secrets.masterKey)).toBe('"[key]"')
    expect(inspect(reading.ok && reading.secrets.masterKey)).not.toContain(key)
  })
})
