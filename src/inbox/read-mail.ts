import type { Temporal } from 'temporal-polyfill'
import type { ProposedReferral } from '#src/domain/proposed-referral.ts'
import { type EmailAddress, parseEmailAddress } from '#src/domain/values/email-address.ts'
import { parseReference } from '#src/domain/values/reference.ts'
import { type Attachment, type AttachmentReading, readAttachment } from './attachments/attachment.ts'
import type { ScanFile } from './attachments/clamd.ts'
import { isUnclearSubject, saidBeside } from './doubts/unclear-sentences.ts'
import type { DkimFinding } from './authenticity/dkim-finding.ts'
import { domainsToCheck, judgeSender } from './authenticity/judge-sender.ts'
import { domainOfAddress } from './authenticity/mail-domain.ts'
import { unverifiedWords } from './authenticity/sender-words.ts'
import { nothingKnown } from './authenticity/security-record.ts'
import { type ContractChoice, contractOfMail, listsDomainOf } from './contract-of-mail.ts'
import { readFreeText, readPeopleInText, typedPart } from './extraction/free-text.ts'
import type { FormValues } from './extraction/labelled-lines.ts'
import { namesSomebody, type Proposal, proposalOf } from './extraction/proposal.ts'
import { vocabularyOf } from './extraction/vocabulary.ts'
import { type FormsOfMail, formsOfMail, remarksIn } from './forms-of-mail.ts'
import { attachmentWords } from './kinds/attachment-words.ts'
import { isAnswerable } from './kinds/auto-reply.ts'
import { readBounce } from './kinds/bounce.ts'
import { specialKindOf } from './kinds/kind-of-mail.ts'
import { ownSentencesIn } from './kinds/own-sentences-in.ts'
import { judgeForms, refers } from './kinds/referral.ts'
import { type KindFound, type SeenMail, waitsAs } from './kinds/seen-mail.ts'
import { likenessOf } from './likeness.ts'
import type { MailKind } from '#src/services/ports/mail-kind.ts'
import type { MailFacts, MailOutcome, MailReading, SenderVerdict, WaitReason } from './mail-reading.ts'
import { parseMail, type PlainMail } from './parse-mail.ts'
import { proposedReferral, writerOf } from './proposed-referral.ts'
import { type ReadAttachment, redactMail } from './redaction.ts'
import { withoutStanding } from './standing-text.ts'
import { stemOf } from './subject-stem.ts'
import { largestMailBytes } from './sources/mail-source.ts'
import { textOf } from './text-of.ts'
import { conversationOf } from './thread-index.ts'

/** Our own look at the signatures of these domains, at first sight of the mail; without it our receiving server's word decides. */
export type LookAtSignatures = (raw: Buffer, domains: ReadonlySet<string>) => Promise<DkimFinding>

/**
 * Reads one mail as it came off the server. Total: whatever the bytes are, it ends in one reading and never throws. What is not a
 * complete referral of a verified sender under one contract waits for a person, with the reason in words.
 */
export const readMail = async (
  raw: Buffer,
  facts: MailFacts,
  receivedAt: Temporal.Instant,
  look?: LookAtSignatures,
  scan?: ScanFile,
): Promise<MailReading> => {
  if (raw.length > largestMailBytes) return unread('too_large', tooLarge)
  try {
    return readOpened(await openMail(raw, { facts, look, scan }), facts, receivedAt)
  } catch {
    return unread('unreadable', unreadable)
  }
}

/** A mail taken apart, with citizen service numbers still in it. */
export interface OpenedMail {
  readonly parsed: PlainMail
  readonly attachments: readonly ReadAttachment[]
  readonly dkim: DkimFinding | undefined
}

export interface OpenWith {
  readonly facts: MailFacts
  readonly look: LookAtSignatures | undefined
  readonly scan: ScanFile | undefined
}

/**
 * Name server and virus scanner are asked at the same time: each may take seconds.
 * @throws when the bytes are no mail, or take too long to read.
 */
export const openMail = async (raw: Buffer, { facts, look, scan }: OpenWith): Promise<OpenedMail> => {
  const parsed = await parseMail(raw)
  const [dkim, attachments] = await Promise.all([
    look?.(raw, domainsToCheck(fromOf(parsed), facts)),
    readAttachments(parsed, scan),
  ])
  return { parsed, attachments, dkim }
}

export interface SeenReading {
  readonly reading: MailReading
  /** Absent: nothing could be seen in it. */
  readonly seen?: SeenMail
}

const readOpened = (opened: OpenedMail, facts: MailFacts, receivedAt: Temporal.Instant): MailReading =>
  seeOpened(opened, facts, receivedAt).reading

