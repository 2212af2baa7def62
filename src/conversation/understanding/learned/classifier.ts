import type { Features } from './features.ts'

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

/**
 * How much features speak for each class, by weights that stand by bucket, then by class. There may be fewer buckets than the features have,
 * by a power of two. Class by class: its sum then stays at hand.
 */
export function scoresOf(features: Features, weights: Int8Array | Float64Array, classes: number): Float64Array {
  const scores = new Float64Array(classes)
  const last = weights.length / classes - 1
  const many = features.buckets.length
  for (let at = 0; at < classes; at++) {
    let score = 0
    for (let one = 0; one < many; one++)
      score += (weights[((features.buckets[one] ?? 0) & last) * classes + at] ?? 0) * (features.weights[one] ?? 0)
    scores[at] = score
  }
  return scores
}

/** How likely each class is, together 1. */
export function likelihoods<Class extends string>(
  features: Features,
  { classes, weights, scale, temperature }: Learned<Class>,
): Likelihoods<Class> {
  const scores = scoresOf(features, weights, classes.length)
  return normalised(
    classes,
    scores.map((score) => (score * scale) / temperature),
  )
}

/** Scores as shares of 1. */
export function sharesOf(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores)
  const raised = scores.map((score) => Math.exp(score - highest))
  const sum = raised.reduce((total, value) => total + value, 0)
  return raised.map((value) => value / sum)
}

export function normalised<Class extends string>(classes: readonly Class[], scores: Float64Array): Likelihoods<Class> {
  const shares = sharesOf(scores)
  return new Map(classes.map((name, at) => [name, shares[at] ?? 0]))
}

/** The likeliest of some classes; of two the first. */
export function likeliest<Class extends string>(of: Likelihoods<Class>): readonly [Class, number] {
  let best: readonly [Class, number] | undefined
  for (const one of of) if (best === undefined || one[1] > best[1]) best = one
  if (!best) throw new Error('there are no classes to choose from')
  return best
}
