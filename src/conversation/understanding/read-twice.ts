import type { Temporal } from 'temporal-polyfill'
import { actsFrom } from '../engine.ts'
import { ourLanguages } from '#src/domain/values/language.ts'
import { asksWhoWrites, slotOf, type Intent, type Option, type Understood } from '../session.ts'
import { sureEnough, weigh, type Weighed } from './assess.ts'
import { forPeople, type Assessment, type MessageIntent, type Situation } from './assessment.ts'
import type { IncomingMessage } from './evidence.ts'
import { isByAnother } from './other-writer.ts'
import { questionTopic } from './question-topic.ts'
import { readText, type ReadText } from './read-text.ts'
import { namesSpecialist } from './specialist.ts'
import { understand, type UnderstandContext } from './understand.ts'

export interface AnswerContext extends UnderstandContext {
  /** The local day on which the message was written. */
  readonly today: Temporal.PlainDate
  readonly appointment?: Temporal.PlainDateTime
  /** Of the participant: who uses it for somebody else is not them. */
  readonly firstName?: string
  /** When the slots are that were offered, by the value of their option. */
  readonly slots?: ReadonlyMap<string, Temporal.PlainDateTime>
}

/** Said by one reader and not by the other: asked about, not done. */
const doubtful = 0.6

/** So sure the second reader must be to be asked about what the first one read as something else. */
const contradictsFrom = 0.5
/** ... and so sure where nothing is given up by acting. */
const objectsFrom = 0.85

const inFlows: Record<MessageIntent, Intent> = {
  crisis: 'crisis',
  abuse: 'abuse',
  stop: 'stop',
  wrong_number: 'wrong_number',
  complaint: 'complaint',
  human: 'person',
  reschedule: 'other_time',
  choose_slot: 'choose',
  running_late: 'late',
  afmelding: 'absence',
  decline_no_reason: 'absence',
  proof_sent: 'proof',
  other_language_request: 'language',
  question: 'question',
  confirm: 'confirm',
  thanks_or_chitchat: 'thanks',
  unclear: 'unclear',
}

/**
 * What an answer means, read by two readers: the phrases that the flows were written with, and the assessment that was learned from
 * labelled messages. Nothing is cancelled on the word of one that the other contradicts, a crisis is one when either hears it, and what
 * the first cannot make out the second may.
 */
export function readTwice(text: string, context: AnswerContext): Understood {
  const read = readText(text)
  return byAnother(withTopic(asContractsMean(readByBoth(read, context), text), text, context), read, context)
}

/** What goes for whoever writes it, or brings a person anyway. */
const whoeverWrites: ReadonlySet<Intent> = new Set([
  'crisis',
  'abuse',
  'stop',
  'start_again',
  'wrong_number',
  'complaint',
  'person',
])

/** Of whoever writes for the participant nothing is taken as theirs before it is clear who that is. */
function byAnother(
  understood: Understood,
  { text, words }: ReadText,
  { asked = [], firstName }: AnswerContext,
): Understood {
  const stands = whoeverWrites.has(understood.intent) && understood.confidence >= actsFrom
  return !stands && isByAnother(text, { isAsked: asksWhoWrites(asked), ...(firstName ? { firstName } : {}) }, words)
    ? { intent: 'third_party', confidence: 0.9 }
    : understood
}

/**
 * 'Dit is mijn eerste keer' asks nothing in so many words, and many ask without a question mark: who says only that, asks what will happen.
 * Every word of it is one that we know for that, so it abuses nobody either.
 */
const withTopic = (understood: Understood, text: string, { language }: AnswerContext): Understood => {
  if (understood.intent === 'question') {
    const topic = questionTopic(text, language)
    return topic === undefined ? understood : { ...understood, topic }
  }
  const isOpen = understood.intent === 'unclear' || understood.intent === 'abuse'
  return isOpen && questionTopic(text, language) === 'content'
    ? { intent: 'question', confidence: 0.9, topic: 'content' }
    : understood
}

/** What may be no specialist is no specialist: a person weighs it (promise 5). What is chosen from a list was said in so many words. */
function asContractsMean(understood: Understood, text: string): Understood {
  if (understood.reason !== 'medical_specialist' || understood.intent === 'choose') return understood
  return namesSpecialist(text) ? understood : { ...understood, reason: 'other' }
}

