import type { Temporal } from 'temporal-polyfill'
import type { Understood } from '#src/conversation/session.ts'
import { interpreterWords } from '#src/domain/interpreter.ts'
import type { Id } from '#src/domain/values/id.ts'
import type { Knowledge } from './knowledge.ts'
import type { Clock } from './ports/clock.ts'
import type { Ids } from './ports/ids.ts'
import type { NewOutgoing } from './ports/outgoing.ts'

interface AlarmVerb {
  readonly clock: Clock
  readonly ids: Ids
  readonly knowledge: Knowledge
}

/** As long as nobody marks the message handled: whoever is on duty is told again, then the coordinator (as with a crisis of a participant). */
const again = { onDuty: { minutes: 15 }, coordinator: { minutes: 30 } }

interface StrayCrisis {
  readonly id: Id<'inbound'>
  readonly reference: string
  readonly understood: Understood
}

/** Tells whoever is on duty, at once and at any hour, of words of a crisis from a number that says not who writes. */
export function strayAlarm(
  { id, reference, understood: { language } }: StrayCrisis,
  { clock, ids, knowledge }: AlarmVerb,
): NewOutgoing[] {
  const { provider } = knowledge.installation
  const now = clock.now()
  const interpreter = interpreterWords('De schrijver', language ? { writes: language } : {})
  const mail = (occurrence: number, to: string, notBefore?: Temporal.Instant): NewOutgoing => ({
    id: ids.next(),
    subject: id,
    purpose: 'stray_crisis',
    occurrence,
    ...(notBefore ? { notBefore } : {}),
    body: {
      kind: 'mail',
      to,
      facts: {
        purpose: 'stray_crisis',
        reference,
        words: { provider: provider.name, provider_phone: provider.phone, ...(interpreter ? { interpreter } : {}) },
        steps: [],
        thread: id,
      },
    },
  })
  return [
    mail(1, provider.on_duty_mail),
    mail(2, provider.on_duty_mail, now.add(again.onDuty)),
    mail(3, provider.coordinator_mail, now.add(again.coordinator)),
  ]
}
