import type { Attendance } from '#src/domain/journey/attendance.ts'

export const marksSeen = ['leeg', 'ja', 'nee'] as const
/** Who came, as a page shows it: it goes along with its buttons, so that nobody overrules a colleague unawares. */
export type MarkSeen = (typeof marksSeen)[number]

export const markSeenIn = ({ mark }: Attendance): MarkSeen => (mark ? (mark.came ? 'ja' : 'nee') : 'leeg')

export const verdictsSeen = ['valid', 'awaiting_proof', 'person', 'not_valid'] as const
