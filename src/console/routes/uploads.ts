import type { Context, Hono } from 'hono'
import { domainOf, parseEmailAddress } from '#src/domain/values/email-address.ts'
import type { Id } from '#src/domain/values/id.ts'
import { contentAdded, type WaitingMail } from '#src/services/ports/mails.ts'
import { uploadMail } from '#src/services/upload-mail.ts'
import { addMailPage } from '../pages/add-mail.ts'
import type { ConsoleParts } from '../parts.ts'
import { contextOf, idIn, postedIn, staff } from '../request.ts'
import { arrivalOf, readable } from '../review-facts.ts'
import { seeOther, type Shell } from '../shell.ts'
import { uploadedFile, type Posted, type UploadFault } from '../uploaded-file.ts'

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

const uploadIn = async (c: Context): Promise<Posted> => {
  const { bestand, tekst, van } = await postedIn(c)
  const file = bestand instanceof File ? Buffer.from(await bestand.arrayBuffer()) : Buffer.alloc(0)
  return { file, text: textIn(tekst), from: textIn(van) }
}

type Announced = Pick<WaitingMail, 'id' | 'reference' | 'receivedAt' | 'kind' | 'contractId'>

/** An announcement to which content was added before: there may be more, or it was the wrong file. */
async function followed(parts: ConsoleParts, id: Id<'mail'>): Promise<Announced | undefined> {
  const mail = await parts.overview.mail(id)
  return mail?.why === contentAdded ? mail : undefined
}

/** Who announced it, when that is the municipality and not the service that keeps the message. */
async function municipalSender(parts: ConsoleParts, pointer: Announced): Promise<string> {
  const from = parseEmailAddress((await readable(parts, pointer))?.from ?? '')
  const { contracts } = parts.verb.knowledge.installation
  return from !== undefined && contracts.some(({ domains }) => domains.includes(domainOf(from))) ? from : ''
}

interface Again extends Pick<Posted, 'text' | 'from'> {
  readonly fault: UploadFault
}

/** Puts in a mail that a person opened elsewhere, from the page of the mail that announced it, or from nowhere. */
export function uploadRoutes(app: Hono, parts: ConsoleParts, { show, missing }: Shell): void {
  const page = async (c: Context, announcedBy: Id<'mail'> | undefined, again?: Again) => {
    const pointers = (await parts.overview.waitingMails()).filter(({ kind }) => kind === 'pointer')
    const pointer =
      announcedBy && (pointers.find(({ id }) => id === announcedBy) ?? (await followed(parts, announcedBy)))
    if (announcedBy !== undefined && pointer === undefined)
      return seeOther(c, ['aanmeldingen', announcedBy], 'niet-meer-nodig')
    const from = pointer ? await municipalSender(parts, pointer) : ''
    const body = addMailPage({
      ...contextOf(parts),
      announcedBy: pointer,
      arrival: pointer && arrivalOf(parts, { ...pointer, countsFrom: pointer.receivedAt }),
      pointers,
      largest: parts.largestMail,
      ...(again ?? { text: '', from, fault: undefined }),
    })
    const title = again ? 'Fout: Mail toevoegen' : 'Mail toevoegen'
    return show(c, { title, heading: 'Mail toevoegen', section: 'aanmeldingen', body }, again ? 422 : 200)
  }

  const add = async (c: Context, announcedBy: Id<'mail'> | undefined) => {
    const posted = await uploadIn(c)
    const upload = uploadedFile(posted, parts.largestMail)
    if (upload.kind === 'fault') return page(c, announcedBy, { ...posted, fault: upload.fault })
    const about = announcedBy === undefined ? {} : { announcedBy }
    const uploaded = await uploadMail(parts.verb, { raw: upload.raw, ...about }, staff)
    switch (uploaded.kind) {
      case 'stored':
        parts.nudge()
        return seeOther(c, ['aanmeldingen', uploaded.mailId], 'mail-toegevoegd')
      case 'known':
        return seeOther(c, ['aanmeldingen', uploaded.mailId], 'mail-bekend')
      case 'not_waiting':
        return seeOther(c, announcedBy ? ['aanmeldingen', announcedBy] : ['aanmeldingen'], 'niet-meer-nodig')
    }
  }

  app.get('/aanmeldingen/toevoegen', (c) => page(c, undefined))
  app.post('/aanmeldingen/toevoegen', (c) => add(c, undefined))
  app.get('/aanmeldingen/:id/toevoegen', (c) => {
    const id = idIn<'mail'>(c)
    return id ? page(c, id) : missing(c)
  })
  app.post('/aanmeldingen/:id/toevoegen', (c) => {
    const id = idIn<'mail'>(c)
    return id ? add(c, id) : missing(c)
  })
}
