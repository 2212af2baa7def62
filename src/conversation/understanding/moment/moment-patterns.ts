import { numberOf } from '../vocabulary.ts'
import type { MomentPiece } from './moment-piece.ts'
import type { MomentWords } from './moment-words.ts'

type Kind<P> = P extends unknown ? Omit<P, 'start' | 'end'> : never
/** What a pattern makes of the numbers in its slots. */
type Build = (slots: Slots) => Kind<MomentPiece> | undefined

interface Slots {
  readonly h?: number
  readonly m?: number
  readonly n?: number
  readonly d?: number
  /** A day of the month in digits: 'de eerste' is no date. */
  readonly dd?: number
  readonly e?: number
  readonly mo?: number
}

type SlotName = keyof Slots

type Element = {
  readonly slot?: SlotName
  /** The numbers of its words and beginnings of words. */
  readonly choices: readonly number[]
  readonly isOptional: boolean
}

export interface MomentPattern {
  readonly elements: readonly Element[]
  readonly build: Build
}

/** The patterns of some languages; those that begin with a number or a month apart. */
export interface MomentPatterns {
  /** By the number of a word, or of a beginning of words, that they can begin with. */
  readonly byChoice: ReadonlyMap<number, readonly MomentPattern[]>
  readonly bySlot: readonly MomentPattern[]
  readonly numbers: ReadonlyMap<string, number>
  readonly monthOf: (word: string) => number | undefined
  /** What is counted: '20 weken' is no day of the month. */
  readonly units: ReadonlySet<string>
  readonly marksFollow: boolean
  readonly dottedDates: boolean
}

const lowest: Record<SlotName, number> = { h: 0, m: 0, n: 0, d: 1, dd: 1, e: 1, mo: 1 }
const highest: Record<SlotName, number> = { h: 24, m: 59, n: 366, d: 31, dd: 31, e: 31, mo: 12 }

export const slotHolds = (slot: SlotName, value: number): boolean => value >= lowest[slot] && value <= highest[slot]

/** Patterns have the same elements in them, and so have the books of other languages: kept once. */
const elements = new Map<string, Element>()

function elementOf(written: string): Element {
  const there = elements.get(written) ?? newElement(written)
  elements.set(written, there)
  return there
}

function newElement(written: string): Element {
  const isOptional = written.startsWith('?')
  const text = isOptional ? written.slice(1) : written
  const slot = /^\{(h|m|n|d|dd|e|mo)\}$/.exec(text)?.[1] as SlotName | undefined // the expression names them all
  return slot ? { slot, choices: [], isOptional } : { choices: text.split('/').map(numberOf), isOptional }
}

const pattern = (says: string, build: Build): MomentPattern => ({
  elements: says.split(' ').map(elementOf),
  build,
})

const each = (phrases: readonly string[], build: Build): MomentPattern[] => phrases.map((says) => pattern(says, build))

const table = <V>(entries: Readonly<Record<string, V>>, build: (value: V) => Build): MomentPattern[] =>
  Object.entries(entries).map(([says, value]) => pattern(says, build(value)))

const orders = (parts: readonly (readonly string[])[], build: (index: number) => Build): MomentPattern[] =>
  parts.flatMap((names, index) => each(names, build(index)))

