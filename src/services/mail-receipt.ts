import type { Id } from '#src/domain/values/id.ts'
import { mayBeTold } from './accept-referral.ts'
import { threadOf, type MailFinding, type MailParts, type MailVerb } from './mail-finding.ts'
import type { NoticeFacts } from './notice-facts.ts'
import type { MailKind } from './ports/mail-kind.ts'
import type { ClaimedMail, MailResult } from './ports/mails.ts'

const acknowledged: ReadonlySet<MailKind> = new Set(['referral', 'correction', 'pointer'])

/** Two machines that answer each other stop here, whatever their mails say of themselves. */
const mostPerHour = 20

/** A receipt of yesterday tells nothing any more. */
const ofUse = { hours: 24 }

/** As it stands in the header, when it can be written in one. */
const plainId = (messageId: string | undefined): string | undefined =>
  /^<?([^<>\s]{1,900})>?$/.exec(messageId?.trim() ?? '')?.[1]

const isOwn = (address: string, { knowledge }: MailVerb): boolean => {
  const { provider, coaches, contracts } = knowledge.installation
  const own = [
    provider.mail,
    provider.coordinator_mail,
    provider.on_duty_mail,
    ...coaches.map(({ mail }) => mail),
    ...contracts.flatMap(({ addresses }) => addresses),
  ]
  return own.some((one) => one.toLowerCase() === address)
}

/** The address that a receipt goes to: that of who wrote, proven, and no other. */
function receiver(finding: MailFinding, result: MailResult, verb: MailVerb): MailFinding['from'] {
  const { from, contractId, sender, answerable } = finding
  const isNew = result.outcome !== 'duplicate' && result.outcome !== 'aside'
  if (!from || !contractId || sender.verdict !== 'verified' || !answerable || !isNew) return undefined
  if (!acknowledged.has(finding.kind) || threadOf(finding, verb).ours.length > 0 || isOwn(from, verb)) return undefined
  return mayBeTold(from, contractId, verb.knowledge.installation) ? from : undefined
}

/** Where a thread began: `about` has the mail that is answered first, then the others from the oldest on. */
const rootOf = ({ about, messageId }: MailFinding, id: Id<'mail'>): string =>
  about[1] ?? about[0] ?? plainId(messageId) ?? id

const factsOf = (
  mail: { id: Id<'mail'>; reference: string },
  { about, messageId }: MailFinding,
  { knowledge }: MailVerb,
): NoticeFacts => {
  const { name, phone } = knowledge.installation.provider
  const answered = plainId(messageId)
  return {
    purpose: 'receipt',
    reference: mail.reference,
    words: { provider: name, provider_phone: phone },
    steps: [],
    thread: mail.id,
    ...(answered ? { answers: { messageId: answered, references: about } } : {}),
  }
}

/** Tells the proven sender of a mail that it came in, once per thread, without a word about whom it is. */
export async function sendReceipt(
  { mails, outgoing, journeys }: MailParts,
  mail: Pick<ClaimedMail, 'id' | 'reference' | 'receipts'>,
  { finding, result }: { readonly finding: MailFinding; readonly result: MailResult },
  verb: MailVerb,
): Promise<void> {
  const to = receiver(finding, result, verb)
  if (!to || mail.receipts >= mostPerHour) return
  const now = verb.clock.now()
  const attached = result.outcome === 'attached' && result.journeyId ? await journeys.load(result.journeyId) : undefined
  const facts = factsOf({ id: mail.id, reference: attached?.reference ?? mail.reference }, finding, verb)
  await outgoing.addAbout(
    mail.id,
    {
      id: verb.ids.next(),
      subject: mails.threadName(rootOf(finding, mail.id)),
      purpose: 'receipt',
      occurrence: 1,
      body: { kind: 'mail', to, facts },
      notAfter: now.add(ofUse),
    },
    now,
  )
}
