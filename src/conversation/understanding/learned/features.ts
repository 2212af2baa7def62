import type { Evidence, Found } from '../evidence.ts'
import { furtherBy, further, seed, within } from '../hash.ts'
import type { Reading } from '../reading.ts'
import { border } from '../text.ts'

/** Features are told apart by so many numbers; two that share one share a weight. Of a power of two the lower half of a number is one too. */
export const intentBuckets = 1 << 17
export const reasonBuckets = 1 << 16

/** Each bucket once, with how much it counts: pieces of words are many, and say less each. */
export interface Features {
  readonly buckets: Int32Array
  readonly weights: Float64Array
}

const bucketOf = (hash: number): number => within(hash, intentBuckets)

const hashOf = (text: string): number => furtherBy(seed, text)

/** From what counts least to what counts most; of what shares a bucket the most counts. */
const weights = [0, 0.3, 0.6, 1] as const
const levels = { piece: 1, word: 2, known: 3 }

/** What the rules found, in the situation that it was said in. */
function known({ message: { situation }, reading, words, pieces, slot }: Evidence, rule: Found): string[] {
  const said = reading.matches.flatMap(({ entry: { means, reason }, strength, past }) => [
    `m:${means}`,
    `m:${means}:${strength}`,
    `m:${means}@${situation}`,
    ...(reason ? [`r:${reason}`, `r:${reason}:${strength}`] : []),
    ...(past ? [`past:${means}`] : []),
  ])
  return [
    'any',
    `situation:${situation}`,
    ...said,
    ...together(reading),
    ...[...reading.hedges].flatMap((hedge) => [`hedge:${hedge}`, `hedge:${hedge}+rule:${rule.intent}`]),
    ...(words.question ? ['question', `question@${situation}`] : []),
    `emoji:${words.emoji}`,
    `slot:${typeof slot === 'number' ? 'chosen' : (slot ?? 'none')}`,
    ...pieces.flatMap(({ kind }) => [`moment:${kind}`, `moment:${kind}@${situation}`]),
    `rule:${rule.intent}`,
    `rule:${rule.intent}@${situation}`,
    `rule:${rule.intent}:${String(Math.round(rule.confidence * 10))}`,
    `length:${String(Math.min(6, Math.floor(words.tokens.length / 4)))}`,
  ]
}

/** What is said beside what, or alone, and how much no phrase accounts for. */
function together({ matches, unexplained }: Reading): string[] {
  const said = [...new Set(matches.map(({ entry }) => entry.means))].toSorted()
  const pairs = said.flatMap((one, at) => said.slice(at + 1).map((other) => `m:${one}+${other}`))
  return [
    ...pairs,
    ...(said.length === 1 ? [`only:${said.join('')}`] : []),
    `unexplained:${String(Math.min(4, unexplained))}`,
  ]
}

const shortestPiece = 3
const longestPiece = 5
const pieceSeed = hashOf('c:')

/** Every stretch of three to five letters. */
function eachPiece(text: string, take: (hash: number) => void): void {
  for (let start = 0; start + shortestPiece <= text.length; start++) {
    let hash = pieceSeed
    const end = Math.min(text.length, start + longestPiece)
    for (let at = start; at < end; at++) {
      hash = further(hash, text.charCodeAt(at))
      if (at - start + 1 >= shortestPiece) take(hash)
    }
  }
}

/** So much of a message is looked at letter by letter. */
const longestRead = 500

/** So long is every message as a vector: a long one would drown what the rules found in it, a short one would say too little. */
const lengthOfAll = 10

/** Levels by bucket, and which buckets have one, while one message is looked at; all zero in between. In bytes, so that they stay at hand. */
const scratch = new Uint8Array(intentBuckets)
const found = new Int32Array(intentBuckets)

const wordSeed = hashOf('w:')
const pairSeed = hashOf('b:')
const space = ' '.charCodeAt(0)

/** Everything that a message says, as numbers. */
export function featuresOf(evidence: Evidence, rule: Found): Features {
  const tokens = evidence.words.tokens.filter((token) => token !== border)
  let count = 0
  const add = (hash: number, level: number): void => {
    const bucket = bucketOf(hash)
    const before = scratch[bucket] ?? 0
    if (before === 0) found[count++] = bucket
    if (before < level) scratch[bucket] = level
  }
  for (const text of known(evidence, rule)) add(hashOf(text), levels.known)
  tokens.forEach((token, at) => {
    add(furtherBy(wordSeed, token), levels.word)
    const before = tokens[at - 1]
    if (before !== undefined) add(furtherBy(further(furtherBy(pairSeed, before), space), token), levels.word)
  })
  eachPiece(` ${tokens.join(' ')} `.slice(0, longestRead), (hash) => add(hash, levels.piece))
  return evenly(found.slice(0, count))
}

const weightIn = (bucket: number): number => weights[scratch[bucket] ?? 0] ?? 0

function evenly(some: Int32Array): Features {
  let squares = 0
  for (const bucket of some) squares += weightIn(bucket) ** 2
  const factor = lengthOfAll / Math.sqrt(squares)
  const counts = new Float64Array(some.length)
  for (let at = 0; at < some.length; at++) {
    const bucket = some[at] ?? 0
    counts[at] = weightIn(bucket) * factor
    scratch[bucket] = 0
  }
  return { buckets: some, weights: counts }
}
