import { digitsOf, groupsFrom, groupsOfLength, spanOf, type DigitGroup } from './digit-groups.ts'
import type { TextSpan } from './text-span.ts'

const label =
  /(?<![\p{L}])(?:b\.?\s?s\.?\s?n(?![a-mo-z])|burger[\s-]?service(?:[\s-]?(?:nummer|nr))?|sofi(?=\s?-?\s?n|\s?:)|sociaal[\s-]{1,3}fiscaal|citizen service)/giu

/** What may stand between a label and its number: the rest of the word, small words, whose number it is, a remark in brackets. */
const connector = new RegExp(
  [
    String.raw`[\s.:=/|,;*"'’«»#+?_)\]–—-]`,
    String.raw`(?:nummers?|numbers?|num|nrs?|no|s|is|luidt|was|zijn|mijn|haar|uw|het|de|of|en|in|bsn|sofi)(?!\p{L})`,
    String.raw`van\s(?:de\s|het\s|mijn\s|onze\s)?(?:[\p{L}.’'-]{1,20}\s?){1,4}(?=[:=]|\sis|\d)`,
    String.raw`(?:klant|cli[eë]nt|kandidaat|deelnemer|inwoner)(?![\p{L}-]|\s?n)`,
    String.raw`(?<=[/&]\s?|of\s|en\s)(?:klant|cli[eë]nt)[\s-]?(?:nummer|nr)`,
    String.raw`\([^()\n]{0,40}\)`,
    String.raw`<[^<>\n]{0,80}>`,
  ].join('|'),
  'iuy',
)

const betweenTwo = /\s{0,2}(?:[,;/&+]|(?:en|of)(?=\s))\s{0,2}/iuy

/** How many characters a label reaches. */
const reach = 90

const endOf = (pattern: RegExp, text: string, at: number): number | undefined => {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

/** Where the number of a label starts; undefined when something else comes first. */
function numberAfter(text: string, from: number): number | undefined {
  let at: number | undefined = from
  while (at !== undefined && at - from <= reach) {
    if (/^\p{Nd}/u.test(text.charAt(at)) || mistypedAt(text, at) !== undefined) return at
    at = endOf(connector, text, at)
  }
  return undefined
}

/** Letters that are taken for a digit: 'O12345678', 'l23456782'. */
const mistyped = /[\dOoQDlISBZ](?:[ .-]?[\dOoQDlISBZ]){7,8}(?![\p{L}\p{N}])/uy

/** A number in which some digits were typed as the letter that looks like them; most of it is digits. */
function mistypedAt(text: string, at: number): TextSpan | undefined {
  mistyped.lastIndex = at
  const [written = ''] = mistyped.exec(text) ?? []
  const digits = written.replaceAll(/\D/g, '').length
  const letters = written.replaceAll(/[^A-Za-z]/g, '').length
  return letters > 0 && digits >= fewestDigits ? { start: at, end: at + written.length } : undefined
}

const fewestDigits = 6

/** A label that stands behind its number: '123456782 (BSN)', '123456782 is mijn BSN'. */
const labelBehind = /^\s?(?:\(|=|is\s(?:mijn|het|zijn|haar|uw|een)\s)\s?(?:bsn|burgerservice|sofi-?n)/iu

/** The number that starts at a place: nine digits where the groups allow it, else eight, else what a mistyped number can be. */
function numberAt(run: readonly DigitGroup[], wide: readonly DigitGroup[]): readonly DigitGroup[] {
  const length = digitsOf(run).length
  const wrapped = length < 8 ? groupsOfLength(wide, 0, 9) : undefined
  const guess = length <= 12 ? run : run.slice(0, 1)
  return groupsOfLength(run, 0, 9) ?? wrapped ?? groupsOfLength(run, 0, 8) ?? guess
}

/** Further numbers in a list behind the first: only what has nine digits, so that a date behind it stays. */
function* furtherNumbers(text: string, runs: readonly DigitGroup[][], after: number): Generator<TextSpan> {
  let at = endOf(betweenTwo, text, after)
  while (at !== undefined) {
    const next = groupsFrom(runs, at)
    const groups = next[0]?.start === at ? groupsOfLength(next, 0, 9) : undefined
    if (!groups) return
    yield spanOf(groups)
    at = endOf(betweenTwo, text, spanOf(groups).end)
  }
}

/**
 * The places of all numbers that a text itself calls a BSN, a burgerservicenummer or a sofinummer, whether or not they pass the eleven
 * test: a mistyped BSN is one too. `wideRuns`: the groups that belong together when a line's end may stand between them.
 */
export function labelledBsns(
  text: string,
  runs: readonly DigitGroup[][],
  wideRuns: readonly DigitGroup[][],
): TextSpan[] {
  const ahead = [...text.matchAll(label)].flatMap((match) => {
    const at = numberAfter(text, match.index + match[0].length)
    if (at === undefined) return []
    const first = mistypedAt(text, at) ?? spanOf(numberAt(groupsFrom(runs, at), groupsFrom(wideRuns, at)))
    return [first, ...furtherNumbers(text, runs, first.end)]
  })
  const behind = runs
    .filter((run) => labelBehind.test(text.slice(spanOf(run).end, spanOf(run).end + reach)))
    .map(spanOf)
  return [...ahead, ...behind]
}