/** With what the reading goes by. Total, as `readMail` is. */
export const seeOpened = (
  { parsed, attachments, dkim }: OpenedMail,
  facts: MailFacts,
  receivedAt: Temporal.Instant,
): SeenReading => {
  try {
    return readParsed(parsed, attachments, { facts, receivedAt, dkim })
  } catch {
    return { reading: unread('unreadable', unreadable) }
  }
}

const fromOf = ({ from }: PlainMail): EmailAddress | undefined =>
  from === undefined ? undefined : parseEmailAddress(from)

/** More than this is no referral; the rest stays in the raw mail, and a person looks. */
const mostAttachments = 30

/** A mail in a mail in a mail is read; nobody refers deeper than that. */
const deepest = 2

/** One after the other: each may take much memory while it is opened. */
const readAttachments = async (
  { attachments }: PlainMail,
  scan: ScanFile | undefined,
  depth = 0,
): Promise<ReadAttachment[]> => {
  const read: ReadAttachment[] = []
  for (const attachment of attachments.slice(0, mostAttachments)) {
    const reading = (await unsafeReading(attachment, scan)) ?? (await readAttachment(attachment))
    read.push({ name: attachment.name, reading })
    if (reading.kind === 'mail' && depth < deepest) read.push(...(await readAttachedMail(attachment, scan, depth)))
  }
  return read
}

/** Why the attachment is not opened, as far as a virus scanner decides on that. */
const unsafeReading = async (
  { content }: Attachment,
  scan: ScanFile | undefined,
): Promise<AttachmentReading | undefined> => {
  const outcome = await scan?.(content)
  if (outcome === undefined || outcome.kind === 'clean') return undefined
  if (outcome.kind === 'found') return { kind: 'refused', why: 'malware' }
  return { kind: 'unreadable', why: outcome.why === 'too_large' ? 'too_large_to_scan' : 'not_scanned' }
}

/** What a mail that is attached says, as far as it can be read; that it is there at all makes a person look. */
const readAttachedMail = async (
  { content }: Attachment,
  scan: ScanFile | undefined,
  depth: number,
): Promise<ReadAttachment[]> => {
  try {
    const mail = await parseMail(content)
    const text = textOf(mail)
    const own: ReadAttachment = {
      name: mail.subject,
      reading: { kind: 'text', type: 'txt', text, hiddenText: mail.subject },
    }
    return [own, ...(await readAttachments(mail, scan, depth + 1))]
  } catch {
    return []
  }
}

interface Circumstances {
  readonly facts: MailFacts
  readonly receivedAt: Temporal.Instant
  readonly dkim: DkimFinding | undefined
}

const readParsed = (parsed: PlainMail, read: readonly ReadAttachment[], circumstances: Circumstances): SeenReading => {
  const { mail: whole, attachments, bsnRemoved } = redactMail(parsed, read)
  if (!whole.headers.some(({ key }) => key === 'from'))
    return { reading: { ...unread('unreadable', unreadable), bsnRemoved } }
  const { facts, dkim } = circumstances
  const from = fromOf(whole)
  const choice = contractOfMail(whole.recipients, from, facts)
  const mail = choice.kind === 'one' ? saidThisTime(whole, choice.contract) : whole
  const sender = judgeSender(mail.headers, from, facts, dkim)
  const forms = readForms(mail, attachments, choice, circumstances)
  const seen: SeenMail = {
    mail,
    sender,
    attachments,
    forms,
    contract: choice.kind === 'one' ? choice.contract : undefined,
    isListed: from !== undefined && facts.contracts.some((contract) => listsDomainOf(contract, from)),
    answersUs: mail.answers.some((id) => isOwnDomain(domainOfAddress(id), facts)),
  }
  const found = specialKindOf(seen) ?? plainKindOf(seen, from, choice)
  const reading: MailReading = {
    kind: found.kind,
    ...(mail.messageId === undefined ? {} : { messageId: mail.messageId }),
    ...(from === undefined ? {} : { from }),
    ...(choice.kind === 'one' ? { contractId: choice.contract.id } : {}),
    sender: found.kind === 'bounce' ? ofServer(sender, seen) : sender,
    outcome: found.outcome,
    ...whoIsMeant(found, seen, circumstances),
    ...threadOf(mail, from, found),
    likeness: likenessOf(mail),
    bsnRemoved,
  }
  return { reading, seen }
}

/** A mail without what stands in every mail of that municipality. */
const saidThisTime = (
  mail: PlainMail,
  { standingSentences }: Extract<ContractChoice, { kind: 'one' }>['contract'],
): PlainMail => ({
  ...mail,
  text: withoutStanding(mail.text, standingSentences),
  htmlText: withoutStanding(mail.htmlText, standingSentences),
})

