import { Temporal } from 'temporal-polyfill'
import type { Actor } from '#src/domain/actor.ts'
import type { Command } from '#src/domain/journey/command.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import { isOpen } from '#src/domain/journey/task.ts'
import type { Id } from '#src/domain/values/id.ts'
import type { JourneyScript } from './journey-script.ts'
import { consulentMail, deliveryReport } from './later-mails.ts'
import { referralMail } from './referral-mail.ts'
import { virtualAuthserv, type Universe } from './universe.ts'
import { zone } from '../zone.ts'

type Step = JourneyScript['steps'][number]
type Form = JourneyScript['referral']['form']

const coach: Actor = { kind: 'staff', id: 'demo' }

/** '2026-11-02 09:15' in the Netherlands. */
export const scriptMoment = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(zone).toInstant()

const mailOf = (script: JourneyScript, form: Form, what = '', signed = script.referral.signed): Buffer =>
  referralMail(
    {
      from: script.referral.from,
      to: script.referral.to,
      form,
      signed,
      messageId: messageIdOf(script, what),
    },
    virtualAuthserv,
  )

/** The number on a referral's form, as it was written there. */
export const phoneOnForm = (form: Form): string =>
  Object.entries(form).find(([label]) => /mobiel|telefoon|06/i.test(label))?.[1] ?? ''

/** Marking is about the last appointment that has begun; a talk is about that one too, or else about the one ahead. */
function attendanceAbout({ attendances }: Journey, now: Temporal.Instant) {
  const begun = attendances.findLast((attendance) => Temporal.Instant.compare(attendance.startsAt, now) <= 0)
  return { begun, latest: begun ?? attendances.at(-1) }
}

function staffCommand(journey: Journey, step: Step, now: Temporal.Instant): Command | undefined {
  const { begun, latest } = attendanceAbout(journey, now)
  if (step.marks) return begun && { type: 'mark_attendance', attendanceId: begun.id, came: step.marks === 'came' }
  if (step.ticks) {
    const task = journey.tasks.find((candidate) => candidate.kind === step.ticks && isOpen(candidate))
    return task && { type: 'close_task', key: task.key }
  }
  const excused = journey.attendances.findLast((attendance) => attendance.absence)
  switch (step.staff) {
    case 'see_proof':
      return excused && { type: 'see_proof', attendanceId: excused.id }
    case 'judge_valid':
    case 'judge_not_valid':
      return excused && { type: 'judge_absence', attendanceId: excused.id, valid: step.staff === 'judge_valid' }
    case 'log_contact':
      return latest && { type: 'log_contact', attendanceId: latest.id }
    case 'pause':
    case 'resume':
    case 'end':
    case 'withdraw_referral':
      return { type: step.staff }
    case undefined:
      return undefined
  }
}

/** With other texts a story may go another way than its script, so that a step finds nothing to do. */
export class StepDoesNotFit extends Error {
  override readonly name = 'StepDoesNotFit'
  readonly at: string

  constructor(at: string, why: string) {
    super(`${at}: ${why}`)
    this.at = at
  }
}

const asksStaff = ({ marks, ticks, staff }: Step): boolean => (marks ?? ticks ?? staff) !== undefined

async function actAsStaff(
  universe: Universe,
  script: JourneyScript,
  id: Id<'journey'> | undefined,
  step: Step,
): Promise<void> {
  if (step.accepts) await universe.acceptWaiting(mailOf(script, script.referral.form, '', true), coach)
  if (step.plans && id) await universe.planIntake(id, scriptMoment(step.plans), coach)
  if (!asksStaff(step)) return
  const stored = id && (await universe.journey(id))
  const command = stored && staffCommand(stored.journey, step, universe.clock.now())
  if (!id || !command) throw new StepDoesNotFit(step.at, 'there is nothing to do this to')
  const decision = await universe.command(id, command, coach)
  if (decision.kind === 'refused') throw new StepDoesNotFit(step.at, `${command.type} was refused: ${decision.why}`)
}

