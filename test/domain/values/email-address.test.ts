import { describe, expect, it } from 'vitest'
import { domainOf, parseEmailAddress } from '#src/domain/values/email-address.ts'

describe('a mail address', () => {
  it.each([
    ['a.jansen@gemeente.example', 'a.jansen@gemeente.example'],
    [' A.Jansen@Gemeente.Example ', 'a.jansen@gemeente.example'],
    ['<a.jansen@gemeente.example>', 'a.jansen@gemeente.example'],
    ['mailto:a.jansen@gemeente.example', 'a.jansen@gemeente.example'],
    ["o'neil+werk@post.wijk-noord.example", "o'neil+werk@post.wijk-noord.example"],
  ])('is read in small letters: "%s"', (text, address) => {
    expect(parseEmailAddress(text)).toBe(address)
  })

  it.each([
    '',
    '@',
    'a',
    'a@',
    '@b.example',
    'a@b',
    'a@@b.example',
    'a@b..example',
    'a@.example',
    'a@b.example.',
    'a@-b.example',
    'a@b-.example',
    'a.@b.example',
    '.a@b.example',
    'a..b@c.example',
    'a b@c.example',
    '"a b"@c.example',
    'a@[127.0.0.1]',
    'a@127.0.0.1',
    'a@b.example, c@d.example',
    'A <a@b.example>',
    'a@b.example\r\nBcc: c@d.example',
    'é@b.example',
    'a@gemeent\u0435.example',
    `${'a'.repeat(65)}@b.example`,
    `a@${'b.'.repeat(130)}example`,
  ])('is not read from "%s"', (text) => {
    expect(parseEmailAddress(text)).toBeUndefined()
  })

  it('has a domain: what stands behind the last @', () => {
    const address = parseEmailAddress('A.Jansen@Post.Gemeente.Example')
    expect(address && domainOf(address)).toBe('post.gemeente.example')
  })
})
