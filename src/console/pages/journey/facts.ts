import type { Installation } from '#src/domain/installation.ts'
import type { Rules } from '#src/domain/journey/rules.ts'
import type { NoticeFacts } from '#src/services/notice-facts.ts'
import type { JourneyDetails, LedgerLine } from '#src/services/ports/overview.ts'
import type { PageContext, RenderedMail } from '../../parts.ts'

/** What the page of one journey is made of. */
export interface JourneyFacts extends PageContext {
  readonly details: JourneyDetails
  /** What came in by mail about it, oldest first. */
  readonly received: readonly LedgerLine[]
  readonly rules: Rules
  readonly installation: Installation
  readonly renderMail: (facts: NoticeFacts) => RenderedMail | undefined
  readonly simulator: boolean
  /** What was typed as a phone number and is none to which a message can go, and why in words. */
  readonly unread?: { readonly text: string; readonly why: string }
  /** What a member of staff wrote and could not be sent, and why in words: nothing of it is lost. */
  readonly unsent?: { readonly text: string; readonly why: string }
}
