import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { cutOffIn, unreadIn } from '#src/app/config/env.ts'

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

describe('a line of .env that nothing reads', () => {
  it.each([
    'IMAP_URL: imaps://u@mail.example',
    'SENDING off',
    'SENDING',
    '- SENDING=off',
    '"SENDING=off"',
    '// SENDING=off',
  ])('is named by its number: %s', (line) => {
    expect(unreadIn(`# Eerst\nPORT=4180\n\n${line}\r\nSENDING=on\n`)).toEqual([4])
  })

  it.each([
    '',
    '   # een opmerking: met tekst',
    'SENDING=off',
    'export SENDING=off # met een opmerking',
    ' SENDING = off',
    'SMTP_PASSWORD=',
    "KEY='een\ntwee woorden\ndrie'",
    'A="x: y"\nB=`een\ntwee`',
  ])('is not: %s', (text) => {
    expect(unreadIn(text)).toEqual([])
  })
})
