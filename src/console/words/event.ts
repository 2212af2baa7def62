import { reportedReasonWords } from '#src/domain/contract/absence-reason-words.ts'
import type { Installation } from '#src/domain/installation.ts'
import type { JourneyEvent } from '#src/domain/journey/event.ts'
import type { Evidence, Journey, MessageFailure } from '#src/domain/journey/journey.ts'
import { taskTable } from '#src/domain/journey/task.ts'
import type { PageContext } from '../parts.ts'
import { momentNear } from './moment.ts'
import { messageWords, noticeWords } from './outgoing.ts'
import { withWhomAndWhere } from './people.ts'

/** One step of the timeline: what happened, and what there is to say of it. */
export interface EventWords {
  readonly title: string
  readonly detail?: string
}

export interface EventContext extends PageContext {
  readonly journey: Journey
  readonly installation: Installation
}

const evidence: Readonly<Record<Evidence, string>> = {
  delivered: 'is aangekomen',
  read: 'is gelezen',
  answered: 'is beantwoord',
  presumed: 'is vermoedelijk aangekomen',
  told_by_staff: 'is door een medewerker verteld',
}

const failures: Readonly<Record<MessageFailure, string>> = {
  no_phone: 'er is geen bruikbaar telefoonnummer',
  opted_out: 'de deelnemer wil geen berichten',
  undeliverable: 'het kon niet worden bezorgd',
  expired: 'het kon niet op tijd weg',
  rejected: 'een medewerker hield het tegen',
}

const reach = {
  phone: 'De deelnemer wil weer berichten',
  none: 'De deelnemer is niet te bereiken per bericht',
  opted_out: 'De deelnemer wil geen berichten meer (STOP)',
} as const

const phoneChanged = {
  added: 'Telefoonnummer ingevuld',
  replaced: 'Telefoonnummer gewijzigd',
  removed: 'Telefoonnummer verwijderd',
} as const

const recipients = {
  consulent: 'aan de consulent',
  coach: 'aan de coach',
  coordinator: 'aan de coördinator',
  on_duty: 'aan de dienstdoende',
} as const

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const messageName = (key: string, { journey }: EventContext): string => {
  const message = journey.messages.find((candidate) => candidate.key === key)
  return message ? messageWords[message.purpose] : 'Bericht'
}

const noticeName = (key: string, { journey }: EventContext): string => {
  const notice = journey.notices.find((candidate) => candidate.key === key)
  return notice ? `Mail ${recipients[notice.to]}` : 'Mail'
}

const noticeDetail = (key: string, { journey }: EventContext): { detail?: string } => {
  const notice = journey.notices.find((candidate) => candidate.key === key)
  return notice ? { detail: `${noticeWords[notice.purpose]}${taskTitle(notice.taskKey, journey)}` } : {}
}

const taskTitle = (key: string | undefined, journey: Journey): string => {
  const task = journey.tasks.find((candidate) => candidate.key === key)
  return task ? `: ${taskTable[task.kind].title}` : ''
}

const taskName = (key: string, journey: Journey): string => taskTitle(key, journey).slice(2) || 'Taak'

/** The event of a type, also where one shape serves several types. */
type OfType<Event, Type> = Event extends { readonly type: infer Types } ? (Type extends Types ? Event : never) : never

type Say = {
  readonly [Type in JourneyEvent['type']]: (event: OfType<JourneyEvent, Type>, context: EventContext) => EventWords
}

