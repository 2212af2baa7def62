import { Temporal } from 'temporal-polyfill'
import type { Assessment, MessageIntent } from './assessment.ts'
import { enough, type Evidence } from './evidence.ts'
import { isBreak } from './moment/moment-tokens.ts'
import { momentsOf, timeText, whenOf, type NamedMoment } from './moment/when.ts'

/** The moments that a message names, in their order. `isPast`: what is spoken of has been. */
function namedIn({ message: { today, appointment }, pieces, book }: Evidence, isPast: boolean): NamedMoment[] {
  const { marksFollow } = book.moments
  return momentsOf(pieces, { today, isPast, marksFollow, ...(appointment && { appointment }) })
}

/** How much later somebody comes: an amount, or the hour of arrival. */
export function delayIn(evidence: Evidence): string | null {
  const { pieces, clarity } = evidence
  const delay = pieces.find((piece) => piece.kind === 'delay')
  if (delay?.kind === 'delay') return `PT${String(delay.minutes)}M`
  const [time] = namedIn(evidence, false).filter(({ minutes, day, span }) => minutes !== undefined && !day && !span)
  return clarity('late') > enough && time?.minutes !== undefined ? timeText(time.minutes) : null
}

/** The moment that a message with this meaning is about. */
export function whenIn(intent: MessageIntent, evidence: Evidence): Assessment['when'] {
  const { slot, message } = evidence
  switch (intent) {
    case 'choose_slot':
      return typeof slot === 'number' ? slot : message.slots?.length === 1 ? 1 : null
    case 'running_late': {
      const [time] = namedIn(evidence, false).filter(({ minutes }) => minutes !== undefined)
      return delayIn(evidence) ?? (time?.minutes === undefined ? null : timeText(time.minutes))
    }
    case 'reschedule':
      return wantedIn(evidence)
    case 'afmelding':
      return hinderedIn(evidence)
    default:
      return null
  }
}

/** So near each other two moments are a choice: 'dinsdag of donderdag'. */
const choice = 3

/** The moment that is asked for: not that of the appointment, nor one that is said not to suit; of a choice the first. */
function wantedIn(evidence: Evidence): Assessment['when'] {
  const { message } = evidence
  const named = namedIn(evidence, false).filter(
    (moment) => whenOf(moment) !== undefined && !moment.isInstead && !isDenied(moment, evidence),
  )
  const others = named.filter((moment) => !isOfAppointment(moment, message.appointment))
  const last = others.at(-1)
  if (!last) return null
  const before = others.at(-2)
  const wanted = before && last.start - before.end <= choice && before.day && last.day ? before : last
  return whenOf(wanted) ?? null
}

/** So far behind a moment a 'not' speaks of it: 'maandag kan ik niet'. */
const reach = 4

function isDenied({ start, end }: NamedMoment, { momentTokens, book, pieces }: Evidence): boolean {
  const [before = '', twoBefore = ''] = [momentTokens[start - 1], momentTokens[start - 2]]
  if (book.nots.has(before) || (!isBreak(before) && book.nots.has(twoBefore))) return true
  for (let at = end; at < Math.min(momentTokens.length, end + reach); at++) {
    const token = momentTokens[at] ?? ''
    if (isBreak(token) || book.turns.has(token) || pieces.some((piece) => piece.start === at)) return false
    if (book.nots.has(token)) return true
  }
  return false
}

/** The day of the appointment, or its hour on no other day. */
function isOfAppointment({ day, minutes }: NamedMoment, appointment: Temporal.PlainDateTime | undefined): boolean {
  if (!appointment) return false
  const sameHour = minutes === undefined || minutes === appointment.hour * 60 + appointment.minute
  if (day) return sameHour && Temporal.PlainDate.compare(day, appointment) === 0
  return minutes !== undefined && sameHour
}

/** The moment at which somebody cannot, or could not: that of the appointment when several are named. */
function hinderedIn(evidence: Evidence): Assessment['when'] {
  const { message } = evidence
  const { appointment, today, situation } = message
  const isPast =
    situation === 'no_show' ||
    (appointment !== undefined && Temporal.PlainDate.compare(appointment.toPlainDate(), today) < 0)
  const named = namedIn(evidence, isPast).filter(({ day, span }) => day !== undefined || span !== undefined)
  const [first] = named
  const ofAppointment = named.find((moment) => appointment && covers(moment, appointment.toPlainDate()))
  const hindered = ofAppointment ?? first
  if (hindered && isPast && liesAhead(hindered, today)) return null
  return (hindered && whenOf(hindered)) ?? null
}

/** Nobody was kept away by a day that is still to come: 'ik dacht dat het donderdag was'. */
const liesAhead = ({ day }: NamedMoment, today: Temporal.PlainDate): boolean =>
  day !== undefined && Temporal.PlainDate.compare(day, today) > 0

function covers({ day, span }: NamedMoment, date: Temporal.PlainDate): boolean {
  if (day) return day.equals(date)
  const text = date.toString()
  return (
    span !== undefined && (span.from === undefined || span.from <= text) && (span.to === undefined || text <= span.to)
  )
}
