import { readFile } from 'node:fs/promises'
import { Temporal } from 'temporal-polyfill'
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
  const server = await startThrowAwayServer(readEnvironment()['DATABASE_URL'])
  try {
    const inbox = await openThrowAwayInbox({
      databaseUrl: await server.database(),
      texts: textPathsIn(projectRoot),
      settings,
      authservId: process.env['AUTHSERV_ID'],
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
