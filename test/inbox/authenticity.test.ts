import { describe, expect, it } from 'vitest'
import type { EmailAddress } from '#src/domain/values/email-address.ts'
import { type HeaderLine, judgeSender, normaliseDomain } from '#src/inbox/authenticity.ts'
import type { MailFacts } from '#src/inbox/mail-reading.ts'

const facts: MailFacts = {
  authservId: 'mx.aanbieder.example',
  contracts: [
    {
      id: 'voorbeeld',
      labels: {},
      domains: ['gemeente-voorbeeld.example', 'sociaal.gemeente-voorbeeld.example'],
      addresses: [],
    },
    {
      id: 'elders',
      labels: {},
      domains: ['gemeente-elders.example', 'werk.gemeente-elders.overheid.example'],
      addresses: [],
    },
  ],
}

const header = (line: string): HeaderLine => ({ key: line.slice(0, line.indexOf(':')).toLowerCase(), line })
const results = (value: string) => header(`Authentication-Results: ${value}`)
const fromLine = (address: string) => header(`From: ${address}`)
// Tests give only addresses that are valid; what makes one is tested with its own parser.
const asAddress = (address: string) => address as EmailAddress

const judge = (address: string, ...authentication: HeaderLine[]) =>
  judgeSender([...authentication, fromLine(address)], asAddress(address), facts)

const consulent = 'p.jansen@gemeente-voorbeeld.example'
const pass = results('mx.aanbieder.example; dkim=pass header.d=gemeente-voorbeeld.example')

describe('a sender is verified', () => {
  it.each<[string, string, HeaderLine[]]>([
    ['with an aligned pass that our own server wrote', consulent, [pass]],
    [
      'whatever the case of the name of our server',
      consulent,
      [results('MX.Aanbieder.Example; dkim=pass header.d=Gemeente-Voorbeeld.Example')],
    ],
    [
      'by the identity when no domain is named',
      consulent,
      [results('mx.aanbieder.example; dkim=pass header.i=@gemeente-voorbeeld.example')],
    ],
    [
      'by a second signature',
      consulent,
      [
        results(
          'mx.aanbieder.example; dkim=pass header.d=dienst.example; dkim=pass header.d=gemeente-voorbeeld.example',
        ),
      ],
    ],
    [
      'when another signature failed',
      consulent,
      [
        results(
          'mx.aanbieder.example; dkim=fail header.d=gemeente-voorbeeld.example; dkim=pass header.d=gemeente-voorbeeld.example',
        ),
      ],
    ],
    ['by a listed domain above a listed subdomain', 'a@sociaal.gemeente-voorbeeld.example', [pass]],
    [
      'when a lower header says otherwise',
      consulent,
      [pass, results('mx.aanbieder.example; dkim=fail header.d=gemeente-voorbeeld.example')],
    ],
  ])('%s', (_, address, authentication) => {
    expect(judge(address, ...authentication).verdict).toBe('verified')
  })
})

describe('a sender is not verified', () => {
  it.each<[string, string, HeaderLine[]]>([
    ['without any check', consulent, []],
    [
      'when the topmost check is not of our server',
      consulent,
      [results('mx.evil.example; dkim=pass header.d=gemeente-voorbeeld.example'), pass],
    ],
    [
      'when a lower header was forged in the name of our server',
      consulent,
      [results('mx.aanbieder.example; dkim=none'), pass],
    ],
    [
      'when our server is named only in a comment',
      consulent,
      [results('mx.evil.example (mx.aanbieder.example); dkim=pass header.d=gemeente-voorbeeld.example')],
    ],
    [
      'when the name of our server is only the beginning',
      consulent,
      [results('mx.aanbieder.example.evil.example; dkim=pass header.d=gemeente-voorbeeld.example')],
    ],
    [
      'with SPF and DMARC alone',
      consulent,
      [
        results(
          'mx.aanbieder.example; spf=pass smtp.mailfrom=gemeente-voorbeeld.example; dmarc=pass header.from=gemeente-voorbeeld.example',
        ),
      ],
    ],
    ['when another domain signed', consulent, [results('mx.aanbieder.example; dkim=pass header.d=evil.example')]],
    [
      'when another listed municipality signed',
      consulent,
      [results('mx.aanbieder.example; dkim=pass header.d=gemeente-elders.example')],
    ],
    [
      'when a subdomain signed for the domain above',
      consulent,
      [results('mx.aanbieder.example; dkim=pass header.d=sociaal.gemeente-voorbeeld.example')],
    ],
    [
      'when an unlisted domain above signed',
      'a@werk.gemeente-elders.overheid.example',
      [results('mx.aanbieder.example; dkim=pass header.d=overheid.example')],
    ],
    ['from a subdomain that is not listed', 'a@mail.gemeente-voorbeeld.example', [pass]],
    [
      'from a domain that ends alike',
      'a@nepgemeente-voorbeeld.example',
      [results('mx.aanbieder.example; dkim=pass header.d=nepgemeente-voorbeeld.example')],
    ],
    [
      'when the domain is only in the local part of the identity',
      consulent,
      [results('mx.aanbieder.example; dkim=pass header.i="gemeente-voorbeeld.example"@evil.example')],
    ],
    [
      'when the domain stands before a second @',
      consulent,
      [results('mx.aanbieder.example; dkim=pass header.d=gemeente-voorbeeld.example@evil.example')],
    ],
    [
      'when the signature failed',
      consulent,
      [results('mx.aanbieder.example; dkim=fail header.d=gemeente-voorbeeld.example')],
    ],
    [
      'when the check cannot be read',
      consulent,
      [results('mx.aanbieder.example; dkim=pass (header.d=gemeente-voorbeeld.example')],
    ],
    [
      'with a domain in look-alike letters',
      'a@gemeente-vооrbeeld.example',
      [results('mx.aanbieder.example; dkim=pass header.d=gemeente-vооrbeeld.example')],
    ],
  ])('%s', (_, address, authentication) => {
    expect(judge(address, ...authentication).verdict).toBe('unverified')
  })

  it('when the name of our server is not configured', () => {
    const { authservId: _, ...withoutServer } = facts
    const verdict = judgeSender([pass, fromLine(consulent)], asAddress(consulent), withoutServer)
    expect(verdict).toMatchObject({ verdict: 'unverified', words: expect.stringContaining('niet ingesteld') })
  })

  it('when the mail has two From headers, and says so', () => {
    const verdict = judgeSender([pass, fromLine(consulent), fromLine(consulent)], asAddress(consulent), facts)
    expect(verdict).toMatchObject({ verdict: 'unverified', words: expect.stringContaining('meer dan één afzender') })
  })

  it('when the mail has no From header, even if an address was found', () => {
    expect(judgeSender([pass], asAddress(consulent), facts).verdict).toBe('unverified')
  })

  it('when the From header holds no single address', () => {
    expect(judgeSender([pass, fromLine('iemand')], undefined, facts).verdict).toBe('unverified')
  })
})

describe('a mail domain', () => {
  it.each([
    ['Gemeente-Voorbeeld.Example', 'gemeente-voorbeeld.example'],
    ['gemeente-voorbeeld.example.', 'gemeente-voorbeeld.example'],
    [' gemeente-voorbeeld.example ', 'gemeente-voorbeeld.example'],
    ['FRYSLÂN.example', 'xn--frysln-0ta.example'],
  ])('%s is compared as %s', (written, compared) => {
    expect(normaliseDomain(written)).toBe(compared)
  })

  it('in another script is another domain', () => {
    expect(normaliseDomain('gemeente-vооrbeeld.example')).toMatch(/^xn--/)
  })
})
