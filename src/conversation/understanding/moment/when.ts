import { Temporal } from 'temporal-polyfill'
import type { MomentPiece } from './moment-piece.ts'
import type { PartOfDay } from './moment-words.ts'

/**
 * A moment that somebody names, in local time: '2026-11-06T14:00', '2026-11-06', a span ('volgende week'; one end may be open), or only
 * a time of day, 'T14:00'.
 */
export type When = string | Span

export interface Span {
  readonly from?: string
  readonly to?: string
}

/** One moment in a message, with where it was said. */
export interface NamedMoment {
  readonly start: number
  readonly end: number
  readonly day?: Temporal.PlainDate
  readonly span?: Span
  readonly minutes?: number
  readonly part?: PartOfDay
  readonly bound?: 'after' | 'before'
  /** What is wanted is another than this. */
  readonly isInstead?: boolean
}

export interface Calendar {
  readonly today: Temporal.PlainDate
  /** The appointment that is spoken of. */
  readonly appointment?: Temporal.PlainDateTime
  /** What is spoken of has been: a day of the month is the last one, not the next. */
  readonly isPast?: boolean
  /** Whether 'after' and 'before' stand behind their moment. */
  readonly marksFollow?: boolean
}

/** So far apart words still speak of one moment: 'vrijdag om half 3', 'dinsdag moet ik om kwart over 10'. */
const reach = 6

interface Draft {
  start: number
  end: number
  weekday?: number
  week?: number
  day?: Temporal.PlainDate
  span?: Span
  minutes?: number
  isExact?: boolean
  part?: PartOfDay
  bound?: 'after' | 'before'
  isInstead?: true
}

/** So far behind the first day the second of a span may stand: '8 maart melden, tot en met 16 april'. */
const spanReach = 10

interface Marks {
  bound?: 'after' | 'before'
  isInstead?: true
  isWeekOf?: true
  isRange?: true
  /** One past the last word of the marks. */
  end: number
}

/** Puts the pieces together to the moments that they name, in their order. */
export function momentsOf(pieces: readonly MomentPiece[], calendar: Calendar): NamedMoment[] {
  const drafts: Draft[] = []
  let marks: Marks = { end: -1 }
  for (const piece of pieces) {
    const last = drafts.at(-1)
    if (isMark(piece)) {
      if (calendar.marksFollow && last && piece.start <= last.end && bindsBehind(last, piece)) continue
      marks = marked(piece, last, piece.start - marks.end <= 1 ? marks : { end: -1 })
      continue
    }
    if (piece.kind === 'delay') continue
    const counts = piece.start - marks.end <= 1 ? marks : { end: -1 }
    marks = { end: -1 }
    if (counts.end < 0 && last && piece.start - last.end <= reach && joins(last, piece, calendar)) continue
    const draft: Draft = { start: piece.start, end: piece.end, ...(counts.bound && { bound: counts.bound }) }
    if (counts.isInstead) draft.isInstead = true
    if (!joins(draft, piece, calendar)) continue
    if (counts.isWeekOf) widen(draft)
    if (counts.isRange && last && close(last, draft, calendar)) continue
    if (counts.isRange && !draft.bound) draft.bound = 'before'
    drafts.push(draft)
  }
  return drafts.flatMap((draft) => finished(draft, calendar))
}

type Mark = Extract<MomentPiece, { kind: 'after' | 'before' | 'until' | 'instead' | 'weekOf' }>

const isMark = (piece: MomentPiece): piece is Mark =>
  ['after', 'before', 'until', 'instead', 'weekOf'].includes(piece.kind)

/** 'Cumadan sonra': what stands behind the moment is said of it. */
function bindsBehind(last: Draft, { kind, end }: Mark): boolean {
  if (kind !== 'after' && kind !== 'before' && kind !== 'until') return false
  last.bound = kind === 'after' ? 'after' : 'before'
  last.end = end
  return true
}

