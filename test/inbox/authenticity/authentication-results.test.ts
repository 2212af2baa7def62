import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAuthenticationResults } from '#src/inbox/authenticity/authentication-results.ts'

const dkimDomains = (value: string) =>
  parseAuthenticationResults(value)
    ?.results.filter(({ method, result }) => method === 'dkim' && result === 'pass')
    .map(({ properties }) => properties.get('header.d') ?? properties.get('header.i'))

describe('reading an Authentication-Results header', () => {
  it.each([
    ['a plain result', 'mx.example; dkim=pass header.d=a.example', ['a.example']],
    ['a folded one', 'mx.example;\r\n\tdkim=pass\r\n header.d=a.example', ['a.example']],
    ['upper case', 'MX.Example; DKIM=PASS Header.D=A.example', ['A.example']],
    ['the version of the header', 'mx.example 1; dkim=pass header.d=a.example', ['a.example']],
    ['the version of the method', 'mx.example; dkim/1=pass header.d=a.example', ['a.example']],
    ['comments', 'mx.example (ours); dkim (really) = (yes) pass (2048-bit key) header.d=a.example', ['a.example']],
    ['nested comments', 'mx.example; dkim=pass (a (b) c) header.d=a.example', ['a.example']],
    ['comments with an escaped bracket', 'mx.example; dkim=pass (a \\) b) header.d=a.example', ['a.example']],
    ['space around the dot', 'mx.example; dkim=pass header . d = a.example', ['a.example']],
    ['a quoted value', 'mx.example; dkim=pass reason="good; really" header.d="a.example"', ['a.example']],
    ['a quoted local part', 'mx.example; dkim=pass header.i="j d"@a.example', ['j d@a.example']],
    ['an identity without a local part', 'mx.example; dkim=pass header.i=@a.example', ['@a.example']],
    [
      'several results',
      'mx.example; spf=pass smtp.mailfrom=x; dkim=fail header.d=b.example; dkim=pass header.d=a.example',
      ['a.example'],
    ],
    ['an unquoted base64 tail', 'mx.example; dkim=pass header.d=a.example header.b=a/b+c==', ['a.example']],
    ['no space before the next result', 'mx.example;dkim=pass header.d=a.example;dmarc=pass', ['a.example']],
    ['no results at all', 'mx.example; none', []],
    ['nothing behind the name', 'mx.example', []],
  ])('understands %s', (_, value, domains) => {
    expect(dkimDomains(value)).toEqual(domains)
  })

  it.each([
    ['in a comment', 'mx.example; dkim=none (x; dkim=pass header.d=a.example)'],
    ['in a quoted string', 'mx.example; spf=pass smtp.mailfrom="x; dkim=pass header.d=a.example"@b.example'],
    ['behind an escaped quote', 'mx.example; spf=pass reason="x\\"; dkim=pass header.d=a.example"'],
    ['in a nested comment', 'mx.example; dkim=none (a (b) ; dkim=pass header.d=a.example)'],
    ['as a result of another method', 'mx.example; spf=pass dkim=pass header.d=a.example'],
    ['with a method version that nobody knows', 'mx.example; dkim/2=pass header.d=a.example'],
    ['with two signing domains', 'mx.example; dkim=pass header.d=b.example header.d=a.example'],
    ['with a pass that is not the whole word', 'mx.example; dkim=passed header.d=a.example'],
    ['with stray words', 'mx.example; dkim=pass pass header.d=a.example x'],
  ])('takes no result for this domain from text %s', (_, value) => {
    expect(dkimDomains(value) ?? []).not.toContain('a.example')
  })

  it.each([
    ['a comment that does not end', 'mx.example; dkim=pass (x header.d=a.example'],
    ['a quoted string that does not end', 'mx.example; dkim=pass reason="x header.d=a.example'],
    ['a bracket that was not opened', 'mx.example; dkim=pass x) header.d=a.example'],
    ['a version of the header that nobody knows', 'mx.example 2; dkim=pass header.d=a.example'],
    ['results in front of the name', 'spf=pass smtp.mailfrom=x; dkim=pass header.d=a.example'],
    ['a null byte', 'mx.example; dkim=pass\0 header.d=a.example'],
    ['nothing', ''],
  ])('does not believe a header with %s', (_, value) => {
    expect(parseAuthenticationResults(value)).toBeUndefined()
  })

  it('ends for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '(', ')', '"', '\\', ';', '=', '.', '@', ' ', '\n', '/') }),
        (text) => {
          parseAuthenticationResults(text)
        },
      ),
    )
  })
})
