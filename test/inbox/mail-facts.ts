import { Temporal } from 'temporal-polyfill'
import type { MailFacts } from '#src/inbox/mail-reading.ts'

/** Two municipalities with an address and a domain of their own, and a regional service that both use. */
export const facts: MailFacts = {
  authservId: 'mx.aanbieder.example',
  contracts: [
    {
      id: 'voorbeeld',
      labels: { name: ['naam deelnemer'], client_number: ['klantnummer', 'cliëntnummer'] },
      domains: ['gemeente-voorbeeld.example', 'regio.example'],
      addresses: ['aanmelding@voorbeeld.aanbieder.example'],
    },
    {
      id: 'elders',
      labels: { name: ['naam inwoner'], client_number: ['dossiernummer'] },
      domains: ['gemeente-elders.example', 'regio.example'],
      addresses: ['aanmelding@elders.aanbieder.example'],
    },
  ],
}

/** When the mails of these tests came in. */
export const arrived = Temporal.Instant.from('2026-09-14T08:00:00Z')
