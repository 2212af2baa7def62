import { formatDutch } from '../values/moment.ts'
import { attendanceById, type Journey } from './journey.ts'
import type { Attendance } from './attendance.ts'
import {
  askCoachAfter,
  askCoordinatorAt,
  isToldAtOnce,
  noShowDeadline,
  noticeMargin,
  reminderDeadline,
  timeToCorrect,
} from './moments.ts'
import { photoKept, waitsToBeSeen } from './proof-photo.ts'
import type { Rules } from './rules.ts'
import { termsOf } from './terms.ts'
import { splitTimerKey, type TimerKind } from './timer.ts'

interface About {
  readonly journey: Journey
  readonly attendance: Attendance
  readonly rules: Rules
}

type Explain = (about: About) => string

const written = (at: Attendance['startsAt'], { calendar }: Rules): string => formatDutch(at, calendar.zone)

const sendingWords = ({ contract: { sending_hours: hours } }: Rules): string =>
  `een gesprek beginnen wij op werkdagen tussen ${hours.from} en ${hours.to}`

const correcting = `${String(timeToCorrect.minutes)} minuten nadat is ingevuld wie er kwam, zodat een vergissing nog hersteld kan worden`

const beforeTerm: Explain = ({ attendance, rules }) =>
  `${String(noticeMargin)} kantooruren voor de termijn eindigt, niet voor het einde van de afspraak en met tijd om in te vullen wie er kwam. De termijn: ${noShowDeadline(attendance.startsAt, rules).how}`

const explanations: Readonly<Partial<Record<TimerKind, Explain>>> = {
  invite: ({ attendance, rules }) =>
    `zodra het mag na het plannen (${written(attendance.plannedAt, rules)}): ${sendingWords(rules)}`,
  remind: ({ attendance, rules }) =>
    `een werkdag voordat zij er moet zijn, zodat er tijd is als zij niet aankomt: ${reminderDeadline(attendance.startsAt, rules).how}`,
  day_before: ({ attendance, rules }) =>
    `de laatste werkdag voor de afspraak van ${written(attendance.startsAt, rules)}, om ${rules.contract.day_before_reminder?.at ?? ''}`,
  ask_coach: ({ attendance, rules }) =>
    `${String(askCoachAfter / 60_000)} minuten na het einde van de afspraak, ${written(attendance.endsAt, rules)}`,
  ask_coordinator: ({ attendance, rules }) =>
    `de werkdag na de afspraak van ${written(attendance.startsAt, rules)} om ${askCoordinatorAt}, of een kantooruur voor de melding aan de consulent als dat eerder is`,
  attendance_unknown: beforeTerm,
  follow_up: ({ rules }) => `${correcting}; ${sendingWords(rules)}`,
  no_show_notice: (about) => {
    const { journey, attendance, rules } = about
    if (attendance.reactedAt) return `er kwam een reactie: dan meteen, maar pas ${correcting}`
    return isToldAtOnce(journey, rules) ? `zo snel als het mag: ${correcting}` : beforeTerm(about)
  },
  correction: () => `${correcting}; wie niet kwam, krijgt eerst tijd om te reageren`,
  proof: ({ journey, attendance }) =>
    waitsToBeSeen(journey, attendance)
      ? `zolang niemand de foto heeft bekeken, uiterlijk ${String(photoKept.hours / 24)} dagen nadat die binnenkwam`
      : 'een werkdag na de eerstvolgende afspraak, waar het bewijs mee naartoe komt; is die er niet, dan elf werkdagen na de afmelding',
  plan_again: () => 'een werkdag na de afmelding of de reactie',
}

function explainTerm(key: string, journey: Journey, rules: Rules): string | undefined {
  const term = termsOf(journey, rules).find((one) => one.key === key)
  return term && `zo dat de termijn nog te halen is: ${term.deadline.how}`
}

/** How the moment of a timer was computed, in plain Dutch with dates; undefined for what is only bookkeeping. */
export function explainTimer(key: string, journey: Journey, rules: Rules): string | undefined {
  const { kind, about } = splitTimerKey(key)
  if (kind === 'term') return explainTerm(about, journey, rules)
  if (kind === 'erase_photo') return `${String(photoKept.hours / 24)} dagen nadat de foto binnenkwam`
  const attendance = attendanceById(journey, about)
  return attendance && explanations[kind]?.({ journey, attendance, rules })
}
