import type { Attendance } from '#src/domain/journey/attendance.ts'
import type { Evidence, Journey, MessageFailure } from '#src/domain/journey/journey.ts'
import type { MessagePurpose } from '#src/domain/journey/message-purpose.ts'
import { momentInWords } from './words.ts'

const said: Record<MessagePurpose, string> = {
  invitation: 'Uitnodiging verstuurd',
  reminder: 'Herinnering verstuurd',
  day_before: 'Herinnering van de dag ervoor verstuurd',
  no_show_follow_up: 'Bericht na het niet komen verstuurd',
}

const failed: Record<MessagePurpose, string> = {
  invitation: 'Uitnodigen lukte niet',
  reminder: 'Herinneren lukte niet',
  day_before: 'Herinneren op de dag ervoor lukte niet',
  no_show_follow_up: 'Vragen wat er was gebeurd lukte niet',
}

const evidenceWords: Record<Evidence, string> = {
  delivered: 'aangekomen',
  read: 'gelezen',
  answered: 'beantwoord',
  presumed: 'vermoedelijk aangekomen',
  told_by_staff: 'door een medewerker verteld',
}

const failureWords: Record<MessageFailure, string> = {
  no_phone: 'geen bruikbaar telefoonnummer',
  opted_out: 'de deelnemer wil geen berichten',
  undeliverable: 'niet bezorgd',
  expired: 'niet op tijd verstuurd',
  rejected: 'niet verstuurd door een medewerker',
}

interface Step {
  readonly at: number
  readonly words: string
}

/** What was done for one attendance, in order, in Dutch: the account that goes with a notice. No reasons, no texts. */
export function journeySteps(journey: Journey, attendance: Attendance, zone: string): string[] {
  const steps: Step[] = []
  const add = (at: { epochMilliseconds: number } | undefined, words: string) => {
    if (at) steps.push({ at: at.epochMilliseconds, words })
  }
  const when = (at: Attendance['startsAt']) => momentInWords(at, zone)
  for (const message of journey.messages.filter((candidate) => candidate.attendanceId === attendance.id)) {
    const { sentAt, evidence, failure } = message
    if (sentAt) {
      const arrived = evidence
        ? ` (${evidenceWords[evidence.kind]} ${when(evidence.evidencedAt)})`
        : ' (nog geen bewijs van aankomst)'
      add(sentAt, `${when(sentAt)}: ${said[message.purpose]}${arrived}`)
    }
    if (failure)
      add(failure.failedAt, `${when(failure.failedAt)}: ${failed[message.purpose]}: ${failureWords[failure.why]}`)
  }
  add(
    attendance.confirmedAt,
    `${attendance.confirmedAt ? when(attendance.confirmedAt) : ''}: Deelnemer bevestigde de afspraak`,
  )
  for (const task of journey.tasks)
    if (task.kind === 'absence_unexplained' && task.attendanceId === attendance.id)
      add(task.openedAt, `${when(task.openedAt)}: Deelnemer schreef niet te kunnen komen`)
  add(
    attendance.mark?.markedAt,
    `${attendance.mark ? when(attendance.mark.markedAt) : ''}: Aanwezigheid ingevuld: ${attendance.mark?.came ? 'gekomen' : 'niet gekomen'}`,
  )
  add(attendance.reactedAt, `${attendance.reactedAt ? when(attendance.reactedAt) : ''}: Reactie van de deelnemer`)
  return steps.sort((a, b) => a.at - b.at).map((step) => step.words)
}
