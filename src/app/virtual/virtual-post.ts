import type { Temporal } from 'temporal-polyfill'
import type { MailTexts } from '#src/notices/mail-texts.ts'
import type { Mailer } from '#src/services/ports/mailer.ts'
import type { NoticeFacts } from '#src/services/notice-facts.ts'
import type { Clock } from '#src/services/ports/clock.ts'

export interface SentMail {
  readonly at: Temporal.Instant
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly facts: NoticeFacts
}

/** A mail server in a world with a virtual clock: every mail is composed for real and arrives at once. */
export interface VirtualPost extends Mailer {
  readonly sent: readonly SentMail[]
  behave(behaviour: 'sends' | 'refuses'): void
}

export function createVirtualPost(clock: Clock, texts: MailTexts): VirtualPost {
  const sent: SentMail[] = []
  let behaviour: 'sends' | 'refuses' = 'sends'
  return {
    sent,
    behave(next) {
      behaviour = next
    },
    send({ id, to, facts }) {
      if (behaviour === 'refuses') return Promise.resolve({ kind: 'undeliverable' })
      sent.push({ at: clock.now(), id, to, facts, ...texts.compose(facts) })
      return Promise.resolve({ kind: 'sent', reference: id })
    },
    verify: () => Promise.resolve({ ok: true, detail: 'virtueel' }),
    close: () => undefined,
  }
}
