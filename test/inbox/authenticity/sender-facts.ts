import type { EmailAddress } from '#src/domain/values/email-address.ts'
import type { HeaderLine } from '#src/inbox/authenticity/header-line.ts'
import type { MailFacts } from '#src/inbox/mail-reading.ts'

export const facts: MailFacts = {
  authservId: 'mx.aanbieder.example',
  contracts: [
    {
      id: 'voorbeeld',
      labels: {},
      domains: ['gemeente-voorbeeld.example', 'sociaal.gemeente-voorbeeld.example'],
      addresses: ['voorbeeld@aanbieder.example'],
      municipality: 'Gemeente Voorbeeldstad',
    },
    {
      id: 'elders',
      labels: {},
      domains: ['gemeente-elders.example', 'werk.gemeente-elders.overheid.example'],
      addresses: [],
      municipality: 'de gemeente',
    },
  ],
  ownAddresses: ['aanmelding@aanbieder.example'],
  ownDomains: ['aanbieder.example'],
}

/** As the parser gives it: a byte per character. */
export const header = (text: string): HeaderLine => {
  const line = Buffer.from(text).toString('latin1')
  return { key: line.slice(0, line.indexOf(':')).toLowerCase(), line }
}
export const results = (value: string) => header(`Authentication-Results: ${value}`)
export const fromLine = (address: string) => header(`From: ${address}`)
// Tests give only addresses that are valid; what makes one is tested with its own parser.
export const asAddress = (address: string) => address as EmailAddress

export const consulent = 'p.jansen@gemeente-voorbeeld.example'
export const pass = results('mx.aanbieder.example; dkim=pass header.d=gemeente-voorbeeld.example')
