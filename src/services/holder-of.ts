import type { Session } from '#src/conversation/session.ts'
import { isHeldByPerson, isTakenByPerson } from '#src/domain/journey/held.ts'
import type { Journey } from '#src/domain/journey/journey.ts'

/**
 * Who has the conversation follows from the tasks: a person took it, and the bot is silent; a person closed all that it was held for, and
 * the bot answers again, instead of nobody.
 */
export function holderOf(journey: Journey, session: Session | undefined): Session['holder'] {
  if (isTakenByPerson(journey)) return 'person'
  return session?.holder === 'person' && isHeldByPerson(journey) ? 'person' : 'bot'
}
