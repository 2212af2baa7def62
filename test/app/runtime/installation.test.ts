import { randomBytes } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { readConfig } from '#src/app/config/config.ts'
import { openInstallation } from '#src/app/runtime/installation.ts'
import { ourLanguages } from '#src/domain/values/language.ts'
import { createTestDatabase } from '#test/support/database.ts'
import { makeTemporaryFolder, removeFolder } from '#test/support/temporary-folder.ts'

const folder = makeTemporaryFolder()
afterAll(() => removeFolder(folder))

const real = {
  IMAP_URL: 'imaps://post%40werkwijzer.example@imap.werkwijzer.example',
  IMAP_PASSWORD: 'geheim1',
  SMTP_URL: 'smtp://post%40werkwijzer.example@smtp.werkwijzer.example',
  SMTP_PASSWORD: 'geheim2',
  AUTHSERV_ID: 'mx.werkwijzer.example',
  EMBEDDED_DATABASE: 'accepted',
}

/** In which languages an installation with these settings writes, to who speaks each of ours. */
async function languagesSent(settings: Record<string, string>): Promise<readonly string[]> {
  const read = readConfig({ DATA_DIR: folder, MASTER_KEY: randomBytes(32).toString('base64'), ...settings })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  const database = await createTestDatabase()
  try {
    await using stack = new AsyncDisposableStack()
    const onError = (error: unknown): void => void error
    const options = { url: database.url, config: read.config, secrets: read.secrets, connections: 2, onError }
    const { verb } = await openInstallation(stack, options)
    return ourLanguages.map(verb.knowledge.sentLanguage)
  } finally {
    await database.drop()
  }
}

describe('an installation', () => {
  it('writes to nobody in a language that no person approved', async () => {
    expect(await languagesSent(real)).toEqual(ourLanguages.map(() => 'nl'))
  })

  it('writes in each of them as a demo, in which nobody is real', async () => {
    expect(await languagesSent({})).toEqual(ourLanguages)
  })
})
