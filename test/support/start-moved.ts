/** Run as a program: `start` or `worker` in this environment, by a clock that is so many milliseconds ahead of the wall's. */
import { systemClock } from '#src/app/clock.ts'
import { readConfig } from '#src/app/config/config.ts'
import { start, work } from '#src/app/runtime/start.ts'

const [verb = '', ahead = '0'] = process.argv.slice(2)
const reading = readConfig(process.env)
if (!reading.ok) throw new Error(reading.problems.join('\n'))
const running = await (verb === 'worker' ? work : start)({
  ...reading,
  clock: { now: () => systemClock.now().add({ milliseconds: Number(ahead) }) },
  say: (line) => process.stdout.write(`${line}\n`),
})
process.once('SIGTERM', () => void running.close())
