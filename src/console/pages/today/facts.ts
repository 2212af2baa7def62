import type { Installation } from '#src/domain/installation.ts'
import { stageOf, type Attendance } from '#src/domain/journey/attendance.ts'
import type { WaitingMail } from '#src/services/ports/mails.ts'
import type { JourneyCard, OpenTask, Page, StrayMessage } from '#src/services/ports/overview.ts'
import { href, html, type Html } from '../../html.ts'
import type { Health, PageContext } from '../../parts.ts'

export interface Today extends PageContext {
  readonly health: readonly Health[]
  readonly sending: 'off' | 'approve' | 'on'
  readonly stopped: boolean
  readonly installation: Installation
  readonly tasks: Page<OpenTask>
  /** Of those for whom no slot was in time: for whom there is one now. */
  readonly slotAgain: ReadonlySet<string>
  /** Journeys with an appointment in the last or the next two weeks. */
  readonly appointments: readonly JourneyCard[]
  readonly waiting: readonly WaitingMail[]
  readonly strays: Page<StrayMessage>
  readonly toApprove: number
}

/** One attendance of a journey that is planned: it lies ahead, or waits to be marked. */
export interface Meeting {
  readonly card: JourneyCard
  readonly attendance: Attendance
}

export const meetingsOf = (cards: readonly JourneyCard[]): Meeting[] =>
  cards
    .flatMap((card) => card.journey.attendances.map((attendance) => ({ card, attendance })))
    .filter(({ attendance }) => stageOf(attendance) === 'planned')
    .sort((a, b) => a.attendance.startsAt.epochMilliseconds - b.attendance.startsAt.epochMilliseconds)

export const person = ({ participant, journey, reference }: JourneyCard): Html =>
  html`<a href="${href(['trajecten', journey.id])}">${participant.name.full}</a> <span class="ref">${reference}</span>`
