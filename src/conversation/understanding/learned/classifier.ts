import type { Feature } from './features.ts'

/** What was learned: for each bucket of features how much it speaks for each class. */
export interface Learned<Class extends string> {
  readonly classes: readonly Class[]
  /** By bucket, then by class; to be multiplied by `scale`. */
  readonly weights: Int8Array
  readonly scale: number
  /** Divides the scores, so that what is said with 0.9 is right nine times of ten. */
  readonly temperature: number
}

export type Likelihoods<Class extends string> = ReadonlyMap<Class, number>

/** How likely each class is, together 1. */
export function likelihoods<Class extends string>(
  features: readonly Feature[],
  { classes, weights, scale, temperature }: Learned<Class>,
): Likelihoods<Class> {
  const scores = new Float64Array(classes.length)
  for (const { bucket, weight } of features) {
    const start = bucket * scores.length
    for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) + (weights[start + at] ?? 0) * weight
  }
  return normalised(
    classes,
    scores.map((score) => (score * scale) / temperature),
  )
}

export function normalised<Class extends string>(classes: readonly Class[], scores: Float64Array): Likelihoods<Class> {
  const highest = Math.max(...scores)
  const raised = scores.map((score) => Math.exp(score - highest))
  const sum = raised.reduce((total, value) => total + value, 0)
  return new Map(classes.map((name, at) => [name, (raised[at] ?? 0) / sum]))
}

/** The likeliest of some classes. */
export function likeliest<Class extends string>(of: Likelihoods<Class>): readonly [Class, number] {
  const [best] = [...of].toSorted((a, b) => b[1] - a[1])
  if (!best) throw new Error('there are no classes to choose from')
  return best
}