async function write(
  universe: Universe,
  { referral, others }: JourneyScript,
  { writes, sends, as }: Step,
): Promise<void> {
  const other = as === undefined ? referral : others[as]
  const phone = other ? phoneOnForm(other.form) : (as ?? '')
  const lines = writes === undefined ? [] : typeof writes === 'string' ? [writes] : writes
  for (const line of lines) await universe.write(phone, line)
  if (sends) await universe.write(phone, { kind: sends })
}

const messageIdOf = ({ referral, title }: JourneyScript, what: string): string =>
  `${`${title} ${what}`.toLowerCase().replace(/[^a-z0-9]+/g, '-')}@${referral.from.slice(referral.from.lastIndexOf('@') + 1)}`

/** The last mail about the participant that the consulent was sent, and the Message-ID that the mailer gave it. */
function lastNotice({ post, loaded }: Universe, { referral }: JourneyScript) {
  const { mail: from } = loaded.knowledge.installation.provider
  const sent = post.sent.findLast(({ facts, to }) => facts.purpose !== 'receipt' && to === referral.from)
  if (!sent) throw new Error('the consulent was sent nothing yet')
  return { from, to: sent.to, messageId: `${sent.id}@${from.slice(from.lastIndexOf('@') + 1)}` }
}

function laterMails(universe: Universe, script: JourneyScript, step: Step): Buffer[] {
  const { referral } = script
  const { consulent_mails: said, bounces, at } = step
  const answered = {
    referral: () => messageIdOf(script, ''),
    notice: () => lastNotice(universe, script).messageId,
    nothing: () => undefined,
  }
  const answers = said && answered[said.answers]()
  return [
    ...(said
      ? [
          consulentMail(
            {
              subject: said.subject,
              text: said.text,
              signed: said.signed,
              from: referral.from,
              to: referral.to,
              messageId: messageIdOf(script, at),
              ...(answers ? { answers } : {}),
            },
            virtualAuthserv,
          ),
        ]
      : []),
    ...(bounces ? [deliveryReport(lastNotice(universe, script), bounces, messageIdOf(script, at))] : []),
  ]
}

async function post(universe: Universe, script: JourneyScript, step: Step): Promise<void> {
  const { form } = script.referral
  if (step.phone) universe.carrier.behave(step.phone)
  if (step.post) universe.post.behave(step.post)
  for (const mail of laterMails(universe, script, step)) await universe.arrive(mail)
  if (step.mail_again) await universe.arrive(mailOf(script, form))
  if (step.refers) await universe.arrive(mailOf(script, { ...form, ...step.refers }, step.at))
}

/** What happens at one moment of a story: a referral comes in, or something is done. */
type Scene =
  { readonly at: string; readonly step: Step } | { readonly at: string; readonly name: string; readonly form: Form }

/** In order of time; what is written for the same moment keeps the order of the file, after the referrals. */
const scenesOf = ({ referral, steps, others }: JourneyScript): Scene[] =>
  [
    { at: referral.at, name: '', form: referral.form },
    ...Object.entries(others).map(([name, { at, form }]) => ({ at, name, form })),
    ...steps.map((step) => ({ at: step.at, step })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))

/**
 * Plays a script from its referral to its end and answers the journey that came of it, if one did. The universe must start no later than
 * the referral. Between all moments everything is written and read again: nothing is kept but what the database holds. Throws
 * StepDoesNotFit when the journey goes another way.
 */
export async function playScript(universe: Universe, script: JourneyScript): Promise<Id<'journey'> | undefined> {
  for (const scene of scenesOf(script)) {
    await universe.advanceTo(scriptMoment(scene.at))
    const [id] = await universe.journeys()
    if ('form' in scene) await universe.arrive(mailOf(script, scene.form, scene.name))
    else {
      await post(universe, script, scene.step)
      await write(universe, script, scene.step)
      await actAsStaff(universe, script, id, scene.step)
    }
    await universe.settle()
  }
  await universe.advanceTo(scriptMoment(script.until))
  return (await universe.journeys())[0]
}
