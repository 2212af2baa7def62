import { parentPort, workerData } from 'node:worker_threads'
import { Temporal } from 'temporal-polyfill'
import { clamdPlaceOf, createScan } from '../attachments/clamd.ts'
import { createDkimCheck } from '../authenticity/dkim-check.ts'
import { createTxtResolver } from '../authenticity/txt-resolver.ts'
import type { MailFacts } from '../mail-reading.ts'
import { readMail } from '../read-mail.ts'
import type { ReadingAnswer, ReadingQuestion, ReadingSettings } from './reading-question.ts'

// What fails here is told by its kind, without a trace. The parser of mails makes an error for each that it has read, which nobody sees.
Error.stackTraceLimit = 0

const { checkDkim, clamdUrl } = workerData as ReadingSettings // what `createReadingThread` gives
const check = checkDkim ? createDkimCheck({ resolveTxt: createTxtResolver() }) : undefined
const clamd = clamdUrl === undefined ? undefined : clamdPlaceOf(clamdUrl)

let known: MailFacts | undefined

const answer = async ({ raw, facts = known, receivedAt }: ReadingQuestion): Promise<ReadingAnswer> => {
  if (facts === undefined) throw new Error('the first question has the facts')
  known = facts
  const at = Temporal.Instant.fromEpochMilliseconds(receivedAt)
  const look = check && ((bytes: Buffer, domains: ReadonlySet<string>) => check(bytes, domains, at))
  return { reading: await readMail(Buffer.from(raw), facts, at, look, clamd && createScan(clamd)) }
}

parentPort?.on('message', (question: ReadingQuestion) => {
  answer(question).then(
    (reply) => parentPort?.postMessage(reply),
    () => parentPort?.postMessage({} satisfies ReadingAnswer),
  )
})
parentPort?.postMessage('ready')
