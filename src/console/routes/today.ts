import type { Hono } from 'hono'
import { z } from 'zod'
import { dayInWords, timeInWords } from '#src/services/words.ts'
import { withSlotInTime } from '#src/services/plan-intake.ts'
import { seeOther, type Shell } from '../shell.ts'
import { todayPage } from '../pages/today/today.ts'
import type { ConsoleParts } from '../parts.ts'
import { contextOf, formIn } from '../request.ts'

/** Who was not marked after so long is no news on this page any more: the coach, the coordinator and the consulent were told. */
const twoWeeks = { hours: 14 * 24 }
const shown = { page: 1, size: 30 }
const few = { page: 1, size: 10 }
const Switch = z.object({ stand: z.enum(['aan', 'uit']) })

async function factsOf(parts: ConsoleParts) {
  const { overview, verb, sendingSwitch } = parts
  const context = contextOf(parts)
  const { now } = context
  const tasks = await overview.openTasks(shown)
  return {
    ...context,
    health: await parts.health(),
    sending: parts.sending,
    stopped: await sendingSwitch.isStopped(),
    installation: verb.knowledge.installation,
    tasks,
    slotAgain: await withSlotInTime(
      verb,
      tasks.rows.filter(({ task }) => task.kind === 'no_slot').map(({ journey }) => journey),
    ),
    appointments: await overview.withAppointment(now.subtract(twoWeeks), now.add(twoWeeks)),
    waiting: await overview.waitingMails(),
    strays: await overview.strayMessages(few),
    toApprove: parts.sending === 'approve' ? (await overview.toApprove({ page: 1, size: 1 })).total : 0,
  }
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

export function todayRoutes(app: Hono, parts: ConsoleParts, { show }: Shell): void {
  app.get('/', async (c) => {
    const mark = await parts.overview.mark()
    const facts = await factsOf(parts)
    const heading = `${capital(dayInWords(facts.now, 'nl', facts.zone))}, ${timeInWords(facts.now, facts.zone)}`
    return show(c, { title: 'Vandaag', heading, section: 'vandaag', watch: { mark }, body: todayPage(facts) })
  })

  app.post('/verzenden', async (c) => {
    const form = await formIn(c, Switch)
    if (!form) return seeOther(c, [], 'onvolledig-formulier')
    await parts.sendingSwitch.set(form.stand === 'uit', 'console')
    parts.nudge()
    return seeOther(c, [], form.stand === 'uit' ? 'verzenden-gestopt' : 'verzenden-hervat')
  })
}
