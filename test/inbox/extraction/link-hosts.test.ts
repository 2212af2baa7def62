import { describe, expect, it } from 'vitest'
import { linkHosts } from '#src/inbox/extraction/link-hosts.ts'

describe('the hosts that a mail leads to', () => {
  it.each<[string, string, string, string[]]>([
    ['in the text', 'Ga naar https://Portaal.Voorbeeld.example/x?y=1.', '', ['portaal.voorbeeld.example']],
    ['in the HTML', '', '<a href="https://a.example/b">lees</a>', ['a.example']],
    ['without quotes', '', '<a href=https://a.example/b>lees</a>', ['a.example']],
    ['with entities', '', "<a href='https://a.example/?x=1&amp;y=2'>lees</a>", ['a.example']],
    ['each once', 'https://a.example https://a.example/2', '<a href="https://a.example">x</a>', ['a.example']],
    ['with a dot at the end and a port', 'https://a.example.:8443/', '', ['a.example']],
    ['what stands before an @ is no host', 'https://zivver.com@evil.example/', '', ['evil.example']],
    [
      'in another script, as it is asked for',
      'https://gemeente-vооrbeeld.example/',
      '',
      ['xn--gemeente-vrbeeld-vkna.example'],
    ],
    ['none', 'www.a.example en mailto:b@c.example', '<a href="mailto:b@c.example">b</a>', []],
    ['none that cannot be read', 'https://[/', '', []],
  ])('%s', (_, text, html, hosts) => {
    expect(linkHosts(text, html)).toEqual(hosts)
  })
})
