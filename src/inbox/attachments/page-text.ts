/** A stretch of text on a page, in points from the upper left. `baseline`: how far down its letters stand. */
export interface PageText {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly height: number
}
