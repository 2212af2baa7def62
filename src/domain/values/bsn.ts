import {
  acrossLines,
  digitRuns,
  digitsOf,
  groupsOfLength,
  insideNumber,
  spanOf,
  type DigitGroup,
} from './digit-groups.ts'
import { innocentSpans } from './innocent-numbers.ts'
import { labelledBsns } from './labelled-bsn.ts'
import { mergeSpans, overlap, type TextSpan } from './text-span.ts'

/** Whether digits can be a BSN: nine (or eight, the first zero left off) whose weighted sum is a multiple of eleven. */
export function passesElevenTest(digits: string): boolean {
  if (!/^\d{8,9}$/.test(digits)) return false
  const nine = digits.padStart(9, '0')
  let sum = -Number(nine[8])
  for (let index = 0; index < 8; index++) sum += Number(nine[index]) * (9 - index)
  return sum % 11 === 0 && Number(nine) > 0
}

/** What stands in the place of one that was taken out. */
export const removedBsn = '[BSN verwijderd]'

/** Every stretch of groups in a run that can be a BSN. */
function candidates(run: readonly DigitGroup[], isWritten: (groups: readonly DigitGroup[]) => boolean): TextSpan[] {
  return run.flatMap((_, from) => {
    const groups = groupsOfLength(run, from, 9)
    return groups && isWritten(groups) && passesElevenTest(digitsOf(groups)) ? [spanOf(groups)] : []
  })
}

const anyhow = (): boolean => true

/** The boxes of a form, one digit each, and the groups in which people write a BSN: these may have a line's end between them. */
const asPeopleWrite = (groups: readonly DigitGroup[]): boolean =>
  /^(?:1{9}|333|423)$/.test(groups.map(({ digits }) => digits.length).join(''))

interface BsnSpan extends TextSpan {
  /** The text itself calls it a BSN; else only the eleven test says that it can be one. */
  readonly isCertain: boolean
}

function bsnSpans(text: string): BsnSpan[] {
  const runs = digitRuns(text, insideNumber)
  const wideRuns = digitRuns(text, acrossLines)
  const found = [
    ...runs.flatMap((run) => candidates(run, anyhow)),
    ...wideRuns.flatMap((run) => candidates(run, asPeopleWrite)),
  ]
  const labelled = labelledBsns(text, runs, wideRuns)
  const innocent = found.length > 0 ? innocentSpans(text, runs) : []
  const spans = mergeSpans([...labelled, ...found.filter((span) => !innocent.some((other) => overlap(span, other)))])
  return spans.map((span) => ({ ...span, isCertain: labelled.some((other) => overlap(span, other)) }))
}

export interface RedactedText {
  readonly text: string
  /** How many were taken out. */
  readonly found: number
}

function replaceBsns(text: string, replacementOf: (span: BsnSpan) => string): RedactedText {
  const spans = bsnSpans(text)
  let redacted = ''
  let at = 0
  for (const span of spans) {
    redacted += text.slice(at, span.start) + replacementOf(span)
    at = span.end
  }
  return { text: redacted + text.slice(at), found: spans.length }
}

/**
 * Takes every BSN out of a text: numbers that the text calls one, and all of nine digits that pass the eleven test and are not clearly a
 * phone number, bank account, VAT number, date or labelled client number. When in doubt it takes it out.
 */
export const redactBsn = (text: string): RedactedText => replaceBsns(text, () => removedBsn)

/**
 * The same, for a person who judges the mail: of a number that only the eleven test speaks against the last two digits stay, so that a
 * dossier number can be told from a BSN beside the paper or the system that has it.
 */
export const maskBsn = (text: string): RedactedText =>
  replaceBsns(text, ({ start, end, isCertain }) => {
    const lastTwo = text
      .slice(start, end)
      .replaceAll(/\P{Nd}/gu, '')
      .slice(-2)
    return isCertain ? removedBsn : `[misschien een BSN: •••••••${lastTwo}]`
  })
