import type { PageText } from './page-text.ts'

/** Three headings or more, none of them with a number, a colon or a box in it: below it a table may stand. */
const fewestHeadings = 3
const isHeading = ({ text }: PageText): boolean =>
  text.length <= 40 && /\p{L}/u.test(text) && !/[\d:@☐☑☒✓✗]/u.test(text)

export const isHeadingRow = (cells: readonly PageText[]): boolean =>
  cells.length >= fewestHeadings && cells.every(isHeading)

/** More than a space between words, less than what stands between columns of a page. */
const narrowGap = 0.33

const headingOver = (headings: readonly PageText[], { left, right }: PageText): number =>
  headings.findIndex((heading) => left < heading.right && right > heading.left)

/** In a table whose cells stand near each other: whether two texts stand below different headings. */
export const areOfTwoColumns = (before: PageText, text: PageText, headings: readonly PageText[]): boolean => {
  if (text.left - before.right < narrowGap * Math.min(before.height, text.height)) return false
  const [one, other] = [headingOver(headings, before), headingOver(headings, text)]
  return one !== -1 && other !== -1 && one !== other
}