function readByBoth(read: ReadText, context: AnswerContext): Understood {
  const first = understand(read.text, context, read)
  const asked = context.asked ?? []
  const second = weigh(incoming(read.text, context), undefined, read)
  if (first.intent === 'crisis' || second.intent === 'crisis') return inDanger(second)
  if (mayBeCrisis(second)) return { intent: 'person', confidence: actsFrom }
  if (first.intent === 'choose') return first
  if (first.intent === 'unclear') return bySecond(second, asked) ?? first
  if (first.confidence < actsFrom) return first
  const finer = finerThan(first, second)
  if (finer !== undefined) return finer
  return contradicts(first, second) ? { ...first, confidence: doubtful } : agreed(first, second)
}

/** Whoever has to speak with them must know in what. */
function inDanger({ language: written }: Assessment): Understood {
  const language = ourLanguages.find((one) => one === written)
  return { intent: 'crisis', confidence: 0.95, ...(language ? { language } : {}) }
}

const incoming = (
  text: string,
  { asked = [], language, today, appointment, slots }: AnswerContext,
): IncomingMessage => ({
  text,
  situation: situationOf(asked),
  language,
  today,
  ...(appointment ? { appointment } : {}),
  slots: [...(slots?.values() ?? [])],
})

/** It says something else, and still a person must read it. */
const mayBeCrisis = ({ act, intent }: Assessment): boolean => act === 'person' && !forPeople.has(intent)

/** What was asked, by what it offered. */
function situationOf(asked: readonly Option[]): Situation {
  const offers = (test: (value: string) => boolean): boolean => asked.some(({ value }) => test(value))
  if (offers((value) => value === 'confirm')) return 'invited'
  if (offers((value) => slotOf(value) !== undefined)) return 'offered_slots'
  if (offers((value) => value.startsWith('reason:'))) return 'asked_reason'
  return offers((value) => value === 'absence') ? 'no_show' : 'idle'
}

const notComing: ReadonlySet<MessageIntent> = new Set(['afmelding', 'decline_no_reason', 'reschedule'])

function contradicts(first: Understood, second: Weighed): boolean {
  if (first.intent === 'absence') return !notComing.has(second.intent) && second.certainty >= contradictsFrom
  const differs = inFlows[second.intent] !== first.intent
  return (first.intent === 'confirm' || first.intent === 'other_time') && differs && second.certainty >= objectsFrom
}

/** Only what is chosen needs its moment here: who comes later or cannot come is asked the rest. */
const isTold = ({ act, intent, certainty }: Weighed): boolean =>
  act !== 'ask' || (intent !== 'unclear' && intent !== 'choose_slot' && certainty >= sureEnough)

/** The first reader hears that somebody must help, the second what with. */
const finer: Partial<Record<Intent, readonly MessageIntent[]>> = {
  person: ['abuse', 'complaint', 'other_language_request'],
  question: ['running_late', 'proof_sent', 'complaint', 'other_language_request'],
}

/** A person gets it either way: which of the two it most likely is will do. */
const finerThan = ({ intent, confidence }: Understood, { intent: said, certainty }: Weighed): Understood | undefined =>
  finer[intent]?.includes(said) && certainty >= contradictsFrom ? { intent: inFlows[said], confidence } : undefined

/** Of two reasons that differ none is noted: it is asked. */
function agreed(first: Understood, second: Assessment): Understood {
  const { reason, ...rest } = first
  if (reason === undefined || second.reason === null || second.reason === reason) return first
  return rest
}

/** What only the second reader made out, where it would act. */
function bySecond(second: Weighed, asked: readonly Option[]): Understood | undefined {
  if (!isTold(second)) return undefined
  const intent = inFlows[second.intent]
  // 'Hallo' while a question stands is no answer to it: it is asked again.
  if (intent === 'thanks' && asked.length > 0) return undefined
  const certain = Math.max(actsFrom, second.certainty)
  if (intent === 'choose') {
    const slot = asked.filter(({ value }) => slotOf(value) !== undefined)[Number(second.when) - 1]
    return slot && { intent, choice: slot.value, confidence: certain }
  }
  const reason = second.reason !== null && (intent === 'absence' || intent === 'other_time') ? second.reason : undefined
  return { intent, confidence: certain, ...(reason ? { reason } : {}) }
}
