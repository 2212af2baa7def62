import type { FormField } from '#src/domain/contract/contract.ts'
import { isLeading } from './entry-words.ts'
import type { Entry } from './entry.ts'

/**
 * Which values belong to which participant. A table says so itself. In running text a second name (or number, whichever the form begins
 * with) begins another participant; who refers, and for which municipality, holds for all of them.
 */
export const splitParticipants = (entries: readonly Entry[]): Entry[][] => {
  const tabular = entries.filter(({ inTable }) => inTable !== undefined)
  const running = entries.filter(({ inTable }) => inTable === undefined)
  const shared = running.filter(({ field }) => ofAll.has(field))
  const rows = [...Map.groupBy(tabular, ({ inTable }) => inTable).values()]
  const own = running.filter(({ field }) => !ofAll.has(field))
  const others = own.some(({ field }) => isLeading(field)) || rows.length === 0 ? splitRunning(own) : []
  const forms = [...others, ...rows].filter((form) => form.length > 0)
  return forms.length === 0 ? (shared.length > 0 ? [shared] : []) : forms.map((form) => [...form, ...shared])
}

const ofAll: ReadonlySet<FormField> = new Set(['consulent_name', 'consulent_email', 'municipality'])

const splitRunning = (entries: readonly Entry[]): Entry[][] => {
  const first = entries.find(({ field }) => isLeading(field))?.field
  const forms: Entry[][] = [[]]
  for (const entry of entries) {
    const form = forms.at(-1) ?? []
    if (entry.field === first && form.some((before) => before.field === first && !isSame(before.value, entry.value)))
      forms.push([entry])
    else form.push(entry)
  }
  return forms
}

/** 'Jansen' above and 'Jan Jansen' below are one person: all words of the shorter are in the longer. */
export const isSame = (one: string, other: string): boolean => {
  const [short, long] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.size - b.size)
  return [...(short ?? [])].every((word) => long?.has(word))
}

const wordsOf = (value: string): ReadonlySet<string> =>
  new Set(
    value
      .normalize('NFD')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  )
