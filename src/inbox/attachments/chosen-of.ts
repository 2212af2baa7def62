const checkedMark = String.raw`[☒☑✓✔✗✘🗹🗷⊠]|[[(]\s?[xXvV✓✔]\s?[\])]`
const emptyMark = String.raw`[☐⬜❏❐❑❒]|\[\s{0,3}\]|\(\s{0,3}\)`
/** Only boxes when both kinds are there: a lone one is a bullet. */
const pairs = [
  ['■', '□'],
  ['●', '○'],
  ['⦿', '○'],
  ['◉', '○'],
  ['⚫', '⚪'],
] as const

/**
 * What is chosen in a value with boxes: 'ja' of '☒ ja ☐ nee', of '[x] ja [ ] nee' and of 'ja ☒ nee ☐'; '' when nothing is. A lone box
 * says 'ja' or 'nee'. A value without boxes stays as it is, and so does one in which several are chosen or the boxes may belong to the
 * words on either side: what is no choice must not become one.
 */
export const chosenOf = (value: string): string => {
  const boxes = boxesIn(value)
  const [first] = boxes
  const last = boxes.at(-1)
  if (first === undefined || last === undefined) return value
  if (boxes.length === 1 && value.trim() === first.text) return first.checked ? 'ja' : 'nee'
  const before = value.slice(0, first.at).trim() === ''
  const behind = value.slice(last.at + last.text.length).trim() === ''
  if (!before && !behind) return value
  const chosen = boxes.filter(({ checked }) => checked)
  if (chosen.length > 1) return value
  const [box] = chosen
  return box === undefined ? '' : before ? wordsBehind(value, boxes, box) : wordsBefore(value, boxes, box)
}

/** Whether a text has boxes to tick. */
export const hasBoxes = (text: string): boolean => boxesIn(text).length > 0

interface Box {
  readonly at: number
  readonly text: string
  readonly checked: boolean
}

const boxesIn = (value: string): Box[] => {
  const both = pairs.filter(([checked, empty]) => value.includes(checked) && value.includes(empty))
  const checked = [checkedMark, ...both.map(([mark]) => mark)].join('|')
  const empty = [emptyMark, ...both.map(([, mark]) => mark)].join('|')
  return [...value.matchAll(new RegExp(`(${checked})|${empty}`, 'gu'))].map((match) => ({
    at: match.index,
    text: match[0],
    checked: match[1] !== undefined,
  }))
}

const wordsBehind = (value: string, boxes: readonly Box[], box: Box): string =>
  bare(value.slice(box.at + box.text.length, boxes.find(({ at }) => at > box.at)?.at))

const wordsBefore = (value: string, boxes: readonly Box[], box: Box): string => {
  const previous = boxes.findLast(({ at }) => at < box.at)
  return bare(value.slice(previous === undefined ? 0 : previous.at + previous.text.length, box.at))
}

/** Without what separates the choices. */
const bare = (words: string): string => words.replace(/^[\s,;/|]+|[\s,;/|]+$/g, '')
