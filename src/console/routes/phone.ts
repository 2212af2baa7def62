import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { messageKinds } from '#src/domain/values/message-kind.ts'
import type { JourneyDetails } from '#src/services/ports/overview.ts'
import { receiveMessage, type Reception } from '#src/services/receive-message.ts'
import { seeOther, type Shell } from '../shell.ts'
import { href } from '../html.ts'
import { phonePage, phonesPage, reactions, screen, type PhoneFacts } from '../pages/phone.ts'
import type { ConsoleParts } from '../parts.ts'
import { contextOf, formIn, idIn, pageIn } from '../request.ts'
import type { Outcome } from '../words/outcome.ts'

/** As much as the field on the phone takes. */
const longest = 1_000
const Typed = z
  .object({ tekst: z.string().trim().min(1), bij: z.string().max(200).optional() })
  .transform(({ tekst: text, bij }) => ({ kind: 'text' as const, text, ...(bij ? { tapped: bij } : {}) }))
/** What is no text may have a caption, and be a file. */
const Sent = z
  .object({
    soort: z.enum(messageKinds).exclude(['text', 'reaction']),
    tekst: z.string().trim().default(''),
    bestand: z.instanceof(File).optional(),
  })
  .transform(({ soort: kind, tekst: text, bestand: file }) => ({ kind, text, file }))
const Reacted = z
  .object({ emoji: z.enum(reactions) })
  .transform(({ emoji: text }) => ({ kind: 'reaction' as const, text }))

const Posted = z.union([Reacted, Sent, Typed])

/** A browser posts a field in which nothing was chosen as a file of nothing. */
async function messageIn(posted: z.infer<typeof Posted>) {
  if (!('file' in posted)) return posted
  const { file, ...message } = posted
  return file?.size ? { ...message, media: new Uint8Array(await file.arrayBuffer()) } : message
}

/** What is said on the phone's page of a message that did not come into its conversation. */
const afterwards: Readonly<Record<Reception['kind'], Outcome | undefined>> = {
  stored: undefined,
  seen_before: undefined,
  asks_nothing: undefined,
  with_person: 'niet-ontvangen',
  done: 'geldt-voor-nummer',
}

/** The simulator channel: a phone per participant, on which whoever looks is that participant. */
export function phoneRoutes(app: Hono, parts: ConsoleParts, { show, missing }: Shell): void {
  const { overview, verb } = parts
  const section = 'telefoon'
  const factsOf = (details: JourneyDetails): PhoneFacts => ({
    ...contextOf(parts),
    details,
    rules: verb.knowledge.contracts.rules(details.journey.contractHash),
    provider: verb.knowledge.installation.provider.name,
  })
  const detailsIn = async (c: Context) => {
    const id = idIn<'journey'>(c)
    const details = id && (await overview.journey(id))
    return details?.participant.phone ? details : undefined
  }

  app.get('/telefoon', async (c) => {
    const at = pageIn(c)
    const found = await overview.journeys({ kind: 'all' }, at)
    return show(c, { title: 'Telefoon', section, body: phonesPage(found, at, contextOf(parts)) })
  })

  app.get('/telefoon/:id', async (c) => {
    const details = await detailsIn(c)
    if (!details) return missing(c)
    const body = phonePage(factsOf(details))
    const heading = `Telefoon van ${details.participant.name.full}`
    return show(c, { title: `Telefoon ${details.reference}`, heading, section, body })
  })

  app.get('/telefoon/:id/scherm', async (c) => {
    const details = await detailsIn(c)
    return details ? c.html(screen(factsOf(details))) : missing(c)
  })

  app.post('/telefoon/:id', async (c) => {
    const details = await detailsIn(c)
    if (!details?.participant.phone) return missing(c)
    const here = ['telefoon', details.journey.id]
    const form = await formIn(c, Posted)
    if (!form) return seeOther(c, here, 'leeg-bericht')
    if (form.text.length > longest) return seeOther(c, here, 'te-lang-bericht')
    const reception = await receiveMessage(verb, {
      channel: 'simulator',
      reference: verb.ids.next(),
      from: details.participant.phone,
      ...(await messageIn(form)),
      receivedAt: verb.clock.now(),
    })
    parts.nudge()
    const elsewhere = afterwards[reception.kind]
    return elsewhere ? seeOther(c, here, elsewhere) : c.redirect(href(here), 303)
  })
}
