import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import type { Attendance } from '#src/domain/journey/attendance.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import type { Task } from '#src/domain/journey/task.ts'
import { journeySteps } from '#src/services/journey-steps.ts'
import { createRig } from '../promises/rig.ts'

const at = Temporal.Instant.from('2026-11-04T08:01:00Z')
const wrote = (closedAt?: Temporal.Instant): Task[] => [
  {
    key: 'absence_unexplained.1',
    kind: 'absence_unexplained',
    why: 'x',
    openedAt: at,
    dueAt: at,
    ...(closedAt ? { closedAt } : {}),
  } as Task, // a task has more that no account tells
]

it.each([
  ['a no after a yes stands last', undefined, ['bevestigde', 'schreef niet te kunnen']],
  ['a yes after a no stands last', at, ['schreef niet te kunnen', 'bevestigde']],
])('of what a participant said in one go %s', async (_, closedAt, order) => {
  await using stack = new AsyncDisposableStack()
  const rig = stack.adopt(await createRig(), (made) => made.close())
  const { journey } = (await rig.load(await rig.invited())) as { journey: Journey }
  const [attendance] = journey.attendances as [Attendance]
  const confirmed = { ...attendance, confirmedAt: at }
  const tasks = wrote(closedAt).map((task) => ({ ...task, attendanceId: attendance.id }))
  const said = journeySteps({ ...journey, tasks, attendances: [confirmed] }, confirmed, 'Europe/Amsterdam')
  const told = said.filter((words) => words.includes('Deelnemer '))
  expect(told).toEqual(order.map((words) => expect.stringContaining(words)))
})

it('a message that did not arrive does not still wait for evidence', async () => {
  await using stack = new AsyncDisposableStack()
  const rig = stack.adopt(await createRig(), (made) => made.close())
  const { journey } = (await rig.load(await rig.invited())) as { journey: Journey }
  const [attendance] = journey.attendances as [Attendance]
  const messages = journey.messages.map((message) => ({
    ...message,
    sentAt: at,
    failure: { failedAt: at.add({ hours: 1 }), why: 'undeliverable' as const },
  }))
  const said = journeySteps({ ...journey, messages }, attendance, 'Europe/Amsterdam')
  expect(said).toEqual([
    expect.stringContaining('Uitnodiging verstuurd (kwam niet aan)'),
    expect.stringContaining('Uitnodigen lukte niet: niet bezorgd'),
  ])
})
