import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { cutOffIn } from '#src/app/config/env.ts'

describe('a value in .env with a # in it', () => {
  it.each(['SMTP_PASSWORD=a#b', 'SMTP_PASSWORD=Zomer$2026!#x', ' export SMTP_PASSWORD = a#b', 'SMTP_PASSWORD=#ab'])(
    'is cut off by Node, and named: %s',
    (line) => {
      expect(Object.values(parseEnv(line))[0]).not.toMatch(/[bx]$/)
      expect(cutOffIn(line)).toEqual(['SMTP_PASSWORD'])
    },
  )

  it.each([
    "SMTP_PASSWORD='a#b'",
    'SMTP_PASSWORD="a#b"',
    'SMTP_PASSWORD=ab # of the mail server',
    'SMTP_PASSWORD= # not yet',
    '# SMTP_PASSWORD=a#b',
    'SMTP_PASSWORD=ab',
    '',
  ])('is left alone where nothing is lost: %s', (line) => {
    expect(cutOffIn(line)).toEqual([])
  })

  it('is found on each line, whatever ends it', () => {
    expect(cutOffIn('A=1#2\r\nB=3\r\nC=4#5')).toEqual(['A', 'C'])
  })
})
