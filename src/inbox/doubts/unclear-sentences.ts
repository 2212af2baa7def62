import { isSignatureStart } from '../extraction/signature.ts'
import { withoutPrefixes } from './doubt-in-subject.ts'
import { isNegligible, isOfThePast, isWishForMoment } from './negligible-sentences.ts'
import { longestLine, plain, sentencesOf } from './plain-sentences.ts'
import { isDutch, isForeign, isOfItself, isUnsafe, isUnwilling, reaching, referring, turned } from './watched-words.ts'

export interface Beside {
  /** Something is about the referral itself, about reaching the participant or about their safety, and nobody can be sure that it is harmless. */
  readonly unclear: boolean
  /** Something stands there that is not in every referral, and in no field of the form: who repeats a form to add something says it there. */
  readonly more: boolean
}

/**
 * What the sentences beside a form, and those in its remarks, may change. `doubtsSaid` knows what asks to wait; nobody can list all of that, so
 * what is on these subjects and is none of the things that true referrals say every day is read by a person.
 */
export const saidBeside = (texts: readonly string[], remarks: readonly string[]): Beside => {
  const inForm = new Set(remarks.flatMap((text) => sentencesOf(linesToRead(text))))
  const typed = new Set(texts.flatMap((text) => sentencesOf(linesToRead(text))))
  const kinds = [...typed].map((sentence) => [sentence, kindOf(sentence)] as const)
  return {
    unclear: [...kinds.map(([, kind]) => kind), ...[...inForm].map(kindOf)].includes('unclear'),
    more: kinds.some(([sentence, kind]) => kind !== 'usual' && !inForm.has(sentence)),
  }
}

/** Those of them that a person must read, without case and accents. */
export const unclearSentences = (texts: readonly string[]): string[] =>
  [...new Set(texts.flatMap((text) => sentencesOf(linesToRead(text))))].filter(
    (sentence) => kindOf(sentence) === 'unclear',
  )

/** The same of a subject, in which 'Aanmelding via formulier' is nothing special. */
export const isUnclearSubject = (subject: string): boolean => {
  const said = withoutPrefixes(plain(subject).slice(0, longestLine)).rest
  if (isUnsafe(said)) return true
  return (isOfItself(said) || isUnwilling(said) || (!referring.test(said) && isTurned(said))) && !isNegligible(said)
}

const wordsIn = (sentence: string): number => sentence.match(/\p{L}{2,}/gu)?.length ?? 0

/** 'own': harmless as far as we know, and not in every referral. */
const kindOf = (sentence: string): 'usual' | 'own' | 'unclear' => {
  const words = wordsIn(sentence)
  if (words < fewestInCry) return 'usual'
  if (isUnsafe(sentence)) return 'unclear'
  if (isNegligible(sentence.replace(asksUs, ''))) return 'usual'
  if (isUnclear(sentence, words)) return 'unclear'
  return words >= fewestInSentence && isDutch(sentence) ? 'own' : 'usual'
}

const isUnclear = (sentence: string, words: number): boolean =>
  asksUs.test(sentence) ||
  isOfItself(sentence) ||
  isUnwilling(sentence) ||
  (isTurned(sentence) && !isOfThePast(sentence)) ||
  isForeign(sentence, words)

/** What is left of the mark of a question once a text is in sentences. */
const asksUs = / ¿$/

/** 'Verkeerd gestuurd!' */
const fewestInCry = 2
/** Fewer are a label or a name. */
const fewestInSentence = 3

const isTurned = (sentence: string): boolean =>
  (reaching.test(sentence) || referring.test(sentence)) && turned.test(sentence) && !isWish(sentence)

/** When somebody likes to be called is no reason to wait. */
const isWish = (sentence: string): boolean => !referring.test(sentence) && isWishForMoment(sentence)

/** What was typed above the greeting, without the lines of a form that hold a value and no sentence. */
const linesToRead = (text: string): string[] => {
  const lines = plain(text)
    .split('\n')
    .map((line) =>
      line
        .slice(0, longestLine)
        .replace(/^(?:[\s>|*_#•-]+|\d{1,2}[.)]\s)+/, '')
        .replaceAll(/\S+@\S+/g, '')
        .replaceAll(/\?(?=\s|$)/g, ' ¿.'),
    )
  const end = lines.findIndex(isSignatureStart)
  const below = end === -1 ? [] : lines.slice(end).filter((line) => afterthought.test(line))
  return [...lines.slice(0, end === -1 ? lines.length : end), ...below].flatMap(sentencesInLine)
}

const afterthought = /^(?:p\.?\s?s|n\.?\s?b|let op)\b/

const sentencesInLine = (line: string): string[] => {
  if (/[\t|]/.test(line)) return line.split(/[\t|]/).flatMap((cell) => sentencesInLine(cell.trim()))
  const [, label = '', mark = '', value = ''] = labelled.exec(line) ?? []
  if (label === '') return [line]
  if (mark !== ':') return answer.test(value) && (value !== '' || !toSomebody.test(label)) ? [''] : [line]
  if (remarks.test(label)) return [value]
  if (ofReferral.test(label)) return [`${label} ${value}`]
  return [value.split(' ').length < fewestWords ? '' : value]
}

const labelled = /^([^:¿.!]{1,60})(:| ¿\.)\s*(.*)$/
const toSomebody = /\b(?:jullie|je|jij|u|ik|wij|we|mij|me|ons)\b/
/** What stands behind a question of a form. */
const answer = /^(?:\S+(?: \S+)?)?$|^(?:ja|nee)\b|^[[(☐☒☑✓■□●○]/u
/** Fewer are a value, more may be a sentence. */
const fewestWords = 5
const remarks =
  /opmerk|toelicht|bijzonder|overig|achtergrond|situatie|notitie|let op|aanvull|informatie|n\.?b\b|p\.?s\b|vraag|verzoek|contact|bereikbaar/
const ofReferral = /^(?:status|reden (?:beeindig|afslui|stop|uitstroom))|\bstatus\b/
