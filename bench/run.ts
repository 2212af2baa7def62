import { idle } from './idle.ts'
import { inboxMemory } from './inbox-memory.ts'
import { describeLine, isWithin, type Line } from './line.ts'
import { mailToInvitation } from './mail-to-invitation.ts'
import { benchPhone } from './mails.ts'
import { phonesNeeded, reply } from './reply.ts'
import { dueQueryOnFullTable, manyTimersAtOnce } from './timers.ts'
import { turnOfEngine } from './turn.ts'
import { understanding } from './understanding.ts'
import { createWorld } from './world.ts'

/** What `npm run bench` prints: each figure beside the bare library in the same run, or beside its bound. */
const lines: Line[] = []
const add = (...some: readonly Line[]): void => {
  for (const line of some) {
    lines.push(line)
    process.stdout.write(`${describeLine(line)}\n`)
  }
}

const world = await createWorld()
try {
  add(...(await mailToInvitation(world)))
  add(
    ...(await reply(
      world,
      Array.from({ length: phonesNeeded }, (_, n) => benchPhone(n)),
    )),
  )
  add(await manyTimersAtOnce(world))
  add(await dueQueryOnFullTable(world))
} finally {
  await world.close()
}
add(await turnOfEngine())
add(...(await understanding()))
add(...(await inboxMemory()))
add(...(await idle()))
process.exitCode = lines.every(isWithin) ? 0 : 1