const say: Say = {
  referral_accepted: (event, context) => ({
    title: 'Aanmelding aangenomen',
    detail: `Ontvangen ${momentNear(event.receivedAt, context)}.`,
  }),
  referral_withdrawn: () => ({ title: 'Aanmelding ingetrokken' }),
  contract_changed: () => ({ title: 'Het traject valt nu onder een andere versie van het contract' }),
  appointment_planned: ({ attendance, how }, context) => ({
    title: `Intake gepland op ${momentNear(attendance.startsAt, context)}`,
    detail: `${withWhomAndWhere(attendance, context.installation)}. ${capital(how)}`,
  }),
  appointment_moved: ({ attendance, how }, context) => ({
    title: `Afspraak verzet naar ${momentNear(attendance.startsAt, context)}`,
    detail: [
      `${withWhomAndWhere(attendance, context.installation)}. Gekozen door de deelnemer${attendance.confirmedThrough ? ', aan de telefoon' : ''}.`,
      how,
    ]
      .filter((words) => words !== undefined)
      .join(' '),
  }),
  appointment_cancelled: () => ({ title: 'Afspraak vervallen' }),
  attendance_confirmed: ({ through }) => ({
    title: through ? 'De deelnemer bevestigde de afspraak aan de telefoon' : 'De deelnemer bevestigde de afspraak',
  }),
  absence_reported: ({ absence }) => ({
    title: absence.through ? 'De deelnemer meldde zich af aan de telefoon' : 'De deelnemer meldde zich af',
    detail: `Reden: ${reportedReasonWords[absence.reason]}.`,
  }),
  proof_requested: () => ({ title: 'Gevraagd om bewijs mee te nemen' }),
  proof_received: () => ({ title: 'Foto van het bewijs ontvangen' }),
  proof_erased: () => ({ title: 'Foto van het bewijs gewist' }),
  proof_seen: () => ({ title: 'Bewijs gezien' }),
  proof_missed: () => ({ title: 'Het bewijs is niet op tijd gezien' }),
  absence_judged: ({ valid }) => ({
    title: valid ? 'Beoordeeld: de afmelding is geldig' : 'Beoordeeld: de afmelding is niet geldig',
  }),
  attendance_marked: ({ came }) => ({ title: came ? 'Genoteerd: gekomen' : 'Genoteerd: niet gekomen' }),
  attendance_corrected: ({ came }) => ({ title: came ? 'Verbeterd: toch gekomen' : 'Verbeterd: toch niet gekomen' }),
  no_show_established: () => ({
    title: 'Niet verschenen',
    detail: 'De termijn voor de melding aan de consulent loopt.',
  }),
  reaction_received: ({ through }) => ({
    title: 'De deelnemer reageerde na het niet komen',
    detail: through === 'staff' ? 'Een medewerker had contact.' : 'Met een bericht.',
  }),
  message_wanted: ({ message }, context) => ({
    title: `${messageWords[message.purpose]} klaargezet`,
    detail: `Heeft nut tot ${momentNear(message.expiresAt, context)}.`,
  }),
  message_evidenced: (event, context) => ({
    title: `${messageName(event.key, context)} ${event.evidence === 'sent' ? 'is verstuurd' : evidence[event.evidence]}`,
  }),
  message_failed: (event, context) => ({
    title: `${messageName(event.key, context)} is niet gelukt`,
    detail: `${capital(failures[event.why])}.`,
  }),
  notice_wanted: ({ notice }, context) => ({
    title: `Mail ${recipients[notice.to]} klaargezet`,
    ...noticeDetail(notice.key, context),
  }),
  notice_sent: ({ key }, context) => ({
    title: `${noticeName(key, context)} verstuurd`,
    ...noticeDetail(key, context),
  }),
  notice_failed: ({ key }, context) => ({
    title: `${noticeName(key, context)} kwam niet weg`,
    ...noticeDetail(key, context),
  }),
  notice_cancelled: ({ key }, context) => ({
    title: `${noticeName(key, context)} niet meer nodig`,
    ...noticeDetail(key, context),
  }),
  task_opened: ({ task }) => ({ title: `Taak: ${taskTable[task.kind].title}`, detail: task.why }),
  task_closed: ({ key }, { journey }) => ({ title: `Taak klaar: ${taskName(key, journey)}` }),
  reach_changed: (event) => ({ title: reach[event.reach] }),
  phone_changed: (event) => ({
    title: phoneChanged[event.change],
    ...(event.reach === 'opted_out'
      ? { detail: 'De deelnemer wil geen berichten (STOP): er gaat niets naartoe.' }
      : {}),
  }),
  journey_paused: () => ({ title: 'Traject op pauze gezet' }),
  journey_resumed: () => ({ title: 'Traject weer hervat' }),
  journey_ended: () => ({ title: 'Traject afgesloten' }),
  data_erased: () => ({ title: 'Gegevens gewist' }),
}

/** What an event says in Dutch, to staff. Total over the closed union. */
export function eventInWords(event: JourneyEvent, context: EventContext): EventWords {
  // The table is keyed by the type of the event, which the compiler cannot follow through the index.
  const words = say[event.type] as (event: JourneyEvent, context: EventContext) => EventWords
  return words(event, context)
}
