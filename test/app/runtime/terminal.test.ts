import { describe, expect, it } from 'vitest'
import { readConfig } from '#src/app/config/config.ts'
import { introduce, type Introduction } from '#src/app/runtime/terminal.ts'

const linesWith = (env: Record<string, string>, stopped = false): string => {
  const reading = readConfig(env)
  if (!reading.ok) throw new Error(reading.problems.join('\n'))
  return introduce({
    config: reading.config,
    port: 4180,
    server: { url: 'postgres://127.0.0.1/opkomst', close: () => Promise.resolve() },
    engine: { places: { mailIn: 'de mailbox', mailOut: 'de mailserver' } } as Introduction['engine'],
    madeKey: false,
    stopped,
    log: 'opkomst.log',
  }).join('\n')
}

const realMailbox = {
  IMAP_URL: 'imaps://post@imap.werkwijzer.example',
  IMAP_PASSWORD: 'geheim',
  EMBEDDED_DATABASE: 'accepted',
  MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
}

describe('what the start says in the terminal', () => {
  it('is that no virus scanner looks at the attachments of a real mailbox', () => {
    expect(linesWith(realMailbox)).toContain('virusscanner: uit (zet CLAMD_URL)')
  })

  it('is that nothing leaves while the stop button is pressed, whatever is set', () => {
    expect(linesWith({})).toContain('berichten gaan vanzelf uit')
    expect(linesWith({}, true)).toContain('de stopknop is ingedrukt')
    expect(linesWith({}, true)).not.toContain('gaan vanzelf uit')
  })

  it('is nothing of a virus scanner where there is one, and in the demo', () => {
    expect(linesWith({ ...realMailbox, CLAMD_URL: 'tcp://127.0.0.1:3310' })).not.toContain('virusscanner')
    expect(linesWith({})).not.toContain('virusscanner')
  })
})
