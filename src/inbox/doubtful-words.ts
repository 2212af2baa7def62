import { isBoilerplate } from './doubts/boilerplate.ts'
import { type Doubt, matchIn, type SaidDoubt } from './doubts/doubt.ts'
import { doubtAboutFate } from './doubts/doubt-about-fate.ts'
import { doubtAboutNow } from './doubts/doubt-about-now.ts'
import { doubtAboutPhone } from './doubts/doubt-about-phone.ts'
import { subjects, withoutPrefixes } from './doubts/doubt-in-subject.ts'
import { longestLine, plain, sentencesOf } from './doubts/plain-sentences.ts'
import { sentences } from './doubts/sentences.ts'
import { withdrawals } from './doubts/withdrawals.ts'

interface Written {
  readonly subject: string
  /** All that was typed, remarks and quoted mails with it: a withdrawal may stand anywhere. */
  readonly texts: readonly string[]
  /** What stands at the head of what is attached. */
  readonly titles?: readonly string[]
  /** What the municipality is called. */
  readonly home?: readonly string[]
}

/**
 * Whether a mail withdraws, changes or asks, or says itself that it is no referral. A form in it proves nothing: such mails mostly
 * repeat the form of the referral that they are about. A needless wait costs a minute, a wrong journey reaches a participant; so the
 * patterns are wide, and only leave out what true referrals say every day ('niet voor 10 uur bellen', 'nog geen werk gevonden').
 *
 * Of all that is said the first decides, save that a mild doubt gives way.
 */
export const strongestOf = (said: Iterable<SaidDoubt>): Doubt | undefined => {
  let mild: Doubt | undefined
  for (const { doubt } of said) {
    if (!areMild.has(doubt)) return doubt
    mild ??= doubt
  }
  return mild
}

/** All that raises a doubt, in the order in which it is said; each without case and accents. */
export const doubtsSaid = (written: Written): readonly SaidDoubt[] => [...doubtsIn(written)]

/** A person must look, but it is a referral; whatever else the mail says goes before it. */
const areMild: ReadonlySet<Doubt> = new Set(['wait_first', 'sent_before', 'not_their_phone'])

function* doubtsIn({ subject, texts, titles = [], home = [] }: Written): Generator<SaidDoubt> {
  const places = home.map(plain)
  const inSubject = doubtInSubject(subject, places)
  if (inSubject !== undefined) yield { doubt: inSubject, said: subject }
  for (const title of titles) {
    const inTitle = matchIn(plain(title), subjects)
    if (inTitle !== undefined) yield { doubt: inTitle, said: title }
  }
  for (const text of texts) yield* doubtsInText(text, places)
}

const doubtInSubject = (subject: string, home: readonly string[]): Doubt | undefined => {
  const { rest, isReply } = withoutPrefixes(plain(subject).slice(0, longestLine))
  const doubt = matchIn(rest, subjects) ?? doubtInSentence(rest, home)
  if (doubt !== undefined) return doubt
  return isReply && !/aanmeld|aangemeld|verwijz|verwezen/.test(rest) ? 'answer' : undefined
}

/** The line that says what a letter is for; a form, or a mail that was passed on, has it in the text. */
const subjectLine =
  /^(?:betreft|onderwerp|subject|(?:soort|type|reden) (?:melding|bericht|mail|mutatie|formulier))\s*:\s*(.+)$/

function* doubtsInText(text: string, home: readonly string[]): Generator<SaidDoubt> {
  const lines = plain(text)
    .split('\n')
    .map((line) => line.replace(/^[\s>|*_#•-]+/, '').slice(0, longestLine))
  let before = ''
  for (const sentence of sentencesOf(lines)) {
    const doubt = doubtInSubjectLine(sentence) ?? doubtInSentence(sentence, home, before)
    if (doubt !== undefined) yield { doubt, said: sentence }
    before = sentence
  }
}

const doubtInSubjectLine = (line: string): Doubt | undefined => {
  const said = subjectLine.exec(line)?.[1]
  return said === undefined ? undefined : matchIn(withoutPrefixes(said).rest, subjects)
}

/** Who takes somebody back mostly says too that it is no referral. */
const saidInSentences = [...withdrawals, ...sentences]

const doubtInSentence = (sentence: string, home: readonly string[], before = ''): Doubt | undefined => {
  if (sentence === '') return undefined
  const usual = saidInSentences.filter(
    ([doubt, pattern]) => pattern.test(sentence) && !isBoilerplate(doubt, sentence, before),
  )
  const [doubt] = usual[0] ?? []
  const fate = doubtAboutFate(sentence, home)
  const own = fate !== undefined && isBoilerplate(fate, sentence, before) ? undefined : fate
  return doubt ?? doubtAboutNow(sentence) ?? own ?? doubtAboutPhone(sentence)
}
