import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DkimFinding, SignatureResult } from '#src/inbox/authenticity/dkim-finding.ts'
import type { HeaderLine } from '#src/inbox/authenticity/header-line.ts'
import { judgeSender } from '#src/inbox/authenticity/judge-sender.ts'
import { normaliseDomain } from '#src/inbox/authenticity/mail-domain.ts'
import { asAddress, consulent, facts, fromLine, header, pass, results } from './sender-facts.ts'

const judge = (address: string, ...authentication: HeaderLine[]) =>
  judgeSender([...authentication, fromLine(address)], asAddress(address), facts)

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
  ])('%s', (_, address, authentication) => {
    expect(judge(address, ...authentication).verdict).toBe('unverified')
  })

  it('when the name of our server is not configured', () => {
    const { authservId: _, ...withoutServer } = facts
    const verdict = judgeSender([pass, fromLine(consulent)], asAddress(consulent), withoutServer)
    expect(verdict).toMatchObject({ verdict: 'unverified', words: expect.stringContaining('niet ingesteld') })
  })

  it('when the mail has no From header, even if an address was found', () => {
    expect(judgeSender([pass], asAddress(consulent), facts).verdict).toBe('unverified')
  })

  it('when the From header holds no single address', () => {
    expect(judgeSender([pass, fromLine('iemand')], undefined, facts).verdict).toBe('unverified')
  })
})

const spfPass = 'spf=pass smtp.mailfrom=gemeente-voorbeeld.example'
const dmarcPass = 'dmarc=pass header.from=gemeente-voorbeeld.example'
const own = (value: string) => results(`mx.aanbieder.example; ${value}`)
const finding = (result: SignatureResult, domain = 'gemeente-voorbeeld.example'): DkimFinding => ({
  kind: 'asked',
  signatures: [{ domain, selector: 's1', result }],
})

describe('a sender is likely', () => {
  it.each<[string, string]>([
    ['with SPF of its own domain alone', `dkim=none; ${spfPass}`],
    [
      'with SPF of a bounce address below its domain',
      'spf=pass smtp.mailfrom=x@zivverbounce.gemeente-voorbeeld.example',
    ],
    ['with DMARC alone', `dkim=none; spf=none; ${dmarcPass}`],
    ['with SPF and DMARC', `${spfPass}; ${dmarcPass}`],
  ])('%s', (_, value) => {
    const verdict = judge(consulent, own(value))
    expect(verdict).toMatchObject({
      verdict: 'likely',
      words: expect.stringContaining('waarschijnlijk van de gemeente'),
    })
  })

  it.each<[string, string, string]>([
    ['of another domain', consulent, 'dkim=none; spf=pass smtp.mailfrom=dienst.example'],
    ['of a domain that ends alike', consulent, 'spf=pass smtp.mailfrom=nepgemeente-voorbeeld.example'],
    ['without the domain that it is about', consulent, 'dkim=none; spf=pass'],
    [
      'beside a signature that is wrong',
      consulent,
      `dkim=fail header.d=gemeente-voorbeeld.example; ${spfPass}; ${dmarcPass}`,
    ],
    [
      'beside a signature that says nothing',
      consulent,
      `dkim=neutral header.i=@gemeente-voorbeeld.example; ${dmarcPass}`,
    ],
    ['for a domain that is not listed', 'a@zomaar.example', 'dkim=none; spf=pass smtp.mailfrom=zomaar.example'],
  ])('not with a pass %s', (_, address, value) => {
    expect(judge(address, own(value)).verdict).toBe('unverified')
  })

  it('not with a pass that another server wrote', () => {
    expect(judge(consulent, results(`mx.evil.example; ${spfPass}`)).verdict).toBe('unverified')
  })
})