/** A mail server of our own seldom signs what it reports: nothing of that is believed but that somebody must look at what we sent. */
const ofServer = (sender: SenderVerdict, { isListed }: SeenMail): SenderVerdict =>
  sender.verdict === 'suspicious' && !isListed
    ? { ...sender, verdict: 'unverified', words: unverifiedWords.server }
    : sender

/** What ties it to other mails. A report names the mail that came back, and answers nothing. */
const threadOf = (
  mail: PlainMail,
  from: EmailAddress | undefined,
  { kind, outcome }: KindFound,
): Pick<MailReading, 'about' | 'reference' | 'bounce' | 'stem' | 'conversation' | 'said' | 'answerable'> => {
  const reference = parseReference(mail.subject)
  const report = kind === 'bounce' ? readBounce(mail) : undefined
  const conversation = conversationOf(mail)
  return {
    about: report?.about ?? mail.answers,
    ...(reference === undefined ? {} : { reference }),
    ...(kind === 'bounce' ? { bounce: report?.delayed ? ('delayed' as const) : ('failed' as const) } : {}),
    stem: stemOf(mail.subject, from),
    ...(conversation === undefined ? {} : { conversation }),
    ...(maySayWho.has(kind) && outcome.kind === 'waits'
      ? { said: `${mail.subject}\n${typedPart(textOf(mail))}`.slice(0, longestSaid) }
      : {}),
    answerable: isAnswerable(mail),
  }
}

/** What is not about somebody new may be about somebody whose journey runs. */
const maySayWho: ReadonlySet<MailKind> = new Set(['correction', 'reply', 'not_referral'])

/** In characters. Nobody withdraws somebody with a longer story. */
const longestSaid = 10_000

const isOwnDomain = (domain: string, { contracts, ownAddresses = [], ownDomains = [] }: MailFacts): boolean =>
  [...ownAddresses, ...ownDomains, ...contracts.flatMap(({ addresses }) => addresses)].some(
    (own) => domainOfAddress(own) === domain,
  )

const dayOf = (moment: Temporal.Instant): Temporal.PlainDate =>
  moment.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()

type Propose = (written: FormValues) => Proposal

const proposeIn = ({ facts, receivedAt }: Pick<Circumstances, 'facts' | 'receivedAt'>): Propose => {
  const today = dayOf(receivedAt)
  const isMunicipal = (address: EmailAddress): boolean =>
    facts.contracts.some((contract) => listsDomainOf(contract, address))
  return (written) => proposalOf(written, { today, isMunicipal })
}

const readForms = (
  mail: PlainMail,
  attachments: readonly ReadAttachment[],
  choice: ContractChoice,
  circumstances: Circumstances,
): FormsOfMail => {
  const labels = choice.kind === 'one' ? choice.contract.labels : commonOnly
  const attached = attachments.flatMap(({ reading }) => (reading.kind === 'text' ? [reading.text] : []))
  const texts = { typed: mail.text, shown: mail.htmlText, attached }
  return formsOfMail(texts, vocabularyOf(labels), proposeIn(circumstances))
}

/** One object, so that its vocabulary is made once. */
const commonOnly = {}

/** A mail that is nothing special is a referral, as far as it reads as one. */
const plainKindOf = (seen: SeenMail, from: EmailAddress | undefined, choice: ContractChoice): KindFound => {
  const { mail, forms } = seen
  const hasForm =
    forms.brokenTable ||
    (forms.proposals.length > 0 && (seen.isListed || refers(mail) || forms.proposals.some(isOfParticipant)))
  const isReferral = hasForm || (seen.isListed && (refers(mail) || tellsOfSomebody(mail)))
  const outcome = referralOutcome(seen, from, choice)
  return isReferral ? { kind: 'referral', outcome } : { kind: 'not_referral', outcome }
}

/** What no order, invoice or job application says. */
const isOfParticipant = ({ interpreter, risk }: Proposal): boolean =>
  [interpreter, risk].some(({ kind }) => kind !== 'absent')

/** Sentences with who, which number and how to reach them can mean little else. */
const tellsOfSomebody = (mail: PlainMail): boolean => {
  const told = readFreeText(textOf(mail))
  return told.has('name') && told.has('phone') && (told.has('client_number') || told.has('birth_date'))
}

const referralOutcome = (seen: SeenMail, from: EmailAddress | undefined, choice: ContractChoice): MailOutcome => {
  const { mail, sender, forms } = seen
  if (from === undefined) return waits('sender_not_verified', sender.words)
  if (choice.kind === 'none') return waits('no_contract', choice.words)
  if (choice.kind === 'several') return waits('two_contracts', choice.words)
  if (sender.verdict !== 'verified') return waits('sender_not_verified', sender.words)
  if (mail.textTooLong) return waits('too_large', textTooLong)
  if (mail.attachments.length > mostAttachments) return waits('attachment_not_read', tooManyAttachments)
  return unlessUnclear(unlessUnread(judgeForms(forms, choice.contract, from), seen), seen)
}

