import type { Temporal } from 'temporal-polyfill'
import type { Id } from '../values/id.ts'

/** How the system asks people. It says why in words, when it is due, and closes itself when the reason is gone. */
export interface Task {
  readonly key: string
  readonly kind: TaskKind
  readonly attendanceId?: Id<'attendance'>
  readonly openedAt: Temporal.Instant
  readonly dueAt: Temporal.Instant
  /** Dutch, for the person who does it; no names. */
  readonly why: string
  readonly closedAt?: Temporal.Instant
}

export const taskKinds = [
  'crisis',
  'no_slot',
  'plan_again',
  'call_participant',
  'not_delivered',
  'answer_lost',
  'answer_person',
  'answer_question',
  'complaint',
  'running_late',
  'conversation_taken',
  'wrong_number',
  'late_reply',
  'opted_out',
  'possible_reaction',
  'number_shared',
  'dutch_sent',
  'mark_attendance',
  'mark_attendance_now',
  'absence_unexplained',
  'other_time_unpicked',
  'see_proof',
  'judge_absence',
  'term_in_danger',
  'notice_failed',
  'tell_cancelled',
  'consulent_wrote',
  'consulent_corrects',
] as const
export type TaskKind = (typeof taskKinds)[number]

/** Who is asked, and what makes a task of this kind disappear. `docs/who-is-told.md` is generated from this table. */
export const taskTable: Record<
  TaskKind,
  { owner: 'coach' | 'coordinator' | 'on_duty'; title: string; closes: string }
