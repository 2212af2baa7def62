/** What counts minutes from a named hour: `[pattern, offset]`, `sign` says what a named number of minutes does to it. */
export interface HourPattern {
  /** Words with slots: `{h}` an hour, `{m}` minutes; `a/b` either word, `?a` the word or nothing, `stem~` any word that begins so. */
  readonly says: string
  /** Minutes from the hour: -30 of Dutch 'half negen'. */
  readonly offset?: number
  readonly sign?: 1 | -1
}

/** How one language names days and hours. Written as people write it; accents and capitals are read over. */
export interface MomentWords {
  /** From Monday; each with its short and slangy forms. */
  readonly weekdays: readonly (readonly string[])[]
  /** From January. */
  readonly months: readonly (readonly string[])[]
  /** Days by how far they are from today: 'overmorgen' is 2, 'gisteren' -1. */
  readonly near: Readonly<Record<string, number>>
  /** Weeks by how far they are from this one: 'volgende week' is 1. */
  readonly weeks: Readonly<Record<string, number>>
  /** Months by how far they are from this one. */
  readonly monthsAhead: Readonly<Record<string, number>>
  /** 'over {n} dagen'. */
  readonly inDays: readonly string[]
  readonly inWeeks: readonly string[]
  readonly inMonths: readonly string[]
  /** What stands before the number of a day ('de'), and behind it ('e'): either makes a bare number a day of the month. */
  readonly dayMarks: { readonly before: readonly string[]; readonly after: readonly string[] }
  readonly numbers: Readonly<Record<string, number>>
  readonly hours: readonly HourPattern[]
  readonly parts: Readonly<Record<string, PartOfDay>>
  /** `{n}` is what is counted, in minutes each; a pattern without it is so many minutes. */
  readonly delays: readonly (readonly [pattern: string, minutes: number])[]
  /** 'na', 'vanaf': only the beginning is said. */
  readonly after: readonly string[]
  /** Whether '5.11' is the fifth of November and no hour. */
  readonly dottedDates?: boolean
  /** Whether `after` and `before` stand behind the moment: Turkish 'cumadan sonra'. */
  readonly marksFollow?: boolean
  /** 'voor', 'tot': only the end is said. */
  readonly before: readonly string[]
  /** Between two moments: from the first to the second. */
  readonly until: readonly string[]
  /** 'in plaats van': what comes after it is not what is wanted. */
  readonly instead?: readonly string[]
  /** 'de week van': the week in which what comes after it lies. */
  readonly weekOf?: readonly string[]
  /** 'de dag erna': so many days after the appointment. */
  readonly dayAfter?: Readonly<Record<string, number>>
}

export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night'
