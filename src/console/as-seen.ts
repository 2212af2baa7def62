import { stageOf, type Attendance } from '#src/domain/journey/attendance.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import { doubts } from '#src/domain/journey/replies.ts'

export const marksSeen = ['leeg', 'ja', 'nee'] as const
/** Who came, as a page shows it: it goes along with its buttons, so that nobody overrules a colleague unawares. */
export type MarkSeen = (typeof marksSeen)[number]

export const markSeenIn = ({ mark }: Attendance): MarkSeen => (mark ? (mark.came ? 'ja' : 'nee') : 'leeg')

export const verdictsSeen = ['valid', 'awaiting_proof', 'person', 'not_valid'] as const

/** What a participant can tell a member of staff about an appointment. */
export const spokenKinds = ['komt', 'komt-niet', 'ander-moment'] as const
export type SpokenKind = (typeof spokenKinds)[number]

/** Behind 'de deelnemer'. */
export const spokenWords: Readonly<Record<SpokenKind, string>> = {
  komt: 'komt',
  'komt-niet': 'komt niet',
  'ander-moment': 'wil een ander moment',
}

export const spokenSeen = ['open', 'bevestigd', 'twijfel', 'niet-gekomen', 'anders'] as const
/** What the participant said of an appointment so far, as a page shows it; `anders`: it stands no more. */
export type SpokenSeen = (typeof spokenSeen)[number]

export function spokenSeenIn(attendance: Attendance, journey: Journey): SpokenSeen {
  const stage = stageOf(attendance)
  if (stage === 'no_show') return 'niet-gekomen'
  if (stage !== 'planned') return 'anders'
  if (doubts(journey, attendance).length > 0) return 'twijfel'
  return attendance.confirmedAt ? 'bevestigd' : 'open'
}
