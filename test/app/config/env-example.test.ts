import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readConfig } from '#src/app/config/config.ts'
import { variableNames, wordsOf } from '#src/app/config/variables.ts'
import { exampleFile, exampleText } from '../../../tools/env-example.ts'

describe('.env.example', () => {
  it('is what the declarations say: run `node tools/env-example.ts` after a change', () => {
    expect(readFileSync(exampleFile, 'utf8')).toBe(exampleText())
  })

  it('changes nothing when it is copied as it is', () => {
    expect(parseEnv(exampleText())).toEqual({})
  })

  it.each(variableNames)('says of %s what it does and what happens without it', (name) => {
    const { what, without } = wordsOf(name)
    for (const words of [what, without]) expect(words).toMatch(/^[A-Za-z0-9].*[.]$/)
  })

  it('has examples that are accepted once their hash is taken away, for whoever starts from them', () => {
    const passwords = {
      IMAP_PASSWORD: 'x',
      IMAP_SECOND_PASSWORD: 'x',
      SMTP_PASSWORD: 'x',
      MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
    }
    const filledIn = parseEnv(exampleText().replaceAll(/^#([A-Z_]+=)/gm, '$1'))
    const left = ['MASTER_KEY_FILE', 'DATABASE_PASSWORD', 'IMAP_CA_FILE']
    const env = Object.fromEntries(Object.entries(filledIn).filter(([name]) => !left.includes(name)))
    const reading = readConfig({ ...env, ...passwords })
    expect(reading.ok ? [] : reading.problems).toEqual([])
  })
})
