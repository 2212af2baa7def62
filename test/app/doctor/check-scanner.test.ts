import { describe, expect, it } from 'vitest'
import { readConfig, type Config } from '#src/app/config/config.ts'
import { checkScanner } from '#src/app/doctor/check-mail.ts'
import { startSmallClamd } from '#test/support/small-clamd.ts'

const configOf = (env: Record<string, string>): Config => {
  const reading = readConfig(env)
  if (!reading.ok) throw new Error(reading.problems.join('\n'))
  return reading.config
}

const realMailbox = {
  IMAP_URL: 'imaps://post@imap.werkwijzer.example',
  IMAP_PASSWORD: 'geheim',
  EMBEDDED_DATABASE: 'accepted',
  MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
}

describe('what opkomst doctor says of the virus scanner', () => {
  it('is that it answers', async () => {
    await using clamd = await startSmallClamd()
    expect(await checkScanner(configOf({ CLAMD_URL: clamd.url }))).toEqual([
      { name: 'virusscanner', ok: true, words: `clamd op ${clamd.url} antwoordt` },
    ])
  })

  it('is what its silence means, and where to look', async () => {
    const { url } = await gone()
    expect(await checkScanner(configOf({ ...realMailbox, CLAMD_URL: url }))).toMatchObject([
      { ok: false, words: expect.stringMatching(/antwoordt niet, dus elke mail met een bijlage wacht.*CLAMD_URL/) },
    ])
  })

  it('is that it is off, as a remark, with a real mailbox only', async () => {
    expect(await checkScanner(configOf(realMailbox))).toMatchObject([
      { ok: true, warning: true, words: expect.stringMatching(/^uit \(zet CLAMD_URL\)/) },
    ])
    expect(await checkScanner(configOf({}))).toEqual([])
  })
})

async function gone(): Promise<{ url: string }> {
  await using clamd = await startSmallClamd()
  return { url: clamd.url }
}
