import type { Universe } from '#src/app/virtual/universe.ts'
import { onlyJourney } from '#test/console/console-client.ts'
import { commandJourney } from '#src/services/command-journey.ts'
import { createIds } from '#src/store/ids.ts'
import { createTransact } from '#src/store/store.ts'

/** A person ticks a task of the one journey off. */
export async function closeTask(universe: Universe, key: string): Promise<void> {
  const { database, keyring, clock, loaded } = universe
  const verb = {
    transact: createTransact(database, keyring, 'Europe/Amsterdam'),
    knowledge: loaded.knowledge,
    clock,
    ids: createIds(clock),
  }
  await commandJourney(verb, await onlyJourney(universe), { type: 'close_task', key }, { kind: 'staff', id: 'test' })
  await universe.settle()
}
