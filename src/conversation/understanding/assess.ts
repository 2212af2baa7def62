import type { AbsenceReason } from '#src/domain/contract/absence-reason.ts'
import { forPeople, takesReason, type Assessment, type MessageIntent } from './assessment.ts'
import { evidenceIn, type Evidence, type Found, type IncomingMessage } from './evidence.ts'
import { likeliest, likelihoods } from './learned/classifier.ts'
import { featuresOf, type Features } from './learned/features.ts'
import { learnt, type Learnt } from './learned/learned.ts'
import { momentCase } from './learned/moment-case.ts'
import { readText, type ReadText } from './read-text.ts'
import { intentOf, reasonIn } from './rules.ts'
import { whenIn } from './when-in.ts'

/** What is less sure is asked. */
export const sureEnough = 0.85

/** So likely a crisis is one, whatever else the message may be; and from so likely on a person reads the message, whatever else it says. */
const crisisEnough = 0.2
const crisisPerhaps = 0.05

/** The likeliest of seventeen that is less likely than this is no idea at all. */
const anyIdea = 0.2

/**
 * What a message means. Rules read it and know its phrases, days and hours; what was learned from labelled messages weighs what they
 * found against the words around it. Total: any string gives an answer.
 */
export function assess(message: IncomingMessage, from: Learnt = learnt()): Assessment {
  const { certainty: _, ...assessment } = weigh(message, from)
  return assessment
}

/** An assessment, with how sure intent and reason are whatever its moment is: not everything that is done asks for the moment. */
export interface Weighed extends Assessment {
  readonly certainty: number
}

export function weigh(
  message: IncomingMessage,
  from: Learnt = learnt(),
  read: ReadText = readText(message.text),
): Weighed {
  const evidence = evidenceIn(message, read)
  const rule = intentOf(evidence)
  const features = featuresOf(evidence, rule)
  const found = weighed({ rule, evidence, features }, from)
  const why = takesReason.has(found.intent) ? reasonFor(found.intent, evidence, features, from) : noReason
  const when = whenIn(found.intent, evidence)
  const certainty = found.confidence * why.confidence
  const confidence = certainty * momentConfidence(found.intent, when, evidence, from)
  return {
    intent: found.intent,
    reason: why.reason,
    when,
    language: evidence.language,
    confidence,
    certainty,
    act: found.perhapsCrisis ? 'person' : actOn({ intent: found.intent, confidence }, when),
  }
}

/** How sure it is that this moment is the one that is meant. */
const momentConfidence = (
  intent: MessageIntent,
  when: Assessment['when'],
  { pieces }: Evidence,
  { moments }: Learnt,
): number => moments.get(momentCase(intent, when, pieces.length)) ?? 1

interface Read {
  readonly rule: Found
  readonly evidence: Evidence
  readonly features: Features
}

/** A crisis that a rule hears is one; where every word is known to say something else there is none. */
function weighed({ rule, evidence, features }: Read, { intents }: Learnt): Found & { perhapsCrisis?: boolean } {
  if (rule.intent === 'crisis') return rule
  const likely = likelihoods(features, intents)
  const crisis = likely.get('crisis') ?? 0
  if (crisis >= crisisEnough) return { intent: 'crisis', confidence: crisis }
  const [likeliestIntent, confidence] = likeliest(likely)
  const intent = confidence < anyIdea ? 'unclear' : likeliestIntent
  return { intent, confidence, perhapsCrisis: crisis >= crisisPerhaps && evidence.reading.unexplained > 0 }
}

interface Why {
  readonly reason: AbsenceReason | null
  readonly confidence: number
}

const noReason: Why = { reason: null, confidence: 1 }

/** Below this what was learned says less than a rule that knows the words. */
const learnedEnough = 0.4

function reasonFor(intent: MessageIntent, evidence: Evidence, features: Features, { reasons }: Learnt): Why {
  const likely = new Map(likelihoods(features, reasons))
  const none = likely.get('none') ?? 0
  if (intent === 'afmelding') likely.delete('none')
  const [reason, share] = likeliest(likely)
  const confidence = intent === 'afmelding' ? share / (1 - none) : share
  const ruled = reasonIn(evidence)
  if (confidence < learnedEnough && ruled !== null) return { reason: ruled, confidence: learnedEnough }
  return { reason: reason === 'none' ? null : reason, confidence }
}

/** Which of the offered times is not told by saying that one is taken. */
function actOn({ intent, confidence }: Found, when: Assessment['when']): Assessment['act'] {
  if (forPeople.has(intent)) return 'person'
  const isOpen = intent === 'unclear' || (intent === 'choose_slot' && when === null)
  return isOpen || confidence < sureEnough ? 'ask' : 'act'
}
