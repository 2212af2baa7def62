import { writeFileSync } from 'node:fs'
import { meanings, takesReason } from '#src/conversation/understanding/assessment.ts'
import { evidenceIn } from '#src/conversation/understanding/evidence.ts'
import {
  featuresOf,
  intentBuckets,
  reasonBuckets,
  type Features,
} from '#src/conversation/understanding/learned/features.ts'
import {
  learntFrom,
  reasonClasses,
  type Stored,
  type StoredWeights,
} from '#src/conversation/understanding/learned/learned.ts'
import { momentCase } from '#src/conversation/understanding/learned/moment-case.ts'
import { intentOf } from '#src/conversation/understanding/rules.ts'
import { incoming, labelledMessages, type LabelledMessage } from '../test/conversation/evaluation/labelled.ts'
import { printFigures } from '../test/conversation/evaluation/print-figures.ts'
import { score, type Scored } from '../test/conversation/evaluation/score.ts'
import { guessesOf, learn, temperatureFor, type Guess, type Sample } from './learning.ts'
import { lexiconMessages } from './lexicon-messages.ts'

/**
 * `npm run train`: after the lexicons were written, learns from the labelled messages (never the held-out half) how much each feature speaks for each intent and reason,
 * and how far a moment can be trusted, and writes `src/conversation/understanding/learned/weights.json`. The same messages and lexicons give the same file. Then it says how
 * well messages are understood by weights that were learned without them, a fifth at a time, and what acting from another certainty
 * would give.
 */
const weightsFile = new URL('../src/conversation/understanding/learned/weights.json', import.meta.url)
const folds = 5

function featuresIn(message: LabelledMessage): Features {
  const evidence = evidenceIn(incoming(message))
  return featuresOf(evidence, intentOf(evidence))
}

/** A phrase of a lexicon is one of many, and says what the rules know already. */
const ofLexicon = 0.3

interface Read {
  readonly message: LabelledMessage
  readonly features: Features
  readonly weight: number
}

const read = (messages: readonly LabelledMessage[], weight: number): Read[] =>
  messages.map((message) => ({ message, features: featuresIn(message), weight }))

const intentsOf = (some: readonly Read[]): Sample[] =>
  some.map(({ message: { expect }, ...rest }) => ({ ...rest, right: meanings.indexOf(expect.intent) }))

const reasonsOf = (some: readonly Read[]): Sample[] =>
  some
    .filter(({ message }) => takesReason.has(message.expect.intent))
    .map(({ message: { expect }, ...rest }) => ({ ...rest, right: reasonClasses.indexOf(expect.reason ?? 'none') }))

function stored(weights: Float64Array, temperature: number): StoredWeights {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const scale = largest / 127
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / scale))
  return { weights: Buffer.from(bytes.buffer).toString('base64'), scale, temperature }
}

/** Weights of both kinds, with what they say of messages that they had not seen. */
interface Fold {
  readonly messages: readonly LabelledMessage[]
  readonly intents: Float64Array
  readonly reasons: Float64Array
  readonly guessedIntents: readonly Guess[]
  readonly guessedReasons: readonly Guess[]
}

function foldOf(all: readonly Read[], fold: number): Fold {
  const rest = all.filter(({ weight }, at) => at % folds !== fold || weight < 1)
  const unseen = all.filter(({ weight }, at) => at % folds === fold && weight === 1)
  const intents = learn(intentsOf(rest), meanings.length, intentBuckets)
  const reasons = learn(reasonsOf(rest), reasonClasses.length, reasonBuckets)
  return {
    messages: unseen.map(({ message }) => message),
    intents,
    reasons,
    guessedIntents: guessesOf(intentsOf(unseen), intents, meanings.length),
    guessedReasons: guessesOf(reasonsOf(unseen), reasons, reasonClasses.length),
  }
}

/** A case that was seen seldom is taken to be as the others are, so many times. */
const presumed = { right: 1.8, seen: 2 }

/** How often the moment was right where the intent was, by what the finding was like. */
function momentTrust(some: readonly Scored[]): Stored['moments'] {
  const cases = Map.groupBy(
    some.filter(({ intent }) => intent),
    ({ message, got }) => momentCase(got.intent, got.when, evidenceIn(incoming(message)).pieces.length),
  )
  const rate = (seen: readonly Scored[]): number =>
    (seen.filter(({ when }) => when).length + presumed.right) / (seen.length + presumed.seen)
  return Object.fromEntries(
    [...cases]
      .map(([name, seen]) => [name, Number(rate(seen).toFixed(3))] as const)
      .filter(([, share]) => share < 0.995)
      .toSorted(([a], [b]) => a.localeCompare(b)),
  )
}

const all = [
  ...read([...labelledMessages('examples'), ...labelledMessages('training')], 1),
  ...read(lexiconMessages(), ofLexicon),
]
const parts = Array.from({ length: folds }, (_, fold) => foldOf(all, fold))
const temperatures = {
  intents: temperatureFor(
    parts.flatMap(({ guessedIntents }) => guessedIntents),
    meanings,
  ),
  reasons: temperatureFor(
    parts.flatMap(({ guessedReasons }) => guessedReasons),
    reasonClasses,
  ),
}
/** Every message as it is understood by what was learned without it. */
const scoredWith = (momentsWithout: (fold: Fold) => Stored['moments']): Scored[][] =>
  parts.map((fold) => {
    const learnt = learntFrom({
      intents: stored(fold.intents, temperatures.intents),
      reasons: stored(fold.reasons, temperatures.reasons),
      moments: momentsWithout(fold),
    })
    return fold.messages.map((message) => score(message, learnt))
  })

const byFold = scoredWith(() => ({}))
const kept: Stored = {
  intents: stored(learn(intentsOf(all), meanings.length, intentBuckets), temperatures.intents),
  reasons: stored(learn(reasonsOf(all), reasonClasses.length, reasonBuckets), temperatures.reasons),
  moments: momentTrust(byFold.flat()),
}
writeFileSync(weightsFile, `${JSON.stringify(kept, null, 2)}\n`)

const scored = scoredWith((fold) => momentTrust(byFold.filter((_, at) => parts[at] !== fold).flat())).flat()

/** What acting only from a certainty would give: of what should be acted on, and of all, how many wrong. */
function printCertainty(name: string, some: readonly Scored[]): void {
  const acts = some.filter(({ message }) => message.expect.act === 'act')
  for (const from of [0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]) {
    const acted = (one: Scored): boolean => one.got.act === 'act' && one.got.confidence >= from
    const wrong = some.filter((one) => acted(one) && !(one.intent && one.reason && one.when))
    const right = acts.filter(acted)
    process.stdout.write(
      `${name} from ${String(from)}: acts on ${((100 * right.length) / acts.length).toFixed(1)} %, wrong ${((100 * wrong.length) / some.length).toFixed(1)} %\n`,
    )
  }
}

printFigures('messages that the weights had not seen', scored)
for (const [name, some] of Map.groupBy(scored, ({ message }) => (message.expect.language === 'nl' ? 'nl' : 'others')))
  printCertainty(name, some)