function marked({ kind, start, end }: Mark, last: Draft | undefined, marks: Marks): Marks {
  switch (kind) {
    case 'instead':
      return { ...marks, isInstead: true, end }
    case 'weekOf':
      return { ...marks, isWeekOf: true, end }
    case 'until': {
      const follows = last !== undefined && (last.day ?? last.weekday) !== undefined && start - last.end <= spanReach
      return follows ? { ...marks, isRange: true, end } : { ...marks, bound: 'before', end }
    }
    default:
      return { ...marks, bound: kind, end }
  }
}

function widen(draft: Draft): void {
  if (!draft.day) return
  draft.span = weekSpan(monday(draft.day))
  delete draft.day
}

/** 'Van maandag tot en met vrijdag': the first becomes a span. */
function close(first: Draft, second: Draft, calendar: Calendar): boolean {
  const from = dayOf(first, calendar)
  const to = dayOf(second, calendar, from)
  if (!from || !to || Temporal.PlainDate.compare(from, to) >= 0) return false
  first.span = { from: from.toString(), to: to.toString() }
  first.end = second.end
  delete first.day
  delete first.weekday
  return true
}

/** Takes a piece up into a moment that has no such part yet. */
function joins(draft: Draft, piece: MomentPiece, calendar: Calendar): boolean {
  const hasDay = draft.day !== undefined || draft.span !== undefined
  switch (piece.kind) {
    case 'time':
      if (draft.minutes !== undefined) return false
      draft.minutes = piece.minutes
      draft.isExact = piece.isExact
      break
    case 'part':
      if (draft.part !== undefined) return false
      draft.part = piece.part
      break
    case 'weekday':
      if (draft.weekday !== undefined || (hasDay && draft.week === undefined && draft.day === undefined)) return false
      if (draft.day !== undefined && draft.day.dayOfWeek !== piece.day + 1) return false
      draft.weekday = piece.day
      break
    case 'week':
      if (draft.week !== undefined || hasDay) return false
      draft.week = piece.weeks
      break
    default: {
      const found = dayPiece(piece, calendar, draft)
      if (!found) return false
      Object.assign(draft, found)
    }
  }
  draft.end = Math.max(draft.end, piece.end)
  return true
}

function dayPiece(piece: MomentPiece, calendar: Calendar, draft: Draft): Pick<Draft, 'day' | 'span'> | undefined {
  if (draft.day !== undefined || draft.span !== undefined) return undefined
  const { today } = calendar
  switch (piece.kind) {
    case 'near':
      return draft.weekday === undefined ? { day: today.add({ days: piece.days }) } : undefined
    case 'inWeeks':
      return { day: today.add({ weeks: piece.weeks }) }
    case 'inMonths':
      return { day: today.add({ months: piece.months }) }
    case 'dayAfter':
      return { day: (calendar.appointment?.toPlainDate() ?? today).add({ days: piece.days }) }
    case 'date': {
      const day = dateIn(piece, calendar, draft.weekday)
      return day && (draft.week === undefined ? { day } : undefined)
    }
    case 'days': {
      const from = dateIn({ day: piece.from, month: piece.month }, calendar)
      const to = from && dateIn({ day: piece.to, month: from.month, year: from.year }, calendar)
      return from && to && { span: { from: from.toString(), to: to.toString() } }
    }
    case 'month': {
      const first = monthIn(piece.month, calendar)
      return { span: monthSpan(first) }
    }
    case 'months':
      return { span: monthSpan(today.with({ day: 1 }).add({ months: piece.months })) }
    default:
      return undefined
  }
}

const monthSpan = (first: Temporal.PlainDate): Span => ({
  from: first.toString(),
  to: first.with({ day: first.daysInMonth }).toString(),
})

/** The month that is named without a year: this one or the next to come. */
function monthIn(month: number, { today }: Calendar): Temporal.PlainDate {
  const year = month >= today.month ? today.year : today.year + 1
  return Temporal.PlainDate.from({ year, month, day: 1 })
}

