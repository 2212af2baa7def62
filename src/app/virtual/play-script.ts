import { Temporal } from 'temporal-polyfill'
import type { Actor } from '#src/domain/actor.ts'
import type { Command } from '#src/domain/journey/command.ts'
import type { Attendance } from '#src/domain/journey/attendance.ts'
import type { Id } from '#src/domain/values/id.ts'
import type { JourneyScript } from './journey-script.ts'
import { referralMail } from './referral-mail.ts'
import { virtualAuthserv, type Universe } from './universe.ts'

type Step = JourneyScript['steps'][number]

const coach: Actor = { kind: 'staff', id: 'demo' }

/** '2026-11-02 09:15' in the Netherlands. */
export const scriptMoment = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime('Europe/Amsterdam').toInstant()

const mailOf = ({ referral, title }: JourneyScript): Buffer =>
  referralMail(
    {
      from: referral.from,
      to: referral.to,
      form: referral.form,
      signed: referral.signed,
      messageId: `${title.toLowerCase().replace(/[^a-z]+/g, '-')}@${referral.from.slice(referral.from.lastIndexOf('@') + 1)}`,
    },
    virtualAuthserv,
  )

async function lastBegun(universe: Universe, id: Id<'journey'>): Promise<Attendance | undefined> {
  const stored = await universe.journey(id)
  const now = universe.clock.now()
  return stored?.journey.attendances.findLast((attendance) => Temporal.Instant.compare(attendance.startsAt, now) <= 0)
}

async function staffCommand(universe: Universe, id: Id<'journey'>, step: Step): Promise<Command | undefined> {
  const stored = await universe.journey(id)
  const begun = await lastBegun(universe, id)
  if (step.marks) return begun && { type: 'mark_attendance', attendanceId: begun.id, came: step.marks === 'came' }
  switch (step.staff) {
    case 'see_proof': {
      const excused = stored?.journey.attendances.findLast((attendance) => attendance.absence)
      return excused && { type: 'see_proof', attendanceId: excused.id }
    }
    case 'log_contact':
      return begun && { type: 'log_contact', attendanceId: begun.id }
    case 'pause':
    case 'resume':
    case 'withdraw_referral':
      return { type: step.staff }
    case undefined:
      return undefined
  }
}

async function write(universe: Universe, { referral }: JourneyScript, text: string | readonly string[]): Promise<void> {
  const phone = Object.entries(referral.form).find(([label]) => /mobiel|telefoon|06/i.test(label))?.[1] ?? ''
  for (const line of typeof text === 'string' ? [text] : text) await universe.write(phone, line)
}

async function takeStep(
  universe: Universe,
  script: JourneyScript,
  id: Id<'journey'> | undefined,
  step: Step,
): Promise<void> {
  await universe.advanceTo(scriptMoment(step.at))
  if (step.phone) universe.carrier.behave(step.phone)
  if (step.mail_again) await universe.arrive(mailOf(script))
  if (step.writes) await write(universe, script, step.writes)
  const command = id && (await staffCommand(universe, id, step))
  if (id && command) {
    const decision = await universe.command(id, command, coach)
    if (decision.kind === 'refused') throw new Error(`${step.at}: ${command.type} was refused: ${decision.why}`)
  }
  await universe.settle()
}

/**
 * Plays a script from its referral to its end and answers the journey that came of it, if one did. The universe must start before the
 * referral. Between all moments everything is written and read again: nothing is kept but what the database holds.
 */
export async function playScript(universe: Universe, script: JourneyScript): Promise<Id<'journey'> | undefined> {
  await universe.advanceTo(scriptMoment(script.referral.at))
  await universe.arrive(mailOf(script))
  await universe.settle()
  const id = (await universe.journeys()).at(-1)
  for (const step of script.steps) await takeStep(universe, script, id, step)
  await universe.advanceTo(scriptMoment(script.until))
  return id
}
