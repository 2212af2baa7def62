import { createInterface } from 'node:readline/promises'
import type { Temporal } from 'temporal-polyfill'
import type { Actor } from '#src/domain/actor.ts'
import type { LoadedContract } from '#src/domain/contract/loaded-contract.ts'
import { stageOf } from '#src/domain/journey/attendance.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import type { Id } from '#src/domain/values/id.ts'
import { momentInWords } from '#src/services/words.ts'
import { readEnvironment } from '../config/env.ts'
import { readTextFiles } from '../knowledge/read-text-files.ts'
import type { TextPaths } from '../knowledge/text-paths.ts'
import { scriptMoment } from '../virtual/play-script.ts'
import { referralMail } from '../virtual/referral-mail.ts'
import { startThrowAwayServer, throwAwayWords } from '../virtual/throw-away-server.ts'
import { createUniverse, virtualAuthserv, type Universe } from '../virtual/universe.ts'
import { zone } from '../zone.ts'

const phone = '+31612345671'
const start = '2026-11-02 09:15'
const coach: Actor = { kind: 'staff', id: 'spel' }

type Write = (line: string) => void

const help = [
  'Typ wat u als deelnemer zou sturen. Verder kunt u:',
  '  /verder      naar het volgende moment waarop er iets gebeurt',
  '  /kwam        de coach vult in dat de deelnemer kwam',
  '  /kwamniet    de coach vult in dat de deelnemer niet kwam',
  '  /stop        ophouden',
].join('\n')

/** Whoever plays reads everything that was sent since they last looked. */
function createReader({ carrier, post }: Universe, write: Write): () => void {
  let messages = 0
  let mails = 0
  return () => {
    for (const { at, text } of carrier.received.slice(messages))
      write(`\n[${momentInWords(at, zone)}] bericht aan de deelnemer\n${text}`)
    for (const { at, to, subject, text } of post.sent.slice(mails))
      write(`\n[${momentInWords(at, zone)}] mail aan ${to}: ${subject}\n${text.trimEnd()}`)
    messages = carrier.received.length
    mails = post.sent.length
  }
}

const rulesIn = ({ contract }: LoadedContract): number => Object.keys(contract.absence.reasons).length

async function refer(universe: Universe): Promise<Id<'journey'>> {
  const { installation } = universe.loaded.knowledge
  // A contract that asks for proof of an absence has most to play with.
  const richest = [...universe.loaded.contracts.values()].toSorted((a, b) => rulesIn(b) - rulesIn(a))[0]
  const { domains, addresses } = installation.contracts.find(({ id }) => id === richest?.contract.id) ?? {}
  const domain = domains?.[0] ?? ''
  const form = {
    'Naam deelnemer': 'Fatima Yilmaz',
    Klantnummer: 'K-20411',
    Mobiel: phone,
    Werkconsulent: 'Mieke de Vries',
    'E-mail werkconsulent': `m.devries@${domain}`,
  }
  const mail = {
    from: `m.devries@${domain}`,
    to: addresses?.[0] ?? '',
    form,
    signed: true,
    messageId: `spel@${domain}`,
  }
  await universe.arrive(referralMail(mail, virtualAuthserv))
  await universe.settle()
  const [id] = await universe.journeys()
  if (!id) throw new Error('De aanmelding werd geen traject: kijk of contracts/ en config/installation.yaml kloppen.')
  return id
}

async function mark(universe: Universe, id: Id<'journey'>, came: boolean, write: Write): Promise<void> {
  const stored = await universe.journey(id)
  const attendance = stored?.journey.attendances.findLast((candidate) =>
    ['planned', 'came', 'no_show'].includes(stageOf(candidate)),
  )
  const decision =
    attendance && (await universe.command(id, { type: 'mark_attendance', attendanceId: attendance.id, came }, coach))
  if (decision?.kind !== 'accepted') write('Dat kan nog niet: er is geen afspraak die al begonnen is.')
  await universe.settle()
}

const isOver = (journey: Journey | undefined): boolean =>
  journey?.attendances.some((attendance) => stageOf(attendance) === 'came') ?? true

async function onward(universe: Universe, write: Write): Promise<void> {
  const next: Temporal.Instant | undefined = await universe.rows.timers.next(universe.clock.now())
  if (!next) return write('Er komt vanzelf niets meer.')
  await universe.advanceTo(next)
  write(`\nHet is nu ${momentInWords(universe.clock.now(), zone)}.`)
}

/** One line of the player; false when they want to stop. */
async function turn(universe: Universe, id: Id<'journey'>, line: string, write: Write): Promise<boolean> {
  switch (line.trim()) {
    case '':
      return true
    case '/stop':
      return false
    case '/verder':
      await onward(universe, write)
      return true
    case '/kwam':
    case '/kwamniet':
      await mark(universe, id, line.trim() === '/kwam', write)
      return true
    default:
      if (line.startsWith('/')) write(help)
      else await universe.write(phone, line)
      await universe.settle()
      return true
  }
}

/**
 * `opkomst play`: one journey on a throw-away database with a virtual clock; you are the participant, and the coach. The lines
 * are asked for when all is ready: what was typed before then waits.
 */
export async function play(texts: TextPaths, lines: () => AsyncIterable<string>, write: Write): Promise<void> {
  write(throwAwayWords)
  const server = await startThrowAwayServer(readEnvironment()['DATABASE_URL'])
  try {
    const universe = await createUniverse({
      databaseUrl: await server.database(),
      start: scriptMoment(start),
      texts: await readTextFiles(texts),
    })
    const read = createReader(universe, write)
    const id = await refer(universe)
    write(
      `${help}\n\nEen consulent heeft Fatima Yilmaz aangemeld. Het is ${momentInWords(universe.clock.now(), zone)}.`,
    )
    read()
    for await (const line of lines()) {
      if (!(await turn(universe, id, line, write))) break
      read()
      if (isOver((await universe.journey(id))?.journey)) write('\nDe intake is geweest. Met /stop houdt u op.')
    }
    await universe.close()
  } finally {
    await server.stop()
  }
}

export const playInTerminal = (texts: TextPaths, write: Write): Promise<void> =>
  play(texts, () => createInterface({ input: process.stdin }), write)