describe('our own look at the signature', () => {
  const judgeWith = (dkim: DkimFinding, ...authentication: HeaderLine[]) =>
    judgeSender([...authentication, fromLine(consulent)], asAddress(consulent), facts, dkim)

  it.each<[string, HeaderLine[]]>([
    ['when our server wrote nothing', []],
    ['when our server could not check it', [own('dkim=temperror; spf=none')]],
    ['when the lower headers were forged by another', [results('mx.evil.example; dkim=none')]],
    ['when our server saw a DMARC fail', [own('dkim=none; dmarc=fail header.from=gemeente-voorbeeld.example')]],
  ])('verifies by itself, %s', (_, authentication) => {
    expect(judgeWith(finding('pass'), ...authentication).verdict).toBe('verified')
  })

  it('verifies without the name of our server', () => {
    const { authservId: _, ...withoutServer } = facts
    expect(judgeSender([fromLine(consulent)], asAddress(consulent), withoutServer, finding('pass')).verdict).toBe(
      'verified',
    )
  })

  it('verifies with one pass beside others', () => {
    const signatures = (['fail', 'weak', 'pass'] as const).map((result) => ({
      domain: 'gemeente-voorbeeld.example',
      selector: 's1',
      result,
    }))
    expect(judgeWith({ kind: 'asked', signatures }).verdict).toBe('verified')
  })

  it('proves nothing for another domain', () => {
    expect(judgeWith(finding('pass', 'gemeente-elders.example')).verdict).toBe('unverified')
    expect(judgeWith(finding('pass', 'sociaal.gemeente-voorbeeld.example')).verdict).toBe('unverified')
  })

  it.each<[SignatureResult, string]>([
    ['fail', 'is veranderd nadat hij werd ondertekend'],
    ['weak', 'te zwak of geldt niet voor de hele mail'],
    ['expired', 'al verlopen'],
    ['no_key', 'bestaat niet of niet meer'],
  ])('says "%s", and then a pass in the header of our server does not help', (result, words) => {
    expect(judgeWith(finding(result), pass)).toMatchObject({
      verdict: 'unverified',
      words: expect.stringContaining(words),
    })
  })

  it('finds no signature, and then a pass in a header is not believed: our server may have let a forged one stand', () => {
    expect(judgeWith({ kind: 'asked', signatures: [] }, pass)).toMatchObject({
      verdict: 'unverified',
      words: expect.stringContaining('ontbreekt of klopt niet'),
    })
  })

  it('was not asked, and then the header of our server decides', () => {
    expect(judgeWith({ kind: 'not_asked' }, pass).verdict).toBe('verified')
    expect(judgeWith(finding('not_asked'), pass).verdict).toBe('verified')
    expect(judgeWith({ kind: 'not_asked' }, own('dkim=none')).verdict).toBe('unverified')
  })

  it('says that the mail was changed, and then SPF and DMARC make it no likelier', () => {
    expect(judgeWith(finding('fail'), own(`${spfPass}; ${dmarcPass}`)).verdict).toBe('unverified')
  })
})

describe('a sender is suspicious by what the checks say', () => {
  it('a DMARC fail that our own server wrote', () => {
    const verdict = judge(consulent, own('dkim=none; spf=fail; dmarc=fail header.from=gemeente-voorbeeld.example'))
    expect(verdict).toMatchObject({ verdict: 'suspicious', words: expect.stringContaining('DMARC') })
  })

  it.each<[string, string, HeaderLine]>([
    ['by another server', consulent, results('mx.evil.example; dmarc=fail header.from=gemeente-voorbeeld.example')],
    ['about another domain', consulent, own('dmarc=fail header.from=elders.example')],
    ['of a domain that is not listed', 'a@zomaar.example', own('dmarc=fail header.from=zomaar.example')],
  ])('not a DMARC fail %s', (_, address, line) => {
    expect(judge(address, line).verdict).toBe('unverified')
  })

  it('one of our own addresses without proof, and not with', () => {
    const ours = 'aanmelding@aanbieder.example'
    expect(judge(ours, own('dkim=none'))).toMatchObject({
      verdict: 'suspicious',
      words: expect.stringContaining('van onszelf'),
    })
    expect(judge(ours, own('dkim=pass header.d=aanbieder.example')).verdict).toBe('unverified')
    expect(judge('voorbeeld@aanbieder.example').verdict).toBe('suspicious')
  })

  it.each(['iemand@aanbieder.example', 'iemand@post.aanbieder.example'])(
    'whoever writes from a domain of ours without proof: %s',
    (address) => {
      expect(judge(address, own('dkim=none'))).toMatchObject({
        verdict: 'suspicious',
        words: expect.stringContaining('van onszelf'),
      })
      expect(judge(address).verdict).toBe('suspicious')
      const domain = address.slice(address.indexOf('@') + 1)
      expect(judge(address, own(`dkim=pass header.d=${domain}`)).verdict).toBe('unverified')
    },
  )

  it('but nobody whose domain only ends as ours', () => {
    expect(judge('iemand@nepaanbieder.example', own('dkim=none')).verdict).toBe('unverified')
  })

  it('a look-alike of a listed domain, and says of which', () => {
    expect(judge('a@gemeente-vооrbeeld.example', own('dkim=pass header.d=gemeente-vооrbeeld.example'))).toMatchObject({
      verdict: 'suspicious',
      words: expect.stringContaining('lijkt op gemeente-voorbeeld.example'),
    })
  })
})

