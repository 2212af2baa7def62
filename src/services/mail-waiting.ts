import type { Temporal } from 'temporal-polyfill'
import type { Id } from '#src/domain/values/id.ts'
import type { Knowledge } from './knowledge.ts'
import type { Ids } from './ports/ids.ts'
import type { NewOutgoing } from './ports/outgoing.ts'

/** Tells the coordinator that something waits in the console; what it is stands there, not in the mail. `again`: a second time, then. */
export const mailWaiting = (
  about: { readonly id: Id<'mail'> | Id<'inbound'>; readonly reference: string },
  { ids, knowledge }: { readonly ids: Ids; readonly knowledge: Knowledge },
  again?: Temporal.Instant,
): NewOutgoing => ({
  id: ids.next(),
  subject: about.id,
  purpose: 'mail_waiting',
  occurrence: again ? 2 : 1,
  ...(again ? { notBefore: again } : {}),
  body: {
    kind: 'mail',
    to: knowledge.installation.provider.coordinator_mail,
    facts: {
      purpose: 'mail_waiting',
      reference: about.reference,
      words: { provider: knowledge.installation.provider.name, provider_phone: knowledge.installation.provider.phone },
      steps: [],
      thread: about.id,
    },
  },
})
