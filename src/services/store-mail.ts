import type { Id } from '#src/domain/values/id.ts'
import type { Ids } from './ports/ids.ts'
import type { ArrivedMail, Mails } from './ports/mails.ts'
import type { References } from './ports/references.ts'

export interface StoreMailVerb {
  /** Storing is one statement: it needs no transaction around it. */
  readonly mails: Pick<Mails, 'store'>
  readonly ids: Ids
  readonly references: References
}

/** The bytes first, encrypted, before anything looks at them. The same mail seen again, anywhere, makes no second one. */
export const storeMail = (
  { mails, ids, references }: StoreMailVerb,
  mail: ArrivedMail,
): Promise<{ id: Id<'mail'>; isNew: boolean }> => mails.store(mail, ids.next(), references.next())
