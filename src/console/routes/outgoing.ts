import type { Hono } from 'hono'
import { z } from 'zod'
import { judgeOutgoing } from '#src/services/send-outgoing.ts'
import { seeOther, type Shell } from '../shell.ts'
import { href } from '../html.ts'
import { approvePage } from '../pages/approve.ts'
import { audiences, mailsPage } from '../pages/mails.ts'
import type { ConsoleParts } from '../parts.ts'
import { renderSafely } from '../render-safely.ts'
import { contextOf, formIn, idIn, pageIn } from '../request.ts'

const Verdict = z.object({ besluit: z.enum(['goedkeuren', 'tegenhouden']) })

export function outgoingRoutes(app: Hono, parts: ConsoleParts, { show }: Shell): void {
  const { overview } = parts
  const renderMail = renderSafely(parts)

  for (const { audience, path } of audiences)
    app.get(href(path), async (c) => {
      const at = pageIn(c)
      const found = await overview.sentMails(audience, at)
      const body = mailsPage({ ...contextOf(parts), found, at, renderMail }, audience)
      return show(c, { title: 'Mails', section: 'mails', body })
    })

  app.get('/berichten', async (c) => {
    const at = pageIn(c)
    const body = approvePage({ ...contextOf(parts), found: await overview.toApprove(at), at, renderMail })
    return show(c, { title: 'Goedkeuren', section: 'berichten', body })
  })

  app.post('/berichten/:id', async (c) => {
    const id = idIn<'outgoing'>(c)
    const form = await formIn(c, Verdict)
    if (!id || !form) return seeOther(c, ['berichten'], 'onvolledig-formulier')
    const approve = form.besluit === 'goedkeuren'
    const done = await judgeOutgoing(parts.verb, id, approve, 'console')
    if (done) parts.nudge()
    return seeOther(c, ['berichten'], done ? (approve ? 'goedgekeurd' : 'tegengehouden') : 'niet-meer-nodig')
  })
}
