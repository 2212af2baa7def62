import type { Kysely } from 'kysely'
import type { Actor } from '#src/domain/actor.ts'
import { asId, type Id } from '#src/domain/values/id.ts'
import type { MailDecision } from '#src/services/ports/mails.ts'
import type { MailStep } from '#src/services/ports/overview.ts'
import type { Temporal } from 'temporal-polyfill'
import { fromInstant, toInstant } from './instants.ts'
import { actorText } from './journal.ts'
import type { Database } from './tables/database.ts'

/** What people did with a mail, oldest first. */
export async function readDecisions(db: Kysely<Database>, id: string): Promise<MailStep[]> {
  const rows = await db.selectFrom('mail_decisions').selectAll().where('mail_id', '=', id).orderBy('sequence').execute()
  return rows.map((row) => ({
    kind: row.kind as MailDecision['kind'], // the column's check holds this list
    at: toInstant(row.at),
    actor: actorText(row.actor_kind, row.actor_id),
    ...(row.why === null ? {} : { why: row.why }),
    ...(row.participant === null ? {} : { participant: row.participant }),
    ...(row.changed.length === 0 ? {} : { changed: row.changed }),
    ...(row.journey_id === null ? {} : { journeyId: asId<'journey'>(row.journey_id) }),
    ...(row.other_mail_id === null ? {} : { otherMail: asId<'mail'>(row.other_mail_id) }),
  }))
}

export async function addDecision(
  db: Kysely<Database>,
  id: Id<'mail'>,
  { kind, why, participant, changed, journeyId, otherMail }: MailDecision,
  actor: Actor,
  at: Temporal.Instant,
): Promise<void> {
  await db
    .insertInto('mail_decisions')
    .values({
      mail_id: id,
      at: fromInstant(at),
      actor_kind: actor.kind,
      actor_id: actor.kind === 'staff' ? actor.id : null,
      kind,
      why: why ?? null,
      participant: participant ?? null,
      changed: [...(changed ?? [])],
      journey_id: journeyId ?? null,
      other_mail_id: otherMail ?? null,
    })
    .execute()
}
