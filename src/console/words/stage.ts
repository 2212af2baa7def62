import type { Temporal } from 'temporal-polyfill'
import { stageOf, type Attendance } from '#src/domain/journey/attendance.ts'
import { currentAttendance, hadIntake, latestAttendance, type Journey } from '#src/domain/journey/journey.ts'
import { isPast } from './moment.ts'

/** How good or bad a state is, for its colour; the words say it too. */
export type Tone = 'ok' | 'warn' | 'bad' | 'calm'

export interface Badge {
  readonly tone: Tone
  readonly words: string
}

const noShow = (attendance: Attendance): Badge =>
  attendance.reactedAt
    ? { tone: 'warn', words: 'niet gekomen, heeft gereageerd' }
    : { tone: 'bad', words: 'niet gekomen, niets gehoord' }

const absenceWords = {
  valid: 'afgemeld, geldig',
  awaiting_proof: 'afgemeld, bewijs volgt',
  person: 'afgemeld, nog te beoordelen',
  not_valid: 'afgemeld, niet geldig',
} as const

/** Where one appointment stands. */
export function attendanceBadge(attendance: Attendance, now: Temporal.Instant): Badge {
  switch (stageOf(attendance)) {
    case 'came':
      return { tone: 'ok', words: 'gekomen' }
    case 'no_show':
      return noShow(attendance)
    case 'absent':
      return {
        tone: attendance.absence?.verdict === 'valid' ? 'calm' : 'warn',
        words: absenceWords[attendance.absence?.verdict ?? 'person'],
      }
    case 'moved':
      return { tone: 'calm', words: 'verzet' }
    case 'cancelled':
      return { tone: 'calm', words: 'vervallen' }
    case 'planned':
      if (isPast(attendance.startsAt, now)) return { tone: 'warn', words: 'aanwezigheid invullen' }
      return attendance.confirmedAt
        ? { tone: 'ok', words: 'bevestigd' }
        : { tone: 'calm', words: 'gepland, nog niet bevestigd' }
  }
}

/** Where a journey stands, in a word or two. */
export function journeyBadge(journey: Journey, now: Temporal.Instant): Badge {
  if (journey.status === 'ended') return { tone: 'calm', words: 'afgesloten' }
  if (journey.status === 'paused') return { tone: 'warn', words: 'op pauze' }
  const subject = currentAttendance(journey) ?? latestAttendance(journey)
  if (!subject) return { tone: 'warn', words: 'nog geen afspraak' }
  return hadIntake(journey) ? { tone: 'ok', words: 'intake gehad' } : attendanceBadge(subject, now)
}