> = {
  crisis: {
    owner: 'on_duty',
    title: 'Noodsignaal: neem nu contact op',
    closes: 'als de dienstdoende het afvinkt',
  },
  no_slot: {
    owner: 'coordinator',
    title: 'Geen plek die op tijd is: plan de intake',
    closes: 'als er een afspraak staat',
  },
  plan_again: {
    owner: 'coordinator',
    title: 'Afgemeld zonder nieuwe afspraak: plan opnieuw',
    closes: 'als er een nieuwe afspraak staat',
  },
  call_participant: {
    owner: 'coordinator',
    title: 'Bericht kan niet aankomen: bel de deelnemer',
    closes: 'als iemand de deelnemer sprak, of de afspraak vervalt',
  },
  not_delivered: {
    owner: 'coordinator',
    title: 'Geen bewijs dat het bericht aankwam: bel de deelnemer',
    closes: 'als er bewijs is, iemand de deelnemer sprak, of de afspraak vervalt',
  },
  answer_lost: {
    owner: 'coordinator',
    title: 'Een antwoord kwam niet aan: bel de deelnemer',
    closes: 'als een medewerker het afvinkt',
  },
  answer_person: {
    owner: 'coordinator',
    title: 'De deelnemer wil een medewerker spreken',
    closes: 'als een medewerker het afvinkt',
  },
  answer_question: {
    owner: 'coordinator',
    title: 'Vraag van de deelnemer: geef antwoord',
    closes: 'als een medewerker het afvinkt',
  },
  complaint: {
    owner: 'coordinator',
    title: 'Klacht van de deelnemer: laat horen hoe het verder gaat',
    closes: 'als een medewerker het afvinkt',
  },
  running_late: {
    owner: 'coach',
    title: 'De deelnemer komt later',
    closes: 'als een medewerker het afvinkt, of de aanwezigheid is ingevuld',
  },
  conversation_taken: {
    owner: 'coordinator',
    title: 'Een medewerker heeft dit gesprek',
    closes: 'als een medewerker het gesprek teruggeeft, of het traject eindigt',
  },
  wrong_number: {
    owner: 'coordinator',
    title: 'Verkeerd nummer: zoek het juiste',
    closes: 'als een medewerker een ander nummer invult, of het afvinkt',
  },
  late_reply: {
    owner: 'coordinator',
    title: 'Bericht van de deelnemer buiten een afspraak',
    closes: 'als een medewerker het afvinkt',
  },
  opted_out: {
    owner: 'coordinator',
    title: 'De deelnemer wil geen berichten meer',
    closes: 'als een medewerker het afvinkt, of de deelnemer weer berichten wil of schrijft te komen',
  },
  possible_reaction: {
    owner: 'coordinator',
    title: 'Bericht rond de afspraak: was het van deze deelnemer?',
    closes: 'als een medewerker het afvinkt, of de deelnemer is gehoord, kwam of zich afmeldde',
  },
  number_shared: {
    owner: 'coordinator',
    title: 'Twee deelnemers met hetzelfde nummer: vraag een eigen nummer',
    closes: 'als niemand anders het nummer meer heeft, of een medewerker het afvinkt',
  },
  dutch_sent: {
    owner: 'coordinator',
    title: 'De teksten in de taal van de deelnemer zijn niet goedgekeurd: Nederlands is verstuurd',
    closes: 'als een medewerker het afvinkt',
  },
  mark_attendance: {
    owner: 'coach',
    title: 'Wie kwam er? Vul de aanwezigheid in',
    closes: 'als de aanwezigheid is ingevuld',
  },
  mark_attendance_now: {
    owner: 'coordinator',
    title: 'Aanwezigheid nog niet ingevuld, de termijn loopt',
    closes: 'als de aanwezigheid is ingevuld',
  },
  absence_unexplained: {
    owner: 'coordinator',
    title: 'De deelnemer schreef niet te kunnen komen: bel',
    closes: 'als de reden er is, de deelnemer toch komt, of de afspraak voorbij is en is ingevuld',
  },
  other_time_unpicked: {
    owner: 'coordinator',
    title: 'De deelnemer vroeg een andere tijd en koos er nog geen: bel',
    closes: 'als er een tijd is gekozen, de deelnemer toch komt of zich afmeldt, of een medewerker al een tijd zoekt',
  },
  see_proof: {
    owner: 'coach',
    title: 'Bekijk het bewijs bij de afmelding',
    closes: 'als het bewijs is gezien, een medewerker de afmelding beoordeelt, of de tijd ervoor voorbij is',
  },
  judge_absence: {
    owner: 'coordinator',
    title: 'Beoordeel de afmelding',
    closes: 'als een medewerker beslist, het bewijs er alsnog is, of de deelnemer toch kwam',
  },
  term_in_danger: {
    owner: 'coordinator',
    title: 'Een termijn van het contract komt in gevaar',
    closes: 'als op tijd aan de termijn is voldaan; wie hem eerder afvinkt, krijgt hem terug zolang de termijn loopt',
  },
  notice_failed: {
    owner: 'coordinator',
    title: 'Mail aan de consulent kwam niet weg: bel of mail zelf',
    closes: 'als een medewerker het afvinkt',
  },
  tell_cancelled: {
    owner: 'coordinator',
    title: 'De afspraak gaat niet door: vertel het de deelnemer',
    closes: 'als een medewerker het afvinkt',
  },
  consulent_wrote: {
    owner: 'coordinator',
    title: 'De consulent schreef terug: lees de mail',
    closes: 'als een medewerker het afvinkt',
  },
  consulent_corrects: {
    owner: 'coordinator',
    title: 'De consulent wijzigt iets of trekt het in: lees de mail en beslis',
    closes: 'als een medewerker het afvinkt',
  },
}

/** What only a person can settle stays, also when the journey has ended: somebody wrote, or has to be told. */
export const closedByHand: ReadonlySet<TaskKind> = new Set([
  'crisis',
  'answer_lost',
  'answer_person',
  'answer_question',
  'complaint',
  'wrong_number',
  'late_reply',
  'possible_reaction',
  'notice_failed',
  'tell_cancelled',
  'consulent_wrote',
  'consulent_corrects',
])

/** Who came to an appointment that had begun is a fact of which the consulent still hears after the end. */
export const owedAfterEnd: ReadonlySet<TaskKind> = new Set(['mark_attendance', 'mark_attendance_now', 'term_in_danger'])

/** Whether this task warns of that term. A warning that was ticked off while its term ran on has a successor. */
export const warnsOf = ({ key }: Task, term: string): boolean =>
  key === `term_in_danger.${term}` || key.startsWith(`term_in_danger.${term}.again`)

export const isOpen = (task: Task): boolean => !task.closedAt
