import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { Id } from '#src/domain/values/id.ts'
import type { WaitingMail } from '#src/services/ports/mails.ts'
import { acceptWaitingMail, rejectWaitingMail } from '#src/services/review-mail.ts'
import { seeOther, type Shell } from '../shell.ts'
import { referralsPage } from '../pages/referrals.ts'
import { reviewPage, type ReviewFacts } from '../pages/review.ts'
import type { ConsoleParts, ReadableMail } from '../parts.ts'
import {
  fieldsAsWritten,
  fieldsOf,
  reviewFields,
  typedFields,
  type FieldErrors,
  type Reviewed,
  type TypedFields,
} from '../referral-form.ts'
import { contextOf, contractTitle, formIn, idIn, pageIn, postedIn, staff } from '../request.ts'
import { rejections } from '../words/mail.ts'

const Rejection = z.object({ reden: z.enum(Object.keys(rejections)) })

async function readable(parts: ConsoleParts, { id, contractId }: WaitingMail): Promise<ReadableMail | undefined> {
  const raw = await parts.overview.waitingRaw(id)
  if (!raw) return undefined
  try {
    return await parts.readMail(raw, contractId)
  } catch {
    return undefined // the page says that it cannot be read here
  }
}

/** What the reader was sure of; else what stands in the mail, for a person to check. */
const draftOf = ({ form, contractId }: WaitingMail, letter: ReadableMail | undefined): TypedFields =>
  form ? fieldsOf(form, contractId) : fieldsAsWritten(letter?.written ?? {}, contractId, letter?.from)

const contractsOf = (parts: ConsoleParts) =>
  parts.verb.knowledge.installation.contracts.map(({ id }) => ({ id, title: contractTitle(parts)(id) }))

async function reviewFacts(
  parts: ConsoleParts,
  id: Id<'mail'>,
  again?: { typed: TypedFields; errors: FieldErrors },
): Promise<ReviewFacts | undefined> {
  const mail = (await parts.overview.waitingMails()).find((candidate) => candidate.id === id)
  if (!mail) return undefined
  const letter = await readable(parts, mail)
  return {
    ...contextOf(parts),
    mail,
    readable: letter,
    typed: again?.typed ?? draftOf(mail, letter),
    errors: again?.errors ?? {},
    contracts: contractsOf(parts),
  }
}

async function accept(
  c: Context,
  parts: ConsoleParts,
  id: Id<'mail'>,
  reviewed: Extract<Reviewed, { kind: 'good' }>,
): Promise<Response> {
  const review = await acceptWaitingMail(parts.verb, id, reviewed, staff)
  switch (review.kind) {
    case 'accepted':
      parts.nudge()
      return seeOther(c, ['trajecten', review.journeyId], 'mail-aangenomen')
    case 'already':
      return seeOther(c, ['trajecten', review.journeyId], 'traject-loopt-al')
    case 'no_contract':
      return seeOther(c, ['aanmeldingen', id], 'geen-contract')
    case 'consulent_outside':
      return seeOther(c, ['aanmeldingen', id], 'consulent-elders')
    case 'not_waiting':
      return seeOther(c, ['aanmeldingen'], 'niet-meer-nodig')
  }
}

export function referralRoutes(app: Hono, parts: ConsoleParts, { show }: Shell): void {
  const title = 'Aanmeldingen'
  const section = 'aanmeldingen'

  app.get('/aanmeldingen', async (c) => {
    const at = pageIn(c)
    const body = referralsPage({
      ...contextOf(parts),
      counts: await parts.overview.ledger(),
      waiting: await parts.overview.waitingMails(),
      mails: await parts.overview.mails(at),
      at,
      contractTitle: contractTitle(parts),
    })
    return show(c, { title, section, body })
  })

  app.get('/aanmeldingen/:id', async (c) => {
    const id = idIn<'mail'>(c)
    const facts = id && (await reviewFacts(parts, id))
    if (!facts) return seeOther(c, ['aanmeldingen'], 'niet-meer-nodig')
    return show(c, { title: `Mail ${facts.mail.reference}`, section, body: reviewPage(facts) })
  })

  app.post('/aanmeldingen/:id/aannemen', async (c) => {
    const id = idIn<'mail'>(c)
    if (!id) return seeOther(c, ['aanmeldingen'], 'onbekend')
    const typed = typedFields(await postedIn(c))
    const reviewed = reviewFields(typed, parts.verb.knowledge.installation)
    if (reviewed.kind === 'good') return accept(c, parts, id, reviewed)
    const facts = await reviewFacts(parts, id, { typed, errors: reviewed.errors })
    if (!facts) return seeOther(c, ['aanmeldingen'], 'niet-meer-nodig')
    return show(c, { title: `Mail ${facts.mail.reference}`, section, body: reviewPage(facts) }, 422)
  })

  app.post('/aanmeldingen/:id/afwijzen', async (c) => {
    const id = idIn<'mail'>(c)
    const form = await formIn(c, Rejection)
    if (!id || !form) return seeOther(c, ['aanmeldingen'], 'onvolledig-formulier')
    const done = await rejectWaitingMail(parts.verb, id, form.reden)
    return seeOther(c, ['aanmeldingen'], done ? 'mail-afgewezen' : 'niet-meer-nodig')
  })
}
