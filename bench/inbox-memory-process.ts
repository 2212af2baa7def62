import { readdirSync, readFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { createReadingThread } from '#src/inbox/reading/reading-thread.ts'
import { benchMail, textAttachment } from './mails.ts'
import { smallPdf } from './small-pdf.ts'
import { authserv } from './world.ts'

/** In a process of its own: what reading mails takes, apart from what the benchmark itself needs. */
const [, , count = '20000'] = process.argv
const folder = new URL('../test/inbox/corpus/mails/', import.meta.url)
const corpus = readdirSync(folder).map((file) => readFileSync(new URL(file, folder)))
const pdf = { name: 'toelichting.pdf', type: 'application/pdf', content: await smallPdf() }

/** Every kind of mail that we know, in turn with a referral that nobody sent before; each fourth of those has a PDF. */
const mailAt = (n: number): Buffer =>
  (n % 2 === 0 ? corpus[(n / 2) % corpus.length] : undefined) ?? benchMail(n, n % 8 === 1 ? pdf : textAttachment)

const facts = {
  authservId: authserv,
  contracts: [{ id: 'lansingerland', labels: {}, domains: ['lansingerland.example'], addresses: [] }],
}
const thread = createReadingThread({ checkDkim: false })
const samples: number[] = []
const kinds = new Map<string, number>()
for (let n = 0; n < Number(count); n += 1) {
  const { kind } = await thread.read(mailAt(n), facts, Temporal.Instant.from('2026-11-02T08:00Z'))
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  if (n % 50 === 49) samples.push(process.memoryUsage().rss / 1024 ** 2)
}
await thread.close()
process.stdout.write(`${JSON.stringify({ samples, kinds: Object.fromEntries(kinds) })}\n`)
