import { readFile } from 'node:fs/promises'
import { Temporal } from 'temporal-polyfill'
import { clamdPlaceOf, pingClamd } from '#src/inbox/attachments/clamd.ts'
import { projectRoot, readEnvironment } from '../config/env.ts'
import { printedMail } from '../inbox-read/printed-mail.ts'
import { readSettings } from '../inbox-read/settings.ts'
import { openThrowAwayInbox } from '../inbox-read/throw-away-inbox.ts'
import { textPathsIn } from '../knowledge/text-paths.ts'
import { Refusal } from '../runtime/stop-reason.ts'
import { startThrowAwayServer } from '../virtual/throw-away-server.ts'
import type { Output } from './output.ts'

interface InboxReadOptions {
  readonly json?: true
  readonly settings?: string
}

const bytesOf = async (file: string): Promise<Buffer> => {
  try {
    return await readFile(file)
  } catch {
    throw new Refusal(`${file} is niet te lezen: kijk of het bestand er is.`)
  }
}

/** The scanner that looks at attachments first, as it does for a mailbox; who has none gets them read all the same. */
async function scannerIn(clamdUrl: string | undefined, out: Output): Promise<string | undefined> {
  if (clamdUrl === undefined || clamdUrl === '') return undefined
  const place = clamdPlaceOf(clamdUrl)
  if (place === undefined)
    throw new Refusal('CLAMD_URL: hier hoort een adres als tcp://127.0.0.1:3310 of unix:/run/clamav/clamd.ctl')
  if (!(await pingClamd(place)))
    out.problem(
      'De virusscanner antwoordt niet, dus bijlagen worden niet geopend: kijk of clamd draait en of CLAMD_URL klopt.',
    )
  return clamdUrl
}

const inWords = ({ file, kind, participants, needs_human: waits, why }: ReturnType<typeof printedMail>): string =>
  `${file}: ${kind}, ${String(participants.length)} deelnemer(s)${waits ? `, wacht op een mens (${why ?? ''})` : ''}`

/** Reads files as if they had arrived in this order, in a database that is thrown away; nothing is kept and nothing is sent. */
export async function inboxReadCommand(
  out: Output,
  files: readonly string[],
  options: InboxReadOptions,
): Promise<number> {
  const settings = options.settings === undefined ? undefined : await readSettings(options.settings)
  const mails = await Promise.all(files.map(async (file) => ({ file, raw: await bytesOf(file) })))
  const environment = readEnvironment()
  const clamdUrl = await scannerIn(environment['CLAMD_URL'], out)
  const server = await startThrowAwayServer(environment['DATABASE_URL'])
  try {
    const inbox = await openThrowAwayInbox({
      databaseUrl: await server.database(),
      texts: textPathsIn(projectRoot),
      settings,
      authservId: environment['AUTHSERV_ID'],
      clamdUrl,
      now: Temporal.Now.instant(),
    })
    try {
      for (const { file, raw } of mails) {
        const printed = printedMail(file, await inbox.handle(raw))
        if (options.json) out.json(printed)
        else out.line(inWords(printed))
      }
    } finally {
      await inbox.close()
    }
  } finally {
    await server.stop()
  }
  return 0
}
