import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { Id } from '#src/domain/values/id.ts'
import { parseReference } from '#src/domain/values/reference.ts'
import { acceptWaitingMail, rejectWaitingMail, reopenMail, type Dismissal } from '#src/services/review-mail.ts'
import { seeOther, type Shell } from '../shell.ts'
import { handledMailPage, type HandledMailFacts } from '../pages/handled-mail.ts'
import { referralsPage } from '../pages/referrals.ts'
import { reviewPage } from '../pages/review.ts'
import type { ConsoleParts } from '../parts.ts'
import { changedFields, reviewFields, typedFields } from '../referral-form.ts'
import { contextOf, contractTitle, formIn, idIn, pageIn, postedIn, staff, todayOf } from '../request.ts'
import { renderSafely } from '../render-safely.ts'
import { arrivalOf, readable, reviewFacts } from '../review-facts.ts'
import type { Outcome } from '../words/outcome.ts'
import { rejections } from '../words/mail.ts'

const section = 'aanmeldingen'

/** Counted from 1 on the page, from 0 here. */
const Participant = z.coerce
  .number()
  .int()
  .min(1)
  .max(1000)
  .transform((number) => number - 1)

const Rejection = z.object({
  reden: z.enum(Object.keys(rejections)),
  deelnemer: Participant.default(0),
  alles: z.literal('ja').optional(),
})
/** A reference that was chosen, or typed, which goes first. */
const Merge = z.object({
  kenmerk: z.string().default(''),
  ander: z.string().trim().default(''),
  pauzeer: z.literal('ja').optional(),
  deelnemer: Participant.default(0),
})

type Belongs = { readonly journeyId: Id<'journey'> } | { readonly otherMail: Id<'mail'> }

/** What a reference is of: a journey, or a mail of which there is none (yet). */
async function belongsTo({ overview }: ConsoleParts, text: string): Promise<Belongs | undefined> {
  const reference = parseReference(text)
  if (!reference) return undefined
  const [card] = (await overview.journeys({ kind: 'reference', value: reference }, { page: 1, size: 1 })).rows
  if (card) return { journeyId: card.journey.id }
  const mail = await overview.mailByReference(reference)
  return mail && (mail.journeyId ? { journeyId: mail.journeyId } : { otherMail: mail.id })
}

/** A mail that waits no more: what became of it. `late`: somebody tried to decide on it all the same. */
async function handledFacts(parts: ConsoleParts, id: Id<'mail'>, late: boolean): Promise<HandledMailFacts | undefined> {
  const mail = await parts.overview.mail(id)
  if (!mail) return undefined
  const joined = await parts.overview.mailsWith(id)
  const returned = mail.returned && (await parts.overview.returnedMail(mail.returned))
  const renderMail = renderSafely(parts)
  return { ...contextOf(parts), mail, joined, returned, renderMail, readable: await readable(parts, mail), late }
}

type Handled = (c: Context, id: Id<'mail'>, late: boolean) => Promise<Response>

/** One mail that waits no more. */
const handledIn =
  (parts: ConsoleParts, { show, missing }: Shell): Handled =>
  async (c, id, late) => {
    const facts = await handledFacts(parts, id, late)
    if (!facts) return missing(c)
    return show(c, { title: `Mail ${facts.mail.reference}`, section, body: handledMailPage(facts) }, late ? 409 : 200)
  }

export function referralRoutes(app: Hono, parts: ConsoleParts, shell: Shell): void {
  const { show, missing } = shell
  const handled = handledIn(parts, shell)

  app.get('/aanmeldingen', async (c) => {
    const at = pageIn(c)
    const body = referralsPage({
      ...contextOf(parts),
      counts: await parts.overview.ledger(),
      waiting: await parts.overview.waitingMails(),
      mails: await parts.overview.mails(at),
      at,
      contractTitle: contractTitle(parts),
      firstTerm: (mail) => (mail.kind === 'correction' ? undefined : arrivalOf(parts, mail)?.terms[0]),
    })
    return show(c, { title: 'Aanmeldingen', section, body })
  })

  app.get('/aanmeldingen/:id', async (c) => {
    const id = idIn<'mail'>(c)
    if (!id) return missing(c)
    const facts = await reviewFacts(parts, id, { participant: Participant.safeParse(c.req.query('deelnemer')).data })
    if (!facts) return handled(c, id, false)
    return show(c, { title: `Mail ${facts.mail.reference}`, section, body: reviewPage(facts) })
  })

  acceptRoute(app, parts, shell)
  dismissRoutes(app, parts, shell)
}

