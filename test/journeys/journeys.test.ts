import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readJourneyScript, type JourneyScript } from '#src/app/virtual/journey-script.ts'
import { phoneOnForm, playScript, scriptMoment } from '#src/app/virtual/play-script.ts'
import type { Universe } from '#src/app/virtual/universe.ts'
import { fold } from '#src/domain/journey/decide.ts'
import { messageKey } from '#src/domain/journey/journey.ts'
import { messagePurposes } from '#src/domain/journey/message-purpose.ts'
import { termsOf } from '#src/domain/journey/terms.ts'
import { allWantedTimers } from '#src/services/conversation-timers.ts'
import { isOpen } from '#src/domain/journey/task.ts'
import type { Id } from '#src/domain/values/id.ts'
import { toJson } from '#src/domain/values/instant-json.ts'
import { parsePhoneNumber } from '#src/domain/values/phone-number.ts'
import type { StoredJourney } from '#src/services/ports/journeys.ts'
import { brokenLink } from '#src/store/journal.ts'
import { createTestUniverse } from '#test/support/universe.ts'

const files = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.yaml'))

interface Played {
  readonly script: JourneyScript
  readonly universe: Universe
  readonly id: Id<'journey'> | undefined
  readonly stored: StoredJourney | undefined
}

async function play(file: string): Promise<Played> {
  const script = await readJourneyScript(path.join(import.meta.dirname, file))
  const universe = await createTestUniverse(script.referral.at.replace(' ', 'T'))
  const id = await playScript(universe, script)
  return { script, universe, id, stored: id && (await universe.journey(id)) }
}

/** What the phone received, with why: the journey's own messages by purpose, the rest are answers. */
async function received({ script, universe, stored }: Played) {
  const phone = parsePhoneNumber(phoneOnForm(script.referral.form))
  const rows = await universe.database.selectFrom('outgoing').select(['id', 'state_key']).execute()
  const purposeOf = new Map(
    rows.map(({ id, state_key }) => [
      id,
      messagePurposes.find((purpose) =>
        stored?.journey.attendances.some(({ id: about }) => messageKey(purpose, about) === state_key),
      ),
    ]),
  )
  return universe.carrier.received
    .filter(({ to }) => to === phone)
    .map(({ id, at, text }) => ({ at: at.toString(), purpose: purposeOf.get(id) ?? 'answer', text }))
}

/** Whom a mail went to, as our own people; the consulent otherwise. */
function roleOf({ universe }: Played, to: string): 'coach' | 'coordinator' | 'on_duty' | 'consulent' {
  const { provider, coaches } = universe.loaded.knowledge.installation
  if (to === provider.on_duty_mail) return 'on_duty'
  if (to === provider.coordinator_mail) return 'coordinator'
  return coaches.some(({ mail }) => mail === to) ? 'coach' : 'consulent'
}

/** Mails about this participant, or about something that belongs to nobody yet. */
const mails = (played: Played) =>
  played.universe.post.sent
    .filter(({ facts }) => facts.purpose === 'mail_waiting' || facts.thread.startsWith(played.id ?? ''))
    .map(({ at, to, facts, text }) => ({
      at: at.toString(),
      to: roleOf(played, to),
      purpose: facts.purpose,
      text,
    }))

/** Without the receipts, which are no journey's: see `expectReceipts`. */
const told = (played: Played) => mails(played).filter(({ to, purpose }) => to === 'consulent' && purpose !== 'receipt')

function expectStaffMails(played: Played) {
  const expected = played.script.expect.staff_mails
  if (!expected) return
  const actual = mails(played).filter(({ to }) => to !== 'consulent')
  expect(actual.map(({ at, to, purpose }) => ({ at, to, purpose }))).toEqual(
    expected.map((mail) => ({ ...mail, at: scriptMoment(mail.at).toString() })),
  )
}

/** Receipts say that a mail came in, to who sent it, and nothing of whom it is about. */
function expectReceipts({ script, universe, stored }: Played) {
  const receipts = universe.post.sent.filter(({ facts }) => facts.purpose === 'receipt')
  const name = stored?.participant.name.full
  for (const { text, subject, to } of receipts) {
    expect(to).toBe(script.referral.from)
    if (name) expect(`${subject} ${text}`).not.toContain(name)
  }
  const { receipts: expected } = script.expect
  if (expected)
    expect(receipts.map(({ at }) => at.toString())).toEqual(expected.map((at) => scriptMoment(at).toString()))
}