function patternsIn(words: MomentWords): MomentPattern[] {
  const dayOnly: Build = ({ dd }) => (dd === undefined ? undefined : { kind: 'date', day: dd, month: undefined })
  const days: Build = ({ d, e, mo }) =>
    d === undefined || e === undefined || d >= e ? undefined : { kind: 'days', from: d, to: e, month: mo }
  const afterDay = words.dayMarks.after.join('/')
  const optionalMark = afterDay === '' ? '' : ` ?${afterDay}`
  return [
    ...orders(words.weekdays, (day) => () => ({ kind: 'weekday', day })),
    ...orders(words.months, (month) => () => ({ kind: 'month', month: month + 1 })),
    ...table(words.near, (ahead) => () => ({ kind: 'near', days: ahead })),
    ...table(words.weeks, (weeks) => () => ({ kind: 'week', weeks })),
    ...table(words.monthsAhead, (months) => () => ({ kind: 'months', months })),
    ...each(words.inDays, ({ n = 1 }) => ({ kind: 'near', days: n })),
    ...each(words.inWeeks, ({ n = 1 }) => ({ kind: 'inWeeks', weeks: n })),
    ...each(words.inMonths, ({ n = 1 }) => ({ kind: 'inMonths', months: n })),
    ...each([`{d}${optionalMark} ?de/of/di {mo}`], ({ d, mo }) =>
      d === undefined ? undefined : { kind: 'date', day: d, month: mo },
    ),
    ...each(['{mo} {d}'], ({ d, mo }) => (d === undefined ? undefined : { kind: 'date', day: d, month: mo })),
    ...words.until.flatMap((until) =>
      each(
        [
          `{d}${optionalMark} ${until} ?de/the {e}${optionalMark} ?de/of {mo}`,
          `{d}${optionalMark} ${until} ?de/the {e}${optionalMark}`,
        ],
        days,
      ),
    ),
    ...words.dayMarks.before.flatMap((mark) => each([`${mark} {dd}`], dayOnly)),
    ...words.dayMarks.after.flatMap((mark) => each([`{dd} ${mark}`], dayOnly)),
    ...words.hours.map(({ says, offset = 0, sign = 1 }) =>
      pattern(says, ({ h, m = 0 }) =>
        h === undefined ? undefined : { kind: 'time', minutes: h * 60 + offset + sign * m, isExact: h > 12 },
      ),
    ),
    ...table(words.parts, (part) => () => ({ kind: 'part', part })),
    ...words.delays.map(([says, minutes]) =>
      pattern(says, ({ n }) => ({ kind: 'delay', minutes: n === undefined ? minutes : n * minutes })),
    ),
    ...each(words.until, () => ({ kind: 'until' })),
    ...each(words.after, () => ({ kind: 'after' })),
    ...each(words.before, () => ({ kind: 'before' })),
    ...each(words.instead ?? [], () => ({ kind: 'instead' })),
    ...each(words.weekOf ?? [], () => ({ kind: 'weekOf' })),
    ...table(words.dayAfter ?? {}, (ahead) => () => ({ kind: 'dayAfter', days: ahead })),
  ]
}

function monthsOf(all: readonly MomentWords[]): (word: string) => number | undefined {
  const words = new Map<string, number>()
  const stems: (readonly [string, number])[] = []
  for (const { months } of all)
    for (const [index, names] of months.entries())
      for (const name of names)
        if (name.endsWith('~')) stems.push([name.slice(0, -1), index + 1])
        else if (!name.includes(' ')) words.set(name, index + 1)
  return (word) => words.get(word) ?? stems.find(([stem]) => word.startsWith(stem))?.[1]
}

/** The words behind the number in what is counted. */
function unitsOf(all: readonly MomentWords[]): Set<string> {
  const phrases = all.flatMap(({ inDays, inWeeks, inMonths, delays }) => [
    ...inDays,
    ...inWeeks,
    ...inMonths,
    ...delays.map(([says]) => says),
  ])
  return new Set(
    phrases.flatMap((phrase) => {
      const parts = phrase.split(' ')
      const unit = parts[parts.indexOf('{n}') + 1]
      return parts.includes('{n}') && unit !== undefined ? unit.replace('?', '').split('/') : []
    }),
  )
}

export function momentPatterns(all: readonly MomentWords[]): MomentPatterns {
  const byChoice = new Map<number, MomentPattern[]>()
  const bySlot: MomentPattern[] = []
  for (const one of all.flatMap(patternsIn)) {
    const [first] = one.elements
    if (first?.slot !== undefined) bySlot.push(one)
    for (const choice of new Set(first?.choices)) {
      const there = byChoice.get(choice)
      if (there) there.push(one)
      else byChoice.set(choice, [one])
    }
  }
  const numbers = new Map(all.flatMap((words) => Object.entries(words.numbers)))
  return {
    byChoice,
    bySlot,
    numbers,
    monthOf: monthsOf(all),
    units: unitsOf(all),
    marksFollow: all[0]?.marksFollow ?? false,
    dottedDates: all[0]?.dottedDates ?? false,
  }
}
