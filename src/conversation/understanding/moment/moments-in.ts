import type { MomentPattern, MomentPatterns } from './moment-patterns.ts'
import { slotHolds } from './moment-patterns.ts'
import { saidIn, type Said } from '../phrases.ts'
import type { MomentPiece } from './moment-piece.ts'

/** Everything that a message says about time, in its order, the longest reading at each place. */
export function momentsIn(tokens: readonly string[], patterns: MomentPatterns): MomentPiece[] {
  const said = saidIn(tokens)
  const pieces: MomentPiece[] = []
  for (let at = 0; at < tokens.length;) {
    const piece =
      writtenOut(tokens, at, patterns) ??
      longestAt(said, at, patterns) ??
      dayBehind(pieces.at(-1), tokens, at, patterns)
    if (piece) pieces.push(piece)
    at = piece?.end ?? at + 1
  }
  return pieces
}

/** 'Donderdag 18': a number right behind a weekday is its day of the month, where it can be. */
function dayBehind(
  last: MomentPiece | undefined,
  tokens: readonly string[],
  at: number,
  { units }: MomentPatterns,
): MomentPiece | undefined {
  const token = tokens[at] ?? ''
  if (last?.kind !== 'weekday' || last.end !== at || !/^\d{1,2}$/.test(token) || units.has(tokens[at + 1] ?? ''))
    return undefined
  const day = Number(token)
  return slotHolds('dd', day) ? { start: at, end: at + 1, kind: 'date', day, month: undefined } : undefined
}

/** '10:20', '15-2', '12/11/2026'. */
function writtenOut(tokens: readonly string[], at: number, { dottedDates }: MomentPatterns): MomentPiece | undefined {
  const token = tokens[at] ?? ''
  if (!/^\d/.test(token)) return undefined
  const place = { start: at, end: at + 1 }
  const full = /^(\d{1,2})[./-](\d{1,2})[./-](\d{2,4})$/.exec(token)
  if (full) {
    const [, day = '', month = '', year = ''] = full
    return dateOf(place, Number(day), Number(month), Number(year.length === 2 ? `20${year}` : year))
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(token)
  if (iso) return dateOf(place, Number(iso[3]), Number(iso[2]), Number(iso[1]))
  const short = /^(\d{1,2})[/-](\d{1,2})$/.exec(token)
  if (short) return Number(short[2]) > 12 ? daysOf(place, short) : dateOf(place, Number(short[1]), Number(short[2]))
  const dotted = dottedDates ? /^(\d{1,2})\.(\d{2})$/.exec(token) : undefined
  const asDate = dotted && dateOf(place, Number(dotted[1]), Number(dotted[2]))
  if (asDate) return asDate
  const time = /^(\d{1,2})[:.](\d{2})$/.exec(token)
  const [, hour = '', minute = ''] = time ?? []
  if (!time || Number(hour) > 24 || Number(minute) > 59) return undefined
  const isExact = hour.startsWith('0') || Number(hour) > 12
  return { ...place, kind: 'time', minutes: Number(hour) * 60 + Number(minute), isExact }
}

interface Place {
  readonly start: number
  readonly end: number
}

function daysOf(place: Place, [, from, to]: RegExpExecArray): MomentPiece | undefined {
  if (Number(to) > 31 || Number(from) >= Number(to)) return undefined
  return { ...place, kind: 'days', from: Number(from), to: Number(to), month: undefined }
}

const dateOf = (place: Place, day: number, month: number, year?: number): MomentPiece | undefined =>
  day < 1 || day > 31 || month < 1 || month > 12
    ? undefined
    : { ...place, kind: 'date', day, month, ...(year === undefined ? {} : { year }) }

function longestAt(said: Said, at: number, patterns: MomentPatterns): MomentPiece | undefined {
  let best: MomentPiece | undefined
  const consider = (one: MomentPattern): void => {
    const found = matchAt(said, at, one, patterns)
    if (found && (best === undefined || found.end > best.end) && mayEnd(found, said.tokens, patterns)) best = found
  }
  const token = said.tokens[at] ?? ''
  for (const reading of said.readings[at] ?? []) for (const one of patterns.byChoice.get(reading) ?? []) consider(one)
  if (numberOf(token, patterns) !== undefined || patterns.monthOf(token) !== undefined)
    for (const one of patterns.bySlot) consider(one)
  return best
}

/** '16' of '16 februari' is no hour, and '20' of '20 weken' no day. */
function mayEnd({ kind, end }: MomentPiece, tokens: readonly string[], { monthOf, units }: MomentPatterns): boolean {
  const next = tokens[end] ?? ''
  if (kind === 'time') return monthOf(next) === undefined
  return kind !== 'date' && kind !== 'days' ? true : !units.has(next)
}

const numberOf = (token: string, { numbers }: MomentPatterns): number | undefined =>
  /^\d{1,3}$/.test(token) ? Number(token) : numbers.get(token)

type Slots = Record<string, number>

function matchAt(
  { tokens, readings }: Said,
  start: number,
  { elements, build }: MomentPattern,
  patterns: MomentPatterns,
): MomentPiece | undefined {
  const slots: Slots = {}
  let at = start
  for (const element of elements) {
    const token = tokens[at] ?? ''
    if (element.slot === undefined) {
      if (readings[at]?.some((reading) => element.choices.includes(reading))) at += 1
      else if (!element.isOptional) return undefined
      continue
    }
    const value =
      element.slot === 'mo'
        ? patterns.monthOf(token)
        : element.slot === 'dd' && !/^\d/.test(token)
          ? undefined
          : numberOf(token, patterns)
    if (value !== undefined && slotHolds(element.slot, value)) {
      slots[element.slot] = value
      at += 1
    } else if (!element.isOptional) return undefined
  }
  const built = at === start ? undefined : build(slots)
  return built && { ...built, start, end: at }
}
