import { Temporal } from 'temporal-polyfill'
import type { MailFacts } from '#src/inbox/mail-reading.ts'

/**
 * Two municipalities with an address and a domain of their own, and a regional service that both use. Both are trusted so far that a
 * sentence of their own that is known to be harmless need not wait; see `strictFacts` for one that is not.
 */
export const facts: MailFacts = {
  authservId: 'mx.aanbieder.example',
  contracts: [
    {
      id: 'voorbeeld',
      labels: { name: ['naam deelnemer'], client_number: ['klantnummer', 'cliëntnummer'] },
      domains: ['gemeente-voorbeeld.example', 'regio.example'],
      addresses: ['aanmelding@voorbeeld.aanbieder.example'],
      ownSentencesWait: false,
    },
    {
      id: 'elders',
      labels: { name: ['naam inwoner'], client_number: ['dossiernummer'] },
      domains: ['gemeente-elders.example', 'regio.example'],
      addresses: ['aanmelding@elders.aanbieder.example'],
      ownSentencesWait: false,
    },
  ],
}

/** The same, as new municipalities: nothing is said of their sentences. */
export const strictFacts: MailFacts = {
  ...facts,
  contracts: facts.contracts.map(({ ownSentencesWait: _, ...contract }) => contract),
}

/** When the mails of these tests came in. */
export const arrived = Temporal.Instant.from('2026-09-14T08:00:00Z')
