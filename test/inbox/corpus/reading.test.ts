import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printedMail } from '#src/app/inbox-read/printed-mail.ts'
import { readSettings } from '#src/app/inbox-read/settings.ts'
import { openThrowAwayInbox } from '#src/app/inbox-read/throw-away-inbox.ts'
import { openDatabase } from '#src/store/database.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import { amsterdam, projectTexts } from '#test/support/universe.ts'
import { expectedLine, type ExpectedLine } from './shape.ts'

/** What is read wrongly, with why. Take a line away when it is mended; add none to make this test pass. */
const knownFaults: Readonly<Record<string, string>> = {}

const folder = import.meta.dirname
const linesOf = (name: string): unknown[] =>
  readFileSync(join(folder, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))

const expected = linesOf('expected.jsonl').map((line) => expectedLine.parse(line))
const bsns = (linesOf('bsns.jsonl') as { bsns: string[] }[]).flatMap((line) => line.bsns)

interface Read {
  readonly printed: ReturnType<typeof printedMail>
  /** All that the reading holds, and so all that may be stored of it. */
  readonly reading: string
}

const read = new Map<string, Read>()
let stored: string[]
let database: TestDatabase

/** Every mail in order through one ledger, as the command line does it. */
beforeAll(async () => {
  database = await createTestDatabase()
  const inbox = await openThrowAwayInbox({
    databaseUrl: database.url,
    texts: projectTexts,
    settings: await readSettings(join(folder, 'settings.yaml')),
    authservId: undefined,
    clamdUrl: undefined,
    now: amsterdam('2026-11-02T09:15'),
  })
  try {
    for (const { file } of expected) {
      const handled = await inbox.handle(readFileSync(join(folder, 'mails', file)))
      read.set(file, { printed: printedMail(file, handled), reading: JSON.stringify(handled.reading) })
    }
  } finally {
    await inbox.close()
  }
  stored = await everyRow(database.url)
}, 300_000)
afterAll(() => database.drop())

describe('every mail of the corpus, in order through one ledger', () => {
  it('is read as it should be, save the faults that we know', () => {
    const wrong = expected.flatMap((line) => differences(line).map((words) => `${line.file}: ${words}`))
    expect(wrong.filter((words) => !(words.slice(0, 3) in knownFaults))).toEqual([])
  })

  it('has no fault on the list that is mended', () => {
    const wrong = expected.filter((line) => differences(line).length > 0).map(({ file }) => file.slice(0, 3))
    expect(wrong).toEqual(Object.keys(knownFaults).toSorted())
  })

  it('starts nothing from a mail that should wait, also where it is read wrongly', () => {
    const started = expected.filter(({ file }) => printedOf(file).needs_human === false)
    const mayStart = ({ needs_human: waits, also }: ExpectedLine): boolean =>
      !waits || (also?.['needs_human']?.includes(false) ?? false)
    expect(started.filter((line) => !mayStart(line)).map(({ file }) => file.slice(0, 3))).toEqual([])
  })

  it('ends in one row with one outcome each, and identical ones in one row', async () => {
    const { db, close } = openDatabase(database.url, { max: 1, onError: () => undefined })
    try {
      const rows = await db.selectFrom('mails').select(['outcome', 'kind']).execute()
      const distinct = new Set(expected.map(({ file }) => readFileSync(join(folder, 'mails', file), 'latin1')))
      expect(rows).toHaveLength(distinct.size)
      expect(rows.filter(({ outcome, kind }) => outcome === null || kind === null)).toEqual([])
    } finally {
      await close()
    }
  })
})

describe('no citizen service number of the corpus', () => {
  const shapes = bsns.map((number) => new RegExp([...number].join(String.raw`[^\p{L}\d]{0,2}`), 'u'))
  const holding = (texts: readonly string[]): string[] =>
    texts.filter((text) => shapes.some((shape) => shape.test(text)))

  it('is in what is printed', () => {
    expect(holding([...read.values()].map(({ printed }) => JSON.stringify(printed)))).toEqual([])
  })

  it('is in any reading: what is sealed in the ledger and in a journey comes from there', () => {
    expect(holding([...read.values()].map(({ reading }) => reading))).toEqual([])
  })

  it('is in any table outside the raw mail', () => {
    expect(stored.length).toBeGreaterThan(expected.length)
    expect(holding(stored)).toEqual([])
  })
})

function printedOf(file: string): Read['printed'] {
  const found = read.get(file)
  if (found === undefined) throw new Error(`${file} was not read`)
  return found.printed
}

/** What differs from what must be printed, one line per field. */
function differences({ file, also = {}, ...line }: ExpectedLine): string[] {
  const { why: _, file: __, ...printed } = printedOf(file)
  const fields = leavesOf(line)
  const found = leavesOf(printed)
  const participantsRight = mayHaveParticipants(printed, line, also)
  return [...new Set([...fields.keys(), ...found.keys()])].flatMap((path) => {
    const [want, got] = [fields.get(path) ?? null, found.get(path) ?? null]
    const right = want === got || (also[path]?.includes(got) ?? false)
    return right || (participantsRight && path.startsWith('participants'))
      ? []
      : [`${path} is ${JSON.stringify(got)}, should be ${JSON.stringify(want)}`]
  })
}

/** Whether the list is right as a whole: another that is right too, or none of a mail whose kind has none. */
function mayHaveParticipants(
  { kind, participants }: Pick<Read['printed'], 'kind' | 'participants'>,
  line: Omit<ExpectedLine, 'file'>,
  also: NonNullable<ExpectedLine['also']>,
): boolean {
  const otherKind = kind !== line.kind && (also['kind']?.includes(kind) ?? false)
  return (
    (otherKind && participants.length === 0) ||
    (also['participants']?.some((list) => isDeepStrictEqual(list, participants)) ?? false)
  )
}

/** 'participants.0.name' and its value, for each value that is no object or list. */
function leavesOf(value: unknown, path = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[path, value]])
  const below = Object.entries(value).flatMap(([key, child]) => [
    ...leavesOf(child, path === '' ? key : `${path}.${key}`),
  ])
  return new Map(below)
}

/** Every row of every table as text, without the raw mails. */
async function everyRow(url: string): Promise<string[]> {
  const { db, close } = openDatabase(url, { max: 1, onError: () => undefined })
  try {
    const { rows: tables } = await sql<{ name: string }>`
      select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
      where schemaname in ('public', 'keys')`.execute(db)
    const texts: string[] = []
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`
        select (to_jsonb(t) - 'raw')::text as row from ${sql.raw(name)} t`.execute(db)
      texts.push(...rows.map(({ row }) => row))
    }
    return texts
  } finally {
    await close()
  }
}