/** A person accepts one participant of a mail, as they corrected the form. */
function acceptRoute(app: Hono, parts: ConsoleParts, shell: Shell): void {
  const { show, missing } = shell
  const handled = handledIn(parts, shell)

  app.post('/aanmeldingen/:id/aannemen', async (c) => {
    const id = idIn<'mail'>(c)
    if (!id) return missing(c)
    const posted = await postedIn(c)
    const participant = Participant.default(0).safeParse(posted['deelnemer']).data
    const typed = typedFields(posted)
    const reviewed = reviewFields(typed, parts.verb.knowledge.installation, todayOf(parts))
    const errors = reviewed.kind === 'wrong' ? reviewed.errors : {}
    const facts = await reviewFacts(parts, id, { participant, again: { typed, errors } })
    if (!facts || participant !== facts.people.current) return handled(c, id, true)
    if (reviewed.kind === 'wrong') {
      const heading = `Mail ${facts.mail.reference}`
      return show(c, { title: `Fout: ${heading}`, heading, section, body: reviewPage(facts) }, 422)
    }
    const changed = changedFields(facts.draft, typed)
    const { form, contractId } = reviewed
    const review = await acceptWaitingMail(
      parts.verb,
      id,
      {
        form,
        contractId,
        participant,
        changed,
        more: posted['nogeen'] === 'ja',
        ...(typeof posted['ingetrokken'] === 'string' ? { seenWithdrawal: posted['ingetrokken'] } : {}),
      },
      staff,
    )
    switch (review.kind) {
      case 'accepted':
        parts.nudge()
        return review.left > 0
          ? seeOther(c, ['aanmeldingen', id], 'deelnemer-aangenomen')
          : seeOther(c, ['trajecten', review.journeyId], 'mail-aangenomen')
      case 'already':
        return seeOther(c, ['trajecten', review.journeyId], 'traject-loopt-al')
      case 'no_contract':
        return seeOther(c, ['aanmeldingen', id], 'geen-contract')
      case 'consulent_outside':
        return seeOther(c, ['aanmeldingen', id], 'consulent-elders')
      case 'not_waiting':
        return handled(c, id, true)
      case 'withdrawn':
        return seeOther(c, ['aanmeldingen', id], 'mail-ingetrokken')
    }
  })
}

/** What is said when a mail was laid with something, and where. */
const whatNext = (belongs: Belongs, paused: boolean): readonly [Outcome, string[]] => {
  if ('otherMail' in belongs) return ['hoort-bij-mail', ['aanmeldingen', belongs.otherMail]]
  return paused ? ['hoort-bij-en-pauze', ['trajecten', belongs.journeyId]] : ['hoort-bij-traject', ['aanmeldingen']]
}

/** A person decides that nothing begins with a mail, and takes that back. */
function dismissRoutes(app: Hono, parts: ConsoleParts, shell: Shell): void {
  const { missing } = shell
  const handled = handledIn(parts, shell)

  const after = (c: Context, id: Id<'mail'>, dismissal: Dismissal, done: Outcome, next = ['aanmeldingen']) => {
    if (dismissal.kind === 'not_waiting') return handled(c, id, true)
    if (dismissal.kind === 'no_journey') return seeOther(c, ['aanmeldingen', id], 'traject-niet-open')
    if (dismissal.kind === 'no_mail') return seeOther(c, ['aanmeldingen', id], 'mail-niet-open')
    return dismissal.left > 0 ? seeOther(c, ['aanmeldingen', id], 'deelnemer-overgeslagen') : seeOther(c, next, done)
  }

  app.post('/aanmeldingen/:id/afwijzen', async (c) => {
    const id = idIn<'mail'>(c)
    if (!id) return missing(c)
    const form = await formIn(c, Rejection)
    if (!form) return seeOther(c, ['aanmeldingen', id], 'onvolledig-formulier')
    const about = form.alles ? {} : { participant: form.deelnemer }
    return after(c, id, await rejectWaitingMail(parts.verb, id, { why: form.reden, ...about }, staff), 'mail-afgewezen')
  })

  app.post('/aanmeldingen/:id/hoort-bij', async (c) => {
    const id = idIn<'mail'>(c)
    if (!id) return missing(c)
    const form = await formIn(c, Merge)
    if (!form) return seeOther(c, ['aanmeldingen', id], 'onvolledig-formulier')
    const belongs = await belongsTo(parts, form.ander || form.kenmerk)
    const other = belongs && 'otherMail' in belongs ? belongs.otherMail : undefined
    if (!belongs || other === id) return seeOther(c, ['aanmeldingen', id], 'kenmerk-onbekend')
    const why = other ? 'hoort-bij-mail' : 'hoort-bij-traject'
    const reason = { why, participant: form.deelnemer, pause: form.pauzeer === 'ja', ...belongs }
    const dismissal = await rejectWaitingMail(parts.verb, id, reason, staff)
    if (dismissal.kind === 'done') parts.nudge()
    return after(c, id, dismissal, ...whatNext(belongs, reason.pause))
  })

  app.post('/aanmeldingen/:id/terughalen', async (c) => {
    const id = idIn<'mail'>(c)
    if (!id) return missing(c)
    const done = await reopenMail(parts.verb, id, staff)
    return seeOther(c, ['aanmeldingen', id], done ? 'mail-teruggehaald' : 'stond-al-zo')
  })
}
