import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { Id } from '#src/domain/values/id.ts'
import { changePhone } from '#src/services/change-phone.ts'
import { intakePlan } from '#src/services/plan-intake.ts'
import { longestWritten, writeToParticipant, type Writing } from '#src/services/write-to-participant.ts'
import { seeOther, type Shell } from '../shell.ts'
import { journeyPage } from '../pages/journey/journey.ts'
import { mayPlan, toReplace, whyNotPlan } from '../pages/journey/may-plan.ts'
import { planPage } from '../pages/journey/plan.ts'
import type { ConsoleParts } from '../parts.ts'
import { renderSafely } from '../render-safely.ts'
import { refusalOutcome, type Outcome } from '../words/outcome.ts'
import { contextOf, formIn, idIn, staff } from '../request.ts'
import type { JourneyFacts } from '../pages/journey/facts.ts'

const Written = z.object({ tekst: z.string() })

const Numbered = z.object({ nummer: z.string().max(1_000) })

const unreadWords = {
  no_number: 'Dit is geen telefoonnummer dat wij kunnen lezen. Vul één mobiel nummer in, zoals 06 1234 5678.',
  no_mobile: 'Dit is geen mobiel nummer: een bericht komt daar niet aan. Vul een nummer in dat met 06 begint.',
} as const

const changedOutcome: Readonly<Record<'changed' | 'stopped' | 'removed' | 'same', Outcome>> = {
  changed: 'nummer-bewaard',
  stopped: 'nummer-bewaard-stop',
  removed: 'nummer-weg',
  same: 'nummer-stond-er',
}

/** What was typed and could not be taken. */
type Wrong = Pick<JourneyFacts, 'unsent' | 'unread'>

const unsentWords: Record<Extract<Writing, { kind: 'refused' }>['why'], string> = {
  unknown: 'Niet verstuurd: dit traject bestaat niet meer.',
  ended: 'Niet verstuurd: dit traject is afgesloten.',
  unreachable: 'Niet verstuurd: deze deelnemer heeft geen mobiel nummer, of wil geen berichten. Bel.',
  bsn: 'Niet verstuurd: in uw tekst staat een BSN, of wat daarop lijkt. Haal dat weg.',
  empty: 'Niet verstuurd: er staat nog niets in.',
  too_long: `Niet verstuurd: de tekst is langer dan ${String(longestWritten)} tekens. Maak hem korter.`,
}

export function journeyRoutes(app: Hono, parts: ConsoleParts, { show, missing }: Shell): void {
  const { overview, verb } = parts
  const { installation, contracts } = verb.knowledge
  const section = 'deelnemers'
  const renderMail = renderSafely(parts)
  const journey = async (c: Context, id: Id<'journey'>, wrong?: Wrong): Promise<Response> => {
    const mark = await overview.mark(id) // before the page: what changes meanwhile is news
    const details = await overview.journey(id)
    if (!details) return missing(c)
    const rules = contracts.rules(details.journey.contractHash)
    const received = await overview.mailsOf(id)
    const facts = {
      ...contextOf(parts),
      details,
      received,
      rules,
      installation,
      renderMail,
      simulator: parts.simulator,
    }
    const body = journeyPage({ ...facts, ...wrong })
    const title = `Traject ${details.reference}`
    const heading = details.participant.name.full
    return show(c, { title, heading, section, watch: { mark, journeyId: id }, body }, wrong ? 422 : 200)
  }

  app.get('/trajecten/:id', (c) => {
    const id = idIn<'journey'>(c)
    return id ? journey(c, id) : missing(c)
  })

  app.post('/trajecten/:id/bericht', async (c) => {
    const id = idIn<'journey'>(c)
    if (!id) return missing(c)
    const form = await formIn(c, Written)
    if (!form) return seeOther(c, ['trajecten', id], 'onvolledig-formulier')
    const { tekst } = form
    const writing = await writeToParticipant(verb, id, tekst, staff)
    if (writing.kind === 'refused') return journey(c, id, { unsent: { text: tekst, why: unsentWords[writing.why] } })
    parts.nudge()
    return seeOther(c, ['trajecten', id], 'bericht-geschreven')
  })

  numberRoutes(app, parts, { missing, journey })

  app.get('/trajecten/:id/plannen', async (c) => {
    const id = idIn<'journey'>(c)
    const details = id && (await overview.journey(id))
    if (!details) return missing(c)
    const { journey } = details
    const now = verb.clock.now()
    const replaces = toReplace(journey, now)
    if (!mayPlan(journey) && !replaces) return seeOther(c, ['trajecten', journey.id], whyNotPlan(journey, now))
    const plan = await intakePlan(verb, details.journey)
    const body = planPage({ ...contextOf(parts), details, plan, replaces, installation })
    return show(c, { title: replaces ? 'Kies een ander moment' : 'Plan een afspraak', section, body })
  })
}

interface JourneyPages extends Pick<Shell, 'missing'> {
  /** The page of a journey; with what was typed and could not be taken. */
  readonly journey: (c: Context, id: Id<'journey'>, wrong: Wrong) => Promise<Response>
}

function numberRoutes(app: Hono, parts: ConsoleParts, { missing, journey }: JourneyPages): void {
  /** A number that cannot be read goes back into its field, and never into an address. */
  const changed = async (c: Context, id: Id<'journey'>, typed: string | undefined): Promise<Response> => {
    const changing = await changePhone(parts.verb, id, typed, staff)
    if (changing.kind === 'refused') {
      const { why } = changing
      if (why === 'no_number' || why === 'no_mobile')
        return journey(c, id, { unread: { text: typed ?? '', why: unreadWords[why] } })
      return seeOther(c, ['trajecten', id], refusalOutcome(why))
    }
    parts.nudge()
    return seeOther(c, ['trajecten', id], changedOutcome[changing.kind])
  }

  app.post('/trajecten/:id/nummer', async (c) => {
    const id = idIn<'journey'>(c)
    if (!id) return missing(c)
    const form = await formIn(c, Numbered)
    return form ? changed(c, id, form.nummer) : seeOther(c, ['trajecten', id], 'onvolledig-formulier')
  })

  app.post('/trajecten/:id/nummer-weg', (c) => {
    const id = idIn<'journey'>(c)
    return id ? changed(c, id, undefined) : missing(c)
  })
}
