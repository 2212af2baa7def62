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
  'answer_person',
  'answer_question',
  'wrong_number',
  'late_reply',
  'opted_out',
  'mark_attendance',
  'mark_attendance_now',
  'absence_unexplained',
  'see_proof',
  'judge_absence',
  'term_in_danger',
  'notice_failed',
  'tell_cancelled',
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
  wrong_number: {
    owner: 'coordinator',
    title: 'Verkeerd nummer: zoek het juiste',
    closes: 'als een medewerker het afvinkt',
  },
  late_reply: {
    owner: 'coordinator',
    title: 'Bericht van de deelnemer buiten een afspraak',
    closes: 'als een medewerker het afvinkt',
  },
  opted_out: {
    owner: 'coordinator',
    title: 'De deelnemer wil geen berichten meer',
    closes: 'als een medewerker het afvinkt, of de deelnemer weer berichten wil',
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
    title: 'De deelnemer kan niet komen en gaf nog geen reden: bel',
    closes: 'als de reden er is, de deelnemer toch komt, of de afspraak voorbij is en is ingevuld',
  },
  see_proof: {
    owner: 'coach',
    title: 'Bekijk het bewijs bij de afmelding',
    closes: 'als het bewijs is gezien, of de tijd ervoor voorbij is',
  },
  judge_absence: {
    owner: 'coordinator',
    title: 'Beoordeel de afmelding',
    closes: 'als een medewerker beslist, het bewijs er alsnog is, of de deelnemer toch kwam',
  },
  term_in_danger: {
    owner: 'coordinator',
    title: 'Een termijn van het contract komt in gevaar',
    closes: 'als aan de termijn is voldaan',
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
}

/** What only a person can settle stays, also when the journey has ended: somebody wrote, or has to be told. */
export const closedByHand: ReadonlySet<TaskKind> = new Set([
  'crisis',
  'answer_person',
  'answer_question',
  'wrong_number',
  'late_reply',
  'notice_failed',
  'tell_cancelled',
])

export const isOpen = (task: Task): boolean => !task.closedAt