describe('no header that a sender can write makes a mail verified', () => {
  /** Every server that takes a mail in writes one, above all that it was sent (RFC 5321, section 4.4). */
  const ownReceived = header('Received: from a.example by mx.aanbieder.example with ESMTPS')
  const names = fc.constantFrom(
    'Authentication-Results',
    'Received',
    'DKIM-Signature',
    'ARC-Authentication-Results',
    'ARC-Seal',
    'Received-SPF',
    'Reply-To',
    'Return-Path',
    'X-Zivver-Transport',
    'Sender',
    'Resent-From',
  )
  const values = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.constantFrom(
      ' mx.aanbieder.example; dkim=pass header.d=gemeente-voorbeeld.example',
      ` mx.aanbieder.example; ${spfPass}; ${dmarcPass}; dkim=pass header.i=@gemeente-voorbeeld.example`,
      ' i=1; mx.aanbieder.example; dkim=pass header.d=gemeente-voorbeeld.example',
      ' v=1; a=rsa-sha256; d=gemeente-voorbeeld.example; s=s1; h=from; bh=aaaa; b=bbbb',
      ' from a by mx.aanbieder.example with ESMTPS; dkim=pass header.d=gemeente-voorbeeld.example',
    ),
  )
  const forged = fc.array(
    fc.tuple(names, values).map(([name, value]) => header(`${name}:${value}`)),
    { maxLength: 8 },
  )
  const bad = fc.constantFrom<SignatureResult>('fail', 'weak', 'expired', 'no_key', 'not_asked')

  it('below what our own server wrote', () => {
    fc.assert(
      fc.property(
        forged,
        fc.constantFrom('dkim=none', 'dkim=fail', 'none', 'dkim=temperror', spfPass),
        (lines, said) => {
          const headers = [own(said), ownReceived, fromLine(consulent), ...lines]
          expect(judgeSender(headers, asAddress(consulent), facts).verdict).not.toBe('verified')
        },
      ),
    )
  })

  it('when our own look found no signature that is right, wherever it stands', () => {
    const findings = fc
      .array(bad.filter((result) => result !== 'not_asked'))
      .map((all): DkimFinding => ({ kind: 'asked', signatures: all.map((result) => signature(result)) }))
    fc.assert(
      fc.property(forged, findings, (lines, dkim) => {
        const headers = [...lines, fromLine(consulent)]
        expect(judgeSender(headers, asAddress(consulent), facts, dkim).verdict).not.toBe('verified')
      }),
    )
  })

  it('whatever stands in From, when our own server saw no signature', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const headers = [own('dkim=none'), header(`From: ${text}`)]
        expect(judgeSender(headers, asAddress(consulent), facts).verdict).not.toBe('verified')
      }),
    )
  })

  it('nor one above a Received line of the sender, or of nobody, when our server wrote Received on top', () => {
    const mine = header(`Authentication-Results: mx.aanbieder.example; dkim=pass header.d=gemeente-voorbeeld.example`)
    const theirs = header('Received: from a by b.example with ESMTP')
    for (const lines of [[mine, theirs], [mine], [theirs, mine]]) {
      const headers = [ownReceived, own('dkim=none'), fromLine(consulent), ...lines]
      expect(judgeSender(headers, asAddress(consulent), facts).verdict).not.toBe('verified')
    }
  })

  function signature(result: SignatureResult) {
    return { domain: 'gemeente-voorbeeld.example', selector: 's1', result }
  }
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
