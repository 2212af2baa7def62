import { labelledMessages, incoming } from '../test/conversation/evaluation/labelled.ts'

/** In a process of its own: what reading messages takes, apart from what the benchmark itself needs. */
const messages = labelledMessages('examples').map(incoming)
const megabytes = (): number => process.memoryUsage().rss / 1024 ** 2
const before = megabytes()
const { assess } = await import('#src/conversation/understanding/assess.ts')
const rounds = 8
const rates: number[] = []
for (let round = 0; round < rounds; round++) {
  const began = performance.now()
  for (const message of messages) assess(message)
  rates.push((messages.length / (performance.now() - began)) * 1000)
}
process.stdout.write(`${JSON.stringify({ perSecond: Math.max(...rates), megabytes: megabytes() - before })}\n`)
