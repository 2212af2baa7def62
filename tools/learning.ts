import { normalised, scoresOf, sharesOf } from '#src/conversation/understanding/learned/classifier.ts'
import type { Features } from '#src/conversation/understanding/learned/features.ts'

/** A labelled message as numbers. */
export interface Sample {
  readonly features: Features
  /** The place of what is right among the classes. */
  readonly right: number
  /** How much it counts. */
  readonly weight: number
}

const rounds = 25
const step = 0.05
const shrink = 1e-4

/** The same order for the same seed. */
function shuffled(count: number, seed: number): number[] {
  const order = Array.from({ length: count }, (_, at) => at)
  let state = seed * 7919 + 17
  for (let at = count - 1; at > 0; at--) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    const other = state % (at + 1)
    const kept = order[at] ?? 0
    order[at] = order[other] ?? 0
    order[other] = kept
  }
  return order
}

/** Multinomial logistic regression by AdaGrad, with so many weights for each class: a power of two. */
export function learn(samples: readonly Sample[], classes: number, buckets: number): Float64Array {
  const weights = new Float64Array(buckets * classes)
  const squares = new Float64Array(buckets * classes)
  for (let round = 0; round < rounds; round++)
    for (const index of shuffled(samples.length, round)) {
      const sample = samples[index]
      if (!sample) continue
      const { features, right } = sample
      const likely = sharesOf(scoresOf(features, weights, classes))
      for (let one = 0; one < features.buckets.length; one++)
        for (let at = 0; at < classes; at++) {
          const place = ((features.buckets[one] ?? 0) & (buckets - 1)) * classes + at
          const weight = features.weights[one] ?? 0
          const off = ((likely[at] ?? 0) - (at === right ? 1 : 0)) * weight * sample.weight
          const slope = off + shrink * (weights[place] ?? 0)
          squares[place] = (squares[place] ?? 0) + slope * slope
          weights[place] = (weights[place] ?? 0) - (step * slope) / (Math.sqrt(squares[place] ?? 0) + 1e-6)
        }
    }
  return weights
}

export interface Guess {
  readonly scores: Float64Array
  readonly right: number
}

/** What weights say of samples that they were not learned from. */
export const guessesOf = (samples: readonly Sample[], weights: Float64Array, classes: number): Guess[] =>
  samples.map(({ features, right }) => ({ scores: scoresOf(features, weights, classes), right }))

/** The divisor of the scores that makes the right answers likeliest. */
export function temperatureFor(guesses: readonly Guess[], classes: readonly string[]): number {
  const cost = (temperature: number): number =>
    guesses.reduce((sum, { scores, right }) => {
      const likely = normalised(
        classes,
        scores.map((score) => score / temperature),
      )
      return sum - Math.log(Math.max(1e-9, likely.get(classes[right] ?? '') ?? 0))
    }, 0)
  const tried = Array.from({ length: 40 }, (_, at) => 0.4 + at * 0.1)
  return tried.reduce((best, one) => (cost(one) < cost(best) ? one : best))
}
