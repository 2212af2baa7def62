import type { MailDecision, WaitingMail } from './ports/mails.ts'

/** Why an accepted participant leaves the mail waiting: a person saw one more in it than the reader did. A code. */
export const oneMore = 'one_more'

/**
 * How many participants a mail names, as far as is known. One in which nobody was recognised may still be about somebody: a person fills
 * in the form.
 */
export const peopleIn = ({ proposals }: Pick<WaitingMail, 'proposals'>, steps: readonly MailDecision[]): number =>
  Math.max(1, proposals.length) + steps.filter(({ kind, why }) => kind === 'accepted' && why === oneMore).length

/**
 * What was decided about which participant of a mail. Who was left out comes back when the mail is taken up again; who was accepted has a
 * journey, and is never accepted again.
 */
export function decidedParticipants(steps: readonly MailDecision[]): ReadonlyMap<number, MailDecision> {
  const decided = new Map<number, MailDecision>()
  for (const step of steps) {
    if (step.kind === 'reopened') for (const [at, { kind }] of decided) if (kind === 'skipped') decided.delete(at)
    if ((step.kind === 'accepted' || step.kind === 'skipped') && step.participant !== undefined)
      decided.set(step.participant, step)
  }
  return decided
}