/** Named without a year a date is the next one; so long ago it is still what was meant. */
const longestAgoDays = 45

function dateIn(
  { day, month, year }: { readonly day: number; readonly month: number | undefined; readonly year?: number },
  { today, isPast = false, appointment }: Calendar,
  weekday?: number,
): Temporal.PlainDate | undefined {
  if (month === undefined) {
    const fits = (date: { readonly dayOfWeek: number }): boolean =>
      weekday === undefined || date.dayOfWeek === weekday + 1
    if (appointment && appointment.day === day && fits(appointment)) return appointment.toPlainDate()
    const base = today.with({ day: 1 })
    const months = isPast ? [0, -1] : [0, 1, 2]
    for (const ahead of months) {
      const first = base.add({ months: ahead })
      if (day > first.daysInMonth) continue
      const date = first.with({ day })
      const order = Temporal.PlainDate.compare(date, today)
      if (fits(date) && (isPast ? order <= 0 : order >= 0)) return date
    }
    return undefined
  }
  const made = dateMade(year ?? today.year, month, day)
  if (year !== undefined || !made) return made
  return made.until(today).days > longestAgoDays ? dateMade(today.year + 1, month, day) : made
}

function dateMade(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return day > first.daysInMonth ? undefined : first.with({ day })
}

/** The day that a draft names by itself; `after`: the first such day behind it. */
function dayOf(draft: Draft, calendar: Calendar, after?: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (draft.day) return draft.day
  if (draft.weekday === undefined) return undefined
  const { today, isPast = false, appointment } = calendar
  const wanted = draft.weekday + 1
  if (draft.week !== undefined) return monday(today).add({ days: draft.week * 7 + draft.weekday })
  if (isPast && appointment?.dayOfWeek === wanted) return appointment.toPlainDate()
  const base = after ?? today
  return base.add({ days: (wanted - base.dayOfWeek + 7) % 7 || 7 })
}

const monday = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 })

function finished(draft: Draft, calendar: Calendar): NamedMoment[] {
  const { start, end, span, part, bound } = draft
  const minutes = draft.minutes === undefined ? undefined : officeTime(draft.minutes, draft.isExact ?? false, part)
  const day = dayOf(draft, calendar)
  const rest = {
    start,
    end,
    ...(draft.isInstead && { isInstead: true }),
    ...(part && { part }),
    ...(bound && { bound }),
    ...(minutes !== undefined && { minutes }),
  }
  if (day) return [{ ...rest, day }]
  if (span) return [{ ...rest, span }]
  if (draft.week !== undefined) return [{ ...rest, span: weekSpan(monday(calendar.today).add({ weeks: draft.week })) }]
  return minutes === undefined && part === undefined ? [] : [rest]
}

/** Weeks are working weeks. */
const weekSpan = (first: Temporal.PlainDate): Span => ({
  from: first.toString(),
  to: first.add({ days: 4 }).toString(),
})

const opening = 7 * 60
const noon = 12 * 60

/** Without a part of the day an hour is one at which the office is open: 'om 3 uur' is 15:00. */
function officeTime(minutes: number, isExact: boolean, part: PartOfDay | undefined): number {
  if (isExact) return minutes
  if ((part === 'afternoon' || part === 'evening') && minutes < noon) return minutes + noon
  if (part === 'night') return minutes
  return minutes < opening ? minutes + noon : minutes
}

export const timeText = (minutes: number): string =>
  `T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** As the outside reads it; undefined for a part of the day alone. */
export function whenOf({ day, span, minutes, bound }: NamedMoment): When | undefined {
  if (day && bound && minutes === undefined)
    return bound === 'after' ? { from: day.toString() } : { to: day.toString() }
  if (day) return minutes === undefined ? day.toString() : `${day.toString()}${timeText(minutes)}`
  if (span) return span
  return minutes === undefined ? undefined : timeText(minutes)
}
