import type { JourneyTerm } from '#src/domain/journey/terms.ts'
import type { ProposedReferral } from '#src/domain/proposed-referral.ts'
import type { LikeJourney } from '#src/services/find-like-journeys.ts'
import type { LikeMail } from '#src/services/find-like-mails.ts'
import type { MailDecision, WaitingMail } from '#src/services/ports/mails.ts'
import type { JourneyCard, LedgerLine, MailStep } from '#src/services/ports/overview.ts'
import type { PageContext, ReadableMail } from '../../parts.ts'
import type { FormState } from '../fields.ts'
import type { ReturnedFacts } from '../returned-mail.ts'

/** The terms that run from the arrival of a mail. */
export interface Arrival {
  readonly contractTitle: string
  /** The mail's own contract; else the strictest of all, because it is not known yet. */
  readonly isKnown: boolean
  readonly terms: readonly JourneyTerm[]
}

/** The participants of a mail, and which of them is on the page. */
export interface People {
  readonly count: number
  /** Counted from 0. */
  readonly current: number
  readonly decided: ReadonlyMap<number, MailDecision>
}

export interface ReviewFacts extends PageContext, FormState, ReturnedFacts {
  readonly mail: WaitingMail
  /** What people did with it before. */
  readonly steps: readonly MailStep[]
  /** Absent: it cannot be read, or was too large to fetch. */
  readonly readable: ReadableMail | undefined
  readonly contracts: readonly { readonly id: string; readonly title: string }[]
  readonly people: People
  /** What was read of the participant on the page. */
  readonly proposal: ProposedReferral | undefined
  readonly arrival: Arrival | undefined
  readonly likeJourneys: readonly LikeJourney[]
  /** Other mails that wait and may be about the same person. */
  readonly likeMails: readonly LikeMail[]
  /** What a person laid with this mail, or repeats it. */
  readonly joined: readonly LedgerLine[]
  /** The journeys that run of others who have the phone number on the page, under any contract. */
  readonly sameNumber: readonly JourneyCard[]
  readonly draftReply: { readonly subject: string; readonly text: string } | undefined
}
