import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { notAsked } from '#src/inbox/authenticity/dkim-finding.ts'
import { parseAuthenticationResults } from '#src/inbox/authenticity/authentication-results.ts'
import type { HeaderLine } from '#src/inbox/authenticity/header-line.ts'
import { isOfService, recogniseService, secureMailServices } from '#src/inbox/authenticity/secure-mail-services.ts'
import { securityRecord } from '#src/inbox/authenticity/security-record.ts'
import { transportSecurity } from '#src/inbox/authenticity/transport-security.ts'

const header = (line: string): HeaderLine => ({ key: line.slice(0, line.indexOf(':')).toLowerCase(), line })
const transport = (...received: string[]) =>
  transportSecurity(
    received.map((value) => header(`Received: ${value}`)),
    'mx.aanbieder.example',
  )

describe('how a mail came into our own server', () => {
  it.each([
    ['from a (a [192.0.2.1]) by mx.aanbieder.example with ESMTPS; Mon', { encrypted: 'yes' }],
    [
      'from a (a [192.0.2.1])\r\n\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))\r\n\tby mx.aanbieder.example (Postfix) with ESMTPS id 1; Mon',
      { encrypted: 'yes', version: '1.3' },
    ],
    [
      'from a by MX.aanbieder.example with ESMTPS id 1 (version=TLS1_2 cipher=ECDHE bits=128/128); Mon',
      { encrypted: 'yes', version: '1.2' },
    ],
    [
      'from a (10.0.0.1) by mx.aanbieder.example (10.0.0.2) with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_X) id 15; Mon',
      { encrypted: 'yes', version: '1.2' },
    ],
    ['from a by mx.aanbieder.example with UTF8SMTPS id 1; Mon', { encrypted: 'yes' }],
    ['from a by mx.aanbieder.example with ESMTP id 1; Mon', { encrypted: 'no' }],
    ['from TLSv1.3.with-ESMTPS.example by mx.aanbieder.example with SMTP; Mon', { encrypted: 'no' }],
    ['from a by mx.elders.example with ESMTPS; Mon', { encrypted: 'unknown' }],
    ['from a by mx.aanbieder.example.evil.example with ESMTPS; Mon', { encrypted: 'unknown' }],
    ['zomaar iets', { encrypted: 'unknown' }],
  ])('%s', (received, expected) => {
    expect(transport(received)).toEqual(expected)
  })

  const inside = 'from mx.aanbieder.example by mx.aanbieder.example with LMTP id 1; Mon'
  const scanned = 'from localhost (localhost [127.0.0.1]) by mx.aanbieder.example with ESMTP id 2; Mon'
  const plain = 'from mx.aanbieder.example (evil.example [192.0.2.6]) by mx.aanbieder.example with ESMTP id 3; Mon'
  const forged = 'from a (a [192.0.2.1]) by mx.aanbieder.example with ESMTPS id 4; Mon'

  it('is not told by a hand-over inside that server', () => {
    expect(transport(inside, scanned, forged)).toEqual({ encrypted: 'yes' })
  })

  it('is not told by what the sender wrote below it', () => {
    expect(transport(plain, forged)).toEqual({ encrypted: 'no' })
    expect(transport(inside, plain, forged)).toEqual({ encrypted: 'no' })
  })

  it('is unknown without a header, or without the name of our server', () => {
    expect(transport()).toEqual({ encrypted: 'unknown' })
    expect(transportSecurity([header(`Received: ${forged}`)], undefined)).toEqual({ encrypted: 'unknown' })
  })

  it('is one of three, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['yes', 'no', 'unknown']).toContain(transport(text).encrypted)
      }),
    )
  })
})

describe('a service for secure mail', () => {
  const idOf = (...lines: string[]) => recogniseService(lines.map(header))?.id

  it.each([
    ['X-Zivver-Transport: 1', 'zivver'],
    ['X-ZIVVER-ConversationID: abc', 'zivver'],
    ['Return-Path: <b+1@zivverbounce.gemeente-voorbeeld.example>', 'zivver'],
    ['Return-Path: <noreply@mail.zivver.com>', 'zivver'],
    ['Return-Path: <x@secure.zorgmail.nl>', 'zorgmail'],
    ['Return-Path: <x@smartlockr.eu>', 'smartlockr'],
    ['Return-Path: <x@mx.secumailer.com>', 'secumailer'],
    ['Return-Path: <x@cryptshare.com>', 'cryptshare'],
  ])('is recognised by "%s"', (line, id) => {
    expect(idOf(line)).toBe(id)
  })

  it.each([
    'Subject: ZorgMail Secure e-mail - Nieuw bericht van gemeente',
    'From: ZIVVER <noreply@evil.example>',
    'Return-Path: <x@nepzivver.com>',
    'Return-Path: <x@zivver.com.evil.example>',
    'Return-Path: <>',
  ])('is not recognised by "%s"', (line) => {
    expect(idOf(line)).toBeUndefined()
  })

  it('is judged by the Return-Path that our own server wrote, which stands on top', () => {
    expect(idOf('Return-Path: <x@evil.example>', 'Return-Path: <x@zivver.com>')).toBeUndefined()
  })

  it('has hosts of its own, and no other', () => {
    expect(isOfService('noreply@zivver.com')).toBe(true)
    expect(isOfService('noreply@mail.zivver.com')).toBe(true)
    expect(isOfService('noreply@nepzivver.com')).toBe(false)
  })

  it.each<[string, 'subjects' | 'codeMails' | 'notSent', string]>([
    ['ZorgMail Secure e-mail – Nieuw bericht van Gemeente Voorbeeld', 'subjects', 'zorgmail'],
    ['ZorgMail Secure e-mail – Uw toegangscode', 'codeMails', 'zorgmail'],
    ['Beveiligd bericht van uw gemeente', 'subjects', 'secumailer'],
    ['Email not sent: Aanmelding', 'notSent', 'zivver'],
    ['Voltooi het verzenden van uw email', 'notSent', 'zivver'],
  ])('"%s" is one of its %s', (text, kind, id) => {
    const found = secureMailServices.filter((service) => service[kind].some((pattern) => pattern.test(text)))
    expect(found.map((service) => service.id)).toEqual([id])
  })
})

describe('a security record', () => {
  it('repeats no word that a server made up', () => {
    const results = parseAuthenticationResults('mx.aanbieder.example; dkim=fatima; spf=softfail; dmarc=bestguesspass')
    const record = securityRecord({ headers: [], results, ownServer: undefined, dkim: notAsked })
    expect(record.server).toEqual({ dkim: 'other', spf: 'softfail', dmarc: 'other' })
  })

  it('tells a pass when one of several signatures passed', () => {
    const results = parseAuthenticationResults(
      'mx.aanbieder.example; dkim=fail header.d=a.example; dkim=pass header.d=b.example',
    )
    expect(securityRecord({ headers: [], results, ownServer: undefined, dkim: notAsked }).server).toEqual({
      dkim: 'pass',
    })
  })

  it('says that nothing is known when nothing was written', () => {
    expect(securityRecord({ headers: [], results: undefined, ownServer: undefined, dkim: notAsked })).toEqual({
      transport: { encrypted: 'unknown' },
      server: {},
      dkim: { kind: 'not_asked' },
    })
  })
})
