import { Temporal } from 'temporal-polyfill'
import { afterEach, expect, it } from 'vitest'
import { ReadingStopped } from '#src/inbox/reading/reading-stopped.ts'
import { createReadingThread, type ReadingThread } from '#src/inbox/reading/reading-thread.ts'
import { facts } from '../mail-facts.ts'

let thread: ReadingThread | undefined
afterEach(() => thread?.close())

const now = Temporal.Instant.from('2026-11-03T09:00:00Z')
const head =
  'From: P. Jansen <p.jansen@gemeente-voorbeeld.example>\r\nSubject: Aanmelding\r\nMessage-ID: <1@x.example>\r\n'
const letter = Buffer.from(`${head}\r\nNaam: Jan de Vries\r\nKlantnummer: K-20411\r\n`)
/** Many seconds of work, however fast the machine. */
const file = `--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=x.txt\r\n\r\n${'Naam: Jan de Vries\r\n'.repeat(12_000)}`
const endless = Buffer.from(`${head}Content-Type: multipart/mixed; boundary=x\r\n\r\n${file.repeat(5)}--x--\r\n`)

it('reads one mail after another', async () => {
  thread = createReadingThread({ checkDkim: false })
  const readings = await Promise.all([thread.read(letter, facts, now), thread.read(letter, facts, now)])
  expect(readings.map((reading) => reading.proposals[0]?.name?.full)).toEqual(['Jan de Vries', 'Jan de Vries'])
})

it('gives up a mail that takes too long, and reads the one behind it', async () => {
  thread = createReadingThread({ checkDkim: false, limitMs: 2_500 })
  await thread.read(letter, facts, now).catch(() => undefined) // loads what reading needs
  const [first, second] = await Promise.allSettled([thread.read(endless, facts, now), thread.read(letter, facts, now)])
  expect(first).toMatchObject({ status: 'rejected', reason: { message: 'the mail takes too long to read' } })
  expect(second).toMatchObject({ status: 'fulfilled', value: { kind: 'referral' } })
})

it('says that it was stopped, and not that the mail is bad, when the program stops in the midst of one', async () => {
  thread = createReadingThread({ checkDkim: false })
  await thread.read(letter, facts, now)
  const reading = thread.read(endless, facts, now)
  const how = reading.catch((error: unknown) => error)
  await new Promise((resolve) => setTimeout(resolve, 50))
  await thread.close()
  expect(await how).toBeInstanceOf(ReadingStopped)
  await expect(thread.read(letter, facts, now)).rejects.toBeInstanceOf(ReadingStopped)
})