/** Nothing is said to a number that is on nobody's form. */
function expectKnownNumbers({ script, universe }: Played) {
  const forms = [script.referral.form, ...Object.values(script.others).map(({ form }) => form)]
  const numbers = forms.map((form) => parsePhoneNumber(phoneOnForm(form)))
  for (const { to } of universe.carrier.received) expect(numbers).toContain(to)
}

const heads = (list: readonly { at: string; purpose: string }[]) => list.map(({ at, purpose }) => ({ at, purpose }))
const expectedHeads = (list: readonly { at: string; purpose: string }[]) =>
  list.map(({ at, purpose }) => ({ at: scriptMoment(at).toString(), purpose }))

function expectTexts(
  actual: readonly { text: string }[],
  expected: readonly { says: readonly string[]; never_says: readonly string[] }[],
) {
  for (const [index, { says, never_says }] of expected.entries()) {
    for (const words of says) expect(actual[index]?.text).toContain(words)
    for (const words of never_says) expect(actual[index]?.text).not.toContain(words)
  }
}

async function expectStory(played: Played) {
  const { script, universe, id, stored } = played
  const messages = await received(played)
  expect(heads(messages)).toEqual(expectedHeads(script.expect.messages))
  expectTexts(messages, script.expect.messages)
  expect(heads(told(played))).toEqual(expectedHeads(script.expect.notices))
  expectTexts(told(played), script.expect.notices)
  expectStaffMails(played)
  expectReceipts(played)
  expectKnownNumbers(played)
  const journal = id ? await universe.journal(id) : []
  const asked = new Set(script.expect.journal)
  expect(journal.map(({ event }) => event.type).filter((type) => asked.has(type))).toEqual(script.expect.journal)
  expect(journal.flatMap(({ event }) => (event.type === 'task_opened' ? [event.task.kind] : []))).toEqual(
    script.expect.tasks,
  )
  expect(stored?.journey.tasks.filter(isOpen).map(({ kind }) => kind) ?? []).toEqual(script.expect.open_tasks)
}

function expectTerms({ script, universe, stored }: Played) {
  if (!stored) return
  const rules = universe.loaded.knowledge.contracts.rules(stored.journey.contractHash)
  const terms = termsOf(stored.journey, rules)
  for (const [name, state] of Object.entries(script.expect.terms)) {
    const named = terms.filter((term) => term.name === name)
    expect(named.length, `the term ${name} runs on this journey`).toBeGreaterThan(0)
    for (const { metAt, deadline } of named) {
      const met = metAt !== undefined && metAt.epochMilliseconds <= deadline.breach.epochMilliseconds
      expect(met ? 'met' : 'open', `${name}: ${deadline.how}`).toBe(state)
    }
  }
}

/** What must hold of every journey, whatever its story (promises 1, 2 and 3, and the journal). */
async function expectPromises({ universe, id, stored, script }: Played) {
  const counts = await universe.rows.mails.counts()
  expect(counts.received).toBe(counts.handled + counts.waiting)
  expect(counts.waiting > 0 ? 'waiting' : 'journey').toBe(script.expect.ledger)
  const ids = universe.carrier.received.map((message) => message.id)
  expect(new Set(ids).size, 'nothing is sent twice').toBe(ids.length)
  if (!id || !stored) return
  expect(await brokenLink(universe.database, id), 'the journal chain holds').toBeUndefined()
  const folded = fold(
    undefined,
    (await universe.journal(id)).map(({ event }) => event),
  )
  expect(toJson(folded), 'the journal tells the same story as the state').toBe(toJson(stored.journey))
  const rules = universe.loaded.knowledge.contracts.rules(stored.journey.contractHash)
  const timers = (list: readonly { key: string; at: { toString(): string } }[]) =>
    list.map(({ key, at }) => `${key} ${at.toString()}`).toSorted()
  expect(timers(stored.timers), 'every wanted timer is stored, and no other').toEqual(
    timers(allWantedTimers(stored.journey, stored.session, rules)),
  )
}

describe('whole journeys, as data', () => {
  it.each(files)('%s reads as it is written', async (file) => {
    const played = await play(file)
    try {
      await expectStory(played)
      expectTerms(played)
      await expectPromises(played)
    } finally {
      await played.universe.close()
    }
  })
})
