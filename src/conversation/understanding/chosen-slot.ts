import type { Temporal } from 'temporal-polyfill'
import type { MomentPiece } from './moment/moment-piece.ts'
import { isBreak } from './moment/moment-tokens.ts'
import type { PhraseBook } from './phrase-book.ts'

export interface SlotQuestion {
  readonly tokens: readonly string[]
  readonly pieces: readonly MomentPiece[]
  readonly slots: readonly Temporal.PlainDateTime[]
  readonly today: Temporal.PlainDate
  readonly book: PhraseBook
}

/** Which of the offered times is meant, from 1; 'other' when days or hours are named that none of them has; undefined when none is. */
export function chosenSlot(question: SlotQuestion): number | 'other' | undefined {
  const { slots } = question
  if (slots.length === 0) return undefined
  const marked = byMarkedNumber(question)
  if (marked !== undefined) return marked
  const named = byMoment(question)
  if (typeof named === 'number') return named
  return inFirstClause(question) ?? byNumber(question) ?? byLooseNumber(question) ?? named
}

/** 'Nummer 3', 'optie 2': that number and no other. */
function byMarkedNumber({ tokens, slots, book }: SlotQuestion): number | undefined {
  const at = tokens.findIndex(
    (token, place) => book.choosing.has(token) && placeOf(tokens[place + 1] ?? '', slots.length, book) !== undefined,
  )
  return at < 0 ? undefined : placeOf(tokens[at + 1] ?? '', slots.length, book)
}

/** 'Woensdag dan, want donderdag moet ik werken': what comes after a turn is why. */
function inFirstClause(question: SlotQuestion): number | undefined {
  const { tokens, pieces, slots, today, book } = question
  const first = pieces.find((piece) => slots.some((slot) => fits(piece, slot, today) === true))
  if (!first) return undefined
  const end = tokens.findIndex((token, at) => at >= first.end && isClause(token, book))
  if (end < 0) return undefined
  const found = byMoment({ ...question, pieces: pieces.filter((piece) => piece.end <= end) })
  return typeof found === 'number' ? found : undefined
}

/** '14' is the hour, or '28' the day, of one of them. */
function byLooseNumber({ tokens, pieces, slots }: SlotQuestion): number | undefined {
  const numbers = tokens
    .filter((token, at) => /^\d{1,2}$/.test(token) && !pieces.some(({ start, end }) => start <= at && at < end))
    .map(Number)
  const fitting = slots.flatMap((slot, at) =>
    numbers.some((number) => slot.day === number || slot.hour === number || slot.hour === number + 12) ? [at + 1] : [],
  )
  return fitting.length === 1 ? fitting[0] : undefined
}

/** So far around a day a 'not' speaks of it: 'niet dinsdag', 'dinsdag kan ik niet'. */
const reach = 4

function isDenied(piece: MomentPiece, { tokens, pieces, book }: SlotQuestion): boolean {
  const isNot = (at: number): boolean => book.nots.has(tokens[at] ?? '') || book.excepts.has(tokens[at] ?? '')
  const isFree = (at: number): boolean =>
    !pieces.some((other) => other !== piece && other.start <= at && at < other.end)
  for (let at = piece.start - 1; at >= Math.max(0, piece.start - 2); at--) {
    if (isClause(tokens[at], book) || !isFree(at)) break
    if (isNot(at)) return true
  }
  for (let at = piece.end; at < Math.min(tokens.length, piece.end + reach); at++) {
    if (isClause(tokens[at], book) || !isFree(at)) break
    if (isNot(at)) return true
  }
  return false
}

const isClause = (token: string | undefined, book: PhraseBook): boolean =>
  token === undefined || isBreak(token) || book.turns.has(token)

const halfDay = 12 * 60

