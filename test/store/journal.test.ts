import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import type { Id } from '#src/domain/values/id.ts'
import { brokenLink } from '#src/store/journal.ts'
import { onlyJourney, refer } from '#test/console/console-client.ts'
import { createTestUniverse } from '#test/support/universe.ts'

let universe: Universe
let id: Id<'journey'>
beforeEach(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
  await refer(universe)
  id = await onlyJourney(universe)
})
afterEach(() => universe.close())

describe('the journal', () => {
  it('refuses to be changed, emptied or shortened', async () => {
    const { database: db } = universe
    for (const statement of [
      sql`update journal set actor_id = 'somebody'`,
      sql`delete from journal where sequence = 1`,
      sql`truncate journal`,
    ])
      await expect(statement.execute(db)).rejects.toThrow('append-only')
    expect((await universe.journal(id)).length).toBeGreaterThan(3)
  })

  it('names its actors', async () => {
    await universe.write('+31612345671', 'Ja, ik kom')
    await universe.settle()
    const actors = new Map((await universe.journal(id)).map(({ event, actor }) => [event.type, actor]))
    expect(actors.get('referral_accepted')).toBe('system')
    expect(actors.get('attendance_confirmed')).toBe('participant')
  })

  /** As the owner of the tables, who may switch their triggers off. */
  const tamper = (statement: ReturnType<typeof sql>) =>
    universe.database.transaction().execute(async (trx) => {
      await sql`alter table journal disable trigger user`.execute(trx)
      await statement.execute(trx)
      await sql`alter table journal enable trigger user`.execute(trx)
    })

  it.each([
    ['another body', sql`update journal set body = set_byte(body, 20, 255 - get_byte(body, 20)) where sequence = 2`, 2],
    ['another actor', sql`update journal set actor_kind = 'staff', actor_id = 'x' where sequence = 3`, 3],
    ['another kind of event', sql`update journal set type = 'journey_ended' where sequence = 1`, 1],
    ['another moment', sql`update journal set at = at + interval '1 second' where sequence = 2`, 2],
    ['a row that is gone', sql`delete from journal where sequence = 2`, 3],
    ['the last row gone', sql`delete from journal where sequence = (select max(sequence) from journal)`, 'last'],
    [
      'two rows exchanged',
      sql`update journal set sequence = case sequence when 1 then -2 when 2 then -1 end where sequence in (1, 2)`,
      -2,
    ],
    [
      'a row added at the end',
      sql`insert into journal select journey_id, sequence + 1, at, actor_kind, actor_id, type, body, hash, hash from journal order by sequence desc limit 1`,
      'added',
    ],
  ] as const)('that was tampered with is found: %s', async (_, statement, at) => {
    const rows = (await universe.journal(id)).length
    expect(await brokenLink(universe.database, id)).toBeUndefined()
    await tamper(statement)
    const expected = at === 'last' ? rows : at === 'added' ? rows + 1 : at
    expect(await brokenLink(universe.database, id)).toBe(expected)
  })

  it('is found broken when the state says that it ends elsewhere', async () => {
    await tamper(sql`update journeys set journal_hash = '\\x00'`)
    expect(await brokenLink(universe.database, id)).toBe((await universe.journal(id)).length + 1)
  })
})