/** A form may be complete, and what stands beside it ask that nobody acts on it. */
const unlessUnclear = (outcome: MailOutcome, seen: SeenMail): MailOutcome => {
  if (outcome.kind !== 'referral') return outcome
  const { form } = outcome
  const { subject, text, htmlText } = seen.mail
  const beside = saidBeside([text, htmlText], remarksIn(seen.forms))
  if (isUnclearSubject(subject) || beside.unclear) return { ...waits('perhaps_no_referral', unclear), form }
  if (ownSentencesIn(seen).length > 0) return { ...waits('own_sentences', ownSentence), form }
  return beside.more || hasPicture(seen) ? { ...outcome, saysMore: true } : outcome
}

/** No logo: a scan or a photograph of something. */
const hasPicture = ({ mail, attachments }: SeenMail): boolean =>
  attachments.some(({ reading }) => reading.kind === 'image') &&
  mail.attachments.some(
    ({ declaredType, content, isInText }) =>
      declaredType.startsWith('image/') && content.length > (isInText ? largestLogo : smallestScan),
  )

/** In bytes. What stands in the text is mostly a logo; what somebody put beside it seldom is, and the smallest photograph of a note has more. */
const largestLogo = 50_000
const smallestScan = 5_000

const ownSentence =
  'Naast het formulier, of als opmerking erin, staat een eigen zin van de gemeente. Lees de mail. Vraagt die om niets bijzonders, neem de aanmelding dan over.'
const unclear =
  'In de mail staat een zin over de aanmelding, over het contact of over de situatie van de deelnemer die wij niet zeker begrijpen. Lees de mail. Is er niets bijzonders, neem de aanmelding dan over.'

/** What could not be read may say something else than what could. A logo or a signature does not. */
const unlessUnread = (outcome: MailOutcome, { attachments }: SeenMail): MailOutcome => {
  const words = [...new Set(attachments.flatMap((attachment) => attachmentWords(attachment) ?? []))].join(' ')
  if (words === '') return outcome
  if (outcome.kind === 'waits') return { ...outcome, words: `${outcome.words} ${words}` }
  const mattersLittle = attachments.every(
    ({ reading }) => reading.kind === 'image' || attachmentWords({ name: '', reading }) === undefined,
  )
  return mattersLittle ? outcome : waits('attachment_not_read', words)
}

const waits = (why: WaitReason, words: string): Extract<MailOutcome, { kind: 'waits' }> => ({
  kind: 'waits',
  why,
  words,
})

/** Whom the mail is about: from its forms, else from its sentences, and then only for a person to look at. */
const whoIsMeant = (
  { kind }: KindFound,
  { mail, forms, contract }: SeenMail,
  circumstances: Circumstances,
): Pick<MailReading, 'proposals' | 'consulent'> => {
  const writer = writerOf(mail)
  if (kind !== 'referral' && kind !== 'correction')
    return { proposals: [], consulent: kind === 'reply' || kind === 'pointer' ? writer : {} }
  const context = { writer, municipality: contract?.municipality }
  const inForms = forms.proposals
  const free = inForms.length > 0 ? [] : readPeopleInText(textOf(mail)).map(proposeIn(circumstances))
  const proposals: ProposedReferral[] = [...inForms, ...free.filter(namesSomebody)].map((proposal) =>
    proposedReferral(proposal, context),
  )
  return { proposals, consulent: proposals[0]?.consulent ?? writer }
}

const unread = (why: WaitReason, words: string): MailReading => ({
  ...waitsAs('unreadable', why, words),
  sender: {
    verdict: 'unverified',
    words: 'De afzender is niet gecontroleerd, omdat de mail niet gelezen kon worden.',
    record: nothingKnown,
  },
  proposals: [],
  consulent: {},
  about: [],
  stem: '',
  answerable: false,
  likeness: '',
  bsnRemoved: 0,
})

const unreadable =
  'Deze mail is niet te lezen. Vraag de afzender om hem opnieuw te sturen, als gewone mail via de beveiligde dienst.'
const tooLarge =
  'Deze mail is te groot om te lezen. Bekijk hem in de mailbox, of vraag de afzender om een kleinere mail.'
const textTooLong = 'De tekst van deze mail is te lang om te lezen. Voer de aanmelding zelf in.'
const tooManyAttachments = `Bij deze mail zitten meer dan ${String(mostAttachments)} bijlagen. Ze zijn niet allemaal gelezen. Bekijk ze in de mailbox, en voer de aanmelding zelf in.`

/** The reading of a mail that could not be read, in whatever way it failed. */
export const unreadableMail: MailReading = unread('unreadable', unreadable)
