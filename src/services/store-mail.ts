import type { Id } from '#src/domain/values/id.ts'
import type { Ids } from './ports/ids.ts'
import type { ArrivedMail, Mails } from './ports/mails.ts'
import type { References } from './ports/references.ts'
import type { Transact } from './ports/transact.ts'

export interface StoreMailVerb {
  readonly transact: Transact<{ mails: Mails }>
  readonly ids: Ids
  readonly references: References
}

/** The bytes first, encrypted, before anything looks at them. The same mail seen again, anywhere, makes no second one. */
export const storeMail = (
  { transact, ids, references }: StoreMailVerb,
  mail: ArrivedMail,
): Promise<{ id: Id<'mail'>; isNew: boolean }> =>
  transact(({ mails }) => mails.store(mail, ids.next(), references.next()))
