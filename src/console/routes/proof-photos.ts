import type { Hono } from 'hono'
import { asId, isId } from '#src/domain/values/id.ts'
import type { PhotoType } from '#src/domain/values/photo-type.ts'
import type { ConsoleParts } from '../parts.ts'
import { idIn } from '../request.ts'
import type { Shell } from '../shell.ts'

/** A picture is shown; a PDF is a program of sorts, and in the browser only runs with rights that it does not get here. */
const shown: Readonly<Record<PhotoType, string>> = {
  'image/jpeg': 'inline; filename="bewijs.jpg"',
  'image/png': 'inline; filename="bewijs.png"',
  'image/webp': 'inline; filename="bewijs.webp"',
  'application/pdf': 'attachment; filename="bewijs.pdf"',
}

/** A photo of proof as the participant sent it: what a stranger made, so without any right, and kept by no cache. */
export function proofPhotoRoutes(app: Hono, { overview }: ConsoleParts, { missing }: Shell): void {
  app.get('/trajecten/:id/bewijs/:foto', async (c) => {
    const id = idIn<'journey'>(c)
    const photoId = c.req.param('foto')
    const photo = id && isId(photoId) ? await overview.proofPhoto(id, asId<'inbound'>(photoId)) : undefined
    if (!photo) return missing(c)
    return c.body(new Uint8Array(photo.bytes), 200, {
      'Content-Type': photo.type,
      'Content-Disposition': shown[photo.type],
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'Cache-Control': 'no-store',
    })
  })
}
