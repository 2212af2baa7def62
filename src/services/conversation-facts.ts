import type { Temporal } from 'temporal-polyfill'
import type { ConversationFacts } from '#src/conversation/facts.ts'
import type { Opening } from '#src/conversation/opening.ts'
import type { Installation } from '#src/domain/installation.ts'
import { stageOf, type Attendance } from '#src/domain/journey/attendance.ts'
import { isTakenByPerson } from '#src/domain/journey/held.ts'
import { currentAttendance, lastMissed, latestAttendance, type Journey } from '#src/domain/journey/journey.ts'
import { isSameDay } from '#src/domain/journey/moments.ts'
import { wantsPhoto } from '#src/domain/journey/proof-photo.ts'
import type { Rules } from '#src/domain/journey/rules.ts'
import { isOpen } from '#src/domain/journey/task.ts'
import type { Participant } from '#src/domain/participant.ts'
import type { Language } from '#src/domain/values/language.ts'
import { officeOpening } from '#src/domain/values/office-opening.ts'
import { firstNameOf } from '#src/domain/values/person-name.ts'
import type { Knowledge } from './knowledge.ts'
import { dayInWords, timeInWords } from './words.ts'

function appointmentWords(attendance: Attendance, language: Language, zone: string, installation: Installation) {
  const place = installation.places.find((candidate) => candidate.id === attendance.placeId)
  const coach = installation.coaches.find((candidate) => candidate.id === attendance.coachId)
  return {
    day: dayInWords(attendance.startsAt, language, zone),
    time: timeInWords(attendance.startsAt, zone),
    place: place?.name ?? installation.provider.name,
    address: place?.address ?? installation.provider.phone,
    coach: coach?.name ?? installation.provider.name,
  }
}

function stateOf(journey: Journey, now: Temporal.Instant): ConversationFacts['appointment'] {
  const latest = latestAttendance(journey)
  if (!latest) return 'none'
  const current = currentAttendance(journey)
  if (!current) return stageOf(latest) === 'absent' ? 'absent' : stageOf(latest) === 'cancelled' ? 'none' : 'over'
  if (current.startsAt.epochMilliseconds <= now.epochMilliseconds) return 'over'
  return current.confirmedAt ? 'confirmed' : 'planned'
}

/** Exact to the office hours and the calendar of this contract. */
function openingWords(rules: Rules, language: Language, now: Temporal.Instant): Opening {
  const { contract, calendar } = rules
  const opening = officeOpening(calendar, contract.office_hours, now)
  const named = opening.kind === 'now' ? opening.until : opening.from
  const text = opening.kind === 'now' ? 'open_now' : isSameDay(now, named, rules) ? 'open_today' : 'open_later'
  return { text, day: dayInWords(named, language, calendar.zone), time: timeInWords(named, calendar.zone) }
}

const isInDanger = ({ tasks }: Journey): boolean => tasks.some((task) => task.kind === 'crisis' && isOpen(task))

/**
 * Who took the conversation by themselves says when they answer; in danger somebody comes at any hour; and who stopped our messages, or
 * has the number of another, is not written to.
 */
function closedUntil(journey: Journey, { contract, calendar }: Rules, now: Temporal.Instant): string | undefined {
  if (journey.reach !== 'phone' || isTakenByPerson(journey) || isInDanger(journey)) return undefined
  const opening = officeOpening(calendar, contract.office_hours, now)
  return opening.kind === 'later' ? opening.from.toString() : undefined
}

/** Only what stands there in the participant's own language: half of an answer is none. */
const answersIn = (language: Language, { answers = {} }: Installation): NonNullable<ConversationFacts['answers']> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([topic, texts]) => (texts[language] ? [[topic, texts[language]]] : [])),
  )

interface About {
  readonly journey: Journey
  readonly participant: Participant
  readonly rules: Rules
  readonly knowledge: Pick<Knowledge, 'installation' | 'sentLanguage'>
  readonly now: Temporal.Instant
}

/** What the conversation may know of this journey, in the language in which the participant is written to: all of a message is in one. */
export function conversationFacts({ journey, participant, rules, knowledge, now }: About): ConversationFacts {
  const { installation, sentLanguage } = knowledge
  const { contract, calendar } = rules
  const language = sentLanguage(participant.language)
  const subject = currentAttendance(journey) ?? latestAttendance(journey)
  return {
    language,
    words: {
      first_name: firstNameOf(participant.name),
      provider: installation.provider.name,
      provider_phone: installation.provider.phone,
      consulent: contract.words.consulent,
      office_hours: `${contract.office_hours.from}-${contract.office_hours.to}`,
      opening: () => openingWords(rules, language, now),
      ...(subject ? { appointment: appointmentWords(subject, language, calendar.zone, installation) } : {}),
    },
    appointment: stateOf(journey, now),
    noShowOpen: lastMissed(journey) !== undefined,
    wantsPhoto: wantsPhoto(journey, rules),
    closedUntil: () => closedUntil(journey, rules, now),
    answers: answersIn(language, installation),
  }
}