/** Whether a slot is what a piece says; undefined: the piece says nothing that a slot has. */
function fits(piece: MomentPiece, slot: Temporal.PlainDateTime, today: Temporal.PlainDate): boolean | undefined {
  const minutes = slot.hour * 60 + slot.minute
  switch (piece.kind) {
    case 'weekday':
      return slot.dayOfWeek === piece.day + 1
    case 'date':
      return slot.day === piece.day && (piece.month === undefined || slot.month === piece.month)
    case 'near':
      return slot.toPlainDate().equals(today.add({ days: piece.days }))
    case 'time':
      return minutes === piece.minutes || (!piece.isExact && minutes === piece.minutes + halfDay)
    case 'part':
      return piece.part === 'morning' ? slot.hour < 12 : piece.part === 'afternoon' ? slot.hour >= 12 : undefined
    default:
      return undefined
  }
}

function byMoment(question: SlotQuestion): number | 'other' | undefined {
  const { pieces, slots, today } = question
  const telling = pieces.filter((piece) => slots.some((slot) => fits(piece, slot, today) !== undefined))
  if (telling.length === 0) return undefined
  const denied = telling.filter((piece) => isDenied(piece, question))
  const wanted = telling.filter((piece) => !denied.includes(piece))
  const left = slots
    .map((slot, at) => ({ slot, place: at + 1 }))
    .filter(({ slot }) => !denied.some((piece) => fits(piece, slot, today)))
  const [only, second] = wanted.length === 0 ? left : mostFitting(left, wanted, today)
  if (wanted.length > 0 && only === undefined) return 'other'
  return second === undefined ? only?.place : undefined
}

interface PlacedSlot {
  readonly slot: Temporal.PlainDateTime
  /** From 1. */
  readonly place: number
}

/** The slots that fit the most of what is wanted; none when something fits none of them. */
function mostFitting(
  left: readonly PlacedSlot[],
  wanted: readonly MomentPiece[],
  today: Temporal.PlainDate,
): PlacedSlot[] {
  const score = ({ slot }: PlacedSlot): number => wanted.filter((piece) => fits(piece, slot, today) === true).length
  const most = Math.max(0, ...left.map(score))
  return most === 0 ? [] : left.filter((one) => score(one) === most)
}

function byNumber({ tokens, slots, book, pieces }: SlotQuestion): number | undefined {
  const isFree = (at: number): boolean =>
    !pieces.some(({ kind, start, end }) => kind !== 'date' && start <= at && at < end)
  const said = tokens.flatMap((token, at) => {
    const place = isFree(at) ? placeOf(token, slots.length, book) : undefined
    return place === undefined ? [] : [{ place, at }]
  })
  const isNot = (at: number): boolean =>
    [tokens[at - 1], tokens[at - 2]].some(
      (token) => token !== undefined && (book.nots.has(token) || book.excepts.has(token)),
    )
  const denied = new Set(said.filter(({ at }) => isNot(at)).map(({ place }) => place))
  const wanted = [...new Set(said.filter(({ at }) => !isNot(at)).map(({ place }) => place))].filter(
    (place) => !denied.has(place),
  )
  const [only] = wanted
  const isShort = book.contentOf(tokens.filter((token) => /[\p{L}\d]/u.test(token))).length <= 6
  if (only !== undefined && (wanted.length === 1 || isShort)) return only
  if (wanted.length > 0 || denied.size === 0) return undefined
  const left = slots.map((_, at) => at + 1).filter((place) => !denied.has(place))
  return left.length === 1 ? left[0] : undefined
}

/** '2', 'tweede', 'laatste', 'middelste'. */
function placeOf(token: string, count: number, book: PhraseBook): number | undefined {
  if (/^\d+$/.test(token)) return Number(token) >= 1 && Number(token) <= count ? Number(token) : undefined
  if (book.lasts.has(token)) return count
  if (book.middles.has(token)) return count === 3 ? 2 : undefined
  const place = book.ordinals.get(token)
  return place !== undefined && place <= count ? place : undefined
}
