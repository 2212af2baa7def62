import type { Temporal } from 'temporal-polyfill'
import type { Actor } from '#src/domain/actor.ts'
import type { Id } from '#src/domain/values/id.ts'
import type { Clock } from './ports/clock.ts'
import type { Ids } from './ports/ids.ts'
import { contentAdded, type Mails } from './ports/mails.ts'
import type { References } from './ports/references.ts'
import type { Transact } from './ports/transact.ts'
import { storeMail } from './store-mail.ts'

export interface UploadMailVerb {
  readonly transact: Transact<{ readonly mails: Mails }>
  readonly clock: Clock
  readonly ids: Ids
  readonly references: References
}

export type Uploaded =
  | { readonly kind: 'stored'; readonly mailId: Id<'mail'> }
  /** These bytes were there already: that mail. */
  | { readonly kind: 'known'; readonly mailId: Id<'mail'> }
  /** The mail that should have announced it does not, or was sent away. */
  | { readonly kind: 'not_waiting' }

/** Where a mail that a person put in was seen: on no server. */
const uploadMailbox = 'console'

/**
 * A person puts in a mail that they opened elsewhere. It goes the way of every mail: its bytes are stored, encrypted, and then read. With
 * `announcedBy` its terms count from the arrival of that mail, which is handled with this; more may be added to it later.
 */
export const uploadMail = (
  verb: UploadMailVerb,
  { raw, announcedBy }: { readonly raw: Buffer; readonly announcedBy?: Id<'mail'> },
  actor: Actor,
): Promise<Uploaded> =>
  verb.transact(async ({ mails }) => {
    const pointer = announcedBy === undefined ? undefined : await mails.announcement(announcedBy)
    if (announcedBy !== undefined && pointer === undefined) return { kind: 'not_waiting' }
    const now = verb.clock.now()
    const sighting = { mailbox: uploadMailbox, uidValidity: verb.ids.next<'mail'>(), uid: 1 }
    const arrived = { sighting, receivedAt: pointer?.receivedAt ?? now, raw, size: raw.length }
    const { id, isNew } = await storeMail({ ...verb, mails }, arrived)
    if (!isNew) return { kind: 'known', mailId: id }
    await mails.record(id, { kind: 'uploaded', ...(pointer ? { otherMail: pointer.id } : {}) }, actor, now)
    if (pointer) {
      if (pointer.isWaiting) await handleAnnouncement(mails, pointer.id, now)
      await mails.record(pointer.id, { kind: 'followed', otherMail: id }, actor, now)
    }
    return { kind: 'stored', mailId: id }
  })

async function handleAnnouncement(mails: Mails, id: Id<'mail'>, at: Temporal.Instant): Promise<void> {
  const [mail] = await mails.waiting(id)
  if (!mail) return
  const { words, contractId } = mail
  await mails.settle(id, { words, ...(contractId ? { contractId } : {}), outcome: 'aside', why: contentAdded }, at)
}
