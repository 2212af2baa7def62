import type { AbsenceReason } from '#src/domain/contract/absence-reason.ts'
import type { Understood } from '../session.ts'
import type { Message } from './message.ts'
import { namesOtherMoment } from './other-moment.ts'
import type { Match, Reading } from './reading.ts'
import { mayBeAnotherDay } from './same-day.ts'
import type { Words } from './text.ts'
import { usualBook } from './usual-book.ts'

/** Coming and not coming in one message, 'maybe', 'what if', what was, or what is about another day than we asked about: we ask. */
export function isDoubtful(best: Understood, all: readonly Understood[], message: Message): boolean {
  const { reading, words, planned } = message
  switch (best.intent) {
    case 'absence':
      return (
        isShortQuestion(words) ||
        reading.hedges.has('condition') ||
        reading.takenBack ||
        (isAhead(message) && (isOfThePast(reading) || isReasonOfAnotherDay(message))) ||
        all.some((one) => one.intent === 'confirm' && one.confidence >= 0.8)
      )
    case 'confirm':
      return (
        isShortQuestion(words) ||
        reading.hedges.has('doubt') ||
        reading.hedges.has('condition') ||
        (planned !== undefined && namesOtherMoment(words.tokens, planned))
      )
    case 'wrong_number':
      return isShortQuestion(words)
    default:
      return false
  }
}

/** 'Ja?' and 'afmelden?' ask. */
function isShortQuestion(words: Words): boolean {
  return words.question && isShort(words)
}

export function isShort({ tokens }: Words): boolean {
  return usualBook.contentOf(tokens).length <= 2
}

/** Whether the appointment has not been yet, as far as the question and the plan tell: what was, then says nothing about it. */
function isAhead({ asked, planned }: Message): boolean {
  if (asked.some(({ value }) => value === 'confirm')) return true
  return planned !== undefined && !asked.some(({ value }) => value === 'absence' || value.startsWith('reason:'))
}

/** 'Ik was vorige week ziek'. Who forgot says so of the past, and who says in other words not to come says it of now. */
function isOfThePast({ matches, hedges }: Reading): boolean {
  const said = matches.filter(({ entry, strength }) => entry.means === 'absence' && strength !== 'hint')
  if (said.some(({ entry }) => entry.reason === undefined || entry.reason === 'forgot')) return false
  return said.length > 0 && (hedges.has('past') || said.every(({ past }) => past))
}

/** 'Ik moet morgen werken', when the appointment is next week. Who says in other words not to come leaves no doubt about which day. */
function isReasonOfAnotherDay({ reading, words, asked, planned, ahead }: Message): boolean {
  if (planned === undefined || saysNotToCome(reading.matches)) return false
  const isNo = asked.some(({ value }) => value === 'confirm') && reading.matches.some(isClearNo)
  return !isNo && mayBeAnotherDay(words, planned, ahead)
}

function isClearNo({ entry, strength }: Match): boolean {
  return entry.means === 'no' && strength !== 'hint'
}

/** Not coming, said by itself and not by its reason. */
function saysNotToCome(matches: readonly Match[]): boolean {
  return matches.some(({ entry, strength }) => entry.means === 'absence' && !entry.reason && strength !== 'hint')
}

/** What stands in the way but may be overcome. Said with a question ('geen auto, welke bus gaat er?') it is why they ask. */
const obstacles: ReadonlySet<AbsenceReason | undefined> = new Set<AbsenceReason>([
  'no_transport',
  'no_childcare',
  'child_ill',
  'forgot',
  'work',
])

export function isObstacle({ reason }: Understood, matches: readonly Match[]): boolean {
  return obstacles.has(reason) && !saysNotToCome(matches)
}
