import { describeLine, isWithin, type Line } from './line.ts'
import { mailToInvitation } from './mail-to-invitation.ts'
import { benchPhone } from './mails.ts'
import { reply } from './reply.ts'
import { createWorld } from './world.ts'

const world = await createWorld()
const lines: Line[] = []
const add = (line: Line): void => {
  lines.push(line)
  process.stdout.write(`${describeLine(line)}\n`)
}
try {
  add(await mailToInvitation(world))
  for (const line of await reply(
    world,
    Array.from({ length: 200 }, (_, n) => benchPhone(n)),
  ))
    add(line)
} finally {
  await world.close()
}
process.exitCode = lines.every(isWithin) ? 0 : 1
