import { describe, expect, it } from 'vitest'
import { judgeSender } from '#src/inbox/authenticity/judge-sender.ts'
import { asAddress, consulent, facts, header, pass } from './sender-facts.ts'

function encoded(name: string): string {
  return `=?utf-8?B?${Buffer.from(name).toString('base64')}?=`
}

/** Our own look says that the signature is right. */
const passes = {
  kind: 'asked',
  signatures: [{ domain: 'gemeente-voorbeeld.example', selector: 's1', result: 'pass' }],
} as const

describe('a sender is suspicious by what it says of itself, also with a signature that is right', () => {
  const judgeHeaders = (from: string, ...lines: string[]) =>
    judgeSender([pass, ...lines.map(header)], asAddress(from), facts, passes)

  it.each<[string, string, string[], string]>([
    ['two From headers', consulent, [`From: ${consulent}`, `From: ${consulent}`], 'meer dan één afzender'],
    ['two addresses', consulent, [`From: ${consulent}, x@elders.example`], 'meer dan één afzender'],
    ['two addresses in a group', consulent, [`From: Team: ${consulent}, x@elders.example;`], 'meer dan één afzender'],
    [
      'answers to an unknown domain',
      consulent,
      [`From: ${consulent}`, 'Reply-To: p.jansen@post.example'],
      'Antwoorden',
    ],
    [
      'answers to another municipality',
      consulent,
      [`From: ${consulent}`, 'Reply-To: x@gemeente-elders.example'],
      'Antwoorden',
    ],
    [
      'answers to one address here and one elsewhere',
      consulent,
      [`From: ${consulent}`, `Reply-To: ${consulent}, x@post.example`],
      'Antwoorden',
    ],
    [
      'answers elsewhere in a second header',
      consulent,
      [`From: ${consulent}`, `Reply-To: ${consulent}`, 'Reply-To: x@post.example'],
      'Antwoorden',
    ],
    [
      'answers to a look-alike',
      consulent,
      [`From: ${consulent}`, 'Reply-To: x@gemeente-voorbee1d.example'],
      'Antwoorden',
    ],
    [
      'an address of a municipality in the name',
      'x@elders.example',
      ['From: "consulent@gemeente-voorbeeld.example" <x@elders.example>'],
      'staat een adres',
    ],
    [
      'the domain of a municipality in the name',
      'x@elders.example',
      ['From: "P. Jansen (Gemeente-Voorbeeld.example)" <x@elders.example>'],
      'staat een adres',
    ],
    [
      'an address in look-alike letters in the name',
      'x@elders.example',
      [`From: ${encoded('consulent@gеmeente-vооrbeeld.example')} <x@elders.example>`],
      'staat een adres',
    ],
    [
      'an address of another municipality in the name',
      'x@gemeente-elders.example',
      ['From: "consulent@gemeente-voorbeeld.example" <x@gemeente-elders.example>'],
      'staat een adres',
    ],
    [
      'the name of a municipality',
      'x@elders.example',
      ['From: Gemeente Voorbeeldstad <x@elders.example>'],
      'noemt een gemeente',
    ],
    [
      'the name of a municipality behind that of a person',
      'x@elders.example',
      [`From: ${encoded('P. Jansen, consulent Voorbeeldstad')} <x@elders.example>`],
      'noemt een gemeente',
    ],
    [
      'the name that stands in a domain of a municipality',
      'x@zomaar.example',
      ['From: "Gemeente Voorbeeld" <x@zomaar.example>'],
      'noemt een gemeente',
    ],
    [
      'only the name of a municipality',
      'x@elders.example',
      ['From: voorbeeldstad <x@elders.example>'],
      'noemt een gemeente',
    ],
  ])('%s', (_, from, lines, words) => {
    expect(judgeHeaders(from, ...lines)).toMatchObject({
      verdict: 'suspicious',
      words: expect.stringMatching(new RegExp(`${words}.*Bel de consulent`)),
    })
  })

  it.each<[string, string[]]>([
    ['answers to the functional mailbox', [`From: ${consulent}`, 'Reply-To: Loket <loket@gemeente-voorbeeld.example>']],
    [
      'answers to another domain of the contract',
      [`From: ${consulent}`, 'Reply-To: a@sociaal.gemeente-voorbeeld.example'],
    ],
    ['answers below a listed domain', [`From: ${consulent}`, 'Reply-To: a@mail.gemeente-voorbeeld.example']],
    ['answers to ourselves', [`From: ${consulent}`, 'Reply-To: aanmelding@aanbieder.example']],
    ['an empty Reply-To', [`From: ${consulent}`, 'Reply-To:']],
    [
      'a mailing of ZIVVER',
      [
        'Return-Path: <bounce+1@zivverbounce.gemeente-voorbeeld.example>',
        'X-Zivver-Transport: 1',
        `From: ${consulent}`,
        'Reply-To: noreply@zivver.com',
      ],
    ],
    ['its own address in the name', [`From: "${consulent}" <${consulent}>`]],
    ['its own municipality in the name', [`From: "P. Jansen | Gemeente Voorbeeldstad" <${consulent}>`]],
    ['an accent and a quote in the name', [`From: ${encoded('Zoë "Zo" Jansen')} <${consulent}>`]],
  ])('not with %s', (_, lines) => {
    expect(judgeHeaders(consulent, ...lines).verdict).toBe('verified')
  })

  it.each([
    'Jan van Voorbeeldstad',
    'Sanne Voorbeeldstad',
    'Een goed voorbeeld',
    'Bakkerij De Gemeente',
    'nepgemeente-voorbeeld.example',
    '',
  ])('not with a stranger called "%s"', (name) => {
    expect(judgeHeaders('x@zomaar.example', `From: "${name}" <x@zomaar.example>`).verdict).toBe('unverified')
  })
})
